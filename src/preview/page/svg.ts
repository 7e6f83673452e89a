import type { SceneNode } from '../../draw/scene.ts';

/** A scene's nodes as elements of the page: made and changed by hand, because a picture has tens of thousands of them. */

/**
 * Changes the elements in `parent`, which were made of `old`, so that they are those of `fresh`. What has the same key stays the same element, and what
 * is the same object is passed over with all that is in it.
 */
export function patchNodes(parent: Element, old: readonly SceneNode[], fresh: readonly SceneNode[]): void {
  if (old === fresh) return;
  const inStep = old.length === fresh.length && fresh.every((node, index) => isSame(old[index], node));
  const elements = [...parent.children];
  if (!inStep) reorder(parent, elements, old, fresh);
  else for (const [index, node] of fresh.entries()) patchNode(elements[index] as Element, old[index] as SceneNode, node);
}

function isSame(old: SceneNode | undefined, fresh: SceneNode): boolean {
  return old?.key === fresh.key && old.tag === fresh.tag;
}

function made(node: SceneNode): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', node.tag);
  for (const name in node.attrs) element.setAttribute(name, String(node.attrs[name]));
  if (node.text !== undefined) element.textContent = node.text;
  for (const child of node.children ?? []) element.appendChild(made(child));
  return element;
}

function patchNode(element: Element, old: SceneNode, fresh: SceneNode): void {
  if (old === fresh) return;
  if (old.attrs !== fresh.attrs) patchAttributes(element, old.attrs, fresh.attrs);
  if (old.text !== fresh.text) patchText(element, old.text, fresh.text);
  patchNodes(element, old.children ?? [], fresh.children ?? []);
}

/** Only what has no children has a text. */
function patchText(element: Element, old: string | undefined, fresh: string | undefined): void {
  if (old && fresh !== undefined && element.firstChild) element.firstChild.nodeValue = fresh;
  else element.textContent = fresh ?? '';
}

function patchAttributes(element: Element, old: SceneNode['attrs'], fresh: SceneNode['attrs']): void {
  for (const name in old) if (!(name in fresh)) element.removeAttribute(name);
  for (const name in fresh) if (old[name] !== fresh[name]) element.setAttribute(name, String(fresh[name]));
}

/**
 * Where nodes came, went, changed places or were renamed, which leaves them what has lost its key, in order. What went is taken out first, so that
 * what stays need not be moved.
 */
function reorder(parent: Element, elements: readonly Element[], old: readonly SceneNode[], fresh: readonly SceneNode[]): void {
  const places = placesOf(old, fresh);
  const staying = new Set(places);
  for (const [index, element] of elements.entries()) if (!staying.has(index)) element.remove();
  let next = parent.firstElementChild;
  for (const [index, node] of fresh.entries()) {
    const place = places[index];
    const element = place === undefined ? made(node) : (elements[place] as Element);
    if (place !== undefined) patchNode(element, old[place] as SceneNode, node);
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}

/** Which of the old nodes each fresh one takes the place of, by its index; nothing for one that is new. */
function placesOf(old: readonly SceneNode[], fresh: readonly SceneNode[]): (number | undefined)[] {
  const byKey = new Map(old.map(({ key }, index) => [key, index]));
  const ownPlace = (node: SceneNode): number | undefined => {
    const place = byKey.get(node.key);
    return place !== undefined && isSame(old[place], node) ? place : undefined;
  };
  const places = fresh.map(ownPlace);
  const taken = new Set(places);
  const left = old.flatMap(({ tag }, index) => (taken.has(index) ? [] : [{ tag, index }]));
  return fresh.map((node, index) => {
    const at = places[index] === undefined ? left.findIndex(({ tag }) => tag === node.tag) : -1;
    return at < 0 ? places[index] : left.splice(at, 1)[0]?.index;
  });
}
