import { relative } from 'node:path';
import type { Lines } from '../language/lines.ts';
import { type Message, say, type Tongue, toText } from '../language/message.ts';
import { projectCode } from '../language/project/finding.ts';
import { check as findingsOf } from '../language/rules/index.ts';
import { today } from '../server/today.ts';
import { type Fixed, fixFiles } from './fix.ts';
import { faultOf, standardInput } from './input.ts';
import { type MapFile, openProject, unnamed } from './project.ts';
import { tongueFor } from './tongue.ts';
import { WrongUse } from './wrong-use.ts';

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
 * Prints the findings of all maps that the paths name, and those of the `journey.json` files that count for them.
 *
 * @param paths - Files and folders; `-` alone for the standard input.
 * @param options.stdinFilename - What file the standard input is to be taken for.
 * @param options.fix - First take the fixes that leave nothing to decide, write the files, and say how many.
 * @returns 2 when a file could not be written, 1 when one of the findings is an error, else 0.
 */
export async function check(
  paths: readonly string[],
  { json, fix, stdinFilename }: { json?: boolean; fix?: boolean; stdinFilename?: string },
): Promise<number> {
  if (fix && paths.includes(standardInput)) throw new WrongUse(say('`--fix` writes files, and the standard input is none.'));
  const project = await openProject(paths, stdinFilename);
  const { files } = project;
  let isLeft = false;
  if (fix) {
    const fixed = await fixFiles(project, (context) => findingsOf({ ...context, today: today() }));
    const tongue = tongueFor(...files.map(({ folder }) => folder));
    for (const why of fixed.left) process.stderr.write(`${toText(say('{0}: {1}', 'journey', why), tongue)}\n`);
    isLeft = fixed.left.length > 0;
    const told = `${toText(howMany(fixed), tongue)}\n`;
    if (json) process.stderr.write(told);
    else process.stdout.write(told);
  }
  const lines = [
    ...project.settings.flatMap(({ path, file }) =>
      file.findings.map((finding) => lineOf({ ...finding, code: projectCode }, shown(path), file.lines, tongueFor(file))),
    ),
    ...files.flatMap((file) => linesOf(file)),
  ];
  const checked = files.length + project.settings.filter(({ file }) => file.findings.length).length;
  if (json) process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
  else process.stdout.write(report(lines, checked, tongueFor(...files.map(({ folder }) => folder))));
  if (isLeft) return 2;
  return lines.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What is found in a map. Of one that is no text that is all: the rest would follow from it. */
function linesOf({ path, named, document, folder, fault }: MapFile): Line[] {
  const tongue = tongueFor(folder);
  const file = named === unnamed ? named : shown(path);
  if (fault) {
    const finding = { start: fault.at, end: fault.at, code: 'syntax', severity: 'error', message: faultOf(fault) } as const;
    return [lineOf(finding, file, document.lines, tongue)];
  }
  return findingsOf({ document, folder, today: today(), tongue }).map((finding) => lineOf(finding, file, document.lines, tongue));
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}

function lineOf(
  { start, end, code, severity, message }: { start: number; end: number; code: string; severity: Line['severity']; message: Message },
  file: string,
  lines: Lines,
  tongue: Tongue,
): Line {
  const range = lines.rangeOf(start, end);
  return {
    file,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    code,
    severity,
    message: toText(message, tongue),
  };
}

function howMany({ findings, files }: Fixed): Message {
  if (!findings) return say('Nothing could be fixed without a decision');
  const found = findings === 1 ? say('1 finding') : say('{0} findings', findings);
  return files === 1 ? say('Fixed {0} in 1 file', found) : say('Fixed {0} in {1} files', found, files);
}

/** The place is the same in every language, so that editors and other programs can read it. */
function report(lines: readonly Line[], files: number, tongue: Tongue): string {
  const word = { error: tongue('error'), warning: tongue('warning'), info: tongue('info'), hint: tongue('hint') };
  const printed = lines.map(({ file, line, column, severity, message, code }) => {
    const place = `${file}:${line}:${column}`;
    return `${place}: ${toText(say('{0}: {1}', word[severity], printable(message)), tongue)} [${code}]\n`;
  });
  return `${printed.join('')}${toText(summary(lines, files), tongue)}\n`;
}

function summary(lines: readonly Line[], files: number): Message {
  if (!lines.length) return files === 1 ? say('Nothing found in 1 file') : say('Nothing found in {0} files', files);
  const count = (...severities: Line['severity'][]): number => lines.filter(({ severity }) => severities.includes(severity)).length;
  const [errors, warnings, remarks] = [count('error'), count('warning'), count('info', 'hint')];
  return say(
    files === 1 ? '{0}, {1}, {2} in 1 file' : '{0}, {1}, {2} in {3} files',
    errors === 0 ? say('0 errors') : errors === 1 ? say('1 error') : say('{0} errors', errors),
    warnings === 0 ? say('0 warnings') : warnings === 1 ? say('1 warning') : say('{0} warnings', warnings),
    remarks === 0 ? say('0 remarks') : remarks === 1 ? say('1 remark') : say('{0} remarks', remarks),
    files,
  );
}

/** A message without control characters: a map must not move the cursor of a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
