import { describe, expect, test } from 'vitest';
import { drawMap, type SceneNode } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { viewNames } from '../../src/language/names/settings.ts';
import { type Sheet, sheetsFor } from '../../src/render/pdf/sheets.ts';
import { longMap, maps } from '../draw/maps.ts';
import { inTongue } from '../draw/tongues.ts';

const all = { ...maps, sixty: longMap(60), Arabic: inTongue(longMap(12), 'Arabic'), German: inTongue(longMap(12), 'German') };
const papers = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;
const cases = Object.entries(all).flatMap(([name, map]) =>
  viewNames.flatMap((view) => Object.entries(papers).map(([paper, size]) => ({ name, map, view, paper, size }))),
);

/** From the top of each line of text to its foot, in a picture's own pixels. */
function linesOf(nodes: readonly SceneNode[], dy: number): { top: number; bottom: number; text: string }[] {
  return nodes.flatMap(({ tag, attrs, text, children = [] }) => {
    if (tag === 'g') return linesOf(children, dy + Number(/^translate\(\S+ ([^\s)]+)\)/.exec(String(attrs.transform ?? ''))?.[1] ?? 0));
    if (tag !== 'text') return [];
    const size = Number(attrs['font-size']);
    const lines = text === undefined ? children.filter((each) => each.tag === 'tspan') : [{ attrs, text }];
    return lines.map((line) => {
      const y = dy + Number(line.attrs.y);
      return { top: y - size * 0.75, bottom: y + size * 0.25, text: line.text ?? '' };
    });
  });
}

/** Lines of text that a page's end goes through. */
function cutLines({ scene, window }: Sheet): string[] {
  const regions = scene.regions.filter(({ key }) => key !== 'legend');
  const lines = regions.flatMap(({ children, y }) => linesOf(children, y));
  return lines
    .filter(({ top, bottom }) => [window.top, window.bottom].some((edge) => top < edge - 1 && bottom > edge + 1))
    .map(({ text }) => text);
}

describe.each(cases)('$name as $view on $paper', ({ map, view, size }) => {
  const natural = drawMap(map, { theme: light, view, inFull: true, legend: true });
  const { width, height, sheets } = sheetsFor(
    (wanted) => drawMap(map, { theme: light, view, inFull: true, legend: true, ...wanted }),
    size,
  );

  test('stands on pages on which all can be read, and no text is cut', () => {
    expect([width, height].sort((a, b) => a - b)).toEqual([...size]);
    for (const sheet of sheets) {
      expect(sheet.scale * 11).toBeGreaterThan(5.5);
      expect((sheet.scene.width - 32) * sheet.scale).toBeLessThan(width - 50);
      const high = sheet.window.bottom - sheet.window.top;
      expect(Math.min(high, sheet.scene.height - 44) * sheet.scale).toBeLessThan(height - 40);
      expect(cutLines(sheet)).toEqual([]);
    }
  });

  test('shows each step once, from top to bottom without a gap', () => {
    const byScene = [...Map.groupBy(sheets, ({ scene }) => scene)];
    expect(byScene.flatMap(([scene]) => scene.columns.map(({ id }) => id))).toEqual(natural.columns.map(({ id }) => id));
    for (const [scene, own] of byScene) {
      expect(own[0]?.window.top).toBe(0);
      expect(own.at(-1)?.window.bottom).toBe(scene.height);
      for (const [index, { window }] of own.slice(1).entries()) expect(window.top).toBe(own[index]?.window.bottom);
    }
  });
});

test('a page of A3 shows more than one of A4, and a long map takes many', () => {
  const count = (name: keyof typeof papers) =>
    sheetsFor((wanted) => drawMap(all.sixty, { theme: light, inFull: true, ...wanted }), papers[name]).sheets.length;
  expect(count('A4')).toBeGreaterThan(count('A3') * 1.5);
  expect(count('A3')).toBeGreaterThan(3);
});
