/**
 * Builds everything that Journey ships into dist/: `node scripts/build.mjs [--production] [--watch]`.
 * First come the generators (scripts/generate/*.mjs, in the order of their names), then one bundle per entry.
 * `--production` minifies, leaves out source maps and starts from an empty dist/. `--watch` keeps on building.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';
import './node.mjs';

const root = dirname(import.meta.dirname);
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** A missing entry is passed over with a line while the project is being built up; `true` makes it an error. */
const strict = false;

const node = { platform: 'node', target: 'node22' };
const web = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const entries = [
  { from: 'src/extension/extension.ts', to: 'extension.cjs', ...node, format: 'cjs', external: ['vscode'] },
  { from: 'src/extension/extension-web.ts', to: 'extension-web.cjs', ...web, format: 'cjs', external: ['vscode'] },
  { from: 'src/server/server.ts', to: 'server.cjs', ...node, format: 'cjs' },
  { from: 'src/server/server-web.ts', to: 'server-web.js', ...web, format: 'iife' },
  { from: 'src/preview/page/main.tsx', to: 'preview.js', ...web, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' },
  { from: 'src/preview/page/preview.css', to: 'preview.css', ...web, external: ['*.woff2'] },
  { from: 'src/cli/journey.ts', to: 'journey.js', ...node, format: 'esm', banner: { js: commandBanner() } },
];

/** Files taken over as they are: from, to (in dist/). */
const copies = [
  ['node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2', 'fonts/inter-latin-400-normal.woff2'],
  ['node_modules/@fontsource/inter/files/inter-latin-600-normal.woff2', 'fonts/inter-latin-600-normal.woff2'],
];

/** The command is an ES module; libraries in it that were written for CommonJS call `require`. */
function commandBanner() {
  return "#!/usr/bin/env node\nimport { createRequire as journeyRequire } from 'node:module';\nconst require = journeyRequire(import.meta.url);";
}

function generate() {
  const folder = join(root, 'scripts/generate');
  const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mjs')) : [];
  for (const name of scripts.sort()) {
    const { status } = spawnSync(process.execPath, [join(folder, name)], { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error(`scripts/generate/${name} failed`);
  }
}

/** The entries that are there. A page may be `main.ts` as well as `main.tsx`. */
function present() {
  const found = [];
  for (const entry of entries) {
    const from = [entry.from, entry.from.replace(/\.tsx$/, '.ts')].find((path) => existsSync(join(root, path)));
    if (from) found.push({ ...entry, from });
    else if (strict) throw new Error(`${entry.from} is missing`);
    else console.log(`build: ${entry.from} does not exist yet, so dist/${entry.to} is not built`);
  }
  return found;
}

async function bundle({ from, to, ...options }) {
  const job = await context({
    ...options,
    absWorkingDir: root,
    entryPoints: [from],
    outfile: `dist/${to}`,
    bundle: true,
    minify: production,
    sourcemap: !production,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: watch ? 'info' : 'warning',
  });
  if (watch) return job.watch();
  await job.rebuild();
  await job.dispose();
}

const started = performance.now();
try {
  if (production) rmSync(join(root, 'dist'), { recursive: true, force: true });
  generate();
  const found = present();
  await Promise.all(found.map(bundle));
  for (const [from, to] of copies) {
    mkdirSync(join(root, 'dist', to, '..'), { recursive: true });
    cpSync(join(root, from), join(root, 'dist', to));
  }
  if (!watch) console.log(`build: ${found.length} bundles in ${Math.round(performance.now() - started)} ms`);
} catch (error) {
  // esbuild has printed its own errors already.
  if (!(error instanceof Error && 'errors' in error)) console.error(`build: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
