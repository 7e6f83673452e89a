/**
 * Everything that must hold, in one run: `npm test`. Every step runs, also after one that failed, unless it rests on it.
 * Each check counts as one test, each test of a suite as one. The last line is the sum: `N passed, N failed`.
 */
import './node.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const reports = join(root, 'test/results/reports');
const results = [];

/** The script behind a package's command. */
function command(name, bin = name) {
  const folder = join(root, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bins === 'string' ? bins : bins[bin]);
}

/** Runs a script of Node's with its output shown, and answers its exit code. */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs one step, notes how many of its tests passed and failed, and answers whether all did. */
async function step(name, count) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { passed, failed } = await count().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  results.push({ name, passed, failed, seconds: (performance.now() - started) / 1000 });
  return failed === 0;
}

/** A check is one test: it passes or fails as a whole. */
function check(name, script, args) {
  return step(name, async () => ((await run(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** A suite of vitest's. A run that fails with no failed test (a file that does not load) is one failure. */
function vitest(name, args) {
  return step(name, async () => {
    const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
    const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run(command('vitest'), ['run', ...args, ...reporting]);
    const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
    const failed = code !== 0 ? Math.max(numFailedTests, 1) : numFailedTests;
    // No test at all is no success.
    return { passed: numPassedTests, failed: numPassedTests + failed === 0 ? 1 : failed };
  });
}

/** The scope tests of the TextMate grammar: one test per line of a case that states what it wants. */
function grammar(name) {
  return step(name, async () => {
    const folder = join(reports, 'grammar');
    const files = readdirSync(join(root, 'test/grammar')).filter((file) => file.endsWith('.journey'));
    const cases = files.map((file) => `test/grammar/${file}`);
    const args = ['--xunit-report', folder, '--xunit-format', 'generic', ...cases];
    const code = await run(command('vscode-tmgrammar-test'), args);
    const suites = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')) : [];
    const sum = (what) => suites.reduce((total, suite) => total + Number(new RegExp(`${what}="(\\d+)"`).exec(suite)?.[1] ?? 0), 0);
    const failures = sum('failures') + sum('errors');
    const failed = code !== 0 ? Math.max(failures, 1) : failures;
    return { passed: sum('tests') - failures, failed: suites.length === 0 ? 1 : failed };
  });
}

/** The programs that tests need and `npm ci` does not bring: the workbench's and a browser. */
async function fetched() {
  const { fetchHost } = await import('./workbench/fetch.ts');
  const { ensureChromium } = await import('./workbench/chromium.ts');
  await fetchHost();
  const { executablePath } = await ensureChromium();
  console.log(`Chromium: ${executablePath}`);
  return { passed: 1, failed: 0 };
}

/** The editor of another kind that the language server is tried in. */
async function neovim() {
  const { ensureNeovim } = await import('./neovim.ts');
  console.log(`Neovim: ${await ensureNeovim()}`);
  return { passed: 1, failed: 0 };
}

/** The programs that rendered maps are opened with. */
async function readers() {
  const { ensureReaders } = await import('./readers.ts');
  await ensureReaders();
  return { passed: 1, failed: 0 };
}

/** Files with tests that run the extension in a web worker, or from inside the extension host; and one that starts it as developers do. */
const onlyInDevelopment = ['inside', 'web', 'smoke', 'rules', 'french'];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// What comes over the network comes while the processor builds and checks.
const fetching = Promise.all([step('workbench and browser', fetched), step('neovim', neovim), step('readers', readers)]);
const built = await check('build', join(root, 'scripts/build.mjs'), []);
await check('types', command('typescript', 'tsc'), ['--project', root]);
await check('lint and format', command('@biomejs/biome', 'biome'), ['check', '--error-on-warnings']);
await check('unused code', command('knip'), []);
const [ready, editor] = await fetching;
await vitest('unit tests', []);
await grammar('grammar tests');
if (built && editor) await vitest('neovim tests', ['--config', 'test/neovim/vitest.config.ts']);
const packed = await check('package', join(root, 'scripts/package.mjs'), []);
const workbench = ['--config', 'test/workbench/vitest.config.ts'];
// All that can be tested of the package is; of the extension as it is developed only what a package cannot show, a web worker above all.
if (packed && ready) await vitest('workbench tests', [...workbench, '--mode', 'vsix']);
if (built && ready) await vitest('workbench tests of the extension in development', [...workbench, ...onlyInDevelopment]);

const width = Math.max(...results.map(({ name }) => name.length));
console.log();
for (const { name, passed, failed, seconds } of results) {
  const time = `${seconds.toFixed(1).padStart(6)} s`;
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(width)} ${time}  ${passed} passed, ${failed} failed`);
}
const passed = results.reduce((sum, step) => sum + step.passed, 0);
const failed = results.reduce((sum, step) => sum + step.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
