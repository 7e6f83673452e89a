import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wholeFontFile } from '../../src/draw/fonts.ts';
import { drawMap, type SceneNode, stringsOf } from '../../src/draw/index.ts';
import { readsLeftward } from '../../src/draw/mirror.ts';
import { tellMap } from '../../src/exchange/telling.ts';
import { toText } from '../../src/language/message.ts';
import { drawOptions } from '../../src/render/drawn.ts';
import type { Job, MachineFont, Resources } from '../../src/render/job.ts';
import { nodeResources } from '../../src/render/node/resources.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { Refusal } from '../../src/render/refusal.ts';
import { longMap, map } from '../draw/maps.ts';
import { samples } from '../draw/samples.ts';
import { inTongue } from '../draw/tongues.ts';
import { readPng } from './pixels.ts';
import { fontsOfPdf, infoOfPdf, linksOfPdf, pagesOfPdf, scratch, textOfPdf } from './readers.ts';
import { expectAsReviewed } from './reviewed.ts';
import { tinyFont } from './tiny-font.ts';

const fonts = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/inter');
const resources: Resources = {
  font: async (face) => readFileSync(join(fonts, wholeFontFile(face))),
  asset: async (name) => {
    throw new Error(`A PDF needs no ${name}`);
  },
};
/** A machine with one font that has all letters that ours lacks, as boxes. */
const withBoxes: Resources = {
  ...resources,
  machineFonts: async (letters) => [boxes('Boxes', letters)],
};
const folder = scratch('pdf-test');

/** `width` is that of a letter, of 1000 to the em. */
function boxes(family: string, letters: string, has = letters, width = 1000): MachineFont {
  return { family, weight: 400, isItalic: false, hasOutlines: true, letters, data: tinyFont({ family, letters: has, width }) };
}

function jobOf(what: Pick<Job, 'map'> & Partial<Job>): Job {
  return { theme: 'light', photos: {}, ...what };
}

interface Written {
  file: string;
  bytes: Buffer;
  warnings: string[];
}

/** A job as a PDF, in a file, with what its reader is told. */
async function written(name: string, job: Job, own: Resources = resources): Promise<Written> {
  const { content, warnings } = await renderPdf(job, own);
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, content);
  return { file, bytes: Buffer.from(content), warnings: warnings.map((each) => toText(each)) };
}

/** Text without what depends on where its lines end: hyphens of broken words, and blanks; and without signs that only steer. */
function squeezed(text: string): string {
  return text.replace(/[\s\p{Cf}\u2010-]|[\ufe00-\ufe0f]/gu, '');
}

function textsIn(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap(({ tag, text, children = [] }) => (tag === 'title' ? [] : [text ?? '', ...textsIn(children)]));
}

/** What the picture shows of what a map tells, line by line. */
function shown(job: Job): string[] {
  const { map: drawn, before, view = 'map', lanes } = job;
  const told = tellMap(drawn, stringsOf(job.language), { view, ...(before ? { before } : {}), ...(lanes ? { lanes } : {}) });
  const lines = [
    told.title,
    ...[...told.facts, ...told.personas.flatMap((each) => each.facts), ...told.stages.flatMap((each) => each.facts)].flatMap((each) =>
      each.lines.map(({ text }) => text),
    ),
    ...told.personas.map(({ title }) => title),
    ...told.stages.flatMap(({ title, tables }) => [
      title,
      ...tables.flatMap(({ steps, rows }) => [
        ...steps.map((each) => each.title),
        ...rows.flatMap(({ cells }) => cells.flat().map(({ text }) => text)),
      ]),
    ]),
  ].map(squeezed);
  const scene = drawMap(drawn, { ...drawOptions(job), inFull: true });
  const picture = squeezed(scene.regions.flatMap(({ children }) => textsIn(children)).join(' '));
  // In the order of its glyphs, text from right to left is read backwards; it has a test of its own.
  const isOrdered = (line: string) => !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line);
  return [...new Set(lines)].filter((line) => line !== '' && isOrdered(line) && picture.includes(line));
}

const drawnSamples = new Map((await samples()).map(({ name, ...each }) => [name, jobOf(each)]));

function sample(name: string): Job {
  const found = drawnSamples.get(name);
  if (!found) throw new Error(`There is no sample ${name}`);
  return found;
}

const laptop = sample('order-a-new-laptop-current');
const cases: Record<string, Job> = {
  'the map': laptop,
  'what decides': { ...laptop, view: 'macro' },
  'a blueprint': { ...sample('one-problem-four-channels-broadband'), view: 'blueprint' },
  'two maps': { ...sample('order-a-new-laptop-future'), view: 'compare' },
  'a persona': { ...laptop, view: 'persona' },
  'a map in French on A3': { ...sample('livraison-d-un-canape-canape'), paper: 'a3' },
  'several personas on letter': jobOf({ map: map('personas'), paper: 'letter' }),
  'all that can be said, in the dark, on one long page': jobOf({ map: map('everything'), theme: 'dark', paper: 'long' }),
  'long German words': jobOf({ map: map('german') }),
  'an empty map': jobOf({ map: map('empty') }),
};

describe.each(Object.entries(cases))('%s', (name, job) => {
  const key = name.replace(/\W+/g, '-');
  const made = written(key, job, withBoxes);

  test('is a PDF that tells all that the picture shows', async () => {
    const { file, warnings } = await made;
    expect(warnings).toEqual([]);
    const told = squeezed(await textOfPdf(file, ['-raw']));
    const lines = shown(job);
    expect(lines.length).toBeGreaterThan(name === 'an empty map' ? 0 : 8);
    expect(lines.filter((line) => !told.includes(line))).toEqual([]);
    const fontRows = (await fontsOfPdf(file)).split('\n').slice(2).filter(Boolean);
    expect(fontRows.length).toBeGreaterThan(0);
    for (const row of fontRows) expect(row).toMatch(/Identity-H +yes yes yes/);
  });

  test('looks as it should', async () => {
    const { file } = await made;
    const [first] = await pagesOfPdf(file, { width: 1000, most: 1 });
    expectAsReviewed(first as Uint8Array, `pdf-${key}`);
  });
});

test('a map has its title, its language and no date, and the same bytes each time', async () => {
  const job = { ...sample('livraison-d-un-canape-canape'), paper: 'a3' as const };
  const { file, bytes } = await written('same', job);
  expect((await written('again', structuredClone(job))).bytes.equals(bytes)).toBe(true);
  const info = await infoOfPdf(file);
  expect(info).toMatchObject({ Title: "Livraison d'un canapé", Tagged: 'yes', JavaScript: 'no', Encrypted: 'no' });
  expect(Object.keys(info)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Author|Date/)]));
  const text = bytes.toString('latin1');
  expect(text).toContain('/Lang (fr)');
  expect(text).toMatch(/\/DisplayDocTitle true/);
});

test.each([
  ['a4', /^(?:595\.28 x 841\.89|841\.89 x 595\.28) pts \(A4\)/],
  ['a3', /^(?:841\.89 x 1190\.55|1190\.55 x 841\.89) pts \(A3\)/],
  ['letter', /^(?:612 x 792|792 x 612) pts \(letter\)/],
] as const)('pages of %s each tell who, which map and which page, and never show a step twice', async (paper, size) => {
  const { file } = await written(`paper-${paper}`, { ...laptop, paper });
  const info = await infoOfPdf(file);
  expect(info['Page size']).toMatch(size);
  const count = Number(info.Pages);
  expect(count).toBeGreaterThan(1);
  const pages = (await textOfPdf(file)).split('\f').slice(0, -1);
  expect(pages.length).toBe(count);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('Vera Cruz');
    expect(page).toContain('Order a new laptop');
    expect(squeezed(page)).toContain(`${index + 1}/${count}`);
    expect(page, 'what signs mean').toContain('rests on evidence');
    expect(laptop.map.stages.some(({ title }) => page.includes(title))).toBe(true);
  }
  const whole = pages.join('');
  for (const { text } of laptop.map.stages.flatMap(({ steps }) => steps.flatMap(({ pains }) => pains)))
    expect(whole.replace(/\s+/g, ' ').split(text).length, text).toBeLessThan(3);
});

test('one long page is as large as the picture, and a map that is too long for it is refused in words', async () => {
  const { file } = await written('long', { ...laptop, paper: 'long' });
  expect((await infoOfPdf(file)).Pages).toBe('1');
  const refused = renderPdf(jobOf({ map: longMap(400), paper: 'long' }), resources);
  await expect(refused).rejects.toThrow(Refusal);
  await expect(refused).rejects.toThrow(/^this map is 1\d\.\d m long .* leave out --paper long/);
});

test('a map of 60 steps is less than 1 MB', async () => {
  const { bytes, file } = await written('sixty', jobOf({ map: longMap(60) }));
  expect(bytes.length).toBeLessThan(400_000);
  const text = await textOfPdf(file);
  for (let stage = 1; stage <= 8; stage++) expect(text).toContain(`Stage ${stage}`);
});

test('evidence and tickets lead where they say, by the web and by mail alone', async () => {
  const drawn = map('laptop');
  const [first, second] = drawn.stages.flatMap(({ steps }) => steps);
  const evidence = ['https://example.com/a?b=(c)', 'mailto:desk@example.com', 'javascript:alert(1)', 'file:///etc/passwd', 'notes.md'].map(
    (link, index) => ({ id: `evidence:${index}`, text: `Proof ${index}`, link }),
  );
  first?.evidence.push(...evidence);
  const action = { id: 'action:1', text: 'Do it', ticket: 'https://tickets.example.com/7' };
  second?.opportunities.push({ id: 'opportunity:1', text: 'A chance', actions: [action, { ...action, id: 'action:2', ticket: 'SD-7' }] });
  const { file, bytes } = await written('links', jobOf({ map: drawn }));
  const found = (await linksOfPdf(file)).map(({ address }) => address);
  expect([...new Set(found)].sort()).toEqual(['https://example.com/a?b=(c)', 'https://tickets.example.com/7', 'mailto:desk@example.com']);
  expect(bytes.toString('latin1')).not.toMatch(/\/S \/(?:JavaScript|Launch|GoToR|SubmitForm)|\/OpenAction|\/AA\b/);
});

test.each(['a) Tj ET /JS (x', '\\(\\)', '</Title><x>&amp;', '\u0000\u0007\ufffe', '%%EOF\nendobj', 'F1 \u2028 \ud800'])(
  'what a map says becomes no part of the file: %j',
  async (text) => {
    const drawn = map('laptop');
    drawn.title = `Begin ${text} end`;
    const step = drawn.stages[0]?.steps[0];
    if (step) step.title = `Step ${text} done`;
    const { file } = await written('hostile', jobOf({ map: drawn }));
    const told = await textOfPdf(file, ['-raw']);
    expect(told).toContain('Begin ');
    expect(told).toMatch(/Step .*done/s);
    expect((await infoOfPdf(file)).JavaScript).toBe('no');
  },
);

test('text from right to left is found as it is read, and set in a font that has it', async () => {
  const drawn = inTongue(map('laptop'), 'Hebrew');
  expect(readsLeftward(drawn)).toBe(true);
  const machineFonts = async (letters: string) => [boxes('Boxes', letters, letters, 600)];
  const { file, warnings } = await written('hebrew', jobOf({ map: drawn }), { ...resources, machineFonts });
  expect(warnings).toEqual([]);
  const told = (await textOfPdf(file)).replace(/\p{Cf}/gu, '');
  const words = drawn.stages
    .flatMap(({ title, steps }) => [title, ...steps.map((each) => each.title)])
    .flatMap((title) => title.split(' '));
  const hebrew = words.filter((word) => /^\p{Script=Hebrew}+$/u.test(word));
  expect(hebrew.length).toBeGreaterThan(10);
  expect(hebrew.filter((word) => !told.includes(word))).toEqual([]);
  expectAsReviewed((await pagesOfPdf(file, { width: 1000, most: 1 }))[0] as Uint8Array, 'pdf-Hebrew');
});

test('letters that no font has are said, and can be searched all the same', async () => {
  const { file, warnings } = await written('thai', jobOf({ map: inTongue(map('laptop'), 'Thai') }), {
    ...resources,
    machineFonts: async () => [],
  });
  expect(warnings).toEqual([expect.stringMatching(/^No installed font has .* \(Thai\)/)]);
  expect(squeezed(await textOfPdf(file))).toContain(squeezed(inTongue(map('laptop'), 'Thai').stages[0]?.steps[0]?.title ?? '?'));
});

test('letters of a font that has no bold ones are drawn with a wider pen where they are to be bold', async () => {
  const job = jobOf({ map: inTongue(map('sparse'), 'Thai') });
  const ink = async (weight: number): Promise<number> => {
    const own = { ...resources, machineFonts: async (letters: string) => [{ ...boxes('Boxes', letters), weight }] };
    const [page] = await pagesOfPdf((await written(`thai-${weight}`, job, own)).file, { width: 1000 });
    return readPng(page as Uint8Array).rgba.reduce((sum, value) => sum + 255 - value, 0);
  };
  const [regular, bold] = [await ink(400), await ink(700)];
  expect(regular).toBeGreaterThan(bold);
});

const lettered =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="18" font-size="20" fill="#dc141e">ACME</text></svg>';

test('a logo that is an SVG keeps its letters', async () => {
  const logo = { href: `data:image/svg+xml;base64,${Buffer.from(lettered).toString('base64')}`, size: { width: 60, height: 20 } };
  const { file } = await written('logo', { ...laptop, logo }, nodeResources());
  const { rgba } = readPng((await pagesOfPdf(file, { width: 1000, most: 1 }))[0] as Uint8Array);
  let red = 0;
  for (let at = 0; at < rgba.length; at += 4) if ((rgba[at] ?? 0) > 200 && (rgba[at + 1] ?? 0) < 60) red++;
  expect(red).toBeGreaterThan(200);
});

test('the font of a house is used where the machine has it', async () => {
  const font = boxes('Brand', '', 'abcdefghijklmnopqrstuvwxyz');
  const { file } = await written('house', { ...laptop, font: 'Brand' }, { ...resources, machineFonts: async () => [font] });
  expect(await fontsOfPdf(file)).toMatch(/\+Brand.* yes yes yes/);
  expect(squeezed(await textOfPdf(file))).toContain('Lookfortheform');
});
