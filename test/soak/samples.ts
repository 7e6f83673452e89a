import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

function mapsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.journey'))
    .map((path) => join(folder, path))
    .sort();
}

/** All maps that the project brings, by their path: the samples, and the map in German. */
export const samples: readonly { path: string; text: string }[] = [...mapsBelow('samples'), ...mapsBelow('test/maps')].map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));
