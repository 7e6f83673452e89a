import papaparse from 'papaparse';
import type { Table } from '../language/names/data.ts';

const separators = [';', '\t', ','] as const;

/**
 * Reads a table: cells parted by `;`, `,` or tabs, whichever the first line has most of; in quotes where they hold one of these, a quote or a line
 * break. A line `sep=;`, as Excel writes it, says it itself. Empty lines are passed over.
 *
 * @returns Nothing for what is no text.
 */
export function readTable(text: string): Table | undefined {
  if (text.includes('\0')) return undefined;
  const said = /^sep=(.)(?:\r\n|\r|\n|$)/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = said?.[1] ?? separatorOf(body);
  const [columns = [], ...rows] = papaparse.parse<string[]>(body, { delimiter, skipEmptyLines: 'greedy' }).data;
  return { columns: columns.map((name) => name.trim()), rows, decimal: decimalOf(rows, delimiter) };
}

/** The separator that stands most often in the first line that says anything, outside quotes. */
function separatorOf(text: string): string {
  const line = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const bare = line.replace(/"[^"]*"?/g, '');
  const count = (separator: string): number => bare.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** What stands before the decimals: the mark that can be nothing else in some cell. Where no cell tells, the comma only in files with `;`. */
function decimalOf(rows: readonly (readonly string[])[], delimiter: string): '.' | ',' {
  for (const row of rows) {
    for (const cell of row) {
      const mark = /^\s*[-+−–]?\d+(?:[.,' \u00a0\u202f]\d{3})*?([.,])(?!\d{3}(?!\d))\d+(?![\d.,])/.exec(cell)?.[1];
      if (mark) return mark as '.' | ',';
    }
  }
  return delimiter === ';' ? ',' : '.';
}
