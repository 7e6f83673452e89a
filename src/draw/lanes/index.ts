import { flow } from './flow.ts';
import type { Lane } from './lane.ts';
import { opportunities } from './opportunities.ts';
import { pains } from './pains.ts';
import { backstage, evidence, expects, frontstage, goals, handoffs, measures, moments } from './quiet.ts';
import { sayings } from './sayings.ts';
import { steps } from './steps.ts';
import { touchpoints } from './touchpoints.ts';

/** The lanes above the curve and those below it, from top to bottom. */
export const lanesAbove: Lane[] = [steps, ...sayings];
export const lanesBelow: Lane[] = [
  moments,
  touchpoints,
  expects,
  pains,
  opportunities,
  frontstage,
  backstage,
  handoffs,
  flow,
  measures,
  evidence,
  goals,
];

export const allLanes: Lane[] = [...lanesAbove, ...lanesBelow];
