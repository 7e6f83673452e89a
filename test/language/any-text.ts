import { expect } from 'vitest';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { codeActions } from '../../src/language/features/code-actions.ts';
import { completions } from '../../src/language/features/completion.ts';
import { definition } from '../../src/language/features/definition.ts';
import { hover } from '../../src/language/features/hover.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { english } from '../../src/language/message.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import type { Finding } from '../../src/language/rules/rule.ts';
import { buildMap } from '../../src/map/build.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { diagnosticOf } from '../../src/server/session.ts';

export const today = '2026-10-15';

/** All that is made of a text. */
export interface Made {
  document: JourneyDocument;
  folder: Folder;
  findings: Finding[];
  maps: JourneyMap[];
}

/** Reads, checks and maps a text, alone in its folder. */
export function make(text: string, before?: JourneyDocument): Made {
  const folder = new Folder();
  const document = readDocument('file:///maps/map.journey', (before?.version ?? 0) + 1, text, before);
  folder.set(document);
  const context = { document, folder };
  return {
    document,
    folder,
    findings: check({ ...context, today }),
    maps: journeysOf(document).map((journey) => buildMap(journey, context)),
  };
}

/** What a text was read as, without what differs from one object to another: the same for two readings that mean the same. */
export function meaning({ document, findings, maps }: Made): unknown {
  return {
    nodes: document.nodes.map(({ kind, statement, base, parent, misplaced, implied }) => ({
      kind,
      statement,
      base,
      parent: parent && document.nodes.indexOf(parent),
      misplaced,
      implied,
    })),
    findings: findings.map(({ node, related, ...finding }) => ({
      ...finding,
      node: document.nodes.indexOf(node),
      related: related?.map(({ span, message }) => ({ span, message })),
    })),
    maps,
  };
}

/**
 * Asks a text all that an editor asks, at some offsets; throws where something does not lie within the text, or is said twice of one place.
 */
export function askAll(made: Made, offsets: readonly number[]): void {
  const { document, folder, findings } = made;
  const { text, lines } = document;
  const context = { document, folder };
  const within = ({ start, end }: { start: number; end: number }, what: string): void => {
    if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${what}: ${start}–${end} of ${text.length}`);
  };
  for (const node of document.nodes) {
    const { start, end, keyword, items, lists } = node.statement;
    within({ start: node.base + start, end: node.base + end }, node.kind);
    for (const item of [keyword, ...Object.values(items), ...Object.values(lists).flat()]) {
      within({ start: node.base + item.start, end: node.base + item.end }, `part of ${node.kind}`);
    }
  }
  const seen = new Set<string>();
  for (const { start, end, code, message, fixes } of findings) {
    within({ start, end }, code);
    if (start === end) throw new Error(`${code} covers nothing: ${JSON.stringify(message)}`);
    const key = `${code} ${start} ${end} ${JSON.stringify(message)}`;
    if (seen.has(key)) throw new Error(`found twice: ${key}`);
    seen.add(key);
    for (const { edits } of fixes) {
      for (const edit of edits) within(edit, `fix of ${code}`);
      const ordered = edits.toSorted((a, b) => a.start - b.start);
      if (ordered.some((edit, index) => edit.start < (ordered[index - 1]?.end ?? 0))) throw new Error(`a fix of ${code} overlaps itself`);
    }
  }
  checkSymbols(documentSymbols(document));
  for (const offset of offsets) {
    hover(context, offset, findings);
    definition(context, offset);
    for (const item of completions(context, offset, today)) {
      if (!item.textEdit || !('range' in item.textEdit)) throw new Error(`${item.label} edits nothing`);
      const { start, end } = item.textEdit.range;
      const at = lines.positionAt(offset);
      if (start.line !== at.line || end.line !== at.line || start.character > at.character || end.character < at.character)
        throw new Error(`${item.label} edits elsewhere`);
    }
    codeActions(
      context,
      { start: offset, end: offset, ...(offset === offsets[0] && text.length % 5 === 0 ? { only: [''] } : {}) },
      {
        findings,
        client: { snippets: true, creates: true },
        diagnosticOf: (finding) => diagnosticOf(finding, document, english),
        recheck: (other) => check({ ...other, today }),
      },
    );
  }
  expect(lines.offsetAt(lines.positionAt(text.length))).toBe(text.length);
}

type Symbols = ReturnType<typeof documentSymbols>;

/** Editors refuse an outline whose names are empty, or whose selection does not lie within its range. */
function checkSymbols(symbols: Symbols): void {
  for (const { name, range, selectionRange, children } of symbols) {
    const before = (a: { line: number; character: number }, b: { line: number; character: number }): boolean =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    if (!name.trim()) throw new Error('a symbol has no name');
    if (
      !before(range.start, selectionRange.start) ||
      !before(selectionRange.start, selectionRange.end) ||
      !before(selectionRange.end, range.end)
    )
      throw new Error(`the selection of ${name} leaves its range`);
    checkSymbols(children ?? []);
  }
}
