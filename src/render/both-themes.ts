import type { Scene, SceneNode } from '../draw/index.ts';

/** Attributes whose values depend on the theme. */
const paints = ['fill', 'stroke', 'stop-color'];
/** Of what is drawn in one theme only. */
const only = { light: 'journey-light', dark: 'journey-dark' };

/** A picture in two themes. */
export interface BothThemes {
  /** The light one, with classes on what a rule about its colour alone would get wrong. */
  scene: Scene;
  /** The style sheet that makes it the dark one where the reader prefers that. `root` is what CSS finds the picture by. */
  style(root: string): string;
}

/** What becomes of a colour of the light picture in the dark one, and how often. */
type Colours = Map<string, Map<string, number>>;

/**
 * One picture of two that were drawn of the same map in two themes: they differ in colours, and in a few things that one theme has and the other has not. Most
 * colours become the same other colour everywhere, so that the style sheet is a rule for each; what does not gets a class.
 */
export function inBothThemes(light: Scene, dark: Scene): BothThemes {
  const colours: Colours = new Map();
  for (const [index, region] of light.regions.entries()) count(region.children, dark.regions[index]?.children ?? [], colours);
  const usual = new Map([...colours].map(([paint, becomes]) => [paint, commonest(becomes)] as const));
  const classes = new Map<string, string>();
  const regions = light.regions.map((region, index) => ({
    ...region,
    children: merged(region.children, dark.regions[index]?.children ?? [], usual, classes),
  }));
  const style = (root: string) => {
    const rules = [`>rect[fill]{fill:${dark.background}}`];
    for (const [paint, becomes] of usual) {
      const [name, value] = split(paint);
      if (value !== becomes) rules.push(` [${name}="${value}"]{${name}:${becomes}}`);
    }
    for (const [declarations, name] of classes) rules.push(` .${name}{${declarations}}`);
    rules.push(` .${only.dark}{display:inline}`, ` .${only.light}{display:none}`);
    return `@media (prefers-color-scheme:dark){${rules.map((rule) => root + rule).join('')}}`;
  };
  return { scene: { ...light, regions }, style };
}

/** Nodes in two themes, pair by pair; what is in one theme only has no other. */
function pairs(light: readonly SceneNode[], dark: readonly SceneNode[]): [light: SceneNode | undefined, dark: SceneNode | undefined][] {
  const found: [SceneNode | undefined, SceneNode | undefined][] = [];
  let next = 0;
  for (const node of light) {
    const at = dark.findIndex((other, index) => index >= next && isSame(node, other));
    if (at < 0) found.push([node, undefined]);
    else {
      for (const extra of dark.slice(next, at)) found.push([undefined, extra]);
      found.push([node, dark[at]]);
      next = at + 1;
    }
  }
  for (const extra of dark.slice(next)) found.push([undefined, extra]);
  return found;
}

/** They differ in their colours at most, and in what they hold. */
function isSame(a: SceneNode, b: SceneNode): boolean {
  if (a.tag !== b.tag || a.key !== b.key || a.text !== b.text) return false;
  const names = Object.keys(a.attrs);
  return (
    names.length === Object.keys(b.attrs).length &&
    names.every((name) => (paints.includes(name) ? name in b.attrs : a.attrs[name] === b.attrs[name]))
  );
}

function count(light: readonly SceneNode[], dark: readonly SceneNode[], colours: Colours): void {
  for (const [node, other] of pairs(light, dark)) {
    if (!node || !other) continue;
    for (const name of paintsOf(node)) {
      const paint = `${name}=${node.attrs[name]}`;
      const becomes = colours.get(paint) ?? new Map<string, number>();
      const value = String(other.attrs[name]);
      colours.set(paint, becomes.set(value, (becomes.get(value) ?? 0) + 1));
    }
    count(node.children ?? [], other.children ?? [], colours);
  }
}

function merged(
  light: readonly SceneNode[],
  dark: readonly SceneNode[],
  usual: Map<string, string>,
  classes: Map<string, string>,
): SceneNode[] {
  return pairs(light, dark).flatMap(([node, other]): SceneNode[] => {
    if (!node) return other ? [ofDark(other, usual, classes)] : [];
    if (!other) return [{ ...node, attrs: { ...node.attrs, class: only.light } }];
    const attrs = withClass(node, other, usual, classes);
    return [{ ...node, attrs, ...(node.children ? { children: merged(node.children, other.children ?? [], usual, classes) } : {}) }];
  });
}

/** What only the dark picture has: hidden, also by those who read no style sheets, and in its own colours when it is shown. */
function ofDark(node: SceneNode, usual: Map<string, string>, classes: Map<string, string>): SceneNode {
  const own = (each: SceneNode): SceneNode => ({
    ...each,
    attrs: withClass(each, each, usual, classes),
    ...(each.children ? { children: each.children.map(own) } : {}),
  });
  return { tag: 'g', key: node.key, attrs: { class: only.dark, display: 'none' }, children: [own(node)] };
}

/** The attributes of a node, with a class where a colour of it does not become what that colour usually becomes. */
function withClass(node: SceneNode, dark: SceneNode, usual: Map<string, string>, classes: Map<string, string>): SceneNode['attrs'] {
  const declarations = paintsOf(node)
    .filter((name) => (usual.get(`${name}=${node.attrs[name]}`) ?? node.attrs[name]) !== dark.attrs[name])
    .map((name) => `${name}:${dark.attrs[name]}`)
    .join(';');
  if (declarations === '') return node.attrs;
  const name = classes.get(declarations) ?? `journey-${classes.size + 1}`;
  classes.set(declarations, name);
  return { ...node.attrs, class: name };
}

/** The paints of a node that are colours: a reference to a gradient is the same in both themes. */
function paintsOf({ attrs }: SceneNode): string[] {
  return paints.filter((name) => attrs[name] !== undefined && !String(attrs[name]).startsWith('url('));
}

function commonest(counted: ReadonlyMap<string, number>): string {
  return [...counted].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function split(paint: string): [name: string, value: string] {
  const at = paint.indexOf('=');
  return [paint.slice(0, at), paint.slice(at + 1)];
}
