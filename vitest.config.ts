import { configDefaults, defineConfig } from 'vitest/config';

/** The unit tests. Those in a real VS Code and in a real Neovim have configurations of their own, in test/workbench and test/neovim. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/workbench/**', 'test/neovim/**', 'test/bench/**'],
    // By itself vitest leaves one core to others, which of two is half.
    maxWorkers: '100%',
    // What a test waits for comes in its own time, also on a machine that is busy with others.
    testTimeout: 30_000,
    // The command line speaks the system's language; the tests want the same everywhere.
    env: { LC_ALL: 'C' },
  },
});
