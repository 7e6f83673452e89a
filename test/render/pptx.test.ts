import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringsOf } from '../../src/draw/index.ts';
import { tellMap } from '../../src/exchange/telling.ts';
import { toText } from '../../src/language/message.ts';
import type { ViewName } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { render } from '../../src/render/index.ts';
import type { Job } from '../../src/render/job.ts';
import { nodeResources } from '../../src/render/node/resources.ts';
import { hardMaps } from '../draw/hard-maps.ts';
import { longMap, map } from '../draw/maps.ts';
import { samples } from '../draw/samples.ts';
import { inTongue } from '../draw/tongues.ts';
import { all, type Element, linesOf, parsed, unzipped, within } from './office.ts';
import { isInOrder } from './office-order.ts';
import { fontsOfPdf, infoOfPdf, pagesOfPdf, pdfsByLibreOffice, scratch, textOfPdf } from './readers.ts';
import { expectAsReviewed } from './reviewed.ts';

/** A slide is 13⅓ by 7½ inches: 960 by 540 points, of 12,700 EMU. */
const [width, height, foot] = [960, 540, 514];
const perPoint = 12700;

const jobOf = (of: JourneyMap, more: Partial<Job> = {}): Job => ({ map: of, theme: 'light', photos: {}, ...more });

async function deckOf(job: Job): Promise<Uint8Array> {
  const { content, warnings } = await render('pptx', job, nodeResources());
  expect(warnings).toEqual([]);
  return content as Uint8Array;
}

interface Deck {
  name: string;
  job: Job;
  bytes: Uint8Array;
  files: Map<string, Buffer>;
  slides: Element[];
  notes: string[][];
}

async function opened(name: string, job: Job): Promise<Deck> {
  const bytes = await deckOf(job);
  const files = unzipped(bytes);
  const numbered = (folder: string, part: string) =>
    Array.from({ length: [...files.keys()].filter((path) => path.startsWith(`ppt/${folder}/${part}`)).length }, (_, index) =>
      parsed(`${files.get(`ppt/${folder}/${part}${index + 1}.xml`)}`),
    );
  return { name, job, bytes, files, slides: numbered('slides', 'slide'), notes: numbered('notesSlides', 'notesSlide').map(linesOf) };
}

const decks: Deck[] = [];
const deck = (name: string): Deck => {
  const found = decks.find((each) => each.name === name);
  if (!found) throw new Error(`There is no deck ${name}`);
  return found;
};

beforeAll(async () => {
  const jobs: [string, Job][] = (await samples()).map(({ name, map: of, before, language }) => [
    name,
    jobOf(of, { language, ...(before ? { before, view: 'compare' as const } : {}) }),
  ]);
  for (const name of ['everything', 'personas', 'sparse'])
    jobs.push([name, jobOf(map(name), { theme: name === 'personas' ? 'dark' : 'light' })]);
  for (const tongue of ['German', 'Arabic', 'Hebrew', 'Japanese', 'Thai', 'emoji', 'a word of 80 letters'])
    jobs.push([tongue, jobOf(inTongue(map('laptop'), tongue))]);
  for (const [name, of] of Object.entries(hardMaps)) jobs.push([name, jobOf(of)]);
  for (const view of ['macro', 'blueprint', 'persona'] as ViewName[]) jobs.push([view, jobOf(map('everything'), { view })]);
  jobs.push(['60 steps', jobOf(longMap(60))], ['a house', jobOf(map('laptop'), { accent: '#00a3ad', font: 'Courier New' })]);
  jobs.push(['much of all', jobOf(swollen(map('laptop')), { theme: 'print' })]);
  for (const [name, job] of jobs) decks.push(await opened(name, job));
}, 120_000);

/** A map with ten times as much in each step, and texts of several hundred letters. */
function swollen(of: JourneyMap): JourneyMap {
  const long = 'Waits for an answer that nobody wrote, asks again and is told to wait. '.repeat(6);
  const many = <Value extends { id: string }>(list: Value[]): Value[] =>
    Array.from({ length: 10 }, (_, at) =>
      list.map((each) => ({ ...each, id: `${each.id}/${at}`, ...('text' in each ? { text: `${at} ${long}` } : {}) })),
    ).flat();
  return {
    ...of,
    title: `${of.title} ${long}`,
    stages: of.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({
        ...step,
        does: many(step.does),
        touchpoints: many(step.touchpoints),
        pains: many(step.pains),
        opportunities: step.opportunities.map((each) => ({ ...each, actions: many(each.actions) })),
      })),
    })),
  };
}

interface Box {
  x: number;
  y: number;
  right: number;
  bottom: number;
  text: string;
}

function placeOf(element: Element, name: string): Omit<Box, 'text'> | undefined {
  const [place] = all(element, name);
  const [off, ext] = place?.children ?? [];
  if (!off || !ext) return undefined;
  const [x, y, wide, high] = [off.attrs.x, off.attrs.y, ext.attrs.cx, ext.attrs.cy].map((value) => Number(value) / perPoint) as [
    number,
    number,
    number,
    number,
  ];
  return { x, y, right: x + wide, bottom: y + high };
}

/** Boxes with text, and tables, of a slide; its foot stands elsewhere. */
function boxesOf(slide: Element): Box[] {
  const shapes = all(slide, 'p:sp').filter((shape) => linesOf(shape).join('').trim() !== '');
  const boxes = shapes.flatMap((shape) => {
    const place = placeOf(shape, 'a:xfrm');
    return place ? [{ ...place, text: linesOf(shape).join(' ') }] : [];
  });
  const tables = all(slide, 'p:graphicFrame').map((frame) => ({ ...(placeOf(frame, 'p:xfrm') as Omit<Box, 'text'>), text: 'table' }));
  return [...boxes, ...tables];
}

const over = (a: Omit<Box, 'text'>, b: Omit<Box, 'text'>, by = 0.5) =>
  Math.min(a.right, b.right) - Math.max(a.x, b.x) > by && Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y) > by;

describe('a deck', () => {
  test('is a whole package: each part is declared, well-formed and found', () => {
    expect(decks.length).toBeGreaterThan(20);
    for (const { name, files } of decks) {
      const types = parsed(`${files.get('[Content_Types].xml')}`);
      const declared = new Map(all(types, 'Override').map(({ attrs }) => [attrs.PartName?.slice(1), attrs.ContentType]));
      for (const [path, content] of files) {
        if (path.endsWith('.xml') && path !== '[Content_Types].xml')
          expect(declared.get(path), `${name}: ${path}`).toMatch(/^application\/vnd\.openxmlformats-/);
        if (/\.(xml|rels)$/.test(path)) expect(() => parsed(`${content}`), `${name}: ${path}`).not.toThrow();
        if (!path.endsWith('.rels')) continue;
        const folder = path.replace(/_rels\/[^/]+$/, '');
        for (const { attrs } of all(parsed(`${content}`), 'Relationship')) {
          if (attrs.TargetMode !== 'External') expect([...files.keys()], `${name}: ${path}`).toContain(join(folder, `${attrs.Target}`));
        }
      }
      for (const path of declared.keys()) expect([...files.keys()]).toContain(path);
    }
  });

  test('has slides whose shapes have ids of their own, a title, links and pictures that are there, and notes', () => {
    for (const { name, slides, files, notes } of decks) {
      expect(slides.length, name).toBeGreaterThan(0);
      for (const [index, slide] of slides.entries()) {
        const where = `${name}, slide ${index + 1}`;
        const ids = all(slide, 'p:cNvPr').map(({ attrs }) => attrs.id);
        expect(new Set(ids).size, where).toBe(ids.length);
        const [title] = all(slide, 'p:sp').filter((shape) => all(shape, 'p:ph').some(({ attrs }) => attrs.type === 'title'));
        expect(title && linesOf(title).join('').trim(), where).not.toBe('');
        const relations = all(parsed(`${files.get(`ppt/slides/_rels/slide${index + 1}.xml.rels`)}`), 'Relationship').map(
          ({ attrs }) => attrs.Id,
        );
        const used = [
          ...all(slide, 'a:hlinkClick').map(({ attrs }) => attrs['r:id']),
          ...all(slide, 'a:blip').map(({ attrs }) => attrs['r:embed']),
        ];
        for (const id of used) expect(relations, where).toContain(id);
        expect(notes[index]?.join('').trim(), where).not.toBe('');
        for (const table of all(slide, 'a:tbl')) {
          const columns = all(table, 'a:gridCol').length;
          for (const row of all(table, 'a:tr')) expect(all(row, 'a:tc'), where).toHaveLength(columns);
        }
      }
    }
  });

  test('has elements in the order of the standard, without which PowerPoint repairs a file', () => {
    expect(isInOrder(parsed('<a:r><a:t>x</a:t><a:rPr/></a:r>'))).toBe(false);
    expect(isInOrder(parsed('<a:p><a:r/><a:pPr/></a:p>'))).toBe(false);
    for (const { name, files } of decks) {
      for (const [path, content] of files) {
        if (!path.endsWith('.xml')) continue;
        const wrong = [...within(parsed(`${content}`))].filter((element) => !isInOrder(element));
        expect(
          wrong.map((element) => [element.name, ...element.children.map((child) => child.name)].join(' ')),
          `${name}: ${path}`,
        ).toEqual([]);
      }
    }
  });

  test('has no text box over another and none off the slide', () => {
    for (const { name, slides } of decks) {
      for (const [index, slide] of slides.entries()) {
        const boxes = boxesOf(slide);
        const crossing = boxes.flatMap((box, at) =>
          boxes.slice(at + 1).flatMap((other) => (over(box, other) ? [`${box.text} × ${other.text}`] : [])),
        );
        expect(crossing, `${name}, slide ${index + 1}`).toEqual([]);
        const off = boxes.filter(({ x, y, right, bottom }) => x < 0 || y < 0 || right > width || bottom > foot);
        expect(off, `${name}, slide ${index + 1}`).toEqual([]);
      }
    }
  });

  test('tells in its notes all that the map tells', () => {
    for (const { name, job, notes } of decks) {
      if (['persona', 'macro'].includes(job.view ?? job.map.view ?? 'map')) continue;
      const told = tellMap(job.map, stringsOf(job.language));
      const texts = [
        told.description,
        ...[told, ...told.personas, ...told.stages].flatMap(({ facts }) => facts.flatMap(({ lines }) => lines.map(({ text }) => text))),
        ...told.stages.flatMap(({ tables }) =>
          tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat().map(({ text }) => text))),
        ),
      ];
      const all = notes.flat().join('\n');
      const missing = texts
        .map((text) => text.replace(/\s+/g, ' ').trim())
        .filter((text) => text !== '' && !all.replace(/[^\S\n]+/g, ' ').includes(text));
      expect(missing, name).toEqual([]);
    }
  });

  test('is the same file for the same map, and says neither when nor by whom it was made', async () => {
    const { bytes, job, files } = deck('everything');
    expect(Buffer.compare(Buffer.from(await deckOf(structuredClone(job))), Buffer.from(bytes))).toBe(0);
    expect(`${files.get('docProps/core.xml')}`).not.toMatch(/dcterms|creator|lastModifiedBy/);
  });

  test('leads to the web and to mail, and nowhere else', async () => {
    const of = map('laptop');
    const tickets = [
      'https://example.org/T-1?a=1&b="2"',
      'mailto:desk@example.org?body=x',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '\\\\host\\share',
      'https://',
    ];
    const [pain] = of.stages.flatMap(({ steps }) => steps.flatMap(({ pains }) => pains));
    if (!pain) throw new Error('The map has no pain.');
    pain.actions = tickets.map((ticket, index) => ({ id: `action:${index}`, text: `Action ${index}`, ticket }));
    const { files } = await opened('links', jobOf(of));
    const links = [...files]
      .filter(([path]) => path.startsWith('ppt/slides/_rels/'))
      .flatMap(([, content]) => all(parsed(`${content}`), 'Relationship'));
    expect(links.filter(({ attrs }) => attrs.TargetMode === 'External').map(({ attrs }) => attrs.Target)).toEqual([
      'https://example.org/T-1?a=1&b=%222%22',
      'mailto:desk@example.org',
    ]);
  });

  test('takes what people write for text', async () => {
    const of = map('laptop');
    const evil = '</a:t><script>alert(1)</script>&amp;\u0000\ud800 "x"';
    of.title = evil;
    for (const step of of.stages.flatMap(({ steps }) => steps)) step.title = evil;
    const { slides } = await opened('evil', jobOf(of));
    expect(slides.flatMap((slide) => all(slide, 'script'))).toEqual([]);
    expect(slides.flatMap(linesOf)).toContain('</a:t><script>alert(1)</script>&amp;\ufffd "x"'.replace('\ufffd', ''));
  });

  test('asks who does it and by when only where something is done', async () => {
    const columns = async (name: string, of: JourneyMap) => {
      const { slides } = await opened(name, jobOf(of));
      const tables = slides.filter((slide) => linesOf(slide)[0] === 'Pains and what is done about them');
      return tables.map((slide) => all(slide, 'a:gridCol').length);
    };
    const of = map('laptop');
    const pain = of.stages.flatMap(({ steps }) => steps).find(({ pains }) => pains.length > 0)?.pains[0];
    if (!pain) throw new Error('The map has no pain.');
    for (const { pains } of of.stages.flatMap(({ steps }) => steps)) for (const each of pains) each.actions = [];
    expect(await columns('idle', of)).toEqual([2]);
    pain.actions = [{ ...pain, text: 'Merge the forms' }];
    expect(await columns('busy', of)).toEqual([6]);
  });

  test('names one font, that of the house where it has one, and its own colours', () => {
    const theme = (name: string) => `${deck(name).files.get('ppt/theme/theme1.xml')}`;
    expect(theme('everything')).toContain('<a:latin typeface="Arial"/>');
    expect(theme('a house')).toContain('<a:latin typeface="Courier New"/>');
    expect(theme('Japanese')).toContain('<a:ea typeface="Yu Gothic"/>');
    expect(theme('personas')).toContain('<a:dk1><a:srgbClr val="1E1F24"/></a:dk1>');
  });

  test('shows photos as pictures, each once in the file', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const of = map('laptop');
    const { files, slides } = await opened(
      'photos',
      jobOf(of, { photos: { [of.personas[0]?.name ?? '']: `data:image/png;base64,${pixel}` } }),
    );
    expect([...files.keys()].filter((path) => path.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png']);
    expect(files.get('ppt/media/image1.png')?.toString('base64')).toBe(pixel);
    const pictures = slides.flatMap((slide) => all(slide, 'p:pic'));
    expect(pictures.length).toBe(2);
    for (const picture of pictures) expect(all(picture, 'p:cNvPr')[0]?.attrs.descr).toBe(of.personas[0]?.title);
  });

  test('shows an SVG photo as dots, cut to a square from both sides alike, and leaves out one that is none', async () => {
    const of = map('laptop');
    const name = of.personas[0]?.name ?? '';
    const svg = (content: string) => `data:image/svg+xml;base64,${Buffer.from(content).toString('base64')}`;
    const wide = svg('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#0a0"/></svg>');
    const { files, slides } = await opened(
      'drawn photo',
      jobOf(of, { photos: { [name]: wide }, logo: { href: wide, size: { width: 200, height: 100 } } }),
    );
    expect([...files.keys()].filter((path) => path.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png']);
    const cuts = slides.flatMap((slide) => all(slide, 'a:srcRect').map(({ attrs }) => attrs));
    expect(cuts).toEqual([1, 2].map(() => ({ l: '25000', t: '0', r: '25000', b: '0' })));
    const { warnings } = await render('pptx', jobOf(of, { photos: { [name]: svg('no picture') } }), nodeResources());
    expect(warnings.map((warning) => toText(warning))).toEqual([expect.stringContaining('Save it as PNG')]);
  });

  test('is mirrored where it is read from right to left', () => {
    const { slides } = deck('Arabic');
    const first = slides.flatMap((slide) => all(slide, 'a:tbl'))[0];
    expect(first && all(first, 'a:tblPr')[0]?.attrs).toMatchObject({ lastCol: '1', firstCol: '0' });
    const heads = first ? all(all(first, 'a:tr')[0] as Element, 'a:tc').map((cell) => linesOf(cell).join('')) : [];
    expect(heads.at(-1)).toBe('Step');
    expect(all(slides[0] as Element, 'a:pPr').some(({ attrs }) => attrs.rtl === '1')).toBe(true);
  });

  test('asks nobody for anything, and opens without the network', () => {
    const dull = (xml: string) => xml.replace(/xmlns(:\w+)?="[^"]*"|Type="[^"]*"|uri="[^"]*"/g, '');
    for (const { name, files } of decks) {
      for (const [path, content] of files)
        if (path.endsWith('.rels') && !path.includes('slides/')) expect(dull(`${content}`), `${name}: ${path}`).not.toMatch(/https?:/);
    }
  });

  test('of 400 steps is whole, and no larger than a picture or two', async () => {
    const of = longMap(400);
    const { slides, bytes } = await opened('400 steps', jobOf(of));
    const heads = slides.flatMap((slide) => all(slide, 'a:tbl').flatMap((table) => linesOf(all(table, 'a:tr')[0] as Element)));
    expect(of.stages.flatMap(({ steps }) => steps.map(({ title }) => title)).filter((title) => !heads.includes(title))).toEqual([]);
    expect(bytes.length).toBeLessThan(1_000_000);
  }, 120_000);
});

describe('LibreOffice', () => {
  const shown = [
    'order-a-new-laptop-current',
    'order-a-new-laptop-future',
    'livraison-d-un-canape-canape',
    'blueprint',
    'personas',
    'much of all',
    'Hebrew',
  ];
  let pdfs: string[] = [];

  beforeAll(async () => {
    const to = scratch('pptx');
    const files = shown.map((name, index) => {
      const file = join(to, `deck-${index}.pptx`);
      writeFileSync(file, deck(name).bytes);
      return file;
    });
    pdfs = await pdfsByLibreOffice(files);
  }, 120_000);

  afterAll(() => {
    pdfs = [];
  });

  test('opens each deck, with all its slides', async () => {
    for (const [index, name] of shown.entries()) {
      const { Pages, Title } = await infoOfPdf(pdfs[index] ?? '');
      expect([name, Number(Pages)]).toEqual([name, deck(name).slides.length]);
      expect(Title, name).toBe(deck(name).job.map.title.replace(/\s+/g, ' ').trim());
    }
  }, 60_000);

  test('shows every word of each slide, where none crosses another or runs off', async () => {
    for (const [index, name] of shown.entries()) {
      const pages = (await textOfPdf(pdfs[index] ?? '', ['-bbox'])).split('<page ').slice(1).map(wordsOf);
      for (const [at, words] of pages.entries()) {
        const where = `${name}, slide ${at + 1}`;
        // Letters that join stand in an order of their own in a PDF.
        const read = bare(words.map(({ text }) => text).join(''));
        const texts = all(deck(name).slides[at] as Element, 'a:t').flatMap(({ text }) =>
          /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? [] : text.split(/\s+/),
        );
        expect(
          texts.filter((text) => !read.includes(bare(text))),
          where,
        ).toEqual([]);
        const low = words.filter(({ bottom, right, x, y }) => x < 0 || right > width || bottom > height || (bottom > foot + 2 && y < foot));
        expect(low, where).toEqual([]);
        const crossing = words.flatMap((word, from) =>
          words.slice(from + 1).flatMap((other) => (covers(word, other) > 0.25 ? [`${word.text} × ${other.text}`] : [])),
        );
        expect(crossing, where).toEqual([]);
      }
    }
  }, 120_000);

  test('sets all text of a house in its font', async () => {
    const file = join(scratch('pptx'), 'house.pptx');
    writeFileSync(file, deck('a house').bytes);
    const used = (await fontsOfPdf((await pdfsByLibreOffice([file]))[0] ?? '')).split('\n').slice(2);
    const names = used.map((line) => /^(?:[A-Z]+\+)?(\w*)/.exec(line)?.[1] ?? '').filter((name) => name !== '' && name !== 'OpenSymbol');
    expect(names.length).toBeGreaterThan(0);
    // What Linux has for it.
    expect(names.filter((name) => !/^(?:CourierNew|LiberationMono)/.test(name))).toEqual([]);
  }, 60_000);

  test.each([
    ['order-a-new-laptop-current', [1, 3]],
    ['order-a-new-laptop-future', [2]],
    ['personas', [1]],
    ['Hebrew', [3]],
    ['blueprint', [3]],
  ] as const)(
    'shows %s as reviewed',
    async (name, wanted) => {
      const pages = await pagesOfPdf(pdfs[shown.indexOf(name)] ?? '', { width: 840 });
      for (const page of wanted) expectAsReviewed(pages[page - 1] as Uint8Array, `pptx-${name.replaceAll(' ', '-')}-${page}`);
    },
    60_000,
  );
});

function wordsOf(page: string): Box[] {
  return [...page.matchAll(/<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</g)].map(
    ([, x, y, right, bottom, text = '']) => ({
      x: Number(x),
      y: Number(y),
      right: Number(right),
      bottom: Number(bottom),
      text: text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    }),
  );
}

/** Letters alone, as a PDF and a slide both have them. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u2060-]/g, '');
}

/** How much of the smaller one lies under the other. */
function covers(a: Box, b: Box): number {
  const [wide, high] = [Math.min(a.right, b.right) - Math.max(a.x, b.x), Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y)];
  const area = ({ x, y, right, bottom }: Box) => (right - x) * (bottom - y);
  return wide > 0 && high > 0 ? (wide * high) / Math.min(area(a), area(b)) : 0;
}
