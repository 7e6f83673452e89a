/**
 * Compares our language server and command with a plain Langium server of the same grammar, row by row: ours, the reference's, their ratio
 * and its target. All from one run on this Node. The keystroke rows run over the standard streams of two real server processes, turn about.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { Client } from './language/client.ts';
import { manyJourneys, oneJourney, placesToType, writeFolder } from './language/texts.ts';
import { type Spread, spread } from './spread.ts';

const root = join(import.meta.dirname, '../..');
const work = join(root, '.cache/bench-language');
const folder = join(work, 'folder');
const files = 1000;

const ours = { command: 'src/cli/journey.ts', heap: 'test/bench/language/heap-ours.ts' };
const reference = { command: 'test/bench/language/reference-command.ts', heap: 'test/bench/language/heap-reference.ts' };
const bundles = { ours: bundlesOf('ours'), reference: bundlesOf('reference') };
type Side = keyof typeof bundles;
const sides: readonly Side[] = ['ours', 'reference'];

function bundlesOf(side: string): Record<keyof typeof ours, string> {
  return { command: join(work, side, 'command/main.js'), heap: join(work, side, 'heap.mjs') };
}

/** As `scripts/build.mjs` ships ours. */
async function bundle(): Promise<void> {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    supported: { 'regexp-unicode-property-escapes': true },
    external: ['@resvg/resvg-js'],
  } satisfies BuildOptions;
  const define = { 'process.env.NODE_ENV': '"production"' };
  const banner = {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  };
  writeFileSync(join(work, 'package.json'), '{ "type": "module", "version": "0.0.0" }');
  for (const [side, { command, heap }] of Object.entries({ ours, reference })) {
    const entry = { in: command, out: 'main' };
    await build({ ...common, define, banner, entryPoints: [entry], outdir: join(work, side, 'command'), format: 'esm', splitting: true });
    await build({ ...common, define, banner, entryPoints: [heap], outfile: bundles[side as Side].heap, format: 'esm' });
  }
}

const plain = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

function row(what: string, mine: Spread, theirs: Spread, target: number, unit = 'ms'): void {
  const ratio = mine.median / theirs.median;
  const shown = ({ median, p95 }: Spread): string => `${plain(median)} / ${plain(p95)} ${unit}`;
  console.log(
    `| ${what} | ${shown(mine)} | ${shown(theirs)} | ${ratio.toFixed(2)} × | ≤ ${target} × | ${ratio <= target ? 'yes' : '**no**'} |`,
  );
}

/** A number that is the same in every run, from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function both<Result>(run: (side: Side) => Promise<Result>): Promise<Record<Side, Result>> {
  return { ours: await run('ours'), reference: await run('reference') };
}

interface Typist {
  client: Client;
  uri: string;
  type(places: () => number): Promise<number>;
}

/** A server with one open text in which somebody types letters into texts here and there. */
async function typist(side: Side, text: string): Promise<Typist> {
  const client = await new Client(bundles[side].command).start();
  const uri = 'untitled:bench.journey';
  client.open(uri, text);
  await client.findings(uri);
  return {
    client,
    uri,
    async type(random) {
      const places = placesToType(client.textOf(uri));
      const at = places[Math.floor(random() * places.length)] as number;
      const before = client.edit(uri, at, at, random() < 0.1 ? 'x"\n does "' : 'x');
      return (await client.findings(uri)).at - before;
    },
  };
}

async function keystrokes(what: string, text: string, target: number, runs: number): Promise<void> {
  const typists = await both((side) => typist(side, text));
  const random = { ours: randomOf(7), reference: randomOf(7) };
  const times: Record<Side, number[]> = { ours: [], reference: [] };
  for (let run = -15; run < runs; run++) {
    for (const side of sides) {
      const time = await typists[side].type(random[side]);
      if (run >= 0) times[side].push(time);
      await pause(10);
    }
  }
  row(what, spread(times.ours), spread(times.reference), target);
  for (const side of sides) typists[side].client.stop();
}

/** Ten keystrokes at once: from the last of them to its findings, beside one keystroke of the same server. */
async function bursts(text: string): Promise<void> {
  for (const side of sides) {
    const { client, uri, type } = await typist(side, text);
    const random = randomOf(11);
    const [one, ten]: [number[], number[]] = [[], []];
    for (let run = -10; run < 30; run++) {
      const single = await type(random);
      await pause(10);
      const places = placesToType(client.textOf(uri));
      const at = places[Math.floor(random() * places.length)] as number;
      let last = 0;
      for (let key = 0; key < 10; key++) last = client.edit(uri, at + key, at + key, 'x');
      const burst = (await client.findings(uri)).at - last;
      await pause(10);
      if (run < 0) continue;
      one.push(single);
      ten.push(burst);
    }
    client.stop();
    if (side === 'ours') row('ten keystrokes in a burst, beside one of ours (5,000 lines)', spread(ten), spread(one), 1.5);
    else console.log(`| … of the reference beside one of its own | ${(spread(ten).median / spread(one).median).toFixed(1)} × | | | | |`);
  }
}

async function unclosedQuotes(text: string): Promise<void> {
  const added: Record<Side, number[]> = { ours: [], reference: [] };
  for (const side of sides) {
    const { client, uri } = await typist(side, text);
    const sound = (await client.findings(uri)).diagnostics.length;
    const places = placesToType(text);
    for (let number = 0; number < 20; number++) {
      const from = places[Math.floor((places.length * number) / 20)] as number;
      const at = text.indexOf('"', from);
      client.edit(uri, at, at + 1, '');
      added[side].push((await client.findings(uri)).diagnostics.length - sound);
      client.edit(uri, at, at, '"');
      await client.findings(uri);
    }
    client.stop();
  }
  const most = Math.max(...added.ours);
  const [mine, theirs] = [spread(added.ours).median, spread(added.reference).median];
  console.log(
    `| findings that one unclosed quote adds in 5,000 lines, median / most | ${mine} / ${most} | ${theirs} / ${Math.max(...added.reference)} | | ≤ 3 | ${most <= 3 ? 'yes' : '**no**'} |`,
  );
}

/** Whether findings are those of a folder that is known: the one that only other files can tell is there. */
const knowsAll = ({ diagnostics }: PublishDiagnosticsParams): boolean =>
  diagnostics.some(({ message }) => typeof message === 'string' && message.includes('Nobody-at-all'));

async function folders(): Promise<void> {
  const { shared, one } = writeFolder(folder, files);
  writeFileSync(join(folder, one), `journey Odd for Nobody-at-all\n${readFileSync(join(folder, one), 'utf8')}`);
  const opening: Record<Side, number[]> = { ours: [], reference: [] };
  const editing: Record<Side, number[]> = { ours: [], reference: [] };
  const indexing: Record<Side, number[]> = { ours: [], reference: [] };
  for (let run = 0; run < 7; run++) {
    for (const side of sides) {
      const client = await new Client(bundles[side].command).start(folder);
      const { uri, at } = client.openFile(join(folder, one));
      opening[side].push((await client.findings(uri)).at - at);
      const known = side === 'ours' ? (await client.findings(uri, knowsAll)).at : await client.indexed;
      indexing[side].push(known - client.initialized);
      await client.findings(uri, knowsAll);
      await pause(500);
      const declared = client.openFile(join(folder, shared));
      await client.findings(declared.uri);
      await pause(500);
      for (let key = 0; key < 5; key++) {
        const name = client.textOf(declared.uri).indexOf('persona Vera') + 'persona Vera'.length;
        const before = client.edit(declared.uri, name, name, 'x');
        editing[side].push((await client.findings(declared.uri)).at - before);
        await pause(300);
      }
      client.stop();
    }
  }
  const named = `a folder of ${files} files`;
  row(`open a file in ${named} → its findings`, spread(opening.ours), spread(opening.reference), 0.1);
  row(`edit a shared declaration in ${named} → its own findings`, spread(editing.ours), spread(editing.reference), 0.1);
  row(`index ${named} (100,000 lines)`, spread(indexing.ours), spread(indexing.reference), 0.5);
}

function commands(): void {
  const one = join(work, 'one/map.journey'); // alone in its folder
  writeFileSync(one, manyJourneys(200));
  const time = (side: Side, path: string): number => {
    const before = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [bundles[side].command, 'check', path], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status === null || stderr) throw new Error(`${side}: ${stderr}`);
    return performance.now() - before;
  };
  for (const [what, path, runs, target] of [
    ['`journey check`, 1 file, cold', one, 21, 0.6],
    [`\`journey check\`, ${files} files`, folder, 7, 0.3],
  ] as const) {
    const times: Record<Side, number[]> = { ours: [], reference: [] };
    for (let run = 0; run < runs; run++) for (const side of sides) times[side].push(time(side, path));
    row(what, spread(times.ours), spread(times.reference), target);
  }
}

async function starts(): Promise<void> {
  const times: Record<Side, number[]> = { ours: [], reference: [] };
  for (let run = 0; run < 21; run++) {
    for (const side of sides) {
      const client = await new Client(bundles[side].command).start();
      times[side].push(client.started);
      client.stop();
    }
  }
  row('server: spawn → initialized', spread(times.ours), spread(times.reference), 0.8);
}

function heap(): void {
  const file = join(work, '20000.journey');
  writeFileSync(file, manyJourneys(20_000));
  const bytes = (side: Side): Spread =>
    spread(
      Array.from({ length: 3 }, () =>
        Number(execFileSync(process.execPath, ['--expose-gc', bundles[side].heap, file], { encoding: 'utf8' })),
      ),
    );
  row('heap per line, 20,000 lines', bytes('ours'), bytes('reference'), 0.5, 'B');
}

const wanted = process.argv.slice(2);
const is = (name: string): boolean => !wanted.length || wanted.includes(name);

mkdirSync(join(work, 'one'), { recursive: true });
await bundle();
const load = () => loadavg()[0]?.toFixed(1);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores; load at the start ${load()}.`);
console.log('Ratios hold on a quiet machine: close what else is running, and repeat what is near its target.\n');
console.log(
  '| what | ours: median / p95 | reference: median / p95 | ratio | target | reached |\n| --- | ---: | ---: | ---: | ---: | --- |',
);
for (const [lines, target, runs] of [
  [200, 0.5, 60],
  [1000, 0.5, 60],
  [5000, 0.15, 60],
  [20_000, 0.15, 40],
] as const) {
  if (is('keystrokes')) await keystrokes(`keystroke → findings, ${lines} lines`, manyJourneys(lines), target, runs);
  if (is('one')) await keystrokes(`… all of them one journey, ${lines} lines`, oneJourney(lines), target, runs);
}
if (is('bursts')) await bursts(manyJourneys(5000));
if (is('quotes')) await unclosedQuotes(manyJourneys(5000));
if (is('folders')) await folders();
if (is('commands')) {
  if (!is('folders')) writeFolder(folder, files);
  commands();
}
if (is('starts')) await starts();
if (is('heap')) heap();
console.log(`\nLoad at the end ${load()}.`);
process.exit();
