import type { Scene, SceneNode } from '../draw/index.ts';

/**
 * A picture without what only the panel needs: names of things that can be clicked, and surfaces that are there to be hit. A surface of something that says more
 * under the pointer stays: a browser shows that in a file too.
 */
export function withoutHandles(scene: Scene): Scene {
  return {
    ...scene,
    regions: scene.regions.map((region) => ({ ...region, children: region.children.flatMap((node) => plain(node, false)) })),
  };
}

function plain(node: SceneNode, isTitled: boolean): SceneNode[] {
  const titled = isTitled || (node.children?.some(({ tag }) => tag === 'title') ?? false);
  if (!titled && node.tag === 'rect' && node.attrs.fill === 'none' && node.attrs.stroke === undefined) return [];
  const attrs: SceneNode['attrs'] = {};
  for (const name in node.attrs) {
    const value = node.attrs[name];
    const isHandle = name.startsWith('data-') || (!titled && name === 'pointer-events' && value === 'all');
    if (value !== undefined && !isHandle) attrs[name] = value;
  }
  return [{ ...node, attrs, ...(node.children ? { children: node.children.flatMap((child) => plain(child, titled)) } : {}) }];
}
