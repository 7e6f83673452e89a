/** Bundles what runs inside VS Code's extension host: the bridge and the suites of inside/ (every `*.suite.ts`). */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { root } from '../../scripts/root.ts';

const here = join(root, 'test/workbench');

/** Where the bundles are: `bridge/` is an extension, `inside.cjs` what `extensionTestsPath` is to name. */
export const bundles = join(root, '.cache/tests');

export async function bundleTests(): Promise<void> {
  const suites = readdirSync(join(here, 'inside')).filter((name) => name.endsWith('.suite.ts'));
  const contents = [...suites.sort().map((name) => `import './${name}';`), "export { run } from './run.ts';"].join('\n');
  const common: BuildOptions = { bundle: true, format: 'cjs', external: ['vscode'], absWorkingDir: root, logLevel: 'warning' };
  const inside: BuildOptions = { ...common, stdin: { contents, resolveDir: join(here, 'inside'), sourcefile: 'inside.ts', loader: 'ts' } };
  await Promise.all([
    build({ ...common, platform: 'node', entryPoints: ['test/workbench/bridge/bridge.ts'], outfile: join(bundles, 'bridge/bridge.cjs') }),
    build({ ...inside, platform: 'browser', target: 'es2022', outfile: join(bundles, 'inside.cjs') }),
  ]);
  copyFileSync(join(here, 'bridge/package.json'), join(bundles, 'bridge/package.json'));
}
