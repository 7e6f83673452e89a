import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import { type Context, personasOf, stepsOf } from '../names/facts.ts';
import type { SharedScope } from '../names/folder.ts';
import { opensStatement } from '../read/cut.ts';
import { isQuote, type Token, tokenize } from '../read/tokens.ts';
import { written } from '../rules/edits.ts';
import { byFirstWord, type Place, type StatementDefinition, type Takes } from '../statements.ts';
import { above, type Node, nameOf, titleOf } from '../tree/node.ts';
import { snippets } from './snippets.ts';
import { openAt, statementsFor } from './what-may-come.ts';

/** What a place in a statement asks for. */
interface Wanted {
  /** Places of which any may come next. */
  places: readonly Place[];
  /** Part words that may come. */
  words: readonly string[];
}

/**
 * What may be written at an offset: statements that fit there, names of the folder, values, parts. Empty within a comment or a free text.
 *
 * @param today - The date offered where one is asked for, ISO.
 */
export function completions(context: Context, offset: number, today: string): CompletionItem[] {
  const { document } = context;
  const { lines, text } = document;
  const line = lines.startOfLine(lines.positionAt(offset).line);
  const start = statementStart(text, line, lines);
  const tokens = tokenize(text, start, offset);
  if (inComment(text, line, offset)) return [];
  const last = tokens.at(-1);
  const touching = last && last.end === offset && (last.kind !== 'text' || last.open) ? last : undefined;
  const replaced = { start: touching ? touching.start : offset, end: endOfName(text, offset, touching) };
  const range = lines.rangeOf(replaced.start, replaced.end);
  const before = touching ? tokens.slice(0, -1) : tokens;
  const opener = before[0];
  const definition = opener?.kind === 'word' ? byFirstWord.get(opener.value.toLowerCase()) : undefined;
  const fresh = text.slice(line, replaced.start).trim() === '';

  const items: CompletionItem[] = [];
  if (fresh && touching?.kind !== 'text') items.push(...statementItems(context, replaced.start));
  if (definition) {
    const wanted = wantedAfter(definition, before);
    for (const place of wanted.places) items.push(...valueItems(place.takes, definition, context, replaced.start, today, touching));
    if (touching?.kind !== 'text') items.push(...wanted.words.map((word, index) => partItem(word, index)));
  }
  return items.map((item) => withRange(item, range));
}

function withRange({ insertText, ...item }: CompletionItem, range: ReturnType<JourneyDocument['lines']['rangeOf']>): CompletionItem {
  return { ...item, textEdit: { range, newText: insertText ?? item.label } };
}

/** The offset of the statement that a line belongs to: the nearest line at or above it that opens one. */
function statementStart(text: string, line: number, lines: JourneyDocument['lines']): number {
  let number = lines.positionAt(line).line;
  for (let tries = 0; number > 0 && tries < 12; tries++, number--) {
    const start = lines.startOfLine(number);
    const first = start + lines.indentOf(number).length;
    if (opensStatement(text, first) || /^owner\b/i.test(text.slice(first, first + 6))) return first;
    if (text.slice(start, lines.endOfLine(number)).trim() === '' && start !== line) return line;
  }
  return lines.startOfLine(number);
}

function inComment(text: string, line: number, offset: number): boolean {
  let quote = false;
  for (let at = line; at < offset; at++) {
    if (text[at] === '"' && text[at - 1] !== '\\') quote = !quote;
    if (!quote && text.startsWith('//', at) && at + 1 < offset) return true;
  }
  return false;
}

/** Where the name that the cursor stands in ends: behind the closing quote that the editor put there by itself. */
function endOfName(text: string, offset: number, touching: Token | undefined): number {
  if (touching?.kind === 'text') return isQuote(text[offset]) ? offset + 1 : offset;
  let end = offset;
  while (touching?.kind === 'word' && /[\p{L}\p{N}_-]/u.test(text[end] ?? '')) end++;
  return end;
}

/** Follows what a statement says up to the cursor, and tells what it still takes. */
function wantedAfter(definition: StatementDefinition, tokens: readonly Token[]): Wanted {
  const keyword = definition.word.split(' ').length;
  if (tokens.length < keyword) return { places: [], words: [definition.word.split(' ')[1] as string] };
  const taken = new Set<string>();
  let head = 0;
  let at = keyword;
  let open: Place | undefined;
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'comma') {
      open = listBefore(definition, head, taken);
      continue;
    }
    if (open) {
      taken.add(open.slot);
      open = undefined;
      continue;
    }
    const word = token.value.toLowerCase();
    const part =
      at === keyword && isName(definition)
        ? undefined
        : definition.parts.find((candidate) => candidate.word === word || candidate.also?.includes(word));
    const flag = definition.parts.find((candidate) => candidate.takes.is === 'flag' && candidate.takes.of.includes(word));
    if (part && token.kind === 'word') open = part;
    else if (flag && token.kind === 'word') taken.add(flag.slot);
    else {
      const index = definition.head.findIndex((place, position) => position >= head && suits(place.takes, token, tokens[at + 1]));
      if (index >= 0) head = index + 1;
    }
  }
  if (open) return { places: [open], words: [] };
  const places: Place[] = [];
  for (const place of definition.head.slice(head)) {
    places.push(place);
    if (!place.optional) return { places, words: [] };
  }
  const free = definition.parts.filter((part) => !taken.has(part.slot));
  return {
    places: [...places, ...free.filter((part) => part.takes.is === 'flag')],
    words: [...free.flatMap((part) => (part.word ? [part.word] : [])), ...(definition.kind === 'journey' ? ['for'] : [])],
  };
}

function isName(definition: StatementDefinition): boolean {
  const is = definition.head[0]?.takes.is;
  return is === 'name' || is === 'ref' || is === 'label';
}

/** The list that a comma goes on with: the last one that was begun. */
function listBefore(definition: StatementDefinition, head: number, taken: ReadonlySet<string>): Place | undefined {
  const isList = ({ takes }: Place): boolean => takes.is === 'ref' && takes.list === true;
  return definition.parts.find((part) => isList(part) && taken.has(part.slot)) ?? definition.head.slice(0, head).reverse().find(isList);
}

function suits(takes: Takes, token: Token, next: Token | undefined): boolean {
  switch (takes.is) {
    case 'text':
    case 'title':
      return token.kind === 'text';
    case 'persona':
      return token.kind !== 'value' && next !== undefined && (next.kind === 'text' || next.kind === 'value');
    case 'score':
    case 'value':
    case 'duration':
    case 'date':
      return token.kind === 'value';
    case 'choice':
      return token.kind === 'word';
    default:
      return token.kind !== 'comma';
  }
}

function statementItems(context: Context, offset: number): CompletionItem[] {
  const open = openAt(context.document, offset);
  const items = statementsFor(open).map(
    ({ definition, rank }): CompletionItem => ({
      label: definition.word,
      kind: CompletionItemKind.Keyword,
      detail: definition.example,
      documentation: definition.about,
      sortText: `${rank}${definition.word}`,
      insertText: `${definition.word} `,
      command: { title: '', command: 'editor.action.triggerSuggest' },
    }),
  );
  return [...items, ...snippets(open)];
}

function partItem(word: string, index: number): CompletionItem {
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    sortText: `5${index}`,
    insertText: `${word} `,
    command: { title: '', command: 'editor.action.triggerSuggest' },
  };
}

function valueItems(
  takes: Takes,
  definition: StatementDefinition,
  context: Context,
  offset: number,
  today: string,
  touching: Token | undefined,
): CompletionItem[] {
  const inQuotes = touching?.kind === 'text';
  const values = (list: readonly string[], kind: CompletionItemKind): CompletionItem[] =>
    inQuotes ? [] : list.map((value, index) => ({ label: value, kind, sortText: `2${String(index).padStart(2, '0')}` }));
  switch (takes.is) {
    case 'ref':
      return nameItems(takes.scope, context, offset, inQuotes);
    case 'persona': {
      const journey = above(openAt(context.document, offset).innermost, 'journey');
      const names = journey ? personasOf(journey).map(({ text }) => text) : [];
      return names.length > 1 ? names.map((name) => nameItem(name, 'persona', inQuotes)) : [];
    }
    case 'name':
      return definition.kind === 'touchpoint' ? nameItems('touchpoint', context, offset, inQuotes) : [];
    case 'choice':
    case 'flag':
      return values(takes.of, CompletionItemKind.EnumMember);
    case 'score':
      return inQuotes
        ? []
        : scores.map(([score, words], index) => ({
            label: score,
            detail: words,
            kind: CompletionItemKind.Value,
            sortText: `2${index}`,
            insertText: `${score} `,
          }));
    case 'date':
      return values([today], CompletionItemKind.Value);
    case 'duration':
      return values(['10min', '2h', '1d', '1w'], CompletionItemKind.Value);
    case 'label':
      return definition.kind === 'metric' || definition.kind === 'listens'
        ? values(['nps', 'csat', 'ces', 'conversion', 'volume', 'cost'], CompletionItemKind.Value)
        : [];
    case 'text':
    case 'title':
      return inQuotes || touching
        ? []
        : [
            {
              label: '"…"',
              kind: CompletionItemKind.Text,
              sortText: '1',
              insertText: '"$1"$0',
              insertTextFormat: InsertTextFormat.Snippet,
            },
          ];
    default:
      return [];
  }
}

const scores: readonly (readonly [string, string])[] = [
  ['-2', 'angry, desperate, forgotten'],
  ['-1', 'worried, lost, annoyed'],
  ['0', 'neutral, indifferent'],
  ['1', 'relieved, glad, hopeful'],
  ['2', 'delighted, proud, surprised'],
];

function nameItems(scope: SharedScope | 'stage' | 'step', context: Context, offset: number, inQuotes: boolean): CompletionItem[] {
  const { innermost } = openAt(context.document, offset);
  if (scope === 'step') {
    const journey = above(innermost, 'journey');
    const steps = journey ? stepsOf(journey).filter((step: Node) => nameOf(step) && step !== above(innermost, 'step')) : [];
    return steps.map((step) => ({ ...nameItem(nameOf(step), 'step', inQuotes), detail: titleOf(step) }));
  }
  return scope === 'stage' ? [] : context.folder.namesOf(scope).map((name) => nameItem(name, scope, inQuotes));
}

const nameKinds: Partial<Record<string, CompletionItemKind>> = {
  persona: CompletionItemKind.Struct,
  team: CompletionItemKind.Class,
  channel: CompletionItemKind.Interface,
  system: CompletionItemKind.Module,
  touchpoint: CompletionItemKind.Property,
  step: CompletionItemKind.Function,
};

function nameItem(name: string, detail: string, inQuotes: boolean): CompletionItem {
  const text = inQuotes ? `"${name.replace(/["\\]/g, '\\$&')}"` : written(name);
  return {
    label: name,
    kind: nameKinds[detail] ?? CompletionItemKind.Reference,
    detail,
    sortText: `2${name}`,
    insertText: text,
    filterText: text,
  };
}
