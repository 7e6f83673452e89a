import { defineConfig } from 'vitest/config';

/** The tests in a real Neovim, of the command as it is built. */
export default defineConfig({ test: { root: import.meta.dirname, include: ['*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 } });
