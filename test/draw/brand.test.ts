import { describe, expect, test } from 'vitest';
import { Drawing, type DrawOptions, drawMap, light, themes, toSvg } from '../../src/draw/index.ts';
import type { SceneNode } from '../../src/draw/scene.ts';
import { viewNames } from '../../src/language/names/settings.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { longMap, map, maps, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';

const picture = (type: string): string => `data:image/${type};base64,AAAA`;
const logo = { href: picture('svg+xml'), size: { width: 200, height: 50 } };

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The logo and its plate, in the picture's coordinates. */
function logoIn(
  options: Omit<DrawOptions, 'theme'> & Partial<DrawOptions>,
  drawn = map('laptop'),
): { image?: Placed; plate?: Placed; width: number } {
  const scene = drawMap(drawn, { theme: light, ...options });
  const found: { image?: Placed; plate?: Placed; width: number } = { width: scene.width };
  for (const region of scene.regions) {
    for (const { node, above } of nodesOf(region.children)) {
      if (above.at(-1)?.key !== 'logo') continue;
      const { x, y, width, height } = node.attrs as unknown as Placed;
      found[node.tag === 'image' ? 'image' : 'plate'] = { x: x + region.x, y: y + region.y, width, height };
    }
  }
  return found;
}

describe('a logo', () => {
  test.each(viewNames)('stands at the top right in the view %s, no higher than 32 pixels', (view) => {
    for (const width of [undefined, 360, 900]) {
      const { image, width: whole } = logoIn({ view, logo, ...(width ? { width } : {}) });
      expect(image).toMatchObject({ width: 128, height: 32 });
      expect((image?.y ?? 99) + 32).toBeLessThan(80);
      expect((image?.x ?? 0) + 128).toBeGreaterThan(Math.min(whole, width ?? whole) - 60);
      expect((image?.x ?? 0) + 128).toBeLessThan(whole);
    }
  });

  test.each([
    ['wide', 'svg+xml', { width: 1000, height: 50 }, { width: 160, height: 8 }],
    ['high', 'svg+xml', { width: 50, height: 1000 }, { width: 2, height: 32 }],
    ['small, in pixels', 'png', { width: 24, height: 12 }, { width: 24, height: 12 }],
    ['small, of lines', 'svg+xml', { width: 24, height: 12 }, { width: 64, height: 32 }],
    ['of no known size', 'webp', undefined, { width: 96, height: 32 }],
  ])('that is %s is drawn in its own proportions', (_, type, size, is) => {
    expect(logoIn({ logo: { href: picture(type), ...(size ? { size } : {}) } }).image).toMatchObject(is);
  });

  test('has a white plate on a dark ground, but for a photograph', () => {
    expect(logoIn({ logo }).plate).toBeUndefined();
    for (const theme of [themes.dark, themes['high-contrast-dark']]) {
      expect(logoIn({ logo, theme }).plate).toBeDefined();
      expect(logoIn({ logo: { ...logo, href: picture('jpeg') }, theme }).plate).toBeUndefined();
      expect(logoIn({ logo, theme }).image).toEqual(logoIn({ logo }).image);
    }
  });

  test.each(['https://example.org/logo.svg', 'javascript:alert(1)', 'data:text/html,x', ''])('%j is not asked for', (href) => {
    expect(JSON.stringify(drawMap(map('laptop'), { theme: light, logo: { href } }))).toBe(
      JSON.stringify(drawMap(map('laptop'), { theme: light })),
    );
  });

  test.each([...Object.keys(maps), 'sixty'])('moves nothing of the map %s into its place', (name) => {
    const drawn = name === 'sixty' ? longMap(60) : map(name);
    for (const view of viewNames) {
      for (const width of [undefined, 360, 640, 900]) {
        const scene = drawMap(drawn, { theme: light, view, logo, marks: marksOnAll(drawn), ...(width ? { width } : {}) });
        expect(overlaps(geometryOfScene(scene)), `${view} ${width}`).toEqual([]);
        const [head] = scene.regions;
        const image = [...nodesOf(head?.children ?? [])].find(
          ({ node, above }) => node.tag === 'image' && above.at(-1)?.key === 'logo',
        )?.node;
        const at = image?.attrs as unknown as Placed;
        const under = geometryOfScene({ ...scene, regions: head ? [{ ...head, x: 0, y: 0 }] : [] }).lines.filter(
          (line) => line.x < at.x + at.width && line.x + line.width > at.x && line.y < at.y + at.height && line.y + line.height > at.y,
        );
        expect(
          under.map(({ text }) => text),
          `${view} ${width}`,
        ).toEqual([]);
      }
    }
  });
});

describe('the font of a house', () => {
  test('comes first, and ours behind it', () => {
    const family = (font?: string) =>
      /font-family="([^"]*)"/.exec(toSvg(drawMap(map('laptop'), { theme: light, ...(font ? { font } : {}) })))?.[1];
    expect(family('Source Sans 3')).toBe(`'Source Sans 3', ${family()}`);
    expect(family('serif')).toBe(`serif, ${family()}`);
  });

  test.each(viewNames)('is that of the view %s', (view) => {
    expect(drawMap(map('laptop'), { theme: light, view, font: 'Lato' }).font).toBe('Lato');
  });

  test.each(['Lato', 'JetBrains Mono'])('leaves text room, also after ours was measured: %s', (font) => {
    const texts = (scene: ReturnType<typeof drawMap>): SceneNode[] =>
      scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node)).filter(({ tag }) => tag === 'tspan');
    const drawing = new Drawing();
    const ours = drawing.draw(map('laptop'), { theme: light });
    const theirs = drawing.draw(map('laptop'), { theme: light, font });
    expect(texts(theirs).length).toBeGreaterThan(texts(ours).length);
    expect(theirs).toEqual(drawMap(map('laptop'), { theme: light, font }));
    expect(drawing.draw(map('laptop'), { theme: light })).toEqual(ours);
  });
});
