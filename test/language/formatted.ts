import assert from 'node:assert/strict';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { applied, formatEdits, formatted } from '../../src/language/format/index.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { commentsIn } from '../../src/language/read/comments.ts';
import { tokenize } from '../../src/language/read/tokens.ts';
import { check } from '../../src/language/rules/index.ts';
import { idOf } from '../../src/language/tree/ids.ts';
import { buildMap } from '../../src/map/build.ts';

export const today = '2026-10-15';

/** A text laid out. */
export function format(text: string): string {
  return formatted(readDocument('file:///maps/map.journey', 1, text));
}

/** Lays a text out, and holds all that must be true of the result whatever the text is. Gives the result. */
export function formatSafely(text: string): string {
  const before = readDocument('file:///maps/map.journey', 1, text);
  const edits = formatEdits(before);
  edits.forEach(({ start, end, text: inserted }, index) => {
    assert.ok(start >= (edits[index - 1]?.end ?? 0) && end >= start, 'edits stand in order and apart');
    assert.notEqual(before.text.slice(start, end), inserted, 'each edit changes something');
  });
  const result = applied(text, edits);
  const after = readDocument('file:///maps/map.journey', 1, result);
  assert.deepEqual(formatEdits(after), [], 'a second time changes nothing');
  assert.deepEqual(said(after), said(before));
  const comments = commentsOf(after);
  const kept = commentsOf(before);
  // Behind a text that is not closed there may be more: on a line of its own what follows that text is read as what it is.
  assert.deepEqual(comments.filter((comment) => comment === kept[0] && kept.shift()) && kept, [], 'comments');
  assert.deepEqual(unreadIn(after), unreadIn(before), 'what could not be read as it stands');
  return result;
}

/** The maps of a file and its findings, without the places where they stand and the values that they quote. */
function said(document: JourneyDocument): unknown {
  const folder = new Folder();
  folder.set(document);
  const context = { document, folder };
  return {
    maps: journeysOf(document).map((journey) => buildMap(journey, context)),
    findings: check({ ...context, today }).map(
      ({ code, severity, message, node }) => `${severity} ${code} ${message.text} ${idOf(document, node)}`,
    ),
  };
}

/** Every comment, word for word. */
function commentsOf({ segments }: JourneyDocument): string[] {
  return segments.flatMap(({ text }) => commentsIn(text, tokenize(text)).map(({ start, end }) => text.slice(start, end).trimEnd()));
}

/** The statements that were not read, or only by guessing, word for word. */
function unreadIn({ segments }: JourneyDocument): string[] {
  return segments.flatMap(({ text, statements }) =>
    statements.filter(({ problems }) => problems.some(({ code }) => code === 'syntax')).map(({ start, end }) => text.slice(start, end)),
  );
}
