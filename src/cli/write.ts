import { chmodSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { say } from '../language/message.ts';
import { decode } from '../server/files.ts';
import { leftAlone, whyOf } from './input.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed.
 *
 * @param named - What messages call it: its path as it was given.
 * @throws WrongUse where a file is there already and `force` is not set, or where it cannot be written.
 */
export function writeWhole(path: string, content: string | Uint8Array, force: boolean, named = path): void {
  if (existsSync(path) && !force) throw new WrongUse(say('{0} is there already. Add --force to write over it.', named));
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside, { force: true });
    throw new WrongUse(say('{0} cannot be written: {1}.', named, whyOf(error, beside, named).replaceAll(path, named)));
  }
}

/**
 * Writes another text to a file, as a whole or not at all, in the encoding that it has. A link stays one, and the file keeps its mode.
 *
 * @param before - The text that was read from it.
 * @param named - What messages call it: its path as it was given.
 * @throws WrongUse where the file holds anything else, or bytes that are no text, or cannot be written.
 */
export function rewriteWhole(path: string, before: string, after: string, named: string): void {
  const { real, bytes } = found(path, named);
  if (!encode(before, bytes).equals(bytes)) {
    throw new WrongUse(decode(bytes) === before ? leftAlone(named) : say('{0} is not as it was read, so it is left as it is.', named));
  }
  const { mode } = statSync(real);
  writeWhole(real, encode(after, bytes), true, named);
  chmodSync(real, mode);
}

/** The file that a path leads to. */
function found(path: string, named: string): { real: string; bytes: Buffer } {
  try {
    const real = realpathSync(path);
    return { real, bytes: readFileSync(real) };
  } catch (error) {
    throw new WrongUse(say('{0} cannot be read: {1}.', named, whyOf(error, path, named)));
  }
}

/** The bytes of a text, in the encoding of other bytes and with their mark: UTF-8, or UTF-16 where a mark says so. */
export function encode(text: string, like: Buffer): Buffer {
  const mark = like.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (mark === 'feff') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(like.subarray(0, 3).toString('hex') === 'efbbbf' ? `\ufeff${text}` : text, 'utf8');
}
