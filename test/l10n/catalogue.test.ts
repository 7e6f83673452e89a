import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCalls, callsIn, catalogue, keys } from './keys.ts';

const root = join(import.meta.dirname, '../..');
const french = catalogue();
const all = keys();
/** A text and its translation as one line of a list. */
const pairs = Object.entries(french);
const sorted = (list: Iterable<string>): string[] => [...list].sort();

describe('what a person reads', () => {
  test('is said with a plain text, so that it can be translated', () => {
    expect(allCalls().filter(({ texts }) => !texts.length)).toEqual([]);
  });

  test('is collected wherever it is said', () => {
    const source = `
      say('one', name); tongue("two"); context.tongue?.('three'); (context.tongue ?? english)('four'); l10n.t(\`five\`);
      say(many ? 'six' : 'seven'); other('no'); tongue(rule.why); say(\`\${name} is\`); tongue(name);
      const kept: Tongue = (text: string): string => text as string; // say('no')
    `;
    const calls = callsIn('planted.ts', source);
    expect(calls.flatMap(({ texts }) => texts)).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven']);
    expect(calls.filter(({ texts }) => !texts.length).map(({ line }) => line)).toEqual([3, 3]);
  });

  test('is many sentences', () => {
    expect(all.size).toBeGreaterThan(400);
  });
});

describe('the French catalogue', () => {
  test('translates every text', () => {
    expect([...all].filter(([text]) => !Object.hasOwn(french, text)).map(([text, from]) => `${from}: ${text}`)).toEqual([]);
  });

  test('translates nothing that nobody says', () => {
    expect(Object.keys(french).filter((text) => !all.has(text))).toEqual([]);
  });

  test('is French, but for words that both tongues share', () => {
    const shared =
      'Blueprint,Contact,Frustrations,Motivation,Options,Segment,Zoom,code,impatient,info,minutes,format,owner {0},patient,persona,Personas,via {0}'.split(
        ',',
      );
    expect(pairs.flatMap(([text, said]) => (text === said && !shared.includes(text) ? [text] : []))).toEqual([]);
  });

  test('keeps the places that are filled in', () => {
    const places = (text: string) => sorted(new Set(text.match(/\{\d+\}/g) ?? []));
    expect(pairs.filter(([text, said]) => `${places(text)}` !== `${places(said)}`)).toEqual([]);
  });

  test('keeps the words of the language', () => {
    const words = (text: string) => sorted(text.match(/`[^`]*`/g) ?? []);
    expect(pairs.filter(([text, said]) => `${words(text)}` !== `${words(said)}`)).toEqual([]);
  });

  test('ends as the text does', () => {
    const end = (text: string) => /[.?:…]$/.exec(text.trim())?.[0];
    expect(pairs.filter(([text, said]) => end(text) !== end(said))).toEqual([]);
  });

  test('is set as French is', () => {
    const wrong = (said: string): boolean => {
      const prose = said.replace(/`[^`]*`/g, '`').replace(/"[^"]*"/g, '"');
      return (
        /[a-zà-ÿ]'/iu.test(prose) || // ’
        /[ \u202f][:;?!»]|« |«[^\u00a0]|[^\u00a0«]»/u.test(prose) || // a no-break space within quotes and before high marks
        /[\p{L}\p{N}`"»)}][;?!]|[\p{L}`"»)}]:(?=\s|$)/u.test(prose) ||
        /[“”]|\.\.\./.test(prose)
      );
    };
    expect(pairs.filter(([, said]) => wrong(said)).map(([, said]) => said)).toEqual([]);
    for (const planted of ["l'étape", 'Qui ?', '« oui »', 'Quoi?', 'ceci: cela', '“oui”']) expect(wrong(planted), planted).toBe(true);
    for (const right of ['l’étape', 'Qui\u00a0?', '«\u00a0oui\u00a0»', 'à 09:10', 'dites\u00a0: `via "l\'un"`']) {
      expect(wrong(right), right).toBe(false);
    }
  });
});

describe('the titles in package.json', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const used = sorted(new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key as string)));
  const files = readdirSync(root).filter((name) => /^package\.nls(\.\w+)?\.json$/.test(name));

  test('come in every tongue that the catalogues have', () => {
    const tongues = readdirSync(join(root, 'l10n')).flatMap((name) => /^bundle\.l10n\.(\w+)\.json$/.exec(name)?.[1] ?? []);
    expect(sorted(files)).toEqual(sorted(['package.nls.json', ...tongues.map((tongue) => `package.nls.${tongue}.json`)]));
    expect(used.length).toBeGreaterThan(3);
  });

  test.each(files)('%s has those that are used, and no others', (name) => {
    const titles = JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, string>;
    expect(sorted(Object.keys(titles))).toEqual(used);
    for (const title of Object.values(titles)) expect(title.trim()).not.toBe('');
  });

  test('nothing that a person reads is written into package.json itself', () => {
    const { contributes } = JSON.parse(manifest) as { contributes: Record<string, unknown> };
    const plain: string[] = [];
    const visit = (value: unknown, key = ''): void => {
      if (typeof value === 'string') {
        if (
          /^(title|description|markdownDescription|enumDescriptions|markdownEnumDescriptions|label|name|displayName|contents|detail)$/.test(
            key,
          )
        )
          plain.push(value);
      } else if (Array.isArray(value)) for (const each of value) visit(each, key);
      else if (value && typeof value === 'object') for (const [name, each] of Object.entries(value)) visit(each, name);
    };
    visit(contributes);
    expect(plain.length).toBeGreaterThan(2);
    expect(plain.filter((text) => !/^%.*%$/.test(text) && text !== 'Journey')).toEqual([]);
  });

  test('and what they come from is packed', () => {
    const { files: packed, l10n } = JSON.parse(manifest) as { files: string[]; l10n: string };
    expect(packed).toEqual(expect.arrayContaining(['l10n/*.json', ...files]));
    expect(existsSync(join(root, l10n, 'bundle.l10n.fr.json'))).toBe(true);
  });
});
