import { relative } from 'node:path';
import { toText } from '../language/message.ts';
import { check as findingsOf } from '../language/rules/index.ts';
import { today } from '../server/today.ts';
import { openProject } from './project.ts';

/** A finding as `journey check --json` prints it. Lines and columns count from 1; columns are UTF-16 units, the end is exclusive. */
interface Line {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  code: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
}

/**
 * Prints the findings of all maps that the paths name.
 *
 * @returns 1 when one of them is an error, else 0.
 */
export async function check(paths: readonly string[], { json }: { json?: boolean }): Promise<number> {
  const { files } = await openProject(paths);
  const lines = files.flatMap(({ path, document, folder }) =>
    findingsOf({ document, folder, today: today() }).map(({ start, end, code, severity, message }): Line => {
      const range = document.lines.rangeOf(start, end);
      return {
        file: relative(process.cwd(), path) || path,
        line: range.start.line + 1,
        column: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        code,
        severity,
        message: toText(message),
      };
    }),
  );
  if (json) process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
  else process.stdout.write(report(lines, files.length));
  return lines.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function report(lines: readonly Line[], files: number): string {
  const printed = lines.map(
    ({ file, line, column, severity, message, code }) => `${file}:${line}:${column}: ${severity}: ${printable(message)} [${code}]\n`,
  );
  const some = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const maps = some(files, 'file');
  const count = (severity: Line['severity']): number => lines.filter((line) => line.severity === severity).length;
  const summary = lines.length
    ? `${some(count('error'), 'error')}, ${some(count('warning'), 'warning')}, ${some(count('info') + count('hint'), 'remark')} in ${maps}`
    : `Nothing found in ${maps}`;
  return `${printed.join('')}${summary}\n`;
}

/** A message without control characters: a map must not move the cursor of a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
