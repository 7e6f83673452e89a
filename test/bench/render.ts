/**
 * Compares `journey render` with `mmdc`, Mermaid's own command, row by row: ours, the reference's, their ratio and its target. Each time is that of a process of
 * its own, from its start to its end, turn about with the other's, in one run; both find their files in the memory of the system, and Node finds the code of ours
 * compiled as from the second run on. What the first run of all takes has a row of its own.
 *
 * The map has 50 steps in six lanes, Mermaid's a title, a score and who for each. The sizes are those of a map of 60 steps in all lanes, in every format that there is.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { ensureChromium } from '../../scripts/workbench/chromium.ts';
import { fetchMermaidCommand } from '../../scripts/workbench/fetch.ts';
import { openFile } from '../../src/cli/project.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import type { LaneName } from '../../src/language/names/settings.ts';
import { buildMap } from '../../src/map/build.ts';
import { formats } from '../../src/render/job.ts';
import { journeyOfSteps } from './language/texts.ts';
import { mermaidText } from './mermaid-text.ts';
import { spread } from './spread.ts';

const sixLanes: LaneName[] = ['steps', 'thinks', 'feels', 'touchpoints', 'pains', 'opportunities'];
/** How many times its time `mmdc` may take; for other formats it has none. */
const targets: { [format in string]?: number } = { svg: 0.15, png: 0.5 };
/** Bytes that a map of 60 steps may have. */
const mostBytes: { [format in string]?: number } = { svg: 300_000, pdf: 1_000_000 };
/** Of formats that are compared: `npm run bench:render -- 15` for more. */
const runs = Number(process.argv[2] ?? 9);
/** Of those that are not. */
const few = 3;

const folder = mkdtempSync(join(tmpdir(), 'journey-bench-render-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of Node's to its end: milliseconds, and the bytes that it wrote. Throws where it failed. */
function timed(args: string[], output: string, env: NodeJS.ProcessEnv = process.env): { took: number; bytes: number } {
  rmSync(output, { force: true });
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const took = performance.now() - from;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  return { took, bytes: statSync(output).size };
}

function ours(format: string, steps: number, env?: NodeJS.ProcessEnv, options: string[] = []) {
  const output = join(folder, `ours.${format}`);
  return timed([join(root, 'dist/journey.js'), 'render', mapOf(steps), '-o', output, ...options], output, env);
}

function mapOf(steps: number): string {
  return join(folder, `${steps}`, 'map.journey');
}

for (const steps of [50, 60]) {
  mkdirSync(join(folder, `${steps}`));
  writeFileSync(join(folder, `${steps}`, 'journey.json'), JSON.stringify(steps === 50 ? { lanes: sixLanes } : {}));
  writeFileSync(mapOf(steps), journeyOfSteps(steps));
}

const [entry] = (await openFile(mapOf(50))).files;
const [journey] = entry ? journeysOf(entry.document) : [];
if (!entry || !journey) throw new Error('The map cannot be read.');
const map = buildMap(journey, entry);
if (map.stages.flatMap(({ steps }) => steps).length !== 50) throw new Error('The map has not 50 steps.');
const reference = join(folder, 'map.mmd');
writeFileSync(reference, mermaidText(map));

const mmdc = await fetchMermaidCommand();
const { executablePath, args, env } = await ensureChromium();
const settings = join(folder, 'puppeteer.json');
writeFileSync(settings, JSON.stringify({ executablePath, args: ['--no-sandbox', ...args] }));

function theirs(format: string) {
  const output = join(folder, `theirs.${format}`);
  return timed([mmdc, '-q', '-i', reference, '-o', output, '--puppeteerConfigFile', settings], output, env);
}

function shown(values: readonly number[]): string {
  const { median, p95 } = spread(values);
  return `${median.toFixed(0)} / ${p95.toFixed(0)} ms`;
}

const load = () => loadavg()[0]?.toFixed(1);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores; load at the start ${load()}.`);
console.log('Ratios hold on a quiet machine: close what else is running, and repeat what is near its target.\n');
console.log('| what | ours: median / p95 | mmdc: median / p95 | ratio | target | reached |\n| --- | ---: | ---: | ---: | ---: | --- |');
for (const format of formats) {
  const target = targets[format];
  const found = { ours: [] as number[], first: [] as number[], theirs: [] as number[] };
  for (let run = -1; run < (target === undefined ? few : runs); run++) {
    const own = ours(format, 50).took;
    const first = ours(format, 50, { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }).took;
    const other = target === undefined ? Number.NaN : theirs(format).took;
    if (run < 0) continue;
    found.ours.push(own);
    found.first.push(first);
    if (target !== undefined) found.theirs.push(other);
  }
  for (const [what, times] of [
    [`\`journey render\` to ${format}, cold, 50 steps × 6 lanes`, found.ours],
    ['… the first time of all', found.first],
  ] as const) {
    const ratio = spread(times).median / spread(found.theirs).median;
    const compared = `${shown(found.theirs)} | ${ratio.toFixed(3)} × | ≤ ${target} × | ${ratio <= (target ?? 0) ? 'yes' : '**no**'}`;
    console.log(`| ${what} | ${shown(times)} | ${target === undefined ? ' | | | ' : compared} |`);
  }
}

const fine = Array.from({ length: few }, () => ours('png', 50, undefined, ['--scale', '2']));
console.log(`| PNG at scale 2, which it has where no side has more than 16,384 dots | ${shown(fine.map(({ took }) => took))} |  | | |  |`);

console.log('\n| 60 steps as | size | at most | reached |\n| --- | ---: | ---: | --- |');
for (const format of formats) {
  const { bytes } = ours(format, 60);
  const most = mostBytes[format];
  const kilobytes = (count: number) => `${(count / 1000).toFixed(0)} kB`;
  console.log(
    `| ${format} | ${kilobytes(bytes)} | ${most === undefined ? ' | ' : `${kilobytes(most)} | ${bytes <= most ? 'yes' : '**no**'}`} |`,
  );
}
const sizes = (['svg', 'png'] as const).map((format) => `${format} ${(theirs(format).bytes / 1000).toFixed(0)} kB`);
console.log(`\nmmdc, 50 steps of a title and a score: ${sizes.join(', ')}. Load at the end ${load()}.`);
