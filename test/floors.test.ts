import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Lines that the linter must refuse in a file of that folder. */
const upward: [folder: string, line: string][] = [
  ['src/language', "import './rules/b.ts';"],
  ['src/language', "import './features/b.ts';"],
  ['src/language/names', "import '../project/b.ts';"],
  ['src/language/rules', "import '../project/b.ts';"],
  ['src/language/project', "import '../../map/b.ts';"],
  ['src/language/read', "import '../format/b.ts';"],
  ['src/language/rules', "import '../format/b.ts';"],
  ['src/language/format', "import '../../map/b.ts';"],
  ['src/language/rules', "import '../features/b.ts';"],
  ['src/language/features', "import '../../map/b.ts';"],
  ['src/language', "import type { b } from '../map/b.ts';"],
  ['src/language/rules', "import '../../map/b.ts';"],
  ['src/map', "export { b } from '../draw/b.ts';"],
  ['src/draw', "import '../server/b.ts';"],
  ['src/exchange', "import '../insight/b.ts';"],
  ['src/insight', "import '../server/b.ts';"],
  ['src/server', "import '../preview/protocol.ts';"],
  ['src/preview/page', "import '../../server/b.ts';"],
  ['src/preview', "import '../extension/b.ts';"],
  ['src/extension', "await import('../cli/b.ts');"],
  ['src/cli', "import '../extension/b.ts';"],
  ['src/language', "import 'vscode';"],
  ['src/server', "import 'vscode';"],
  ['src/language', "import 'vscode-languageserver/node';"],
  ['src/map', "import 'node:fs';"],
  ['src/draw', 'document.title;'],
];

/** Lines that it must let pass. */
const downward: [folder: string, line: string][] = [
  ['src/language/rules', "import '../b.ts';"],
  ['src/language/features', "import '../rules/b.ts';"],
  ['src/language/project', "import '../rules/b.ts';"],
  ['src/language/format', "import '../rules/b.ts';"],
  ['src/map', "import '../language/rules/b.ts';"],
  ['src/preview/page', "import '../../server/protocol.ts';"],
  ['src/language', "import type { Position } from 'vscode-languageserver-types';"],
  ['src/extension', "import 'vscode';"],
  ['src/cli', "import 'node:fs';"],
];

const root = join(import.meta.dirname, '..');
const cases = [...upward, ...downward].map(([folder, line], index) => ({ file: `${folder}/case-${index}.ts`, line }));
const folder = mkdtempSync(join(tmpdir(), 'journey-floors-'));
let findings: string[] = [];

beforeAll(() => {
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const { file, line } of cases) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  });
  findings = run.stdout.split('\n').filter((line) => /^::error.*(noRestricted|noNodejsModules)/.test(line));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(cases.map((each, index) => ({ ...each, refused: index < upward.length })))(
  '$file: $line refused: $refused',
  ({ file, refused }) => {
    expect(findings.some((finding) => finding.includes(`/${file},`))).toBe(refused);
  },
);
