import type { Region, SceneNode } from '../../draw/scene.ts';

/**
 * Makes a new picture out of as much of the old one as it can: whatever is equal is the old object itself, so that whoever
 * compares by identity sees at once what changed. Nodes that a rename left without their old key take over, in order, the key of
 * the old nodes left over, so that a renamed thing is changed and not drawn anew.
 */
export function shareRegions(old: readonly Region[], fresh: readonly Region[]): Region[] {
  const before = new Map(old.map((region) => [region.key, region]));
  return fresh.map((region) => {
    const same = before.get(region.key);
    if (same === undefined) return region;
    const children = shareNodes(same.children, region.children);
    return children === same.children && sameRegion(same, region) ? same : { ...region, children: children as SceneNode[] };
  });
}

function sameRegion(a: Region, b: Region): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.pin === b.pin;
}

/** The list itself if nothing in it differs. */
export function shareNodes(old: readonly SceneNode[], fresh: readonly SceneNode[]): readonly SceneNode[] {
  if (old.length === fresh.length && fresh.every((node, index) => node.key === old[index]?.key)) {
    return keep(
      old,
      fresh.map((node, index) => shareNode(old[index] as SceneNode, node)),
    );
  }
  const before = new Map(old.map((node) => [node.key, node]));
  const kept = new Set(fresh.map((node) => node.key));
  const orphans = old.filter((node) => !kept.has(node.key));
  return keep(
    old,
    fresh.map((node) => {
      const same = before.get(node.key);
      if (same !== undefined) return shareNode(same, node);
      const place = orphans.findIndex((orphan) => orphan.tag === node.tag);
      if (place < 0) return node;
      const [orphan] = orphans.splice(place, 1) as [SceneNode];
      return shareNode(orphan, { ...node, key: orphan.key });
    }),
  );
}

function keep(old: readonly SceneNode[], fresh: readonly SceneNode[]): readonly SceneNode[] {
  return old.length === fresh.length && fresh.every((node, index) => node === old[index]) ? old : fresh;
}

function shareNode(old: SceneNode, fresh: SceneNode): SceneNode {
  const attrs = sameAttrs(old.attrs, fresh.attrs) ? old.attrs : fresh.attrs;
  const children = old.children && fresh.children ? shareNodes(old.children, fresh.children) : fresh.children;
  if (old.tag === fresh.tag && old.text === fresh.text && attrs === old.attrs && children === old.children) return old;
  return { ...fresh, attrs, ...(children === undefined ? {} : { children: children as SceneNode[] }) };
}

function sameAttrs(a: SceneNode['attrs'], b: SceneNode['attrs']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
