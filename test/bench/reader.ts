/**
 * Compares ways from text to tree, as Markdown tables: what is left of a map when one statement of it is broken, and how long reading
 * takes. Each figure comes from a fresh process of this Node on a bundle of one reader, so that none warms up or burdens another.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { breakagesOf } from './reader/breakages.ts';
import { median } from './reader/child.ts';
import type { Found, Survival } from './reader/types.ts';

const root = join(import.meta.dirname, '../..');
const work = join(root, '.cache/bench-reader');
const sample = join(root, 'samples/order-a-new-laptop/current.journey');
const readers = { plain: 'Langium, whole file', statements: 'Langium, statement by statement', ours: 'our reader' };
const sizes = [200, 1000, 5000, 20_000];
const coldRuns = 11;

function bundleOf(reader: string): string {
  return join(work, `${reader}.mjs`);
}

async function bundle(reader: string): Promise<void> {
  await build({
    stdin: {
      contents: `import { reader } from './${reader}.ts';\nimport { run } from './child.ts';\nrun(reader);\n`,
      resolveDir: join(import.meta.dirname, 'reader'),
      loader: 'ts',
    },
    outfile: bundleOf(reader),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
}

function measure<Result>(reader: string, ...args: string[]): Result {
  const output = execFileSync(process.execPath, ['--expose-gc', bundleOf(reader), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(output) as Result;
}

/** The sample over and over, its names numbered, cut to a number of lines. */
function enlarged(lines: number): string {
  const text = readFileSync(sample, 'utf8');
  const copies = Math.ceil(lines / (text.split('\n').length - 1));
  const all = Array.from({ length: copies }, (_, copy) =>
    text.replace(/^(\s*(?:persona|journey|step|touchpoint) "?[\p{L}-]+)/gmu, (opening) => (copy === 0 ? opening : opening + copy)),
  );
  return `${all.join('').split('\n').slice(0, lines).join('\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n| ${head.join(' | ')} |\n| --- |${' ---: |'.repeat(head.length - 1)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

function breakage(): void {
  const statements = measure<Found[]>('plain', 'statements', sample);
  const cases = breakagesOf(readFileSync(sample, 'utf8'), statements);
  const file = join(work, 'breakages.json');
  writeFileSync(file, JSON.stringify(cases));

  const rows = Object.entries(readers).flatMap(([reader, title]) => {
    const survivals = Map.groupBy(measure<Survival[]>(reader, 'breakage', sample, file), ({ how }) => how);
    return [...survivals].map(([how, each]) => {
      const kept = each.map((one) => one.kept - one.others);
      const steps = each.map((one) => one.keptSteps - one.steps);
      const whole = kept.filter((count) => count === 0).length;
      return [title, how, String(each.length), `${Math.round((100 * whole) / each.length)} %`, ...[kept, steps].flatMap(spread)];
    });
  });
  console.log(`\n${statements.length} statements in the sample. "Lost" counts the statements and steps beside the broken one.`);
  table(['reader', 'breakage', 'cases', 'none lost', 'lost: median', 'worst', 'steps lost: median', 'worst'], rows);
}

/** Median and worst of counts that are zero at best and negative else, as losses. */
function spread(kept: readonly number[]): string[] {
  return [String(median(kept.map((count) => -count))), String(Math.max(...kept.map((count) => -count)))];
}

function speed(): void {
  const files = sizes.map((size) => {
    const file = join(work, `${size}.journey`);
    writeFileSync(file, enlarged(size));
    return file;
  });
  const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  const whole: string[][] = [];
  const keystroke: string[][] = [];
  for (const [reader, title] of Object.entries(readers)) {
    const times = files.map((file) => measure<{ whole: number; keystroke: number }>(reader, 'speed', file));
    whole.push([title, ...times.map((time) => ms(time.whole))]);
    keystroke.push([title, ...times.map((time) => ms(time.keystroke))]);
  }
  const columns = sizes.map((size) => `${size} lines`);
  table(['ms to read a file of', ...columns], whole);
  table(['ms to read it again after one letter', ...columns], keystroke);

  const largest = files.at(-1) as string;
  const empty = median(Array.from({ length: coldRuns }, emptyProcess));
  const cold = Object.entries(readers).map(([reader, title]) => {
    const start = median(Array.from({ length: coldRuns }, () => measure<number>(reader, 'cold', sample)));
    const heap = median(Array.from({ length: 3 }, () => measure<number>(reader, 'heap', largest)));
    return [title, start.toFixed(0), (start - empty).toFixed(0), heap.toFixed(0)];
  });
  table(['', 'cold: process to tree, ms', 'less an empty process, ms', 'heap per line, bytes'], cold);
}

function emptyProcess(): number {
  return Number(execFileSync(process.execPath, ['-e', 'console.log(performance.now())'], { encoding: 'utf8' }));
}

mkdirSync(work, { recursive: true });
for (const reader of Object.keys(readers)) await bundle(reader);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
breakage();
speed();
