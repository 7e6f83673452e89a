import { readDocument } from '../language/document.ts';
import { fixAll } from '../language/features/code-actions-fix-all.ts';
import type { Message } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';
import type { Finding } from '../language/rules/rule.ts';
import { leftAlone } from './input.ts';
import type { Project } from './project.ts';
import { rewriteWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

/** What was fixed, and what of it could not be written. */
export interface Fixed {
  findings: number;
  files: number;
  /** Why a file is left as it is, one sentence for each. */
  left: Message[];
}

/**
 * Takes all fixes of some files that leave nothing to decide, and writes the files that change. The project has them as they then are. A
 * file that cannot be written is left as it is; the others are not kept waiting for it.
 */
export async function fixFiles({ files }: Project, check: (context: Context) => readonly Finding[]): Promise<Fixed> {
  const all: Fixed = { findings: 0, files: 0, left: [] };
  for (const entry of files) {
    const { document, folder, path, named, fault } = entry;
    if (fault) {
      all.left.push(leftAlone(named));
      continue;
    }
    const { fixed, text } = fixAll(entry, check(entry), check);
    if (!fixed) continue;
    try {
      await rewriteWhole(path, document.text, text, named);
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      all.left.push(error.said);
      continue;
    }
    entry.document = readDocument(document.uri, document.version + 1, text, document);
    folder.set(entry.document);
    all.findings += fixed;
    all.files++;
  }
  return all;
}
