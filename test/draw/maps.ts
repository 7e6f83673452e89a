import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyMap, Mark, Step } from '../../src/map/model.ts';

const folder = join(import.meta.dirname, 'maps');

/** The maps of this folder by name. */
export const maps: Record<string, JourneyMap> = Object.fromEntries(
  readdirSync(folder).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as JourneyMap]),
);

export function map(name: string): JourneyMap {
  const found = maps[name];
  if (!found) throw new Error(`There is no map ${name}`);
  return structuredClone(found);
}

/** Ids of everything in a map that can be pointed at. */
export function idsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [String(each)] : idsOf(each)));
}

/** A finding on everything. */
export function marksOnAll(of: JourneyMap): Record<string, Mark[]> {
  const severities: Mark['severity'][] = ['error', 'warning', 'info', 'hint'];
  return Object.fromEntries(
    idsOf(of).map((id, index) => [id, [{ code: 'found', severity: severities[index % 4] ?? 'hint', message: `Found at ${id}` }]]),
  );
}

/** A map of so many steps, in stages of eight, made of the steps of the laptop map, each with six lanes and more. */
export function longMap(count: number): JourneyMap {
  const source = map('laptop');
  const steps = source.stages.flatMap((stage) => stage.steps);
  const [first] = source.stages;
  if (!first) throw new Error('The laptop map has no stage');
  const stages = Array.from({ length: Math.ceil(count / 8) }, (_, index) => {
    const from = index * 8;
    const own = Array.from({ length: Math.min(8, count - from) }, (_each, at) =>
      renamed(steps[(from + at) % steps.length] as Step, from + at),
    );
    return { ...first, ...prefixed(first, `${index}`), title: `Stage ${index + 1}`, steps: own };
  });
  return { ...source, stages };
}

function renamed(step: Step, at: number): Step {
  return {
    ...(prefixed(step, `${at}`) as Step),
    title: `${step.title} ${at + 1}`,
    feelings: step.feelings.map((feeling) => ({ ...feeling, id: `${at}/${feeling.id}`, score: ((at * 7) % 9) / 2 - 2 })),
  };
}

/** A copy with another beginning to every id. */
function prefixed<Value>(value: Value, prefix: string): Value {
  return JSON.parse(JSON.stringify(value), (key, each) => (key === 'id' ? `${prefix}/${each}` : each)) as Value;
}
