/**
 * Runs the suites of inside/ in a desktop VS Code: `npm run test:desktop`. It downloads one first, so it is for developers with
 * a network (and a screen, or `xvfb-run`), and no part of `npm test`: the workbench runs the same suites there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
await runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: join(bundles, 'inside.cjs'),
  launchArgs: [maps, `--user-data-dir=${join(folder, 'data')}`, '--disable-extensions', '--disable-workspace-trust', '--disable-telemetry'],
}).catch(() => {
  // A failed test fails the run; the report says which.
  process.exitCode = 1;
});

const { tests }: Report = JSON.parse(readFileSync(join(maps, reportName), 'utf8'));
for (const { name, error } of tests) console.log(error === undefined ? `✓ ${name}` : `✗ ${name}\n${error}`);
const failed = tests.filter(({ error }) => error !== undefined).length;
console.log(`${tests.length - failed} passed, ${failed} failed`);
