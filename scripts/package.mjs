/**
 * Packs the extension into journey.vsix, without the command, which VS Code never runs, and what only the command reads. Any warning of vsce's but the
 * one about the missing repository is a failure, and so is a file that is too large.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const root = dirname(import.meta.dirname);
const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', join(root, 'journey.vsix')];

/** In bytes. Whoever installs an extension waits for all of it. */
const largest = 3_250_000;
/** The command, and what only it reads. */
const ofCommand = /^dist.(journey(\.js$|$)|.*\.wasm$)/;

const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--production'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const staged = mkdtempSync(join(tmpdir(), 'journey-package-'));
for (const path of ['package.json', ...files.filter((name) => !name.includes('*')), 'l10n']) {
  cpSync(join(root, path), join(staged, path), { recursive: true, filter: (from) => !ofCommand.test(relative(root, from)) });
}
// Of a README VS Code shows pictures from the web alone. In the place of others it shows a broken one, though they were in the package.
const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, '');
writeFileSync(join(staged, 'README.md'), readme);
const { status, stdout, stderr } = spawnSync(process.execPath, [vsce, 'package', ...options], {
  cwd: staged,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
});
rmSync(staged, { recursive: true, force: true });
process.stdout.write(stdout);
process.stderr.write(stderr);
const warnings = `${stdout}\n${stderr}`.split('\n').filter((line) => /\bWARN/.test(line) && !/repository/i.test(line));
if (warnings.length > 0) console.error(`package: vsce warns:\n${warnings.join('\n')}`);
const size = status === 0 ? statSync(join(root, 'journey.vsix')).size : 0;
if (size > largest) console.error(`package: ${size} bytes are more than ${largest}.`);
process.exit(status === 0 && warnings.length === 0 && size <= largest ? 0 : 1);
