import type { Scene, SceneNode } from '../draw/scene.ts';

/** All images of a picture, in their order. */
export function imagesIn({ regions }: Scene): SceneNode[] {
  const images = (node: SceneNode): SceneNode[] => (node.tag === 'image' ? [node] : (node.children ?? []).flatMap(images));
  return regions.flatMap(({ children }) => children.flatMap(images));
}
