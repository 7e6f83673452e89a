import { lanes as inOrder, type LaneName } from '../../language/names/settings.ts';
import { flow } from './flow.ts';
import type { Lane } from './lane.ts';
import { opportunities } from './opportunities.ts';
import { pains } from './pains.ts';
import { backstage, evidence, expects, frontstage, goals, handoffs, measures, moments } from './quiet.ts';
import { sayings } from './sayings.ts';
import { steps } from './steps.ts';
import { time } from './time.ts';
import { touchpoints } from './touchpoints.ts';

// biome-ignore format: a list
const drawn: readonly Lane[] = [
  steps, time, ...sayings, moments, touchpoints, expects, pains, opportunities, frontstage, backstage, handoffs, flow, measures, evidence, goals,
];
const byName = new Map(drawn.map((lane) => [lane.key, lane]));

/** The lanes of a picture from top to bottom. That of the feelings is a curve across all columns, and no lane of cells. */
export function lanesNamed(names: readonly LaneName[] = inOrder.map(({ name }) => name)): (Lane | 'feels')[] {
  return names.flatMap((name) => (name === 'feels' ? name : (byName.get(name) ?? [])));
}
