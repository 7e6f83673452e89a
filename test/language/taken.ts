import { readDocument } from '../../src/language/document.ts';
import { plain } from '../../src/language/features/code-actions-edit.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import type { Finding, FoundFix } from '../../src/language/rules/rule.ts';
import { dataOf } from '../corpus/data.ts';

/** Maps by their address, and the tables of data beside them. */
export type Files = Record<string, string>;

const today = '2026-10-15';

/** The findings of each of some files that share a folder. */
export function findingsOf(files: Files): Record<string, Finding[]> {
  const folder = new Folder();
  folder.data = dataOf(files);
  const maps = Object.entries(files).filter(([uri]) => !uri.endsWith('.csv'));
  const documents = maps.map(([uri, text]) => readDocument(uri, 1, text));
  for (const document of documents) folder.set(document);
  return Object.fromEntries(documents.map((document) => [document.uri, check({ document, folder, today })]));
}

/** A stretch of a file that a fix wrote, in the text as it is after it. */
interface Written {
  uri: string;
  start: number;
  end: number;
}

/** The files after a fix has been taken, snippets with their first choice. */
export function taken(files: Files, uri: string, fix: FoundFix): { files: Files; written: Written[] } {
  const after = { ...files };
  const written: Written[] = [];
  for (const address of new Set(fix.edits.map((edit) => edit.uri ?? uri))) {
    const edits = fix.edits.filter((edit) => (edit.uri ?? uri) === address).toSorted((a, b) => a.start - b.start);
    let text = '';
    let at = 0;
    for (const { start, end, text: snippet, snippet: isSnippet } of edits) {
      const inserted = isSnippet ? plain(snippet) : snippet;
      text += (files[address] as string).slice(at, start);
      written.push({ uri: address, start: text.length, end: text.length + inserted.length });
      text += inserted;
      at = end;
    }
    after[address] = text + (files[address] as string).slice(at);
  }
  return { files: after, written };
}
