import { relative } from 'node:path';
import { readDocument } from '../language/document.ts';
import { formatted } from '../language/format/index.ts';
import { type Message, say, type Tongue, toText } from '../language/message.ts';
import { leftAlone, readInput, readStandardInput, standardInput } from './input.ts';
import { openProject } from './project.ts';
import { tongueFor } from './tongue.ts';
import { encode, rewriteWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Lays out maps in the plain form: writes those that change, each as a whole or not at all, and prints their names. `-` reads a map from the
 * standard input and writes it to the standard output.
 *
 * @param options.check - Write nothing; print which files would change.
 * @param options.stdinFilename - What messages call the standard input.
 * @returns 2 when a file is no text or could not be written, 1 when `check` is asked for and a file would change, else 0.
 * @throws WrongUse for a path that is not there or no map, or `-` among others; then nothing is written.
 */
export async function format(
  paths: readonly string[],
  { check = false, stdinFilename }: { check?: boolean; stdinFilename?: string },
): Promise<number> {
  if (paths.includes(standardInput)) {
    if (paths.length > 1) throw new WrongUse(say('`-` reads the standard input and stands alone.'));
    return fromStandardInput(check, stdinFilename ?? standardInput);
  }
  let code = 0;
  const { files } = await openProject(paths);
  const other = files.find(({ path }) => !path.endsWith('.journey'));
  if (other) throw new WrongUse(say('{0} does not end in .journey, so it is left as it is.', other.named));
  for (const { path, named, document, folder, fault } of files) {
    if (fault) {
      code = leave(leftAlone(named), tongueFor(folder));
      continue;
    }
    const text = formatted(document);
    if (text === document.text) continue;
    if (check) code = Math.max(code, 1);
    else {
      try {
        await rewriteWhole(path, document.text, text, named);
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error;
        code = leave(error.said, tongueFor(folder));
        continue;
      }
    }
    process.stdout.write(`${relative(process.cwd(), path) || path}\n`);
  }
  return code;
}

/** Tells why a file is left as it is. The others are not kept waiting for it. */
function leave(why: Message, tongue: Tongue): number {
  process.stderr.write(`${toText(say('{0}: {1}', 'journey', why), tongue)}\n`);
  return 2;
}

async function fromStandardInput(check: boolean, named: string): Promise<number> {
  const bytes = await readStandardInput();
  const { text, fault } = readInput(bytes);
  if (fault) throw new WrongUse(leftAlone(named));
  const after = formatted(readDocument('file:///-', 0, text));
  if (check) return after === text ? 0 : 1;
  process.stdout.write(encode(after, bytes));
  return 0;
}
