import { pointsOf } from '../../src/draw/feel/curve.ts';
import { type Face, faces } from '../../src/draw/fonts.ts';
import { measure } from '../../src/draw/measure.ts';
import type { Scene, SceneNode } from '../../src/draw/scene.ts';
import type { Box, Geometry } from './overlaps.ts';

interface Place {
  x: number;
  y: number;
  scale: number;
}

/** What a scene draws, measured with our own table. */
export function geometryOfScene(scene: Scene): Geometry {
  const found: Geometry = { lines: [], curves: [], solids: [] };
  for (const region of scene.regions) {
    const bounds = { x: region.x, y: region.y, width: region.width, height: region.height };
    read(region.children, { x: region.x, y: region.y, scale: 1 }, [], found, bounds);
  }
  return found;
}

/** Every node of a scene, with those above it. */
export function* nodesOf(
  nodes: readonly SceneNode[],
  above: readonly SceneNode[] = [],
): Generator<{ node: SceneNode; above: readonly SceneNode[] }> {
  for (const node of nodes) {
    yield { node, above };
    yield* nodesOf(node.children ?? [], [...above, node]);
  }
}

function read(nodes: readonly SceneNode[], at: Place, shapes: Box[], found: Geometry, bounds: Box): void {
  const here = [...shapes, ...nodes.flatMap((node) => shapeOf(node, moved(node, at)))];
  for (const node of nodes) {
    const place = moved(node, at);
    if (node.tag === 'text') readText(node, place, here, found, bounds);
    else if (node.tag === 'circle' && Number(node.attrs.r) >= 5) found.solids.push(...shapeOf(node, place));
    else if (isCurve(node)) found.curves.push(curveAlong(String(node.attrs.d), place));
    read(node.children ?? [], place, here, found, bounds);
  }
}

/** A curve of feelings, or the dashed one of the map that is compared with. */
function isCurve({ tag, key, attrs }: SceneNode): boolean {
  return (
    tag === 'path' && (String(attrs.stroke).startsWith('url(') || (key === 'line' && attrs.fill === 'none' && /C/.test(String(attrs.d))))
  );
}

function moved(node: SceneNode, at: Place): Place {
  const transform = String(node.attrs.transform ?? '');
  const [, x = '0', y = '0'] = /translate\((\S+) (\S+?)\)/.exec(transform) ?? [];
  const [, scale = '1'] = /scale\((\S+?)\)/.exec(transform) ?? [];
  return { x: at.x + Number(x) * at.scale, y: at.y + Number(y) * at.scale, scale: at.scale * Number(scale) };
}

function shapeOf({ tag, attrs }: SceneNode, at: Place): Box[] {
  const number = (name: string) => Number(attrs[name] ?? 0) * at.scale;
  if (tag === 'rect') return [{ x: at.x + number('x'), y: at.y + number('y'), width: number('width'), height: number('height') }];
  if (tag === 'circle')
    return [
      { x: at.x + number('cx') - number('r'), y: at.y + number('cy') - number('r'), width: 2 * number('r'), height: 2 * number('r') },
    ];
  return [];
}

/** A text must stay in its region, and in the shapes that it stands on. */
function readText(node: SceneNode, at: Place, shapes: Box[], found: Geometry, bounds: Box): void {
  const size = Number(node.attrs['font-size']);
  const spans = node.children?.filter(({ tag }) => tag === 'tspan') ?? [];
  for (const line of spans.length > 0 ? spans : [node]) {
    const text = line.text ?? '';
    const width = measure(text, size, faceOf(node));
    const anchor = node.attrs['text-anchor'] ?? 'start';
    const leftward = node.attrs.direction === 'rtl';
    const share = anchor === 'middle' ? 0.5 : (anchor === 'end') === leftward ? 0 : 1;
    const middle = at.y + Number(line.attrs.y) - size * 0.364;
    const box = { x: at.x + Number(line.attrs.x) - width * share, y: middle - size / 2, width, height: size };
    const holders = shapes.filter(({ x, y, width: wide, height }) => {
      const within = [box.x + Math.min(4, width / 2), box.x + width / 2].some((at) => at >= x && at <= x + wide);
      return within && middle >= y && middle <= y + height;
    });
    found.lines.push({ ...box, text, holders: [bounds, ...holders] });
  }
}

/** The face that a text's attributes name. */
export function faceOf({ attrs }: SceneNode): Face {
  const [weight, style] = [Number(attrs['font-weight'] ?? 400), attrs['font-style'] ?? 'normal'];
  const found = Object.entries(faces).find(([, face]) => face.weight === weight && face.style === style);
  if (!found) throw new Error(`No face has weight ${weight} and style ${style}`);
  return found[0] as Face;
}

/** Points along a drawn path. */
function curveAlong(d: string, at: Place): { x: number; y: number }[] {
  return pointsOf(d).map(({ x, y }) => ({ x: x + at.x, y: y + at.y }));
}
