import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import { english } from '../message.ts';
import type { Context } from '../names/facts.ts';
import { commentsIn } from '../read/comments.ts';
import { tokenize } from '../read/tokens.ts';
import { neverIgnored } from '../rules/ignores.ts';
import { rules } from '../rules/index.ts';

/** What an ignore comment says up to the cursor, while it still lists codes. */
const listing = /^\/[/*][^\S\r\n]*journey[-_]?ignore[^\S\r\n]+((?:[\w-]+[^\S\r\n]*[,，、][^\S\r\n]*|[\w-]+[^\S\r\n]+)*)([\w-]*)$/i;

/**
 * The codes of rules that may be written at an offset of an ignore comment, each with what the rule finds.
 *
 * @returns Nothing outside of such a comment; an empty list behind its colon.
 */
export function ignoreCodes({ document, tongue = english }: Context, offset: number): CompletionItem[] | undefined {
  const comment = commentAt(document, offset);
  if (comment === undefined || !/^\/[/*][^\S\r\n]*journey[-_]?ignore\b/i.test(comment)) return undefined;
  const listed = listing.exec(comment);
  if (!listed) return [];
  const named = new Set((listed[1] as string).toLowerCase().split(/[^\w-]+/));
  const start = offset - (listed[2] as string).length;
  const end = offset + (/^[\w-]*/.exec(document.text.slice(offset, offset + 100))?.[0].length ?? 0);
  return rules
    .filter(({ code }) => !neverIgnored.includes(code) && !named.has(code))
    .map(({ code, finds, why }) => ({
      label: code,
      kind: CompletionItemKind.Constant,
      detail: tongue(finds),
      documentation: { kind: 'markdown', value: tongue(why) },
      textEdit: { range: document.lines.rangeOf(start, end), newText: code },
    }));
}

/** The code of a rule under the cursor in an ignore comment. */
export function ignoredCodeAt(document: JourneyDocument, offset: number): { code: string; start: number; end: number } | undefined {
  const before = commentAt(document, offset);
  const word = /[\w-]*$/.exec(before ?? '')?.[0] ?? '';
  const start = offset - word.length;
  const end = offset + (/^[\w-]*/.exec(document.text.slice(offset, offset + 100))?.[0].length ?? 0);
  const code = document.text.slice(start, end).toLowerCase();
  return before !== undefined && listing.test(before) && code ? { code, start, end } : undefined;
}

/** The comment that an offset stands in, from its beginning up to there. */
function commentAt({ segments }: JourneyDocument, offset: number): string | undefined {
  let base = 0;
  for (const { text } of segments) {
    if (base + text.length >= offset && /journey[-_]?ignore/i.test(text)) {
      const at = offset - base;
      const comment = commentsIn(text, tokenize(text)).find(({ start, end }) => start < at && at <= end);
      if (comment) return text.slice(comment.start, at);
    }
    base += text.length;
    if (base > offset) return undefined;
  }
  return undefined;
}
