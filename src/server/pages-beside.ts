import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of the pages of the rules that lie beside the program that runs, see `pagesFor`; nothing where there are none. */
export function pagesBeside(program = process.argv[1]): string | undefined {
  if (program === undefined || !existsSync(program)) return undefined;
  const folder = join(dirname(realpathSync(program)), '../docs/rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/{code}.md` : undefined;
}
