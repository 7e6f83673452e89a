import type { Data } from '../language/names/data.ts';
import { readTable } from './csv.ts';
import { type Content, type Files, isDataFile } from './files.ts';
import { NamedFiles } from './named-files.ts';

/** A data file of more bytes is not read. */
export const mostTableBytes = 5_000_000;

/** The data files that maps name. */
export function tablesAmong(files: Files): NamedFiles<Data> {
  return new NamedFiles(async (uri, root) => (isDataFile(uri) ? tableFrom(await files.look(uri, mostTableBytes, root)) : 'unreadable'));
}

/** A table as what was found at its address says it. */
export function tableFrom(content: Content): Data {
  if ('text' in content) return readTable(content.text) ?? 'unreadable';
  return content.why === 'missing' || content.why === 'outside' ? content.why : 'unreadable';
}
