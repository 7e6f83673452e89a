import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
}

const locks = ['.', 'test/workbench/host', 'test/workbench/browser', 'test/bench/render'].map((folder) =>
  join(folder, 'package-lock.json'),
);
const read = (path: string): Lock => JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));

/** Where Node would find a package from a folder of the lock: in its own `node_modules`, or in one above. */
function isLocked({ packages }: Lock, from: string, name: string): boolean {
  if (packages[`${from}${from && '/'}node_modules/${name}`]) return true;
  return from !== '' && isLocked({ packages }, from.slice(0, Math.max(from.lastIndexOf('node_modules/') - 1, 0)), name);
}

// npm leaves out of the lock what the machine that wrote it could not see, and `npm ci` then refuses on every machine.
test.each(locks)('%s has an entry for the packages of every system', (path) => {
  const lock = read(path);
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(lock, from, name)),
  );
  expect(missing).toEqual([]);
});

test.each(locks)('%s names no address to fetch from', (path) => {
  const addresses = Object.values(read(path).packages).flatMap(({ resolved }) => resolved ?? []);
  expect(addresses).toEqual([]);
});
