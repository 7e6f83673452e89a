import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import type { Finding } from '../../src/language/rules/rule.ts';
import { buildMap } from '../../src/map/build.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { askAt, askWhole, checkEdits } from './asked.ts';

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
 * Asks a text all that an editor asks: as a whole, and at some offsets. Throws where something does not lie within the text, or is said twice of
 * one place.
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
      checkEdits(
        edits.filter(({ uri }) => uri === undefined || uri === document.uri),
        text,
        `a fix of ${code}`,
      );
    }
  }
  askWhole(context, findings);
  for (const offset of offsets) askAt(context, findings, offset, today);
  if (lines.offsetAt(lines.positionAt(text.length)) !== text.length) throw new Error('the end is elsewhere');
}
