import { beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Panels that come and go, many times. Part of `npm run test:soak`; the configuration has a mode for it. */

const panels = Number(process.env.JOURNEY_PANELS ?? 200);
/** Before, caches fill and code is compiled. */
const from = panels / 4;
/** Bytes of the extension host that a panel may leave behind, on the average: the editor itself keeps some of each. */
const most = 16_384;

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ folder: 'samples/order-a-new-laptop', open: 'current.journey' });
}, 300_000);

/** Bytes that the extension host's heap holds after all that is garbage is gone. */
const heap = (): Promise<number> =>
  workbench.ask(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
    for (let time = 0; time < 3; time++) collect();
    return process.memoryUsage().heapUsed;
  });

test(`of ${panels} panels that were opened and closed nothing stays`, { timeout: 3_600_000 }, async () => {
  const frames = () => workbench.page.frames().length;
  const before = frames();
  const measures: [number, number][] = [];
  for (let count = 1; count <= panels; count++) {
    await workbench.run('Journey: Open Preview to the Side');
    const panel = await workbench.preview();
    await panel.locator('.picture .region').first().waitFor();
    await workbench.ask(async (vscode) => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) =>
        group.tabs.filter(({ input }) => input instanceof vscode.TabInputWebview),
      );
      await vscode.window.tabGroups.close(tabs);
    });
    await expect.poll(frames).toBe(before);
    if (count >= from && count % 5 === 0) measures.push([count, await heap()]);
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(measures.map(([at]) => at)), mean(measures.map(([, bytes]) => bytes))];
  const slope = mean(measures.map(([at, bytes]) => (at - x) * (bytes - y))) / mean(measures.map(([at]) => (at - x) ** 2));
  console.log(`A panel leaves ${Math.round(slope)} bytes in the extension host: ${measures.map(([, bytes]) => bytes).join(' ')}`);
  expect(slope).toBeLessThan(most);
});
