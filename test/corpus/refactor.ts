import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../language/taken.ts';

const root = join(import.meta.dirname, 'refactor');

/** The file that has the cursor. */
export const map = 'file:///maps/map.journey';

/** A case: files before and after an action is taken, and where the cursor stands in the first. */
export interface Case {
  name: string;
  /** The title of the action. */
  action: string;
  before: Files;
  offset: number;
  after: Files;
}

/**
 * The cases of refactorings, a folder each. `before.journey` opens with `// action: …`, the title of the action, which is no part of the
 * text; `|` is the cursor. `after.journey` is that file afterwards; `x.before.journey` and `x.after.journey` are a file beside it.
 *
 * @param eol - The line break to read them with.
 */
export function cases(eol: string): Case[] {
  return readdirSync(root).map((name) => {
    const read = (file: string): string => readFileSync(join(root, name, file), 'utf8').replaceAll('\n', eol);
    const [first, ...lines] = read('before.journey').split(eol);
    const marked = lines.join(eol);
    const offset = marked.indexOf('|');
    const others = readdirSync(join(root, name)).flatMap((file) => /^(.+)\.before\.journey$/.exec(file)?.[1] ?? []);
    const beside = (when: string): Files =>
      Object.fromEntries(others.map((other) => [`file:///maps/${other}.journey`, read(`${other}.${when}.journey`)]));
    return {
      name,
      action: (first ?? '').replace('// action: ', ''),
      before: { [map]: marked.slice(0, offset) + marked.slice(offset + 1), ...beside('before') },
      offset,
      after: { [map]: read('after.journey'), ...beside('after') },
    };
  });
}
