import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Takes the pictures of the walkthrough anew: `npm run pictures`. */
export default defineConfig((env) => {
  const { test, ...rest } = base(env);
  return { ...rest, test: { ...test, include: ['pictures.ts'] } };
});
