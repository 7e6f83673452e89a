import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyMap } from '../../src/map/model.ts';

/** What people write in a tongue: what things are called, what happens, how it feels. */
interface Tongue {
  names: string[];
  texts: string[];
  words: string[];
}

/** Some tongues and other writing that is hard to draw. */
export const tongues = JSON.parse(readFileSync(join(import.meta.dirname, 'tongues.json'), 'utf8')) as Record<string, Tongue>;

const slots: Record<string, keyof Tongue> = {
  title: 'names',
  role: 'names',
  segment: 'names',
  metric: 'names',
  word: 'words',
  text: 'texts',
  quote: 'texts',
  doc: 'texts',
  scenario: 'texts',
};

/** A map with all that people wrote in it in another tongue. */
export function inTongue(map: JourneyMap, name: string): JourneyMap {
  const tongue = tongues[name];
  if (!tongue) throw new Error(`There is no tongue ${name}`);
  let at = 0;
  const reword = (value: unknown, key: string): unknown => {
    const list = tongue[slots[key] ?? 'texts'];
    if (typeof value === 'string') return slots[key] ? list[at++ % list.length] : value;
    if (Array.isArray(value))
      return value.map((each) => (typeof each === 'string' && key !== 'prefers' ? list[at++ % list.length] : reword(each, '')));
    if (typeof value !== 'object' || value === null) return value;
    // The plain form of a number or a duration is no prose.
    if (Object.values(value).some((each) => typeof each === 'number') && 'text' in value) return value;
    return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, reword(each, own)]));
  };
  return reword(map, '') as JourneyMap;
}
