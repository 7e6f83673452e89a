import type { Region, SceneNode } from '../../draw/scene.ts';

/**
 * Makes a new picture out of as much of the old one as it can: whatever is equal is the old object itself, so that whoever
 * compares by identity sees at once what changed. What a rename left without its old key is compared, in order, with what is left over of the
 * old, and a region takes over its key: so a renamed thing is changed and not drawn anew.
 */
export function shareRegions(old: readonly Region[], fresh: readonly Region[]): readonly Region[] {
  return share(old, fresh, shareRegion, (region) => region.pin ?? '');
}

/** The same for a list of nodes: the old list itself if nothing in it differs. Nodes keep their keys. */
export function shareNodes(old: readonly SceneNode[], fresh: readonly SceneNode[]): readonly SceneNode[] {
  return share(old, fresh, shareNode, (node) => node.tag);
}

/** `kind` says which things may take each other's place. */
function share<Thing extends { key: string }>(
  old: readonly Thing[],
  fresh: readonly Thing[],
  shareOne: (old: Thing, fresh: Thing) => Thing,
  kind: (thing: Thing) => string,
): readonly Thing[] {
  if (old === fresh) return old;
  const inStep = old.length === fresh.length && fresh.every((thing, index) => thing.key === old[index]?.key);
  const shared = inStep ? fresh.map((thing, index) => shareOne(old[index] as Thing, thing)) : matched(old, fresh, shareOne, kind);
  return old.length === shared.length && shared.every((thing, index) => thing === old[index]) ? old : shared;
}

function matched<Thing extends { key: string }>(
  old: readonly Thing[],
  fresh: readonly Thing[],
  shareOne: (old: Thing, fresh: Thing) => Thing,
  kind: (thing: Thing) => string,
): Thing[] {
  const before = new Map(old.map((thing) => [thing.key, thing]));
  const kept = new Set(fresh.map((thing) => thing.key));
  const orphans = old.filter((thing) => !kept.has(thing.key));
  return fresh.map((thing) => {
    const same = before.get(thing.key);
    if (same !== undefined) return shareOne(same, thing);
    const place = orphans.findIndex((orphan) => kind(orphan) === kind(thing));
    if (place < 0) return thing;
    const [orphan] = orphans.splice(place, 1) as [Thing];
    return shareOne(orphan, thing);
  });
}

function shareRegion(old: Region, fresh: Region): Region {
  const children = shareNodes(old.children, fresh.children);
  return children === old.children && sameRegion(old, fresh) ? old : { ...fresh, key: old.key, children: children as SceneNode[] };
}

function sameRegion(a: Region, b: Region): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.pin === b.pin;
}

/** What was made of a node, so that it need not be compared again while drawing gives the very same one. */
const sharedOf = new WeakMap<SceneNode, SceneNode>();

function shareNode(old: SceneNode, fresh: SceneNode): SceneNode {
  if (old === fresh || sharedOf.get(fresh) === old) return old;
  const shared = sharedNode(old, fresh);
  sharedOf.set(fresh, shared);
  return shared;
}

function sharedNode(old: SceneNode, fresh: SceneNode): SceneNode {
  const attrs = sameAttrs(old.attrs, fresh.attrs) ? old.attrs : fresh.attrs;
  const children = old.children && fresh.children ? shareNodes(old.children, fresh.children) : fresh.children;
  if (old.key === fresh.key && old.tag === fresh.tag && old.text === fresh.text && attrs === old.attrs && children === old.children)
    return old;
  return { ...fresh, attrs, ...(children === undefined ? {} : { children: children as SceneNode[] }) };
}

function sameAttrs(a: SceneNode['attrs'], b: SceneNode['attrs']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
