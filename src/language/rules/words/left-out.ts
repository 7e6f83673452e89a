import { say, short } from '../../message.ts';
import { fold } from '../../read/near.ts';
import { plainQuantity } from '../../read/plain.ts';
import type { Problem } from '../../read/statement.ts';
import { firstNumber } from '../../read/values.ts';
import { inFile, type Node } from '../../tree/node.ts';
import type { FoundFix, RuleContext } from '../rule.ts';

/* Words that a statement passes over: they are somebody's, so that what keeps them comes before what removes them. */

/** Measures that a listening post has. */
const measures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nps: 'nps',
    csat: 'csat',
    ces: 'ces',
    satisfaction: 'csat',
    zufriedenheit: 'csat',
    satisfaccion: 'csat',
    note: 'csat',
    rating: 'csat',
  }),
);

/** What may be done about words that count for nothing: said as what they measure, or kept in a comment. */
export function leftOut(node: Node, problem: Problem, { document: { text, lines } }: RuleContext): FoundFix[] {
  if (!problem.passesOver && !problem.leavesOut) return [];
  const { start, end } = inFile(node, problem);
  const stop = node.base + node.statement.end;
  const blanks = /[^\S\r\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  const words = text.slice(start, end).replace(/^[\s,;|]+/, '');
  const line = lines.positionAt(start).line;
  const isLast = text.slice(stop, lines.endOfLine(line)).trim() === '' && stop >= end;
  const kept = isLast
    ? end === stop
      ? [{ start: start - blanks, end, text: ` // ${words}` }]
      : [
          { start: start - blanks, end, text: '' },
          { start: stop, end: stop, text: ` // ${words}` },
        ]
    : [{ start: start - blanks, end, text: ` /* ${words.replaceAll('*/', '')} */` }];
  const comment: FoundFix = { title: say('Keep it as a comment'), edits: kept, decides: true };
  const [, word = '', value = ''] = /^\(?(\p{L}+)\s*[:=]?\s*(\S.*?)\)?$/su.exec(words) ?? [];
  const measure = measures.get(fold(word));
  if (node.kind !== 'touchpoint' || !measure || firstNumber(value) === undefined || /\s\p{L}/u.test(value)) return [comment];
  const said = `${measure} ${plainQuantity(value)}`;
  const below = `\n${lines.indentOf(line)}  listens "\${1:…}" ${said.replace(/[\\$}]/g, (mark) => `\\${mark}`)}`;
  const edits = [
    { start: start - blanks, end, text: '' },
    { start: lines.endOfLine(line), end: lines.endOfLine(line), text: below, snippet: true as const },
  ];
  return [{ title: say('Insert `{0}` below', short(`listens "…" ${said}`)), edits, decides: true }, comment];
}
