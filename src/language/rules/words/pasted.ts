import type { JourneyDocument } from '../../document.ts';
import { say, short } from '../../message.ts';
import { nameKey } from '../../names/folder.ts';
import { afterBullets } from '../../read/bullets.ts';
import { inQuotes } from '../../read/items.ts';
import { fold } from '../../read/near.ts';
import { statementsMeant } from '../../read/other-words.ts';
import type { Statement } from '../../read/statement.ts';
import { scoreOf } from '../../read/values.ts';
import { byFirstWord, definitionOf, definitions, type StatementDefinition } from '../../statements.ts';
import { above, type Node, titleOf } from '../../tree/node.ts';
import { written } from '../edits.ts';
import type { FileEdit, FoundFix, RuleContext } from '../rule.ts';
import { type Advice, firstWords, type Line, rewrite } from './advice.ts';

/* Lines as other notations and outlines have them: who speaks before a colon, headings, tasks with a rating. */

/** `Amina: "I am lost"`: a persona before what she says, thinks or feels. */
export function spoken({ text, ...line }: Line, context: RuleContext): Advice | undefined {
  const found = /^(?:"([^"]{1,60})"|([^":：=]{1,60}?))\s*(?:[:：=]|\s[–—-]\s|(?=["“„«]))\s*(\S.*)$/su.exec(text);
  const name = found && personaOf((found[1] ?? found[2] ?? '').trim(), context);
  if (!found || !name || !above(line.node, 'journey')) return undefined;
  const said = (found[3] as string).trim();
  const words = inQuotes(said.replace(/^["“”„«]\s*|\s*["“”»]$/gu, ''));
  const [score = '', feeling = ''] = /^(\S+)\s*(.*)$/s.exec(said)?.slice(1) ?? [];
  const word = feeling && ` ${/^["“”„«]/.test(feeling) ? feeling : inQuotes(feeling)}`;
  const feels = scoreOf(score) === undefined ? [] : [`feels ${written(name)} ${score}${word}`];
  const statements = [...feels, ...(feels.length ? [] : ['says', 'thinks', 'does'].map((word) => `${word} ${written(name)} ${words}`))];
  return {
    message: say('First the word for what it is, then the persona: `{0}`.', short(statements[0] as string, 60)),
    fixes: statements.map((statement) => rewrite({ text, ...line }, context.document, statement)),
  };
}

/** The name of the persona that a name or title stands for. */
function personaOf(text: string, { folder, document }: RuleContext): string | undefined {
  const key = nameKey(text);
  if (!key) return undefined;
  const [declared] = folder.find('persona', text);
  if (declared) return declared.node.statement.items.name?.text;
  const titled = document.roots.find((node) => node.kind === 'persona' && nameKey(titleOf(node)) === key);
  return titled?.statement.items.name?.text;
}

/** So many lines of a list are written anew at most. */
const mostEntries = 100;

const mark = /^(#{1,6})\s+(\S.*)$/;

/** `## Request`: a heading, which opens a journey, a stage or a step by its level. */
export function heading(line: Line, { document }: RuleContext): Advice | undefined {
  const found = mark.exec(line.text);
  if (!found) return undefined;
  const title = (found[2] as string).replace(/\s+#+$/, '').replace(/^\*\*(.*)\*\*$/, '$1');
  const journey = document.nodes.findLast(({ kind, implied, base }) => kind === 'journey' && !implied && base <= line.start);
  const levels = [...new Set(document.nodes.filter(({ base }) => base >= (journey?.base ?? 0)).map((node) => levelOf(node, document.text)))]
    .filter((level) => level > 0)
    .sort();
  const words = journey ? ['stage', 'step'] : ['journey', 'stage', 'step'];
  const at = Math.min(levels.indexOf((found[1] as string).length), words.length - 1);
  const likely = words[at] as string;
  const ordered = [likely, ...['stage', 'step', 'journey'].filter((word) => word !== likely)];
  return {
    message: say('A heading opens nothing. A journey opens with `journey "…"`, a stage with `stage "…"`, a step with `step "…"`.'),
    fixes: ordered.map((word) => rewrite(line, document, `${word} ${inQuotes(title)}`)),
    isRemark: journey !== undefined && levels.length === 1,
  };
}

function levelOf({ kind, base, statement }: Node, text: string): number {
  if (kind !== 'unreadable') return 0;
  return mark.exec(text.slice(base + statement.start, base + statement.end))?.[1]?.length ?? 0;
}

/** `Make tea: 5: Me, Cat`, as Mermaid writes a task of a journey: from 1 to 5, and by whom. */
export function rated(line: Line, { document }: RuleContext): Advice | undefined {
  const found = /^([^:"]{1,100}?)\s*:\s*([1-5])\s*(?::\s*([^:"]{1,100}))?$/u.exec(line.text);
  if (!found) return undefined;
  const [, task = '', rating, actors] = found;
  const score = Number(rating) - 3;
  const names = (actors ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const feels = names.length ? names.map((name) => `feels ${written(name)} ${score}`) : [`feels ${score}`];
  const statement = `step ${inQuotes(task)}\n${feels.map((each) => `  ${each}`).join('\n')}`;
  const { decides: _, ...fix }: FoundFix = rewrite(line, document, statement);
  return {
    message: say('A task with a rating is a `step` with what the customer feels there: from 1 to 5 is here from -2 to +2.'),
    fixes: [{ ...fix, title: say('Write `step {0}` and `{1}`', short(inQuotes(task), 30), feels.join(', ')), preferred: true }],
  };
}

/** A line of a list: its bullet or number, or the quotes round it, and what it says. */
const entry = /^\s*(?:(?:[-*+•·‣–—]|\d{1,3}[.)])\s+(\S.*?)|["“„«]\s*([^"”“»]+?)\s*["”“»])\s*$/u;

/** `Thoughts` above a list: each of its lines is one. */
export function outline(line: Line, guesses: readonly Statement[], { document }: RuleContext): Advice | undefined {
  const head = guesses.length ? undefined : firstWords(line, (words) => statementsMeant(words).find(isListed));
  const isWhole = head && head.words.length >= line.text.replace(/\s*[:：]$/, '').length;
  return isWhole ? listBelow(line, head.found.word, document) : undefined;
}

/** What to do about `Pain points` above a list, where the word is one of the language: its text stands in the lines below. */
export function outlineOf(node: Node, { document }: RuleContext): readonly FoundFix[] {
  const { statement, base, kind } = node;
  if (kind === 'unreadable' || statement.end !== statement.keyword.end || !isListed(definitionOf(kind))) return [];
  const [start, end] = [base + statement.start, base + statement.end];
  return listBelow({ node, start, end, text: '', tokens: [] }, kind, document)?.fixes ?? [];
}

function isListed({ in: holders }: StatementDefinition): boolean {
  return holders.includes('step') || holders.includes('persona');
}

/** Whether a line of a list opens with a word of the language, or one for it, before a colon or a text: it is no entry of the list. */
function opensStatement(text: string): boolean {
  const words = /^([\p{L}'’ -]{1,40}?)\s*(?:[:：]|(?=["“„«]))/u.exec(text)?.[1];
  if (!words) return false;
  const plain = fold(words).replace(/\s+/g, ' ');
  return statementsMeant(plain).length > 0 || definitions.some(({ word }) => word === plain || `${word}s` === plain);
}

/**
 * Whether a statement stands behind the bullet of a list of which the line above or below is no statement: `• Sees an ad` beside `• Compares three
 * gyms` is an entry as they are, whatever its first word means here.
 */
export function isBesideOthers({ base, statement }: Node, { document: { text, lines } }: RuleContext): boolean {
  const start = base + statement.start;
  if (statement.kind === 'unreadable' || afterBullets(text, start) === start || /["“„«]/.test(text.slice(start, base + statement.end)))
    return false;
  const at = lines.positionAt(start).line;
  return [at - 1, at + 1].some((line) => {
    if (line < 0 || line >= lines.count || lines.indentOf(line) !== lines.indentOf(at)) return false;
    const from = lines.startOfLine(line) + lines.indentOf(line).length;
    const behind = afterBullets(text, from);
    const [word = ''] = /^[\p{L}\p{M}’'-]+/u.exec(text.slice(behind, Math.min(behind + 40, lines.endOfLine(line)))) ?? [];
    return behind > from && word !== '' && !byFirstWord.has(word.toLowerCase()) && !statementsMeant(fold(word)).length;
  });
}

function listBelow(line: Line, word: string, document: JourneyDocument): Advice | undefined {
  const { lines, text } = document;
  const isText = !definitions.some(
    (each) => each.word === word && each.head.some(({ takes }) => takes.is === 'label' || takes.is === 'score'),
  );
  const edits: FileEdit[] = [];
  let last = lines.positionAt(line.end).line;
  let indent: number | undefined;
  for (let at = last + 1; at < lines.count && edits.length < mostEntries; at++) {
    const [start, end] = [lines.startOfLine(at), lines.endOfLine(at)];
    const found = entry.exec(text.slice(start, end));
    const entryText = found?.[1] ?? found?.[2] ?? '';
    const width = lines.indentOf(at).length;
    indent ??= width;
    // A line further to the left is no more of the list.
    if (!found || width < indent || opensStatement(entryText)) break;
    const said = isText ? entryText.replace(/^["“„«]\s*|\s*["”“»]$/gu, '') : entryText;
    edits.push({ start: start + lines.indentOf(at).length, end, text: `${word} ${isText ? inQuotes(said) : said}` });
    last = at;
  }
  if (!edits.length) return undefined;
  const first = lines.positionAt(line.start).line;
  const heading = { start: lines.startOfLine(first), end: lines.startOfLine(first + 1), text: '' };
  return {
    message: say('Each line of a list opens with the word for what it is: `{0} …`.', word),
    fixes: [{ title: say('Write `{0}` before each line below', word), edits: [heading, ...edits], decides: true }],
  };
}
