import { readFileSync } from 'node:fs';
import type { Breakage, Found, Reader, Survival } from './types.ts';

/**
 * Runs one measurement of one reader in a process of its own and prints the result as JSON.
 * Arguments: `cold FILE`, `statements FILE`, `breakage FILE CASES`, `speed FILE` or `heap FILE`.
 */
export function run<Tree>(reader: Reader<Tree>): void {
  const [mode, file = '', cases = ''] = process.argv.slice(2);
  const text = readFileSync(file, 'utf8');
  if (mode === 'cold') {
    reader.read(text);
    print(performance.now());
  } else if (mode === 'statements') print(reader.found(reader.read(text), text));
  else if (mode === 'breakage') print(survivals(reader, text, JSON.parse(readFileSync(cases, 'utf8'))));
  else if (mode === 'speed') print(speed(reader, text));
  else if (mode === 'heap') print(heap(reader, text));
}

function print(result: unknown): void {
  process.stdout.write(JSON.stringify(result));
}

function survivals<Tree>(reader: Reader<Tree>, text: string, breakages: readonly Breakage[]): Survival[] {
  const intact = reader.found(reader.read(text), text);
  return breakages.map(({ how, start, text: broken }) => {
    const victim = intact.find((each) => each.start === start);
    if (!victim) throw new Error(`no statement was read at ${start}`);
    const others = intact.filter((each) => each !== victim);
    const kept = keptOf(others, reader.found(reader.read(broken), broken), victim);
    const isStep = ({ kind }: Found) => kind.toLowerCase() === 'step';
    return { how, others: others.length, kept: kept.length, steps: others.filter(isStep).length, keptSteps: kept.filter(isStep).length };
  });
}

/** Those that are there with the same words and in the same place. What the victim held may stand anywhere. */
function keptOf(expected: readonly Found[], actual: readonly Found[], victim: Found): Found[] {
  const left = Map.groupBy(actual, ({ kind, content }) => kind + content);
  const lost = victim.kind + victim.content;
  return expected.filter((each) => {
    const candidates = left.get(each.kind + each.content) ?? [];
    let index = candidates.findIndex(({ holder }) => holder === each.holder);
    if (index < 0 && (each.holder === lost || each.kind.toLowerCase() === 'step')) index = candidates.length - 1;
    if (index < 0) return false;
    candidates.splice(index, 1);
    return true;
  });
}

/** Milliseconds to read the text, and to read it again after one letter was typed in its middle. Medians. */
function speed<Tree>(reader: Reader<Tree>, text: string): { whole: number; keystroke: number } {
  const runs = text.length > 200_000 ? 7 : 15;
  const deadline = performance.now() + 1500;
  for (let warm = 0; warm < 5 || (warm < 200 && performance.now() < deadline); warm++) reader.read(text);
  const whole = Array.from({ length: runs }, () => timed(() => reader.read(text)));

  let tree = reader.read(text);
  let at = text.indexOf('does "', text.length / 2) + 6;
  let now = text;
  const keystroke = Array.from({ length: runs }, () => {
    now = `${now.slice(0, at)}x${now.slice(at)}`;
    at++;
    return timed(() => {
      tree = reader.read(now, tree);
    });
  });
  return { whole: median(whole), keystroke: median(keystroke) };
}

function timed(job: () => unknown): number {
  globalThis.gc?.();
  const before = performance.now();
  job();
  return performance.now() - before;
}

/** Bytes that the tree holds per line, its text not counted. */
function heap<Tree>(reader: Reader<Tree>, text: string): number {
  reader.read(text.slice(0, 5000));
  const lines = text.split('\n').length;
  const before = used();
  const tree = reader.read(text);
  const bytes = used() - before;
  return reader.found(tree, '').length > 0 ? bytes / lines : Number.NaN;
}

function used(): number {
  for (let turn = 0; turn < 4; turn++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** The middle one; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;
}
