import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { drawMap, stringsOf, themes, toSvg } from '../../src/draw/index.ts';
import { type ThemeName, type ViewName, viewNames } from '../../src/language/names/settings.ts';
import { type Sample, samples } from './samples.ts';

/** The pictures of the samples as they were last looked at. `JOURNEY_GOLDEN=write` writes them anew: look at what differs before it is committed. */
const folder = join(import.meta.dirname, 'golden');
const writes = process.env.JOURNEY_GOLDEN === 'write';

interface Picture {
  file: string;
  sample: Sample;
  view: ViewName;
  theme: ThemeName;
  language: 'en' | 'fr';
}

const all = await samples();
/** The further journeys of a file are drawn as a whole only. */
const isFirst = ({ name }: Sample) => !/-\d$/.test(name);
const pictures: Picture[] = all.flatMap((sample) =>
  (isFirst(sample) ? viewNames : (['map'] as const)).map((view) => ({
    file: `${sample.name}-${view}.svg`,
    sample,
    view,
    theme: 'light',
    language: 'en',
  })),
);
const other = (name: string, suffix: string, changed: Partial<Picture>): Picture[] =>
  pictures.filter(({ file }) => file === `${name}-map.svg`).map((each) => ({ ...each, ...changed, file: `${name}-map-${suffix}.svg` }));
pictures.push(
  ...other('order-a-new-laptop-current', 'dark', { theme: 'dark' }),
  ...other('sign-up-for-a-trial-trial', 'print', { theme: 'print' }),
  ...other('livraison-d-un-canape-canape', 'french', { language: 'fr' }),
);

describe('the picture', () => {
  test.each(pictures)('$file is what it was, byte for byte', ({ file, sample: { map, before }, view, theme, language }) => {
    const drawn = toSvg(drawMap(map, { view, theme: themes[theme], labels: stringsOf(language), ...(before ? { before } : {}) }));
    const path = join(folder, file);
    if (writes) writeFileSync(path, drawn);
    const kept = readFileSync(path, 'utf8');
    expect(difference(kept, drawn)).toBeUndefined();
  });

  test('has no file that nothing draws', () => {
    const kept = readdirSync(folder).sort();
    expect(kept).toEqual(pictures.map(({ file }) => file).sort());
    expect(kept.length).toBeGreaterThan(30);
  });
});

afterAll(() => {
  if (!writes) return;
  const drawn = new Set(pictures.map(({ file }) => file));
  for (const file of readdirSync(folder)) if (!drawn.has(file)) rmSync(join(folder, file));
});

/** Where two texts begin to differ, with what is there in each: a picture is too long to be shown as a whole. */
function difference(kept: string, drawn: string): { at: number; kept: string; drawn: string } | undefined {
  if (kept === drawn) return undefined;
  let at = 0;
  while (kept[at] === drawn[at]) at += 1;
  const from = Math.max(0, at - 80);
  return { at, kept: kept.slice(from, at + 120), drawn: drawn.slice(from, at + 120) };
}
