/** Runs the suites of inside/ in the extension host, and shows each of their tests as one of ours. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bundles } from './bundle.ts';
import { files, type Report, reportName } from './inside/report.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const hosts = [
  { name: 'extension host', web: false },
  { name: 'web worker', web: true },
];

/** What the suites wrote when they were through; nothing if they were not within five minutes. */
async function reportOf(workbench: Workbench): Promise<Report | undefined> {
  const file = join(workbench.folder, reportName);
  for (const end = Date.now() + 300_000; !existsSync(file); await wait(100)) if (Date.now() > end) return undefined;
  return JSON.parse(workbench.read(reportName));
}

for (const { name, web } of hosts) {
  const workbench = await openWorkbench({
    web,
    inside: join(bundles, 'inside.cjs'),
    files,
  });
  const report = await reportOf(workbench);
  if (!report) await workbench.keepTrace(`failed inside ${name}`);
  test(`${name}: the suites ran`, () => expect(report?.tests.length).toBeGreaterThan(0));
  for (const { name: title, error } of report?.tests ?? []) {
    test(`${name}: ${title}`, () => {
      if (error !== undefined) throw new Error(error);
    });
  }
  await workbench.close();
}
