/** A VS Code workbench in a browser: its server, with a profile of its own that goes when it ends. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fetchHost } from './fetch.ts';
import { outsideEnvironment, start } from './processes.ts';
import { remove, temporaryFolder } from './temporary.ts';

/**
 * Settings of every workbench that we start: quiet, and without what asks the network. Written as the newest VS Code has them: what it
 * has to rewrite in an older form it saves while a window starts, and until that is read again no setting holds.
 */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

export interface ServerOptions {
  /** Settings on top of the quiet ones. */
  settings?: Record<string, unknown>;
  /** Folder with the extensions that are installed; without it an empty one of its own. */
  extensions?: string;
  /** Added to the environment, which the extensions see too. */
  env?: Record<string, string>;
}

export interface Server {
  port: number;
  /** The server's log so far. */
  log(): string;
  /** The address of a window. Paths are absolute paths on this machine. */
  address(window: WindowOptions): string;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<unknown>;
  end(): Promise<void>;
}

export interface WindowOptions {
  folder: string;
  /** A file to open at once. */
  file?: string;
  /** The extension's folder, to run it from its source; absent where it is installed. */
  extension?: string;
  /** Run the extension in the browser's web worker, as vscode.dev does. */
  web?: boolean;
  /** A script whose `run()` is called inside the extension host. */
  tests?: string;
}

/** Starts a workbench server on a free port of the loopback interface. Resolves when it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const main = await fetchHost();
  const profile = temporaryFolder('workbench');
  const settings = JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2);
  mkdirSync(join(profile, 'data/Machine'), { recursive: true });
  writeFileSync(join(profile, 'data/Machine/settings.json'), settings);

  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const args = [
      '--require',
      join(import.meta.dirname, 'guard.cjs'),
      main,
      ...serverArguments(port, profile, options.extensions ?? join(profile, 'extensions')),
    ];
    const env = { ...serverEnvironment(profile), ...options.env };
    const server = start(process.execPath, args, { stdio: 'pipe', env }, profile);
    let log = '';
    const listening = new Promise<boolean>((resolve) => {
      const read = (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes(`listening on ${port}`)) resolve(true);
      };
      server.child.stdout?.on('data', read);
      server.child.stderr?.on('data', read);
      void server.ended.then(() => resolve(false));
    });
    if (await listening) {
      const end = async () => {
        await server.end();
        remove(profile);
      };
      return { port, log: () => log, address: (window) => address(port, window), ended: server.ended, end };
    }
    // Somebody may have taken the port between the question and the start.
    if (attempt === 3) throw new Error(`The workbench server did not start:\n${log}`);
  }
}

/** Installs a packed extension into a folder of extensions. */
export async function installExtension(file: string, extensions: string): Promise<void> {
  const main = await fetchHost();
  const profile = temporaryFolder('workbench');
  const args = ['--install-extension', file, '--accept-server-license-terms', ...folders(profile, extensions)];
  const program = start(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment(profile) });
  let log = '';
  for (const output of [program.child.stdout, program.child.stderr]) output?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await program.ended;
  remove(profile);
  if (code !== 0) throw new Error(`${file} could not be installed (exit code ${code}):\n${log}`);
}

function serverEnvironment(profile: string): NodeJS.ProcessEnv {
  // Its sockets go with the profile. Elsewhere the temporary folder's path is too long already for a socket in a folder of it.
  const sockets = process.platform === 'linux' ? { TMPDIR: profile, XDG_RUNTIME_DIR: profile } : {};
  return { ...outsideEnvironment(), ...sockets };
}

function folders(profile: string, extensions: string): string[] {
  return ['--server-data-dir', profile, '--extensions-dir', extensions];
}

function serverArguments(port: number, profile: string, extensions: string): string[] {
  const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'];
  // The address may name an extension under development only where the smoke tests' driver is on.
  const quiet = ['--enable-smoke-test-driver', '--disable-workspace-trust', '--telemetry-level', 'off'];
  return [...listen, ...quiet, ...folders(profile, extensions)];
}

function address(port: number, { folder, file, extension, web, tests }: WindowOptions): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${slashed(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (web) payload.push(['extensionDevelopmentKind', 'web']);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams({ folder: slashed(folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** A path as it stands in an address: `C:\maps` is `/C:/maps`. */
function slashed(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
