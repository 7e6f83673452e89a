import { promises as disk, readFileSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../language/message.ts';
import { decode } from '../server/files.ts';
import { leftAlone, whyOf } from './input.ts';
import { whyNotWritten } from './target.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed. A link to a file stays one, and a file that is written over
 * keeps its mode.
 *
 * @param named - What messages call it: its path as it was given.
 * @throws WrongUse where a file is there already and `force` is not set, or where it cannot be written.
 */
export async function writeWhole(path: string, content: string | Uint8Array, force: boolean, named = path): Promise<void> {
  const old = force ? fileAt(path) : undefined;
  const place = old?.real ?? path;
  const part = join(dirname(place), `.journey-${process.pid}-${Math.random().toString(36).slice(2)}.part`);
  const watch = removeOnSignal(part);
  try {
    const file = await disk.open(part, 'wx', old ? old.mode & 0o777 : 0o666);
    try {
      if (old) await file.chmod(old.mode & 0o777);
      await file.writeFile(content);
      // Some disks tell only now that they are full.
      await file.sync();
    } finally {
      await file.close();
    }
    await (force ? disk.rename(part, place) : renameToFree(part, place));
  } catch (error) {
    rmSync(part, { force: true });
    throw new WrongUse(whyNotWritten(error, path, named, part));
  } finally {
    watch.end();
  }
}

/** The file that a path leads to, if there is one. */
function fileAt(path: string): { real: string; mode: number } | undefined {
  const found: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return found && { real: realpathSync(path), mode: found.mode };
}

/** Renames a file, but not over another: that one may have come up but now. */
async function renameToFree(from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    // Not every disk has links.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await disk.access(to).then(
      () => Promise.reject(Object.assign(new Error(), { code: 'EEXIST' })),
      () => disk.rename(from, to),
    );
    return;
  }
  await disk.rm(from);
}

/** Takes a file away when the command is told to end, until it is told that the file is done with. */
function removeOnSignal(file: string): { end(): void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const give = (signal: NodeJS.Signals) => {
    end();
    rmSync(file, { force: true });
    process.kill(process.pid, signal);
  };
  const end = () => {
    for (const signal of signals) process.removeListener(signal, give);
  };
  for (const signal of signals) process.on(signal, give);
  return { end };
}

/**
 * Writes another text to a file, as a whole or not at all, in the encoding that it has. A link stays one, and the file keeps its mode.
 *
 * @param before - The text that was read from it.
 * @param named - What messages call it: its path as it was given.
 * @throws WrongUse where the file holds anything else, or bytes that are no text, or cannot be written.
 */
export async function rewriteWhole(path: string, before: string, after: string, named: string): Promise<void> {
  const bytes = readAgain(path, named);
  if (!encode(before, bytes).equals(bytes)) {
    throw new WrongUse(decode(bytes) === before ? leftAlone(named) : say('{0} is not as it was read, so it is left as it is.', named));
  }
  await writeWhole(path, encode(after, bytes), true, named);
}

function readAgain(path: string, named: string): Buffer {
  try {
    return readFileSync(path);
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
