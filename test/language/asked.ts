import type { Range, TextEdit } from 'vscode-languageserver-types';
import { drawMap, light, toSvg } from '../../src/draw/index.ts';
import type { JourneyDocument } from '../../src/language/document.ts';
import { codeActions } from '../../src/language/features/code-actions.ts';
import { codeLenses } from '../../src/language/features/code-lenses.ts';
import { completions } from '../../src/language/features/completion.ts';
import { resolved } from '../../src/language/features/completion-resolve.ts';
import { definition } from '../../src/language/features/definition.ts';
import { documentLinks } from '../../src/language/features/document-links.ts';
import { foldingRanges } from '../../src/language/features/folding.ts';
import { hover } from '../../src/language/features/hover.ts';
import { inlayHints } from '../../src/language/features/inlay-hints.ts';
import { onEnter } from '../../src/language/features/on-enter.ts';
import { highlights, references } from '../../src/language/features/references.ts';
import { CannotRename, rename, renameable } from '../../src/language/features/rename.ts';
import { selectionRange } from '../../src/language/features/selection-ranges.ts';
import { semanticTokens, tokenTypes } from '../../src/language/features/semantic-tokens.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { workspaceSymbols } from '../../src/language/features/workspace-symbols.ts';
import { formatEdits } from '../../src/language/format/index.ts';
import { english } from '../../src/language/message.ts';
import type { Context } from '../../src/language/names/facts.ts';
import { check } from '../../src/language/rules/index.ts';
import type { Finding } from '../../src/language/rules/rule.ts';
import { diagnosticOf } from '../../src/server/diagnostics.ts';
import { locateElement, mapReply, whatIsAt } from '../../src/server/views.ts';

const commands = { showReferences: 'show', preview: 'preview' };

/** Asks a text all that an editor asks of it as a whole. Throws where an answer is none that an editor could take. */
export function askWhole(context: Context, findings: readonly Finding[]): void {
  const { document } = context;
  const { text, lines } = document;
  checkSymbols(documentSymbols(document), document);
  for (const { location, name } of workspaceSymbols([document], '', english)) {
    if (!name.trim()) throw new Error('a symbol of the folder has no name');
    if ('range' in location) inText(document, location.range, 'a symbol of the folder');
  }
  for (const { startLine, endLine } of foldingRanges(document)) {
    if (!(startLine >= 0 && startLine < endLine && endLine < lines.count)) throw new Error(`lines ${startLine}–${endLine} fold`);
  }
  checkTokens(semanticTokens(context), document);
  for (const { range, command } of codeLenses(context, commands)) {
    inText(document, range, 'a lens');
    if (!command?.title.trim()) throw new Error('a lens says nothing');
  }
  for (const { position, label } of inlayHints(context, { start: 0, end: text.length })) {
    inText(document, { start: position, end: position }, 'a hint');
    if (!String(label).trim()) throw new Error('a hint says nothing');
  }
  checkEdits(documentLinks(document), text, 'a link');
  checkEdits(formatEdits(document), text, 'formatting');
  const reply = mapReply(context, findings, undefined);
  if (!reply.map) return;
  const svg = toSvg(drawMap(reply.map, { theme: light, marks: reply.marks }));
  if (!svg.startsWith('<svg') || !svg.trimEnd().endsWith('</svg>')) throw new Error('the picture is no SVG');
  const bad = /="[^"]*(?:NaN|undefined|Infinity)[^"]*"/.exec(svg.replace(/ (?:data-[\w-]+|id|aria-label|class)="[^"]*"/g, ''));
  if (bad) throw new Error(`the picture says ${bad[0]}`);
  for (const id of idsOf(reply.map).slice(0, 40)) {
    const found = locateElement(context, id);
    if (found) inText(document, found.range, `the place of ${id}`);
  }
}

/** Asks a text all that an editor asks at a place. */
export function askAt(context: Context, findings: readonly Finding[], offset: number, today: string): void {
  const { document } = context;
  const { text, lines } = document;
  const position = lines.positionAt(offset);
  const here = hover(context, offset, findings);
  if (here?.range) inText(document, here.range, 'a hover');
  definition(context, offset);
  for (const { uri, range } of references(context, offset, true)) if (uri === document.uri) inText(document, range, 'a reference');
  for (const { range } of highlights(context, offset)) inText(document, range, 'a highlight');
  const asked = renameable(context, offset);
  if (asked) {
    inText(document, asked.range, 'what is renamed');
    if (!covers(asked.range, position)) throw new Error('what is renamed is elsewhere');
    for (const name of ['New name', 'x', 'constructor', '"', ' ']) checkRename(context, offset, name);
  }
  let inner: Range | undefined;
  for (let each: ReturnType<typeof selectionRange> | undefined = selectionRange(document, offset); each; each = each.parent) {
    inText(document, each.range, 'a selection');
    if (!covers(each.range, position)) throw new Error('a selection leaves the cursor');
    if (inner && !(covers(each.range, inner.start) && covers(each.range, inner.end))) throw new Error('a selection shrinks');
    inner = each.range;
  }
  whatIsAt(context, offset);
  checkEdits(onEnter(document, position.line), text, 'Enter');
  const items = completions(context, offset, today);
  for (const item of items.slice(0, 3)) resolved(item, context);
  for (const item of items) {
    if (!item.textEdit || !('range' in item.textEdit)) throw new Error(`${item.label} edits nothing`);
    const { start, end } = item.textEdit.range;
    if (start.line !== position.line || end.line !== position.line || !covers({ start, end }, position))
      throw new Error(`${item.label} edits elsewhere`);
  }
  codeActions(
    context,
    { start: offset, end: offset, ...(text.length % 5 === 0 ? { only: [''] } : {}) },
    {
      findings,
      client: { snippets: true, creates: true },
      diagnosticOf: (finding) => diagnosticOf(finding, document, english),
      recheck: (other) => check({ ...other, today }),
    },
  );
}

function checkRename(context: Context, offset: number, name: string): void {
  const { document } = context;
  try {
    const changes = rename(context, offset, name)?.changes ?? {};
    for (const [uri, edits] of Object.entries(changes)) if (uri === document.uri) checkTextEdits(edits, document, 'renaming');
  } catch (error) {
    if (!(error instanceof CannotRename)) throw error;
  }
}

function checkTextEdits(edits: readonly TextEdit[], document: JourneyDocument, what: string): void {
  const { lines, text } = document;
  for (const { range } of edits) inText(document, range, what);
  checkEdits(
    edits.map(({ range }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) })),
    text,
    what,
  );
}

/** Edits lie within the text, and none overlaps another. */
export function checkEdits(edits: readonly { start: number; end: number }[], text: string, what: string): void {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  ordered.forEach(({ start, end }, index) => {
    if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${what} edits ${start}–${end} of ${text.length}`);
    if (start < (ordered[index - 1]?.end ?? 0)) throw new Error(`${what} overlaps itself`);
  });
}

const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);

function covers({ start, end }: Range, position: Range['start']): boolean {
  return isBefore(start, position) && isBefore(position, end);
}

/** A range is one of the text: both its ends are places that the text has, in their order. */
function inText({ lines }: JourneyDocument, { start, end }: Range, what: string): void {
  for (const place of [start, end]) {
    const again = lines.positionAt(lines.offsetAt(place));
    if (again.line !== place.line || again.character !== place.character) throw new Error(`${what} is at ${JSON.stringify(place)}`);
  }
  if (!isBefore(start, end)) throw new Error(`${what} ends before it begins`);
}

/** Tokens come in order, within their line, and none overlaps another. */
function checkTokens(data: readonly number[], { lines }: JourneyDocument): void {
  let [line, character, last] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = -1] = data.slice(at, at + 4);
    character = down ? along : character + along;
    line += down;
    const start = lines.startOfLine(line) + character;
    if (down < 0 || start < last || length <= 0 || start + length > lines.endOfLine(line) || !tokenTypes[type]) {
      throw new Error(`a token of ${length} at ${line}:${character} is none`);
    }
    last = start + length;
  }
}

/** Editors refuse an outline whose names are empty, or whose selection does not lie within its range. */
function checkSymbols(symbols: ReturnType<typeof documentSymbols>, document: JourneyDocument): void {
  for (const { name, range, selectionRange: selection, children } of symbols) {
    if (!name.trim()) throw new Error('a symbol has no name');
    inText(document, range, name);
    inText(document, selection, name);
    if (!covers(range, selection.start) || !covers(range, selection.end)) throw new Error(`the selection of ${name} leaves its range`);
    checkSymbols(children ?? [], document);
  }
}

function idsOf(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const each of value) idsOf(each, found);
  else if (typeof value === 'object' && value !== null) {
    if ('id' in value && typeof value.id === 'string') found.push(value.id);
    for (const each of Object.values(value)) idsOf(each, found);
  }
  return found;
}
