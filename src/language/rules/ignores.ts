import type { JourneyDocument } from '../document.ts';
import { commentsIn } from '../read/comments.ts';
import type { Span } from '../read/statement.ts';
import { tokenize } from '../read/tokens.ts';
import type { Node } from '../tree/node.ts';
import type { FileEdit, Found } from './rule.ts';

/** The codes that no comment silences: what cannot be read stays a finding, and what is said of these comments themselves. */
export const neverIgnored: readonly string[] = ['syntax', 'ignore-without-reason', 'unused-ignore'];

/** A comment that silences rules: `// journey-ignore CODE, CODE: reason`. Offsets are those of the file. */
export interface Ignore extends Span {
  /** The codes that it names, in lower case, each where it stands. */
  codes: (Span & { code: string })[];
  /** Empty where it gives none. */
  reason: string;
  /** Behind its last code, or behind the colon that follows it. */
  reasonAt: number;
  hasColon: boolean;
  /** Nothing stands before it on its line. */
  ownLine: boolean;
  /** The statement whose findings it silences, with all that it holds; absent where none follows. */
  covers?: Node;
}

const mayHave = /journey[-_\s]?ignore/i;
const opening = /^\/(?:\/(?!\/)|\*)[^\S\r\n]*(journey([-_]?|[^\S\r\n]+)ignore)(?=[\s:：]|\*\/|$)/i;
const word = /[^\s,，、،;:：]+/y;
const comma = /[^\S\r\n]*[,，、،;]\s*/y;
const colon = /[^\S\r\n]*(?::|：|--|–|—|-(?=\s))/y;
const blank = /\s*/y;

/**
 * The ignore comments of a file, in its order.
 *
 * @param isCode - Whether a rule has this code.
 */
export function ignoresIn(document: JourneyDocument, isCode: (code: string) => boolean): Ignore[] {
  const ignores: Ignore[] = [];
  if (!mayHave.test(document.text)) return ignores;
  let base = 0;
  for (const { text } of document.segments) {
    if (mayHave.test(text)) {
      for (const { start, end, ownLine } of commentsIn(text, tokenize(text))) {
        const ignore = readIgnore(text.slice(start, end), base + start, isCode);
        if (ignore) ignores.push({ ...ignore, ownLine });
      }
    }
    base += text.length;
  }
  if (!ignores.length) return ignores;
  const inOrder = statementsInOrder(document);
  for (const ignore of ignores) {
    const covers = ignore.ownLine ? below(ignore, inOrder) : onItsLine(ignore, inOrder, document);
    if (covers) ignore.covers = covers;
  }
  return ignores;
}

/**
 * Reads a comment as an ignore comment. `journey ignore` and its like are one only before the code of a rule, since they are English too.
 * A dash serves as the colon, and none is needed between a code and a reason, where the reason opens with no code.
 */
function readIgnore(comment: string, base: number, isCode: (code: string) => boolean): Omit<Ignore, 'ownLine'> | undefined {
  const opened = opening.exec(comment);
  if (!opened) return undefined;
  const closed = comment.startsWith('/*') && comment.endsWith('*/');
  const text = closed ? comment.slice(0, -2) : comment;
  let at = opened[0].length;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at = pattern.lastIndex;
    return found;
  };
  const codes: Ignore['codes'] = [];
  const before = at;
  const colonFirst = take(colon) !== undefined;
  for (let wanted = !colonFirst; ; ) {
    const from = at;
    take(blank);
    const start = at;
    const code = take(word)?.toLowerCase();
    if (code === undefined || !(isCode(code) || (wanted && /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(code)))) {
      at = from;
      break;
    }
    codes.push({ code, start: base + start, end: base + at });
    wanted = take(comma) !== undefined;
  }
  if (opened[2] !== '-' && !isCode(codes[0]?.code ?? '')) return undefined;
  if (colonFirst && !codes.length) at = before;
  const hasColon = take(colon) !== undefined;
  return {
    start: base,
    end: base + comment.trimEnd().length,
    codes,
    reason: text.slice(at).trim(),
    reasonAt: hasColon ? base + at : (codes.at(-1)?.end ?? base + at),
    hasColon,
  };
}

/** The statement that a comment on a line of its own stands in or above. */
function below({ start, end }: Span, inOrder: readonly Node[]): Node | undefined {
  const next = inOrder[firstFrom(inOrder, end)];
  const last = inOrder[firstFrom(inOrder, start) - 1];
  const around = [last, last?.parent].find((node) => node && !node.implied && endOf(node) > end);
  return around && (!next || startOf(next) >= endOf(around)) ? around : next;
}

/** The statement at whose end a comment stands. */
function onItsLine({ start }: Span, inOrder: readonly Node[], { lines }: JourneyDocument): Node | undefined {
  const last = inOrder[firstFrom(inOrder, start) - 1];
  const node = last?.parent && startOf(last.parent) < startOf(last) && endOf(last.parent) >= endOf(last) ? last.parent : last;
  return node && lines.positionAt(endOf(node)).line >= lines.positionAt(start).line ? node : undefined;
}

function statementsInOrder({ nodes }: JourneyDocument): Node[] {
  return nodes.filter(({ implied }) => !implied).sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
}

/** The index of the first statement that begins at an offset or behind it. */
function firstFrom(inOrder: readonly Node[], offset: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(inOrder[middle] as Node) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startOf({ base, statement }: Node): number {
  return base + statement.start;
}

function endOf({ base, statement }: Node): number {
  return base + statement.end;
}

/** Takes a comment away, with its line where it has one of its own. */
export function removeComment(
  { start, end, ownLine }: Pick<Ignore, 'start' | 'end' | 'ownLine'>,
  { lines, text }: JourneyDocument,
): FileEdit {
  const last = lines.positionAt(end).line;
  const first = lines.startOfLine(lines.positionAt(start).line);
  if (ownLine && !text.slice(end, lines.endOfLine(last)).trim()) return { start: first, end: lines.startOfLine(last + 1), text: '' };
  const blanks = /[^\S\r\n]*$/.exec(text.slice(first, start))?.[0].length ?? 0;
  return { start: ownLine ? start : start - blanks, end, text: '' };
}

/** The ignore comments of a file while its findings are collected: what they silence, and what came of each. */
export class Ignores {
  readonly all: readonly Ignore[];
  /** Of all rules. */
  readonly codes: ReadonlySet<string>;
  private readonly document: JourneyDocument;
  private readonly byNode = new Map<Node, Ignore['codes']>();
  private readonly asked = new Set<string>();
  private readonly used = new Set<Span>();
  private inOrder: Node[] | undefined;

  constructor(document: JourneyDocument, codes: ReadonlySet<string>) {
    this.document = document;
    this.codes = codes;
    this.all = ignoresIn(document, (code) => codes.has(code));
    for (const { covers, codes: named } of this.all) if (covers) this.byNode.set(covers, [...(this.byNode.get(covers) ?? []), ...named]);
  }

  /** Notes that a rule is asked for its findings: one that is switched off, or waits for the folder, leaves its comments in peace. */
  ask(code: string): void {
    this.asked.add(code);
  }

  /** Whether a finding of a rule is silenced. */
  silence(code: string, { node, start }: Pick<Found, 'node' | 'start'>): boolean {
    if (!this.all.length || neverIgnored.includes(code)) return false;
    const silencing = [...this.silencing(code, node), ...this.silencing(code, this.statementAt(start))];
    for (const named of silencing) this.used.add(named);
    return silencing.length > 0;
  }

  /** Whether a code of a comment has silenced nothing although its rule was asked. */
  isUnused(named: Ignore['codes'][number]): boolean {
    return this.asked.has(named.code) && !this.used.has(named);
  }

  private *silencing(code: string, node: Node | undefined): Iterable<Span> {
    for (let at = node; at; at = at.parent) {
      for (const named of this.byNode.get(at) ?? []) if (named.code === code) yield named;
    }
  }

  private statementAt(offset: number): Node | undefined {
    this.inOrder ??= statementsInOrder(this.document);
    return this.inOrder[firstFrom(this.inOrder, offset + 1) - 1];
  }
}
