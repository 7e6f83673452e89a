import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type Message, say } from '../language/message.ts';
import { decode, isMarked } from '../server/files.ts';
import { WrongUse } from './wrong-use.ts';

/** The path that stands for the standard input. */
export const standardInput = '-';

/** The text of a map, and why it is none that can be relied on. */
export interface Input {
  text: string;
  fault?: Fault;
}

/** Why bytes are not the text of a map. */
export interface Fault {
  /** `encoding`: it is text, but in another encoding; read as Windows-1252. `binary`: it is no text, and read as nothing. */
  kind: 'encoding' | 'binary';
  /** Where in the text the first letter stands that cannot be right. */
  at: number;
}

/** More of a file than this part are zeros where it is no text, or text with two bytes a letter and no mark that says so. */
const mostZeros = 0.05;

/** Reads the bytes of a map: UTF-8, or UTF-16 where a mark says so. */
export function readInput(bytes: Buffer): Input {
  const text = decode(bytes);
  if (isMarked(bytes)) return { text };
  const zeros = bytes.includes(0) ? bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) : 0;
  if (zeros > bytes.length * mostZeros) return { text: '', fault: { kind: 'binary', at: 0 } };
  if (isUtf8(bytes)) return { text };
  if (zeros || controls.test(bytes.toString('latin1'))) return { text: '', fault: { kind: 'binary', at: 0 } };
  const old = new TextDecoder('windows-1252').decode(bytes);
  return { text: old, fault: { kind: 'encoding', at: Buffer.byteLength(text.slice(0, text.indexOf('\ufffd'))) } };
}

/** Control characters that no text has: whatever has them was not typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/;

/** What to tell of a fault at its place. */
export function faultOf({ kind }: Fault): Message {
  return kind === 'binary'
    ? say('This file is no text in UTF-8, so it is not read. If it is a map, save it as UTF-8.')
    : say(
        'This file is not in UTF-8: from here on its letters cannot be told for sure. Save it as UTF-8; in VS Code with “Reopen with Encoding”, then “Save with Encoding”.',
      );
}

/** Why a file with a fault is left alone. `named` is its name as it was given. */
export function leftAlone(named: string): Message {
  return say('{0} is not UTF-8 text, so it is left as it is. Save it as UTF-8.', named);
}

/** The bytes of a file. */
export function readBytes(path: string, named: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new WrongUse(say('{0} cannot be read: {1}.', named, whyOf(error, path, named)));
  }
}

/** All that comes from the standard input. */
export async function readStandardInput(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** What the system says of a failure, with the name that was given in the place of the path. */
export function whyOf(error: unknown, path: string, named: string): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(path, named);
}
