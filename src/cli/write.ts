import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { say } from '../language/message.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed.
 *
 * @throws WrongUse where a file is there already and `force` is not set, or where it cannot be written.
 */
export function writeWhole(path: string, content: string, force: boolean): void {
  if (existsSync(path) && !force) throw new WrongUse(say('{0} is there already. Add --force to write over it.', path));
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new WrongUse(say('{0} cannot be written: {1}.', path, error instanceof Error ? error.message : String(error)));
  }
}
