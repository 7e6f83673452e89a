import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { openFile } from '../../src/cli/project.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { buildMap } from '../../src/map/build.ts';
import { improvedMap } from '../../src/map/improved.ts';
import type { JourneyMap } from '../../src/map/model.ts';

/** A journey of the samples as it is drawn. */
export interface Sample {
  /** The sample's folder and file, without a slash: `order-a-new-laptop-current`. */
  name: string;
  map: JourneyMap;
  /** The map that it improves. */
  before?: JourneyMap;
  /** Its folder's language. */
  language: 'en' | 'fr';
}

const folder = join(import.meta.dirname, '../../samples');

/** Every journey of the samples, in the order of their names. */
export async function samples(): Promise<Sample[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.journey'));
  const all = await Promise.all(paths.sort().map((path) => samplesOf(join(folder, path))));
  return all.flat();
}

async function samplesOf(path: string): Promise<Sample[]> {
  const [entry] = (await openFile(path)).files;
  if (!entry) return [];
  const journeys = journeysOf(entry.document);
  const file = [relative(folder, dirname(path)), basename(path, '.journey')].filter(Boolean).join('-');
  return journeys.map((journey, index) => {
    const before = improvedMap(journey, entry);
    return {
      name: index === 0 ? file : `${file}-${index + 1}`,
      map: buildMap(journey, entry),
      language: entry.folder.settings.language ?? 'en',
      ...(before ? { before } : {}),
    };
  });
}
