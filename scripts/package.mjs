/** Packs the extension into journey.vsix. Any warning of vsce's but the one about the missing repository is a failure. */
import './node.mjs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', 'journey.vsix'];

const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--production'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const { status, stdout, stderr } = spawnSync(process.execPath, [vsce, 'package', ...options], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
});
process.stdout.write(stdout);
process.stderr.write(stderr);
const warnings = `${stdout}\n${stderr}`.split('\n').filter((line) => /\bWARN/.test(line) && !/repository/i.test(line));
if (warnings.length > 0) console.error(`package: vsce warns:\n${warnings.join('\n')}`);
process.exit(status === 0 && warnings.length === 0 ? 0 : 1);
