import { relative } from 'node:path';
import { readDocument } from '../language/document.ts';
import { formatted } from '../language/format/index.ts';
import { say, toText } from '../language/message.ts';
import { decode } from '../server/files.ts';
import { openProject } from './project.ts';
import { tongueFor } from './tongue.ts';
import { encode, rewriteWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

/** The path that stands for the standard input. */
const standardInput = '-';

/**
 * Lays out maps in the plain form: writes those that change, each as a whole or not at all, and prints their names. `-` reads a map from the
 * standard input and writes it to the standard output.
 *
 * @param options.check - Write nothing; print which files would change.
 * @returns 1 when `check` is asked for and a file would change, 2 when a file could not be written, else 0.
 * @throws WrongUse for a path that is not there or no map, or `-` among others; then nothing is written.
 */
export async function format(paths: readonly string[], { check = false }: { check?: boolean }): Promise<number> {
  if (paths.includes(standardInput)) {
    if (paths.length > 1) throw new WrongUse(say('`-` reads the standard input and stands alone.'));
    return fromStandardInput(check);
  }
  let code = 0;
  const { files } = await openProject(paths);
  const other = files.find(({ path }) => !path.endsWith('.journey'));
  if (other) throw new WrongUse(say('{0} does not end in .journey, so it is left as it is.', relative(process.cwd(), other.path)));
  for (const { path, document, folder } of files) {
    const text = formatted(document);
    if (text === document.text) continue;
    if (check) code = Math.max(code, 1);
    else {
      try {
        rewriteWhole(path, document.text, text);
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error;
        process.stderr.write(`${toText(say('{0}: {1}', 'journey', error.said), tongueFor(folder))}\n`);
        code = 2;
        continue;
      }
    }
    process.stdout.write(`${relative(process.cwd(), path) || path}\n`);
  }
  return code;
}

async function fromStandardInput(check: boolean): Promise<number> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const text = decode(bytes);
  const after = formatted(readDocument('file:///-', 0, text));
  if (check) return after === text ? 0 : 1;
  process.stdout.write(encode(after, bytes));
  return 0;
}
