import { defineConfig } from 'vitest/config';

/**
 * The tests in a real VS Code. One file after the other, each in a process of its own: two cores carry one workbench.
 * `expect.poll` is how a test waits for what VS Code does in its own time; it asks again until this long has passed.
 * `--mode vsix` tests the packed extension, installed from journey.vsix, instead of the one in this folder; `--mode soak` runs what takes too long
 * for every day.
 */
export default defineConfig(({ mode }) => ({
  test: {
    provide: { installed: mode === 'vsix' },
    root: import.meta.dirname,
    include: [mode === 'soak' ? '**/*.soak.ts' : '**/*.test.ts'],
    // Only an extension under development can be tested from inside the extension host, or in a web worker.
    exclude: mode === 'vsix' ? ['inside.test.ts', 'web.test.ts'] : [],
    globalSetup: ['./global.ts'],
    setupFiles: ['./setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    expect: { poll: { timeout: 30_000, interval: 100 } },
  },
}));
