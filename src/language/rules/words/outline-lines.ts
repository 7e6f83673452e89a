import type { JourneyDocument } from '../../document.ts';
import { english, say } from '../../message.ts';
import { inQuotes } from '../../read/items.ts';
import { above, type Node } from '../../tree/node.ts';
import { lineBreakOf } from '../edits.ts';
import type { FileEdit, FoundFix, RuleContext } from '../rule.ts';

/* Outlines of other programs, `1. DISCOVER` above `• Compares three gyms`: stages and steps by their numbers, bullets, capitals and indentation. */

/** An outline of more lines is rather a list of data. */
const most = 500;

/** A line of more words says something instead of naming it. */
const mostWords = 14;

/** A line of an outline. */
interface Entry {
  line: number;
  node: Node;
  /** What it has in common with the lines of its level: how it is marked, and how far it is indented. */
  look: string;
  text: string;
  isMarked: boolean;
}

const numbered = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxIVX]{1,5}|[A-Za-z])[.)]\s+|^\d{1,3}(?:\.\d{1,3}){1,3}\s+/;
const marked: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['heading', /^#{1,6}\s+/],
  ['box', /^(?:[-*+•]\s+)?\[[ xX]?\]\s+/],
  ['bullet', /^[-*+•·‣▪▸►○●–—>]\s+/],
  ['number', numbered],
];

const known = new WeakMap<JourneyDocument, { nodes: Map<number, Node>; fixes: Map<number, readonly FoundFix[]> }>();

/** The fix that makes stages and steps of the outline that a line which cannot be read is part of; none where it is part of none. */
export function outlineFix(node: Node, context: RuleContext): readonly FoundFix[] {
  const { document } = context;
  let ofFile = known.get(document);
  if (!ofFile) {
    const nodes = new Map<number, Node>();
    for (const each of document.nodes) {
      const line = document.lines.positionAt(each.base + each.statement.start).line;
      if (!each.implied && !nodes.has(line)) nodes.set(line, each);
    }
    ofFile = { nodes, fixes: new Map() };
    known.set(document, ofFile);
  }
  const line = document.lines.positionAt(node.base + node.statement.start).line;
  const fixes = ofFile.fixes.get(line) ?? made(entriesAround(line, ofFile.nodes, document), context);
  ofFile.fixes.set(line, fixes);
  return fixes;
}

/** The lines of the outline around one of them. */
function entriesAround(line: number, nodes: ReadonlyMap<number, Node>, document: JourneyDocument): Entry[] {
  const all: Entry[] = [];
  const walk = (by: 1 | -1): void => {
    for (let at = by === 1 ? line : line - 1; at >= 0 && at < document.lines.count && all.length <= most; at += by) {
      const text = document.text.slice(document.lines.startOfLine(at), document.lines.endOfLine(at));
      if (!text.trim()) continue;
      const entry = entryAt(at, text, nodes.get(at));
      if (!entry) return;
      if (by === 1) all.push(entry);
      else all.unshift(entry);
    }
  };
  walk(1);
  walk(-1);
  // What is read as something else belongs to it only where lines of its look cannot be read.
  const looks = new Set(all.filter(({ node }) => isLost(node)).map(({ look }) => look));
  const at = all.findIndex((entry) => entry.line === line);
  const isForeign = ({ look }: Entry): boolean => !looks.has(look);
  const from = all.slice(0, at).findLastIndex(isForeign) + 1;
  const to = all.findIndex((entry, index) => index > at && isForeign(entry));
  return all.slice(from, to < 0 ? undefined : to);
}

function entryAt(line: number, text: string, node: Node | undefined): Entry | undefined {
  if (!node || (node.kind !== 'unreadable' && !node.statement.problems.some(({ code }) => code === 'syntax'))) return undefined;
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const said = text.slice(indent.length).trimEnd();
  const [kind, pattern] = marked.find(([, each]) => each.test(said)) ?? [];
  const title = (pattern ? said.replace(pattern, '') : said)
    .replace(/\s*[:：]$|\s+#+$/g, '')
    .replace(/^(\*{1,2}|__)(.*)\1$|^["“„«]\s*([^"”“»]*?)\s*["”“»]$/u, '$2$3');
  const isCapital = kind !== 'bullet' && kind !== 'box' && /\p{Lu}{2}/u.test(title) && !/\p{Ll}/u.test(title);
  if (!/[\p{L}\p{N}]/u.test(title) || title.split(/\s+/).length > mostWords || (!kind && /[.,;!?…]$/.test(title))) return undefined;
  const depth =
    kind === 'heading' ? (/^#+/.exec(said)?.[0].length ?? 0) : kind === 'number' ? said.split(/\s/)[0]?.match(/\d+/g)?.length : 0;
  const width = indent.replaceAll('\t', '    ').length;
  return {
    line,
    node,
    look: `${width} ${isCapital ? 'capitals' : ''} ${kind === 'box' ? 'bullet' : (kind ?? '')}${depth}`,
    text: title,
    isMarked: kind !== undefined || isCapital,
  };
}

function isLost({ kind, statement: { guesses } }: Node): boolean {
  return kind === 'unreadable' && !guesses?.length;
}

const words = ['journey', 'stage', 'step', 'does'] as const;

function made(entries: readonly Entry[], { document, tongue = english }: RuleContext): readonly FoundFix[] {
  const [first] = entries;
  const looks = [...new Set(entries.map(({ look }) => look))];
  if (!first || entries.length < 2 || entries.length > most || !entries.some(({ isMarked }) => isMarked)) return [];
  const step = above(first.node, 'step');
  if (step && !step.implied) return [];
  const stage = above(first.node, 'stage');
  const journey = above(first.node, 'journey');
  const inJourney = journey !== undefined && !journey.implied;
  const isTitle = looks.length > 2 || (looks.length > 1 && document.text.startsWith('# ', first.node.base + first.node.statement.start));
  const isWhole = !inJourney && isTitle && entries.filter(({ look }) => look === looks[0]).length === 1;
  const top = stage && !stage.implied ? 2 : isWhole ? 0 : 1;
  const { lines } = document;
  const indent = top === 2 && stage ? `${lines.indentOf(lines.positionAt(stage.base + stage.statement.start).line)}  ` : '';
  const edits: FileEdit[] = entries.map(({ line, look, text }) => {
    const level = Math.min(top + looks.indexOf(look), words.length - 1);
    const before =
      line === first.line && !inJourney && !isWhole ? `journey ${inQuotes(tongue('New journey'))}${lineBreakOf(document)}` : '';
    return {
      start: lines.startOfLine(line),
      end: lines.endOfLine(line),
      text: `${before}${indent}${'  '.repeat(Math.max(0, level - Math.max(top, 1)))}${words[level]} ${inQuotes(text)}`,
    };
  });
  const title = top === 2 ? say('Make steps of this outline') : say('Make stages and steps of this outline');
  return [{ title, edits, decides: true }];
}
