import type { JourneyMap } from '../../map/model.ts';
import { comparedMoments } from '../compare/moments.ts';
import { isShown } from '../compare/shown.ts';
import type { DrawOptions } from '../drawing.ts';
import { hasFeelings } from '../feel/lane.ts';
import { lanesNamed } from '../lanes/index.ts';
import { moments } from '../lanes/quiet.ts';
import { blueprint } from './blueprint.ts';
import { compare } from './compare.ts';
import { macro } from './macro.ts';
import { persona } from './persona.ts';
import type { Plan } from './plan.ts';

/** What the view that is asked for draws of a map. Where nobody feels anything, there is no curve, and key moments stand in a row of their own. */
export function planOf(map: JourneyMap, options: DrawOptions): Plan {
  const plan = viewOf(map, options);
  const steps = plan.map.stages.flatMap((stage) => stage.steps);
  if (!plan.lanes.includes('feels') || steps.some(hasFeelings)) return plan;
  const own = steps.some(isShown) ? comparedMoments : moments;
  return { ...plan, lanes: plan.lanes.flatMap((lane) => (lane !== 'feels' ? [lane] : plan.lanes.includes(own) ? [] : [own])) };
}

function viewOf(map: JourneyMap, options: DrawOptions): Plan {
  if (options.view === 'macro') return macro(map, options);
  if (options.view === 'compare') return compare(map, options);
  if (options.view === 'blueprint') return blueprint(map, options);
  if (options.view === 'persona') return persona(map);
  return { map, lanes: lanesNamed(options.lanes), about: true };
}
