import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import { dataOf } from './data.ts';

/** The day that findings of the corpus are asked for. */
export const today = '2026-10-15';

const root = join(import.meta.dirname, 'findings');

/** A case: files that share a folder, each with its text and what must be found in it. */
export interface Case {
  name: string;
  files: { name: string; text: string; marks: string[] }[];
  /** The data files and pictures beside them, by name. */
  data: Record<string, string>;
}

/** All cases: a file is one, and so is a folder with all its files. */
export function cases(): Case[] {
  return readdirSync(root, { withFileTypes: true })
    .map((entry): Case => {
      const names = entry.isDirectory() ? readdirSync(join(root, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name];
      const read = (name: string): string => readFileSync(join(root, name), 'utf8');
      const isData = (name: string): boolean => !name.endsWith('.journey');
      return {
        name: entry.name,
        files: names
          .filter((name) => !isData(name))
          .sort()
          .map((name) => ({ name, ...parse(read(name)) })),
        data: Object.fromEntries(names.filter(isData).map((name) => [name, read(name)])),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

const mark = /^\s*\/\/\s*(\^+)\s*(\S+)( …)?\s*$/;

/**
 * Parts a file of the corpus into its text and its marks. A line such as `//   ^^^^^ missing-emotion` marks columns of the line above it that
 * is no mark; ` …` behind it says that the finding goes on below that line.
 */
function parse(content: string): { text: string; marks: string[] } {
  const lines: string[] = [];
  const marks: string[] = [];
  for (const line of content.split('\n')) {
    const found = mark.exec(line);
    if (!found) {
      lines.push(line);
      continue;
    }
    const start = line.indexOf('^');
    const width = (found[1] as string).length;
    marks.push(describe(lines.length - 1, lines.at(-1) ?? '', start, start + width, found[2] as string, found[3] !== undefined));
  }
  return { text: lines.join('\n'), marks };
}

function describe(line: number, text: string, start: number, end: number, code: string, goesOn: boolean): string {
  return `${line + 1}: ${text.trim()} › ${code} at “${text.slice(start, end)}” (${start})${goesOn ? ' …' : ''}`;
}

/** The address that a file of the corpus has in its folder. */
export function addressOf(name: string): string {
  return `file:///corpus/${name}`;
}

/** What is found in the files of a case, in the words of their marks. */
export function found({ files, data }: Case): string[][] {
  const folder = new Folder();
  folder.data = dataOf(Object.fromEntries(Object.entries(data).map(([name, text]) => [addressOf(name), text])));
  const documents = files.map(({ name, text }) => readDocument(addressOf(name), 1, text));
  for (const document of documents) folder.set(document);
  return documents.map((document) =>
    check({ document, folder, today }).map(({ start, end, code }) => {
      const range = document.lines.rangeOf(start, end);
      const { line, character } = range.start;
      const text = document.text.slice(document.lines.startOfLine(line), document.lines.endOfLine(line));
      const goesOn = range.end.line > line;
      return describe(line, text, character, goesOn ? text.length : range.end.character, code, goesOn);
    }),
  );
}
