import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Node, titleOf, withAllBelow } from '../../src/language/tree/node.ts';
import { breakagesOf } from '../bench/reader/breakages.ts';
import { factsOf, outlineOf, read } from './facts.ts';

const sample = join(import.meta.dirname, '../../samples/order-a-new-laptop');
const text = readFileSync(join(sample, 'current.journey'), 'utf8');
const others = { 'file:///maps/teams.journey': readFileSync(join(sample, 'teams.journey'), 'utf8') };

const { document } = read(text);
const statements = document.nodes
  .filter((node) => !node.implied)
  .map((node) => ({ node, start: node.base + node.statement.start, end: node.base + node.statement.end }));
const facts = factsOf(text, others);
const outline = outlineOf(text);

/** The texts and names that a statement, or what stands below it, gives; what mentions none of them must survive its breakage. */
function saidBy(node: Node): string[] {
  const { items, lists } = node.statement;
  const said = [...Object.values(items), ...Object.values(lists).flat()].map((item) => item.text);
  return items.met ? [...said, 'true', 'false'] : said;
}

/**
 * Whether a fact may go with a broken statement: it says nothing but what the statement said, or follows from it. What a `for` says is whose
 * all the feelings are; what a touchpoint says holds wherever it is named again.
 */
function mayGo(fact: string, node: Node): boolean {
  const pieces = fact.split(' | ');
  if (node.kind === 'for' || (node.kind === 'journey' && pieces.includes('personas')))
    return pieces.includes('personas') || pieces.includes('persona');
  if (
    node.kind === 'touchpoint' &&
    pieces[3] === '' &&
    fact.startsWith('step |') &&
    !fact.startsWith(`step | ${titleOf(node.parent as Node)} |`)
  )
    return true;
  return pieces.at(-1) === '' || (node.children.length === 0 && pieces.includes(''));
}

/** A fact without what a statement itself said. */
function without(fact: string, isSaid: (piece: string) => boolean): string {
  return fact
    .split(' | ')
    .map((piece) => (isSaid(piece.trim()) ? '' : piece.trim()))
    .join(' | ');
}

/** The pieces of all facts, which a broken statement may not take the place of. */
const known = new Set([...facts, ...outline].flatMap((fact) => fact.split(' | ')));
const everything = breakagesOf(text, statements);

describe('one statement broken is one statement lost', () => {
  for (const how of [...new Set(everything.map((breakage) => breakage.how))]) {
    test(how, { timeout: 60_000 }, () => {
      const lost: string[] = [];
      for (const broken of everything.filter((breakage) => breakage.how === how)) {
        const { node } = statements.find(({ start }) => start === broken.start) as (typeof statements)[number];
        const said = withAllBelow([node]).flatMap(saidBy);
        const own = saidBy(node);
        const line = changedLine(broken.text);
        const isHolder = ['persona', 'journey', 'stage', 'step'].includes(node.kind);
        // What hung on a statement that was moved away hangs on what stands above it now: it must be there, but may be there elsewhere.
        const moved = how === 'in a wrong place' && (node.children.length > 0 || node.kind === 'feels');
        const leaf = (fact: string): string => fact.split(' | ').at(-1) as string;
        const tell = (where: string, before: string[], after: string[]): void => {
          const rest = after.map((fact) => without(fact, (piece) => own.includes(piece) || (!known.has(piece) && line.includes(piece))));
          for (const fact of before.map((each) => without(each, (piece) => own.includes(piece)))) {
            const at = rest.indexOf(fact);
            if (at >= 0) rest.splice(at, 1);
            else if (
              !mayGo(fact, node) &&
              !(moved && (isHolder ? fact.split(' | ').includes('') : after.some((other) => leaf(other) === leaf(fact))))
            )
              lost.push(`${where} lost by ${JSON.stringify(text.slice(broken.start, broken.start + 40))}: ${fact}`);
          }
          for (const fact of rest) {
            if (moved && before.some((other) => leaf(other) === leaf(fact))) continue;
            if (node.kind === 'touchpoint' && mayGo(fact, node)) continue;
            if (!mentions(fact, isHolder ? said : own) && !line.includes(fact.split(' | ').at(-1) as string)) {
              lost.push(`${where} made up by ${JSON.stringify(text.slice(broken.start, broken.start + 40))}: ${fact}`);
            }
          }
        };
        tell('map', facts, factsOf(broken.text, others));
        tell('outline', outline, outlineOf(broken.text));
      }
      expect(lost).toEqual([]);
    });
  }

  test('every statement of the sample was broken', () => {
    expect(new Set(everything.map(({ start }) => start)).size).toBe(statements.length);
    expect(everything.length).toBeGreaterThan(700);
  });
});

function mentions(fact: string, texts: readonly string[]): boolean {
  return texts.some((said) => said !== '' && fact.includes(said));
}

/** The line of a broken text that differs from the whole one, without quotation marks. */
function changedLine(broken: string): string {
  let start = 0;
  while (broken[start] === text[start]) start++;
  return broken.slice(broken.lastIndexOf('\n', start) + 1, broken.indexOf('\n', start)).replaceAll('"', '');
}
