import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mapsOf } from '../language/facts.ts';

const root = join(import.meta.dirname, '../..');
const teams = readFileSync(join(root, 'samples/order-a-new-laptop/teams.journey'), 'utf8');
const others = { 'file:///maps/teams.journey': teams };

/** Without `//` comments, which end with their line. No text of these maps holds two slashes. */
const bare = (text: string): string => text.replace(/[ \t]*\/\/.*$/gm, '');

const layouts: Record<string, (text: string) => string> = {
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with lone CR': (text) => text.replaceAll('\n', '\r'),
  'with a byte-order mark': (text) => `\ufeff${text}`,
  'without indentation': (text) => text.replace(/^[ \t]+/gm, ''),
  'indented at random': (text) => text.replace(/^[ \t]*/gm, (_, at: number) => ' \t'.repeat(at % 7)),
  'with blank lines': (text) => text.replaceAll('\n', '\n\n'),
  'with comments between': (text) => text.replaceAll('\n', ' // aside\n/* and\n aside */\n'),
  'on one line': (text) => text.replace(/\s+/g, ' '),
  'with keywords in capitals and colons': (text) =>
    text.replace(
      /^(\s*)(persona|stage|step|does|thinks|feels|goal|touchpoint|pain)\b/gm,
      (_, blanks: string, word: string) => `${blanks}${word.toUpperCase()}:`,
    ),
};

describe.each(['samples/order-a-new-laptop/current.journey', 'samples/livraison-d-un-canape/canape.journey', 'test/maps/german.journey'])(
  '%s',
  (path) => {
    const text = bare(readFileSync(join(root, path), 'utf8'));
    const maps = mapsOf(text, others);

    test.each(Object.entries(layouts))('means the same %s', (_, layout) => {
      expect(mapsOf(layout(text), others)).toEqual(maps);
    });

    test('is a map of some size', () => {
      expect(maps[0]?.stages.length).toBeGreaterThan(3);
      expect(maps[0]?.figures.touchpoints).toBeGreaterThan(5);
    });
  },
);
