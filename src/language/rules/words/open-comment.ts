import type { JourneyDocument } from '../../document.ts';
import { nodeAt } from '../../document.ts';
import { say } from '../../message.ts';
import { commentsIn } from '../../read/comments.ts';
import { tokenize } from '../../read/tokens.ts';
import type { Node } from '../../tree/node.ts';
import type { Found } from '../rule.ts';

/** The comments of a file that open with a mark and are not closed: each ends before the next line that opens a statement. */
export function* openComments(document: JourneyDocument): Iterable<Found> {
  if (!document.text.includes('/*')) return;
  let base = 0;
  for (const { text } of document.segments) {
    const last = text.includes('/*') ? commentsIn(text, tokenize(text)).at(-1) : undefined;
    const comment = last && text.slice(last.start, last.end);
    if (last && comment?.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/')))
      yield found(document, base + last.start, comment);
    base += text.length;
  }
}

function found(document: JourneyDocument, start: number, comment: string): Found {
  const at = start + comment.trimEnd().length;
  return {
    node: nodeAt(document, start) ?? document.roots[0] ?? nothing(start),
    start,
    end: start + 2,
    message: say('This comment is not closed: a `*/` is missing. It ends before the next statement.'),
    fixes: [{ title: say('Close it before the next statement'), edits: [{ start: at, end: at, text: ' */' }], preferred: true }],
  };
}

/** What a finding stands on in a file without statements. */
function nothing(start: number): Node {
  const at = { start: 0, end: 0 };
  return {
    kind: 'unreadable',
    statement: { kind: 'unreadable', ...at, keyword: at, items: {}, lists: {}, problems: [] },
    base: start,
    parent: undefined,
    children: [],
  };
}
