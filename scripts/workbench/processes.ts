import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const windows = process.platform === 'win32';

/** A program that we started, and how to end it with all that it started itself. */
export interface Started {
  child: ChildProcess;
  /** Resolves with the exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
  /** Ends the program and everything below it. Safe to call twice. */
  end(): Promise<void>;
}

const running = new Set<Started>();

// A process that ends without having called `endAll` must not leave programs behind.
process.on('exit', killAll);

/**
 * Starts a program in a process group of its own, so that Ctrl+C reaches us alone and we end it in our own order.
 * `mark` is a text that stands on the command line of everything it starts and of nothing else (a folder made for it):
 * a desktop program may start others that are nobody's children, and this is how they are found again.
 */
export function start(command: string, args: string[], options: SpawnOptions = {}, mark?: string): Started {
  const child = spawn(command, args, { ...options, detached: !windows });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code));
  });
  let ending: Promise<void> | undefined;
  const started: Started = {
    child,
    ended,
    end: () => {
      ending ??= endTree(child, mark).finally(() => running.delete(started));
      return ending;
    },
  };
  running.add(started);
  return started;
}

/** Ends everything that `start` started at once and without a word, where there is no time to wait. */
export function killAll(): void {
  if (!windows) for (const { child } of running) if (child.pid) signal([-child.pid], 'SIGKILL');
}

/** Ends everything that `start` started and that still runs. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((started) => started.end()));
}

/**
 * Runs a program to its end and answers its exit code; its output goes where ours goes unless `options` says otherwise.
 */
export async function run(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  const started = start(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const code = await started.ended;
  running.delete(started);
  return code ?? 1;
}

/** How npm is started: by its own script where npm started us, because on Windows its command is no program. */
export function npm(args: string[]): [command: string, args: string[]] {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** Our environment without what a VS Code around us, npm's scripts or a test runner have put there for their own children. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  const theirs = /^(VSCODE_|ELECTRON_|VITEST|NODE_OPTIONS|NODE_ENV|npm_(package|lifecycle|command))/;
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !theirs.test(key)));
}

async function endTree(child: ChildProcess, mark: string | undefined): Promise<void> {
  if (child.pid === undefined) return;
  if (windows) {
    if (child.exitCode === null) await run('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' });
    return;
  }
  const tree = family(child.pid, mark);
  signal(tree, 'SIGTERM');
  for (let waited = 0; waited < 3000 && tree.some(alive); waited += 50) await wait(50);
  signal([...tree, ...family(child.pid, mark)], 'SIGKILL');
}

interface Row {
  pid: number;
  parent: number;
  group: number;
  command: string;
}

/** All processes. Linux is asked directly, because a small image has no `ps`. */
function processes(): Row[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(fromProc);
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,pgid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, group, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }] : [];
  });
}

function fromProc(name: string): Row[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold spaces and brackets itself.
    const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid: Number(name), parent: Number(parent), group: Number(group), command }];
  } catch {
    return [];
  }
}

/** The process, what descends from it, what is in its group, and what carries the mark. */
function family(pid: number, mark: string | undefined): number[] {
  const all = processes().filter((row) => row.pid !== process.pid);
  const found = new Set([pid]);
  // A child may be listed before its parent: look again until a whole pass finds nobody new.
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const row of all) {
      if (found.has(row.parent) || row.group === pid || (mark && row.command.includes(mark))) found.add(row.pid);
    }
  }
  return [...found];
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}
