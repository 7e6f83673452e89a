import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { drawMap, stringsOf } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { type HtmlNode, toHtmlHead, toHtmlStage } from '../../src/exchange/html-table.ts';
import { toMarkdown } from '../../src/exchange/markdown.ts';
import { tellMap } from '../../src/exchange/telling.ts';
import type { ToldMap } from '../../src/exchange/told.ts';
import { readDocument } from '../../src/language/document.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { type ViewName, viewNames } from '../../src/language/names/settings.ts';
import { buildMap } from '../../src/map/build.ts';
import { improvedMap } from '../../src/map/improved.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { nodesOf } from '../draw/geometry-of-scene.ts';
import { idsOf, longMap, maps } from '../draw/maps.ts';
import { inTongue } from '../draw/tongues.ts';

const samples = join(import.meta.dirname, '../../samples');

/** A map, and the one that it improves. */
interface Case {
  map: JourneyMap;
  before?: JourneyMap;
}

/** The maps of the samples by file and title. */
function sampleMaps(): [string, Case][] {
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.journey'));
  const documents = files.map((file) => readDocument(file, 1, readFileSync(join(samples, file), 'utf8')));
  const folder = new Folder();
  for (const document of documents) folder.set(document);
  return documents.flatMap((document) =>
    journeysOf(document).map((node): [string, Case] => {
      const map = buildMap(node, { document, folder });
      const before = improvedMap(node, { document, folder });
      return [`${document.uri} ${map.title}`, { map, ...(before ? { before } : {}) }];
    }),
  );
}

const all: [string, Case][] = [
  ...Object.entries(maps).map(([name, map]): [string, Case] => [name, { map }]),
  ['sixty', { map: longMap(60) }],
  ['everything beside the laptop', { map: maps.everything as JourneyMap, before: maps.laptop as JourneyMap }],
  ...sampleMaps(),
];

/** Letters and digits alone: where a line ends, and what stands between facts, differs from picture to table. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** What an HTML text shows. */
function shown(html: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

function htmlOf(told: ToldMap): HtmlNode[] {
  return [...toHtmlHead(told), ...told.stages.flatMap((stage) => toHtmlStage(stage, told.title))];
}

function words(nodes: HtmlNode['children']): string {
  return nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join(' ');
}

/** Every text of a picture, whole: what is shortened there is shown whole under the pointer. */
function textsOf({ map, before }: Case, tongue: 'en' | 'fr', view: ViewName): string[] {
  const scene = drawMap(map, { theme: light, labels: stringsOf(tongue), view, ...(before ? { before } : {}) });
  const found: string[] = [];
  for (const region of scene.regions.filter(({ key }) => key !== 'labels' && key !== 'corner')) {
    for (const { node, above } of nodesOf(region.children)) {
      // Initials and the like stand for a name that is told, and a number for steps that are named.
      if (node.tag !== 'text' || node.key === 'initials' || above.some(({ key }) => /^(tag|fold):/.test(key))) continue;
      const spans = (node.children ?? []).filter(({ tag }) => tag === 'tspan').map(({ text = '' }) => text);
      const whole = node.children?.find(({ tag }) => tag === 'title')?.text?.split('\n\n')[0];
      const text = (spans.at(-1)?.endsWith('…') ? whole : undefined) ?? (spans.length ? spans.join('') : (node.text ?? ''));
      found.push(view === 'blueprint' ? text.replace(/^\p{Lu}{1,2}(?:, \p{Lu}{1,2})*\s?: /u, '') : text);
    }
  }
  return found;
}

describe.each(viewNames)('the table of the view %s', (view) => {
  describe.each(['en', 'fr'] as const)('in %s', (tongue) => {
    test.each(all)('of %s says all that the picture says', (_, each) => {
      const told = tellMap(each.map, stringsOf(tongue), { view, ...(each.before ? { before: each.before } : {}) });
      const [markdown, html] = [bare(shown(marked.parse(toMarkdown(told), { async: false }))), bare(words(htmlOf(told)))];
      const missing = (within: string) => textsOf(each, tongue, view).filter((text) => !within.includes(bare(text)));
      expect(missing(html)).toEqual([]);
      expect(missing(markdown)).toEqual([]);
    });
  });

  test('leads from what it says to the elements that say it', () => {
    const map = maps.everything as JourneyMap;
    const before = maps.laptop as JourneyMap;
    const known = new Set([...idsOf(map), ...idsOf(before).map((id) => `before/${id}`)]);
    const led = idsIn(htmlOf(tellMap(map, stringsOf('en'), { view, before })));
    expect(led.length).toBeGreaterThan(5);
    expect(led.filter((id) => !known.has(id))).toEqual([]);
  });
});

function idsIn(nodes: HtmlNode['children']): string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.attrs['data-id'] ? [node.attrs['data-id']] : []), ...idsIn(node.children)],
  );
}

test('a table of the lanes that are asked for has these, in their order', () => {
  const told = tellMap(maps.everything as JourneyMap, stringsOf('en'), { lanes: ['pains', 'steps'] });
  expect([...new Set(told.stages.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.map(({ name }) => name))))]).toEqual([
    'Pains',
    'Steps',
  ]);
});

test.each(viewNames)('a map in Hebrew is told from right to left in the view %s, another is not', (view) => {
  const tell = (map: JourneyMap) => tellMap(map, stringsOf('en'), { view }).leftward;
  expect([tell(inTongue(maps.laptop as JourneyMap, 'Hebrew')), tell(maps.laptop as JourneyMap)]).toEqual([true, undefined]);
});

describe('what a map says stays text', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[click](javascript:alert(1))',
    '![x](https://example.org/x.png)',
    '| a | b |',
    '# heading',
    '- item',
    '1. one',
    '`code`',
    '**bold** __bold__ *it* ~~no~~',
    '&lt;b&gt; &amp;',
    'one\ntwo\n\n<b>three</b>',
    '\\| \\[',
    '"quoted" \'text\'',
  ];

  test.each(hostile)('%j', (text) => {
    const source = maps.everything as JourneyMap;
    const map = JSON.parse(JSON.stringify(source), (key, value) =>
      ['text', 'title', 'role', 'scenario', 'doc', 'name', 'link', 'ticket', 'when'].includes(key) && typeof value === 'string'
        ? text
        : value,
    ) as JourneyMap;
    const told = tellMap(map, stringsOf('en'));
    const html = marked.parse(toMarkdown(told), { async: false });
    const tags = (of: string) => new Set([...of.matchAll(/<\/?([a-z0-9]+)[^>]*>/g)].map(([, name]) => name));
    const allowed = ['h1', 'h2', 'p', 'ul', 'li', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br', 'a'];
    expect([...tags(html)].filter((name) => !allowed.includes(name as string))).toEqual([]);
    // Readers make a link of a bare address; of nothing else.
    expect(html).not.toMatch(/href="(?!https?:)/);
    // No cell is lost or won, and no row.
    const cells = (of: string) =>
      of
        .split(/<tr[^>]*>/)
        .slice(1)
        .map((row) => row.split(/<t[hd][^>]*>/).length - 1);
    const plain = marked.parse(toMarkdown(tellMap(source, stringsOf('en'))), { async: false });
    expect(cells(html)).toEqual(cells(plain));
    expect(shown(html).replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''));
  });
});
