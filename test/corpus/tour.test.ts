import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { definitions, type Place, type StatementDefinition } from '../../src/language/statements.ts';
import { withAllBelow } from '../../src/language/tree/node.ts';

const text = readFileSync(join(import.meta.dirname, '../../samples/tour.journey'), 'utf8');
const document = readDocument('file:///samples/tour.journey', 1, text);
const nodes = withAllBelow(document.roots);

/** All that may be written in a statement: the word, each place and part, each word to choose. */
function all({ kind, head, parts }: StatementDefinition): { what: string; kind: string; place?: Place; value?: string }[] {
  return [
    { what: kind, kind },
    ...[...head, ...parts].flatMap((place) => [
      { what: `${kind}, its ${place.slot}`, kind, place },
      ...('of' in place.takes ? place.takes.of.map((value) => ({ what: `${kind} ${value}`, kind, place, value })) : []),
    ]),
  ];
}

describe('the tour', () => {
  test.each(definitions.flatMap(all))('has $what', ({ kind, place, value }) => {
    const statements = nodes.filter((node) => node.kind === kind).map(({ statement }) => statement);
    const items = statements.map(({ items, lists }) => place && (items[place.slot]?.text ?? lists[place.slot]?.[0]?.text));
    expect(statements.length).toBeGreaterThan(0);
    // A journey opens in one view; the comment beside it names others.
    const beside = kind === 'view' && new RegExp(`view \\w+ +// .*\\b${value}\\b`).test(text);
    if (place) expect(beside || items.some((item) => (value === undefined ? item : item === value))).toBe(true);
  });

  test.each(definitions.flatMap(({ kind, in: holders }) => holders.map((holder) => ({ kind, holder }))))(
    'has $kind in a $holder',
    ({ kind, holder }) => {
      const held = nodes.filter((node) => node.kind === kind).map((node) => node.parent?.kind ?? 'file');
      expect(held).toContain(holder);
    },
  );

  test.each([
    ['a number below zero', /metric nps -12/],
    ['a number with a point', / 14\.50 EUR/],
    ['a share', / 61%/],
    ['a share of so many', / 44% of 142/],
    ['a rating', / 4\.1\/5/],
    ['an amount', / 14\.50 EUR/],
    ['a count per time', / 142 per month/],
    ...['s', 'min', 'h', 'd', 'w', 'mo'].map((unit): [string, RegExp] => [`a duration in ${unit}`, new RegExp(` \\d+${unit}\\b`)]),
    ['a duration from … to', / 2-5d\b| 2-5min\b/],
    ['a duration in two units', / 1h10min/],
    ['a date', / 2026-10-09/],
    ['a time', /at 19:40/],
    ['a time in words', /at "Friday evening"/],
    ['a ticket of one word', /ticket DESK-31/],
    ['a ticket in quotes', /ticket "WS-7"/],
    ['a quotation mark in a text', /\\"sharing\\"/],
    ['a text of several lines', /"""\n/],
    ['a list', /prefers Chat, App/],
    ['a comment behind a statement', /Chat, App +\/\/ /],
    ['a comment between marks', /\/\* .* \*\//],
    ['a description', /^\s*\/\/\/ /m],
    ['a silenced finding, with the reason', /\/\/ journey-ignore [a-z-]+: ./],
  ])('has %s', (_, form) => {
    expect(text).toMatch(form);
  });

  test('has each score', () => {
    const scores = new Set(nodes.filter(({ kind }) => kind === 'feels').map(({ statement }) => statement.items.score?.text));
    expect([...scores].sort()).toEqual(['-1', '-2', '0', '1', '2']);
  });
});
