import { configDefaults, defineConfig } from 'vitest/config';

/** The unit tests. Those in a real VS Code have a configuration of their own, test/workbench/vitest.config.ts. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/workbench/**', 'test/bench/**'],
    // The command line speaks the system's language; the tests want the same everywhere.
    env: { LC_ALL: 'C' },
  },
});
