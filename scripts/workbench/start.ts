/** What `npm start` does. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../root.ts';
import { endAll, outsideEnvironment, run, start as startProgram } from './processes.ts';
import { quietSettings, startServer } from './server.ts';
import { remove, temporaryFolder } from './temporary.ts';

const windows = process.platform === 'win32';
const samples = join(root, 'samples');
const sample = join(samples, 'order-a-new-laptop/current.journey');
const settings = { 'journey.preview.openAutomatically': true };

/** Builds, and opens the samples: resolves when the window of the desktop is closed, or the workbench has ended. */
export async function start({ printOnly }: { printOnly: boolean }): Promise<void> {
  endWithUs();
  if ((await run(process.execPath, [join(root, 'scripts/build.mjs')])) !== 0) process.exit(1);
  const code = printOnly ? undefined : onPath('code');
  if (code && (await openDesktop(code))) return;
  await openInBrowser(printOnly);
}

/** Ends all that was started when we are told to end, or when whoever started us is gone without a word. */
function endWithUs(): void {
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    void endAll().finally(() => process.exit(code));
  };
  process.on('SIGINT', () => end(130));
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(143));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(143), 500).unref();
}

/**
 * The desktop VS Code, with a profile of its own: a window that runs already would take the order over and know nothing of it.
 * Answers, when its window is closed, whether there was one: some refuse (to run as root, or from afar).
 */
async function openDesktop(code: string): Promise<boolean> {
  const profile = temporaryFolder('desktop');
  const user = join(profile, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  const own = ['--user-data-dir', join(profile, 'data'), '--extensions-dir', join(profile, 'extensions')];
  const quiet = ['--disable-workspace-trust', '--disable-telemetry', '--skip-welcome', '--skip-release-notes'];
  const window = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, samples, '--goto', sample];
  console.log('Opening VS Code on samples/. Close its window or press Ctrl+C to end.');
  // On Windows `code` is a script for the shell.
  const quoted = (text: string) => (windows ? `"${text}"` : text);
  const args = [...own, ...quiet, ...window].map(quoted);
  const options = { stdio: ['ignore', 'inherit', 'inherit'], shell: windows, env: outsideEnvironment() } satisfies SpawnOptions;
  const opened = performance.now();
  const program = startProgram(quoted(code), args, options, profile);
  const exit = await program.ended;
  await program.end();
  remove(profile);
  const refused = exit !== 0 && performance.now() - opened < 5000;
  if (refused) console.log(`${code} did not open a window, so the browser it is.`);
  else process.exitCode = exit ?? 1;
  return !refused;
}

async function openInBrowser(printOnly: boolean): Promise<void> {
  const server = await startServer({ settings });
  const address = server.address({ folder: samples, file: sample, extension: root });
  console.log(`\nJourney runs in a VS Code of its own. Open it at\n\n  ${address}\n\nPress Ctrl+C to end.`);
  if (!printOnly) openAddress(address);
  await server.ended;
  console.log('The workbench has ended.');
  process.exitCode = 1;
}

/** Opens the address in the user's browser, which is theirs and stays when we end. */
function openAddress(address: string): void {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, ...args] = {
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
    darwin: ['open', address],
  }[process.platform as string] ?? ['xdg-open', address];
  if (!command) return;
  const browser = spawn(command, args, { detached: true, stdio: 'ignore' });
  browser.once('error', () => console.log('(No browser could be opened from here.)'));
  browser.unref();
}

/** The program of this name on the path, if there is one. */
function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, windows ? `${name}.cmd` : name)).find((path) => existsSync(path));
}
