import { chmodSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { say } from '../language/message.ts';
import { decode } from '../server/files.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed.
 *
 * @throws WrongUse where a file is there already and `force` is not set, or where it cannot be written.
 */
export function writeWhole(path: string, content: string | Uint8Array, force: boolean): void {
  if (existsSync(path) && !force) throw new WrongUse(say('{0} is there already. Add --force to write over it.', path));
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUse(say('{0} cannot be written: {1}.', path, why.replaceAll(beside, path)));
  }
}

/**
 * Writes another text to a file, as a whole or not at all, in the encoding that it has. A link stays one, and the file keeps its mode.
 *
 * @param before - The text that was read from it.
 * @throws WrongUse where the file holds anything else, or bytes that are no text, or cannot be written.
 */
export function rewriteWhole(path: string, before: string, after: string): void {
  const real = realpathSync(path);
  const bytes = readFileSync(real);
  if (!encode(before, bytes).equals(bytes)) {
    const named = relative(process.cwd(), path) || path;
    throw new WrongUse(
      decode(bytes) === before
        ? say('{0} is not UTF-8 text, so it is left as it is. Save it as UTF-8.', named)
        : say('{0} is not as it was read, so it is left as it is.', named),
    );
  }
  const { mode } = statSync(real);
  writeWhole(real, encode(after, bytes), true);
  chmodSync(real, mode);
}

/** The bytes of a text, in the encoding of other bytes and with their mark: UTF-8, or UTF-16 where a mark says so. */
export function encode(text: string, like: Buffer): Buffer {
  const mark = like.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (mark === 'feff') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(like.subarray(0, 3).toString('hex') === 'efbbbf' ? `\ufeff${text}` : text, 'utf8');
}
