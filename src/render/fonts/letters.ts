import { type Face, faces } from '../../draw/fonts.ts';
import type { Scene, SceneNode } from '../../draw/scene.ts';

/** The letters that each face of the font is used for. */
export type Letters = ReadonlyMap<Face, ReadonlySet<string>>;

/** The letters of drawings, all together, by the faces that they are set in. */
export function lettersByFace(scenes: Iterable<Scene>): Letters {
  const letters = new Map<Face, Set<string>>();
  for (const scene of scenes) {
    for (const region of scene.regions) for (const child of region.children) gather(child, faces.regular, letters);
  }
  return letters;
}

function gather(node: SceneNode, around: { weight: number; style: string }, letters: Map<Face, Set<string>>): void {
  // What is shown under the pointer is set by the browser.
  if (node.tag === 'title') return;
  const own = { weight: Number(node.attrs['font-weight'] ?? around.weight), style: String(node.attrs['font-style'] ?? around.style) };
  if (node.text !== undefined) {
    const face = faceOf(own.weight, own.style);
    const known = letters.get(face) ?? new Set();
    letters.set(face, known);
    for (const letter of node.text) known.add(letter);
    // A letter and its mark may be drawn by one glyph.
    if (/\p{M}/u.test(node.text)) for (const letter of node.text.normalize('NFC')) known.add(letter);
  }
  for (const child of node.children ?? []) gather(child, own, letters);
}

/** The face that a browser takes for a weight and a slant. */
export function faceOf(weight: number, style: string): Face {
  if (style === 'italic') return 'italic';
  return weight >= 600 ? 'semibold' : weight >= 500 ? 'medium' : 'regular';
}
