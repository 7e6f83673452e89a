/**
 * `npm run test:soak [name of a file or part of a soak's name …] [--runs N] [--seed S]`: repeats every soak in this folder in full, each in a process of its own and two at a
 * time, and prints the figures. A failure is repeated with `--seed` and `--runs 1`.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Outcome, repeat, type Soak } from './soak.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' }, file: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const shownFailures = 5;

if (values.file) await child(values.file);
else await parent();

/** Runs one soak and writes what came of it as the last line. */
async function child(file: string): Promise<void> {
  const { default: soak } = (await import(`./${file}`)) as { default: Soak };
  const runs = Number(values.runs ?? soak.full);
  const every = Math.max(1, Math.round(runs / 10));
  const outcome = await repeat(soak, runs, seed, (done) => {
    if (done % every === 0) process.stdout.write(`${soak.name}: ${done} of ${runs}\n`);
  });
  for (const [name, most] of Object.entries(soak.limits ?? {})) {
    const value = outcome.figures[name] ?? 0;
    if (value > most) outcome.failures.push({ seed, why: `${name} came to ${value}; at most ${most} is right.` });
  }
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(outcome.failures.length ? 1 : 0));
}

async function parent(): Promise<void> {
  const waiting: string[] = [];
  for (const file of readdirSync(import.meta.dirname).sort()) {
    if (!file.endsWith('.ts') || file === 'run.ts') continue;
    const { default: soak } = (await import(`./${file}`)) as { default?: Soak };
    if (soak && (!positionals.length || positionals.some((part) => soak.name.includes(part) || file === `${part}.ts`))) waiting.push(file);
  }
  if (!waiting.length) throw new Error(`No soak is called ${positionals.join(' or ')}.`);
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) outcomes.push(await outcomeOf(file));
  };
  await Promise.all([work(), work()]);
  for (const { name, failures } of outcomes) {
    for (const failure of failures.slice(0, shownFailures)) console.log(`\n✗ ${name}, seed ${failure.seed}\n${failure.why}`);
  }
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  console.log();
  for (const { name, runs, seed, failures, seconds, figures } of outcomes) {
    const sign = failures.length ? '✗' : '✓';
    const more = Object.entries(figures).map(([what, value]) => `, ${what} ${Math.round(value * 10) / 10}`);
    console.log(
      `${sign} ${name.padEnd(width)}  ${runs} runs from seed ${seed}, ${failures.length} failed, ${seconds.toFixed(1)} s${more.join('')}`,
    );
  }
  process.exitCode = outcomes.some(({ failures }) => failures.length) ? 1 : 0;
}

/** Runs a soak in a process of its own. One that ends without a word has failed. */
async function outcomeOf(file: string): Promise<Outcome> {
  const args = [import.meta.filename, '--file', file, '--seed', String(seed), ...(values.runs ? ['--runs', values.runs] : [])];
  const process_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => process_.once('close', resolve));
  let last = '';
  for await (const line of createInterface({ input: process_.stdout })) {
    if (!line.startsWith('{')) console.log(line);
    last = line;
  }
  const code = await ended;
  if (last.startsWith('{')) return JSON.parse(last) as Outcome;
  return { name: file, runs: 0, seed, failures: [{ seed, why: `The process ended with ${code}. ${last}` }], figures: {}, seconds: 0 };
}
