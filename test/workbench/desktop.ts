/**
 * Runs the suites of inside/ in a desktop VS Code: `npm run test:desktop`. It downloads one first, so it is for developers with
 * a network (and a screen, or `xvfb-run`), and no part of `npm test`: the workbench runs the same suites there.
 * So far it has run only up to the download, on a closed network; the rest follows test-electron's documentation.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../../scripts/root.ts';
import { quietSettings } from '../../scripts/workbench/server.ts';
import { temporaryFolder } from '../../scripts/workbench/temporary.ts';
import { bundles, bundleTests } from './bundle.ts';
import { files, type Report, reportName } from './inside/report.ts';

const folder = temporaryFolder('desktop-test');
const maps = join(folder, 'maps');
const user = join(folder, 'data/User');
for (const made of [maps, user]) mkdirSync(made, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(maps, name), content);
writeFileSync(join(user, 'settings.json'), JSON.stringify(quietSettings));

await bundleTests();
const launchArgs = [
  maps,
  `--user-data-dir=${join(folder, 'data')}`,
  '--disable-extensions',
  '--disable-workspace-trust',
  '--disable-telemetry',
];
const tests = join(bundles, 'inside.cjs');
const cachePath = join(root, '.cache/vscode-test');
const trouble = await runTests({ extensionDevelopmentPath: root, extensionTestsPath: tests, launchArgs, cachePath }).catch(
  (error: Error) => error,
);

const file = join(maps, reportName);
// A failed test fails the run, and the report says which. No report means that VS Code did not come so far.
if (!existsSync(file)) throw trouble;
const report: Report = JSON.parse(readFileSync(file, 'utf8'));
for (const { name, error } of report.tests) console.log(error === undefined ? `✓ ${name}` : `✗ ${name}\n${error}`);
const failed = report.tests.filter(({ error }) => error !== undefined).length;
console.log(`${report.tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && trouble === 0 ? 0 : 1;
