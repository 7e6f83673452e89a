import { readDocument } from '../language/document.ts';
import { fixAll } from '../language/features/code-actions-fix-all.ts';
import type { Context } from '../language/names/facts.ts';
import type { Finding } from '../language/rules/rule.ts';
import type { Project } from './project.ts';
import { rewriteWhole } from './write.ts';

/** What was fixed. */
export interface Fixed {
  findings: number;
  files: number;
}

/**
 * Takes all fixes of some files that leave nothing to decide, and writes the files that change. The project has them as they then are.
 *
 * @throws WrongUse where a file cannot be written; those before it are.
 */
export function fixFiles({ files }: Project, check: (context: Context) => readonly Finding[]): Fixed {
  const all: Fixed = { findings: 0, files: 0 };
  for (const entry of files) {
    const { document, folder, path } = entry;
    const { fixed, text } = fixAll(entry, check(entry), check);
    if (!fixed) continue;
    rewriteWhole(path, document.text, text);
    entry.document = readDocument(document.uri, document.version + 1, text, document);
    folder.set(entry.document);
    all.findings += fixed;
    all.files++;
  }
  return all;
}
