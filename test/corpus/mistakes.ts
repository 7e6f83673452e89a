/*
 * Mistakes that people make when they write a map, as files: `mistakes/NN-name.journey`, one for each kind of mistake, with several spellings of
 * it in a map that is sound otherwise. To add a case, add a line to a file, or a file to the folder; no code is needed.
 *
 * Below a line stands what must be found in it:
 *
 *     takes 1.5h
 * //        ^^^^ unknown-value
 * // says: Write a duration as a number and its unit: `90min`.
 * // fix: takes 90min
 * // reads: takes | duration=90min
 *
 * - `^^^^ code` marks the columns of the line above it that a finding covers. A line without a mark must have no finding.
 * - `says:` below a mark is the message, in English.
 * - `fix:` below a mark is the line that taking a fix gives, without the blanks at its ends; several lines in the order of the fixes. Where a
 *   fix changes several lines, ` ⏎ ` stands between them; where it takes lines away, nothing stands there. `no fix` says that there is none.
 * - `reads:` is what the statements that begin on the line are read as: the kind and what fills each place, ` ; ` between two statements.
 *
 * Lines stand two blanks in, so that there is room for `//` before a caret. All but the marks may be left out. Only findings that reading gives count here (`codes`); what a map lacks is the matter of `findings/`.
 * A case that fails shows the whole file as it would have to be.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { toText } from '../../src/language/message.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import type { Finding } from '../../src/language/rules/rule.ts';
import { taken } from '../language/taken.ts';
import { today } from './findings.ts';

const root = join(import.meta.dirname, 'mistakes');
const uri = 'file:///corpus/mistake.journey';

/** The codes of the findings that count. */
export const codes: ReadonlySet<string> = new Set([
  'syntax',
  'unknown-value',
  'misplaced-statement',
  'misleading-indentation',
  'unknown-name',
  'score-out-of-range',
  'given-twice',
  'duplicate-name',
  'empty-text',
]);

/** What a file says of a line: a finding with what is known of it, or, without columns, how the line is read. */
interface Mark {
  line: number;
  /** The line with its carets and code, as it stands in the file. */
  carets: string;
  says?: string;
  /** Absent where the file does not tell. */
  fixes?: string[];
}

export interface Mistake {
  name: string;
  content: string;
  text: string;
  marks: Mark[];
  /** By the number of the line, from 0. */
  reads: Map<number, string>;
}

/** All files of the folder. */
export function mistakes(): Mistake[] {
  return readdirSync(root)
    .sort()
    .map((name) => {
      const content = readFileSync(join(root, name), 'utf8');
      return { name, content, ...parse(content) };
    });
}

/** Parts a file into its text and what it says of it. */
export function parse(content: string): Pick<Mistake, 'text' | 'marks' | 'reads'> {
  const lines: string[] = [];
  const marks: Mark[] = [];
  const reads = new Map<number, string>();
  for (const line of content.split('\n')) {
    const said = /^\/\/ (says|fix|reads):(?: (.*))?$/.exec(line);
    const last = marks.at(-1);
    if (/^\s*\/\/\s*\^+ \S+( …)?$/.test(line)) marks.push({ line: lines.length - 1, carets: line });
    else if (said?.[1] === 'reads') reads.set(lines.length - 1, said[2] ?? '');
    else if (said?.[1] === 'says' && last) last.says = said[2] ?? '';
    else if (said?.[1] === 'fix' && last) last.fixes = [...(last.fixes ?? []), said[2] ?? ''];
    else if (line === '// no fix' && last) last.fixes = [];
    else lines.push(line);
  }
  return { text: lines.join('\n'), marks, reads };
}

/** A file as it would have to be: with all that is found in its text, what each fix gives, and how every line with a mark is read. */
export function annotated(text: string): string {
  const { document, findings } = found(text);
  return text
    .split('\n')
    .flatMap((line, index) => {
      const own = findings.filter(({ start }) => document.lines.positionAt(start).line === index);
      if (!own.length) return [line];
      return [
        line,
        ...own.flatMap((finding) => {
          const fixes = results(document, finding);
          return [
            caretsOf(document, finding),
            `// says: ${toText(finding.message)}`,
            ...(fixes.length ? fixes.map((fix) => `// fix: ${fix}`.trimEnd()) : ['// no fix']),
          ];
        }),
        `// reads: ${readAt(document, index)}`,
      ];
    })
    .join('\n');
}

/** What of a file does not hold. Empty where all of it does. */
export function complaints({ text, marks, reads }: Mistake): string[] {
  const { document, findings } = found(text);
  const left = [...findings];
  const wrong: string[] = [];
  for (const mark of marks) {
    const where = `line ${mark.line + 1}, ${mark.carets.trim()}`;
    const at = left.findIndex(
      (each) => document.lines.positionAt(each.start).line === mark.line && caretsOf(document, each) === mark.carets,
    );
    const [finding] = at < 0 ? [] : left.splice(at, 1);
    if (!finding) {
      wrong.push(`${where}: is not found`);
      continue;
    }
    const says = toText(finding.message);
    if (mark.says !== undefined && mark.says !== says) wrong.push(`${where}: says “${says}”, not “${mark.says}”`);
    const fixes = results(document, finding);
    if (mark.fixes && JSON.stringify(mark.fixes) !== JSON.stringify(fixes)) wrong.push(`${where}: the fixes give ${JSON.stringify(fixes)}`);
  }
  for (const finding of left)
    wrong.push(`line ${document.lines.positionAt(finding.start).line + 1}: ${caretsOf(document, finding)} is not marked`);
  for (const [line, expected] of reads) {
    const read = readAt(document, line);
    if (read !== expected) wrong.push(`line ${line + 1}: is read as ${read}`);
  }
  return wrong;
}

function found(text: string): { document: JourneyDocument; findings: Finding[] } {
  const folder = new Folder();
  const document = readDocument(uri, 1, text);
  folder.set(document);
  return { document, findings: check({ document, folder, today }).filter(({ code }) => codes.has(code)) };
}

function caretsOf({ lines, text }: JourneyDocument, { start, end, code }: Finding): string {
  const { line, character } = lines.positionAt(start);
  const goesOn = lines.positionAt(end).line > line;
  const width = goesOn ? text.slice(lines.startOfLine(line), lines.endOfLine(line)).length - character : end - start;
  return `//${' '.repeat(Math.max(0, character - 2))}${'^'.repeat(width)} ${code}${goesOn ? ' …' : ''}`;
}

/** The lines that each fix of a finding changes, as they are after it. */
function results({ text }: JourneyDocument, finding: Finding): string[] {
  const before = text.split('\n');
  return finding.fixes.map((fix) => {
    const after = (taken({ [uri]: text }, uri, fix).files[uri] as string).split('\n');
    let first = 0;
    while (first < before.length && before[first] === after[first]) first++;
    let last = 0;
    while (last < Math.min(before.length, after.length) - first && before.at(-1 - last) === after.at(-1 - last)) last++;
    return after
      .slice(first, after.length - last)
      .map((line) => line.trim())
      .join(' ⏎ ');
  });
}

function readAt({ nodes, lines }: JourneyDocument, line: number): string {
  return nodes
    .filter((node) => !node.implied && lines.positionAt(node.base + node.statement.start).line === line)
    .map(({ kind, statement: { items, lists } }) =>
      [
        kind,
        ...Object.entries(items).map(([slot, item]) => `${slot}=${item.text}`),
        ...Object.entries(lists).map(([slot, list]) => `${slot}=${list.map((item) => item.text).join(', ')}`),
      ].join(' | '),
    )
    .join(' ; ');
}
