/**
 * Builds everything that Journey ships into dist/: `node scripts/build.mjs [--production] [--watch]`.
 * First come the generators (scripts/generate/*.mjs, in the order of their names), then one bundle per entry.
 * `--production` minifies, leaves out source maps and starts from an empty dist/. `--watch` keeps on building.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
// As a whole: a Node that is too old for us lacks what we need of it, and shall live to say so.
import zlib from 'node:zlib';
import { context } from 'esbuild';
import './node.mjs';
import { standalone, writeTexts } from './standalone.mjs';

const root = dirname(import.meta.dirname);
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

// A library's ES module where it has one: some that were written for both hide from the bundler what they require.
// One PDF library for all, so that a map gives the same file everywhere; the one for Node would also look for a file beside itself.
const alias = {
  pdfkit: join(root, 'node_modules/pdfkit/js/pdfkit.browser.mjs'),
  'brotli/decompress.js': join(root, 'scripts/no-woff2.mjs'),
};
// Whatever runs us knows the scripts of Unicode. The bundler doubts it, and would have the same expressions be made anew at each use.
const supported = { 'regexp-unicode-property-escapes': true };
const node = { alias, supported, platform: 'node', target: 'node22', mainFields: ['module', 'main'] };
const web = { alias, supported, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Leaves the client of the desktop in a file of its own: the editor waits for the extension to load, and most of it is this. */
const clientApart = {
  name: 'client-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/client-desktop\.ts$/ }, ({ kind }) => {
      return kind === 'dynamic-import' ? { path: './client-desktop.cjs', external: true } : undefined;
    });
  },
};
const extension = {
  ...node,
  format: 'cjs',
  external: ['vscode'],
  plugins: [clientApart],
  supported: { ...supported, 'dynamic-import': false },
};

const entries = [
  { from: 'src/extension/extension.ts', to: 'extension.cjs', ...extension },
  { from: 'src/extension/client-desktop.ts', to: 'client-desktop.cjs', ...extension },
  { from: 'src/extension/extension-web.ts', to: 'extension-web.cjs', ...web, format: 'cjs', external: ['vscode'] },
  { from: 'src/server/server.ts', to: 'server.cjs', ...node, format: 'cjs', define: { 'import.meta.dirname': '__dirname' } },
  { from: 'src/server/server-web.ts', to: 'server-web.js', ...web, format: 'iife' },
  // Libraries ask where their files are. They need none of them.
  {
    from: 'src/extension/export/worker.ts',
    to: 'render-worker.js',
    ...web,
    format: 'iife',
    define: { 'import.meta.url': '"https://journey.invalid/"' },
  },
  {
    from: 'src/extension/export/lend.ts',
    to: 'render-worker-desktop.cjs',
    ...node,
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
  },
  { from: 'src/preview/page/main.ts', to: 'preview.js', ...web, format: 'iife' },
  { from: 'src/preview/page/preview.css', to: 'preview.css', ...web, external: ['*.ttf'] },
  ...standalone.map((entry) => ({ ...entry, ...web })),
  // In chunks: an old Node must be able to read the entry, which tells it off, before it meets the rest.
  {
    from: 'src/cli/journey.ts',
    to: 'journey.js',
    ...node,
    format: 'esm',
    banner: { js: commandBanner() },
    splitting: true,
    // Built for each system; the command does without it where it is not there.
    external: ['@resvg/resvg-js'],
  },
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

async function bundle({ from, to, define, ...options }) {
  const job = await context({
    absWorkingDir: root,
    entryPoints: [{ in: from, out: parse(to).name }],
    outdir: 'dist',
    outExtension: { '.js': parse(to).ext, '.css': '.css' },
    chunkNames: `${parse(to).name}/[hash]`,
    bundle: true,
    minify: production,
    sourcemap: !production,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    logLevel: watch ? 'info' : 'warning',
    ...options,
  });
  if (watch) return job.watch();
  await job.rebuild();
  await job.dispose();
}

/**
 * Files of libraries that are read as they are, by their names in dist/. The command reads them so; the extension has them packed by Zstandard, in a fifth less
 * than a VSIX would, and unpacks them where it renders.
 */
const assets = {
  'harfbuzz-subset.wasm': 'harfbuzzjs/dist/harfbuzz-subset.wasm',
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'webp-decoder.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
};

/** The highest level that there is takes seconds. */
const packing = { [zlib.constants.ZSTD_c_compressionLevel]: production ? 22 : 3 };

/** The fonts, and what is not bundled. */
async function copyAssets() {
  const modules = join(root, 'node_modules');
  for (const [name, from] of Object.entries(assets)) {
    mkdirSync(join(root, 'dist'), { recursive: true });
    copyFileSync(join(modules, from), join(root, 'dist', name));
    writeFileSync(join(root, 'dist', `${name}.zst`), zlib.zstdCompressSync(readFileSync(join(modules, from)), { params: packing }));
  }
  await writeTexts(join(root, 'dist'));
  const { copyFonts } = await import('./fonts.mjs');
  await copyFonts(modules, join(root, 'dist/fonts'));
}

const started = performance.now();
try {
  // Chunks carry a hash in their name, so those of earlier builds would pile up.
  rmSync(join(root, production ? 'dist' : 'dist/journey'), { recursive: true, force: true });
  generate();
  // All of them, also after one that failed: its errors are printed by then, and the others are of use meanwhile.
  const outcomes = await Promise.allSettled([...entries.map(bundle), copyAssets()]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  if (!watch) console.log(`build: ${entries.length} bundles in ${Math.round(performance.now() - started)} ms`);
} catch (error) {
  // esbuild has printed its own errors already.
  if (!(error instanceof Error && 'errors' in error)) console.error(`build: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
