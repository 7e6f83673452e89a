/** Fetches, once, the programs that tests and benches need and that a plain `npm ci` does not bring. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { npm, outsideEnvironment, run } from './processes.ts';

const cache = join(root, '.cache');
/** The packages to fetch are locked in a folder each, which has the name of what is fetched. */
const locks = { host: 'test/workbench/host', browser: 'test/workbench/browser', mmdc: 'test/bench/render' };
type Name = keyof typeof locks;

/**
 * The VS Code server: answers its main script, to be run by Node 24.
 * Nothing is compiled; the native modules that are missing for it (logger, watchdog, terminal) are only missed in its log.
 */
export async function fetchHost(): Promise<string> {
  const folder = await fetchOnce('host', 'the VS Code workbench', 'about 200 MB, once', async (partial) => {
    await install(join(partial, 'node_modules/code-server/lib/vscode'), ['install', '--omit=dev', '--no-audit', '--no-fund']);
  });
  return join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js');
}

/** A Chromium from npm, unpacked: answers the folder with `chromium`, its libraries in `al2023/lib` and its `fonts`. */
export async function fetchBrowser(): Promise<string> {
  return fetchOnce('browser', 'Chromium', 'about 70 MB, once', async (partial) => {
    const script = "import('@sparticuz/chromium').then((package_) => package_.default.executablePath())";
    // It unpacks into the temporary folder, and its libraries only where it believes to run in a Lambda of Amazon's.
    const env = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
    const code = await run(process.execPath, ['-e', script], { cwd: partial, env });
    if (code !== 0 || !existsSync(join(partial, 'chromium'))) throw new Error('Chromium from npm could not be unpacked.');
  });
}

/** Mermaid's own command, which pictures are measured beside: answers its script. It wants a Chromium that is found elsewhere. */
export async function fetchMermaidCommand(): Promise<string> {
  return join(await fetchOnce('mmdc', 'the command of Mermaid', 'about 150 MB, once'), 'node_modules/@mermaid-js/mermaid-cli/src/cli.js');
}

/** Whether that Chromium is here already. */
export function hasBrowser(): boolean {
  return existsSync(folderOf('browser'));
}

function folderOf(name: Name): string {
  const lock = readFileSync(join(root, locks[name], 'package-lock.json'));
  return join(cache, `${name}-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
}

/**
 * Installs the packages that a folder locks, into a folder of .cache named by that lock.
 * It is filled under another name and renamed when all is there, so an interrupted fetch leaves nothing that looks whole,
 * and two fetches at once do not meet.
 */
async function fetchOnce(
  name: Name,
  what: string,
  size: string,
  finish: (partial: string) => Promise<void> = async () => {},
): Promise<string> {
  const folder = folderOf(name);
  if (existsSync(folder)) return folder;

  console.log(`Fetching ${what} from npm (${size}) …`);
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const stillAtIt = setInterval(() => console.log(`… ${seconds()} s`), 10_000);
  const partial = `${folder}.partial-${process.pid}`;
  removeOld(name);
  mkdirSync(partial, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(root, locks[name], file), join(partial, file));
  try {
    await install(partial, ['ci', '--no-audit', '--no-fund']);
    await finish(partial);
  } finally {
    clearInterval(stillAtIt);
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
  console.log(`Fetched ${what} in ${seconds()} s.`);
  return folder;
}

async function install(folder: string, args: string[]): Promise<void> {
  const [command, all] = npm([...args, '--ignore-scripts']);
  const code = await run(command, all, { cwd: folder, env: outsideEnvironment() });
  if (code !== 0) throw new Error(`\`npm ${args[0]}\` failed in ${folder} (exit code ${code}).`);
}

/** Removes earlier versions, and what interrupted fetches left behind; a fetch that still runs is let alone. */
function removeOld(name: Name): void {
  const entries = existsSync(cache) ? readdirSync(cache) : [];
  for (const entry of entries.filter((entry) => entry.startsWith(`${name}-`))) {
    const pid = Number(/\.partial-(\d+)$/.exec(entry)?.[1]);
    if (!pid || !isAlive(pid)) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
