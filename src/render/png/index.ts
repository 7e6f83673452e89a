import type { Face } from '../../draw/fonts.ts';
import { type Scene, type SceneNode, toSvg, withoutGround } from '../../draw/index.ts';
import { say } from '../../language/message.ts';
import { drawn } from '../drawn.ts';
import { fontsFor, textOf } from '../fonts/for-text.ts';
import { lettersByFace } from '../fonts/letters.ts';
import { type Job, type Picture, type Rasterizer, type Rendered, type Resources, scales } from '../job.ts';
import { Refusal } from '../refusal.ts';
import { pngOf } from './file.ts';
import { withDrawnLetters } from './lettered.ts';
import { resvgWith, start } from './resvg.ts';
import { withUprightPhotos } from './upright.ts';

/** The most dots of a picture: who looks at it needs four bytes for each, a gigabyte. */
const mostDots = 2 ** 28;
/** As on paper and on the screens that a scale of 1 is meant for: a picture of scale 2 has 144 dots to an inch, as those of fine screens have. */
const perInch = 72;

/** A picture made of dots. Letters that our font lacks are set in fonts of the machine. */
export async function renderPng(job: Job, resources: Resources): Promise<Rendered> {
  // Its failure is told where it is waited for.
  if (!resources.rasterizer) start(resources).catch(() => {});
  const scene = withUprightPhotos(drawn(await withDrawnLetters(job, resources)));
  const { scale = usualScale(scene), transparent = false } = job;
  checkSize(scene, scale);
  const text = textOf(scene);
  const { fonts, family, isPlain, warnings } = await fontsFor(text, job.font, resources);
  const ours = await facesOf(scene, resources);
  const { font: _, ...unnamed } = scene;
  const named = family === undefined ? unnamed : { ...unnamed, font: family };
  const set = isPlain(text) ? named : (await import('./words.ts')).withDrawnWords(named, { ours, machine: fonts, family }, isPlain);
  const { width, height, svg } = scaled(set, scale, transparent);
  // Words in other fonts than the first are drawn already.
  const others = fonts.filter((font) => font.family === family).map(({ data }) => data);
  const rasterizer =
    (others.length === 0 && (await systemRasterizer(width * height, ours, resources))) ||
    (await resvgWith([...ours.values(), ...others], resources));
  const strips = rasterized(rasterizer(svg), width, height);
  const dots = { width, height, strips, isTransparent: transparent, perInch: perInch * scale };
  return { content: await pngOf(dots, resources.deflate?.()), warnings };
}

/** The faces of our font that a scene is set in. */
async function facesOf(scene: Scene, resources: Resources): Promise<Map<Face, Uint8Array>> {
  const used = new Set<Face>(['regular', ...lettersByFace([scene]).keys()]);
  return new Map(await Promise.all([...used].map(async (face) => [face, await resources.font(face)] as const)));
}

/** Of a picture that is larger nobody waits for the dots, nor has a program that shows them, but who asked for it. */
const mostUnasked = 2 ** 16;

/**
 * A scale that most programs can show the picture at.
 *
 * @throws Refusal where there is none.
 */
function usualScale({ width, height }: Scene): number {
  const longest = Math.max(width, height);
  if (longest * scales.usual <= scales.mostAlong) return scales.usual;
  if (longest * scales.ofLarge <= mostUnasked) return scales.ofLarge;
  const size = `${Math.ceil(width * scales.ofLarge)} × ${Math.ceil(height * scales.ofLarge)}`;
  const smaller = Math.max(scales.least, Math.floor((scales.mostAlong / longest) * 10) / 10);
  throw new Refusal(
    say(
      'a picture of {0} dots is larger than programs show. An SVG or a PDF can be of any size. On the command line `--scale {1}` makes it smaller.',
      size,
      smaller,
    ),
  );
}

/** Of larger pictures those of a system keep too much in memory. */
const mostForSystem = 2 ** 26;

/** What the machine draws with, where it has that and it needs no other font than ours. */
async function systemRasterizer(dots: number, ours: ReadonlyMap<Face, Uint8Array>, resources: Resources): Promise<Rasterizer | undefined> {
  return dots > mostForSystem ? undefined : resources.rasterizer?.([...ours.keys()]);
}

/** A scene as an SVG whose pixels are the dots. */
function scaled(scene: Scene, scale: number, transparent: boolean): { width: number; height: number; svg: string } {
  const [width, height] = [Math.ceil(scene.width * scale), Math.ceil(scene.height * scale)];
  const group = (key: string, transform: string, children: SceneNode[]): SceneNode => ({ tag: 'g', key, attrs: { transform }, children });
  const parts = (transparent ? withoutGround(scene) : scene).regions.map(({ key, x, y, children }) =>
    group(key, `translate(${x} ${y})`, children),
  );
  const whole = { key: 'scaled', x: 0, y: 0, width, height, children: [group('all', `scale(${scale})`, parts)] };
  return { width, height, svg: toSvg({ ...scene, width, height, regions: [whole] }, { transparent }) };
}

/** The most strips that a picture is drawn in, and how many dots one has at least: each goes through the whole picture again. */
const [mostStrips, leastDots] = [8, 2 ** 23];

/** Draws a picture strip by strip, from the top: the whole at once would take much memory, and its packing could only begin when all is drawn. */
function* rasterized(picture: Picture, width: number, height: number): Generator<Uint8Array> {
  // Of nothing there is no box; then there is one strip.
  const box = picture.getBBox();
  const rows = box ? Math.max(Math.ceil(height / mostStrips), Math.ceil(leastDots / width)) : height;
  for (let y = 0; y < height; y += rows) {
    if (box) picture.cropByBBox(Object.assign(box, { x: 0, y, width, height: Math.min(rows, height - y) }));
    const image = picture.render();
    const { pixels } = image;
    image.free?.();
    yield pixels;
  }
  box?.free?.();
  picture.free?.();
}

/** @throws Refusal where there are more dots than can be drawn. */
function checkSize({ width, height }: Scene, scale: number): void {
  const dots = (at: number) => Math.ceil(width * at) * Math.ceil(height * at);
  if (dots(scale) <= mostDots) return;
  const size = `${Math.ceil(width * scale)} × ${Math.ceil(height * scale)}`;
  let largest = Math.floor(Math.sqrt(mostDots / (width * height)) * 10) / 10;
  while (largest >= scales.least && dots(largest) > mostDots) largest = Math.round(largest * 10 - 1) / 10;
  throw new Refusal(
    largest < scales.least
      ? say('a picture of {0} dots is too large for a PNG. Write an SVG or a PDF.', size)
      : say(
          'a picture of {0} dots is too large for a PNG. The largest scale for this map is {1}. An SVG or a PDF can be of any size.',
          size,
          largest,
        ),
  );
}
