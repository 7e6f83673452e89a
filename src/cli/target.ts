import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Message, say } from '../language/message.ts';
import { whyOf } from './input.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Whether a file may be written somewhere. It is asked before the work is done, so that nobody waits for what cannot be.
 *
 * @param platform - Where names are to hold, as `process.platform` says it.
 * @throws WrongUse where the name is that of no file, its folder is none or closed, or something is there that is not to be written over:
 * a map never is, not even behind a link.
 */
export function checkTarget(path: string, force: boolean, platform: string = process.platform): void {
  if (!isFileName(basename(path), platform)) throw new WrongUse(say('{0} cannot be the name of a file. Choose another one.', shown(path)));
  const there = look(path);
  // A link is taken for what it leads to; one that leads nowhere is a thing of its own.
  const found = there?.isSymbolicLink() ? (statSync(path, { throwIfNoEntry: false }) ?? there) : there;
  if (found?.isDirectory()) throw new WrongUse(say('{0} is a folder. Name a file in it, such as {1}.', path, join(path, 'map.svg')));
  if (found && !found.isFile() && !found.isSymbolicLink())
    throw new WrongUse(say('{0} is no file. Without -o all goes to the standard output.', path));
  if (found && !force) throw new WrongUse(isThere(path));
  if (found?.isFile() && extname(realpathSync(path)).toLowerCase() === '.journey')
    throw new WrongUse(say('{0} leads to a map, {1}, which is not written over. Choose another name.', path, realpathSync(path)));
  checkFolder(path);
}

function look(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new WrongUse(whyNotWritten(error, path, path));
  }
}

function checkFolder(path: string): void {
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUse(say('{0} cannot be written: there is no folder {1}.', path, folder));
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new WrongUse(whyNotWritten(error, path, path));
  }
}

/** Whether a name can be that of a file: with something before its ending, and nothing in it that a system takes for something else. */
function isFileName(name: string, platform: string): boolean {
  if (name === '' || name.includes('\0') || (name.startsWith('.') && extname(name) === '')) return false;
  if (platform !== 'win32') return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them.
  return !/[<>:"|?*\u0000-\u001f]|[. ]$/.test(name) && !/^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/i.test(name);
}

/** A name that can be printed. */
function shown(path: string): string {
  return path === '' ? '""' : path.replaceAll('\0', '\\0');
}

function isThere(named: string): Message {
  return say('{0} is there already. Add --force to write over it.', named);
}

/**
 * Why a file was not written, and what to do.
 *
 * @param named - What messages call it.
 * @param part - The file beside it that was written first: the reader is not to hear of that.
 */
export function whyNotWritten(error: unknown, path: string, named: string, part = path): Message {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return isThere(named);
  const why = reasonOf(code) ?? closedOf(code, dirname(named)) ?? whyOf(error, part, named).replaceAll(path, named);
  return say('{0} cannot be written: {1}.', named.length > longest ? `${named.slice(0, longest)}…` : named, why);
}

/** Of a longer name not all is printed, in characters. */
const longest = 200;

/** What a code of the system says of writing, in words; nothing for most. */
export function reasonOf(code: string | undefined): Message | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT') return say('the disk is full');
  return code === 'ENAMETOOLONG' ? say('its name is too long') : undefined;
}

function closedOf(code: string | undefined, folder: string): Message | undefined {
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? say('the folder {0} is closed to you', folder) : undefined;
}
