import { byFirstWord, type StatementDefinition } from '../../../src/language/statements.ts';
import type { Breakage, Found } from './types.ts';

type Span = Pick<Found, 'start' | 'end'>;

const argument = /\s+(?:"(?:\\.|[^"\\])*"|[\p{L}\p{N}_-]+)/uy;

/** Every breakage of every statement of a text. Where one makes no sense for a statement (no name to drop, say) it is left out. */
export function breakagesOf(text: string, statements: readonly Span[]): Breakage[] {
  return statements.flatMap((statement) => {
    const own = text.slice(statement.start, statement.end).trimEnd();
    const definition = byFirstWord.get(/^\w+/.exec(own)?.[0] ?? '');
    if (!definition) throw new Error(`no statement begins with ${own}`);
    const replaced = (how: string, by: string | undefined): Breakage[] => {
      if (by === undefined || by === own) return [];
      return [{ how, start: statement.start, text: text.slice(0, statement.start) + by + text.slice(statement.start + own.length) }];
    };
    return [
      ...withoutQuote(own).flatMap((broken) => replaced('a quote dropped', broken)),
      ...replaced('a name dropped', withoutName(own, definition)),
      ...replaced('a keyword half typed', own.slice(0, Math.ceil(definition.word.length / 2)) + own.slice(definition.word.length)),
      ...replaced('a stray word', `${own} perhaps`),
      ...moved(text, statement.start, own, definition),
    ];
  });
}

/** Each of its quotation marks in turn. */
function withoutQuote(own: string): string[] {
  return [...own.matchAll(/(?<!\\)"/g)].map(({ index }) => own.slice(0, index) + own.slice(index + 1));
}

/** Its name and, as that would take the name's place, its title. */
function withoutName(own: string, { word, head }: StatementDefinition): string | undefined {
  if (!['name', 'ref', 'label'].includes(head[0]?.takes.is ?? '')) return undefined;
  let end = word.length;
  for (const place of head.slice(0, head[1]?.takes.is === 'title' ? 2 : 1)) {
    argument.lastIndex = end;
    const match = argument.exec(own);
    if (match && (place.takes.is !== 'title' || match[0].includes('"'))) end += match[0].length;
  }
  return own.slice(0, word.length) + own.slice(end);
}

/** Where a statement cannot stand: those of a step go to the journey, those of the others to the first step, a step to the persona. */
function moved(text: string, start: number, own: string, { kind, in: holders }: StatementDefinition): Breakage[] {
  if (kind === 'journey') return [];
  const isHead = kind === 'stage' || kind === 'step';
  const ofStep = holders.some((holder) => ['step', 'touchpoint', 'pain', 'opportunity'].includes(holder));
  const target = isHead ? 'persona' : ofStep ? 'journey' : 'step';
  if (holders.some((holder) => holder === target)) return [];
  const anchor = { persona: /^ {2}evidence .*\n/m, journey: /^ {2}type .*\n/m, step: /^ {4}does .*\n/m }[target].exec(text);
  if (!anchor) throw new Error(`the sample has no ${target}`);
  const to = anchor.index + anchor[0].length;
  const line = `  ${own}\n`;
  const without = (from: number, end?: number) => {
    const part = text.slice(from, end);
    return start >= from && start < (end ?? text.length) ? part.slice(0, start - from) + part.slice(start - from + own.length) : part;
  };
  return [{ how: 'in a wrong place', start, text: without(0, to) + line + without(to) }];
}
