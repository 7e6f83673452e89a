import type { FileStat, FileSystem, Uri } from 'vscode';
import { type Message, say } from '../../language/message.ts';
import { Refusal } from '../../render/refusal.ts';
import { nameOf, randomNonce } from '../names.ts';

/** The editor's file system, as far as it is needed to write a file. */
export type Disk = Pick<FileSystem, 'stat' | 'writeFile' | 'rename' | 'delete'>;

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed. What is there of a name that nobody gave leave to write
 * over stays.
 *
 * @param overwrite - Whether a file that is there may go.
 * @param check - Fails when the file is not wanted any more; asked before it takes its place.
 * @throws Refusal where it cannot be written, or whatever `check` fails with.
 */
export async function writeWhole(disk: Disk, target: Uri, content: Uint8Array, overwrite: boolean, check = () => {}): Promise<void> {
  const folder = target.with({ path: target.path.slice(0, target.path.lastIndexOf('/')) || '/' });
  const part = target.with({ path: `${folder.path.replace(/\/$/, '')}/.journey-${randomNonce().slice(0, 12)}.part` });
  try {
    // To write a file makes the folders that are missing, wherever a name has a slip of the pen.
    await disk.stat(folder);
    await disk.writeFile(part, content);
    check();
    await disk.rename(part, target, { overwrite });
  } catch (error) {
    await Promise.resolve(disk.delete(part)).catch(() => undefined);
    check();
    throw new Refusal(whyNot(error, nameOf(target), nameOf(folder)));
  }
}

/** What there is of that name; nothing where there is none. */
export async function fileAt(disk: Disk, uri: Uri): Promise<FileStat | undefined> {
  return Promise.resolve(disk.stat(uri)).catch(() => undefined);
}

/** What failed, and what to do. `FileSystemError` has a code; what it has no code for it says in the words of the system. */
function whyNot(error: unknown, file: string, folder: string): Message {
  const { code, message } = error instanceof Error ? (error as Error & { code?: unknown }) : { code: undefined, message: String(error) };
  const why = reasonOf(code, message, folder);
  return why ? say('“{0}” was not written. {1}', file, why) : say('“{0}” was not written: {1}', file, message);
}

function reasonOf(code: unknown, message: string, folder: string): Message | undefined {
  if (/\b(?:ENOSPC|EDQUOT)\b|no space|quota/i.test(message)) return say('The disk is full. Make room, or choose a folder on another one.');
  if (code === 'NoPermissions' || /\b(?:EACCES|EPERM|EROFS)\b|read-?only/i.test(message))
    return say('The folder “{0}” cannot be written to. Choose another one.', folder);
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return say('There is no folder “{0}”. Choose another one.', folder);
  if (code === 'FileExists') return say('A file of that name has come up meanwhile. Export once more to write over it.');
  if (code === 'FileIsADirectory') return say('There is a folder of that name. Choose another name.');
  return undefined;
}
