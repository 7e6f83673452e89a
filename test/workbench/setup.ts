/** Runs in every workbench test file: a failed test leaves a picture and the log, and no workbench outlives its file. */
import { afterAll, afterEach } from 'vitest';
import { killAll } from '../../scripts/workbench/processes.ts';
import { removeAll } from '../../scripts/workbench/temporary.ts';
import { opened } from './workbench.ts';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const workbench of opened) await workbench.keepTrace(`failed ${task.name}`).catch(() => undefined);
});

afterAll(async () => {
  for (const workbench of [...opened]) await workbench.close();
});

// A test process that is told to end has no time for `afterAll`.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    killAll();
    removeAll();
    process.kill(process.pid, 'SIGKILL');
  });
}
