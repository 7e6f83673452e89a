import type { JourneyMap } from '../../map/model.ts';
import type { DrawOptions } from '../drawing.ts';
import { lanesNamed } from '../lanes/index.ts';
import { blueprint } from './blueprint.ts';
import { compare } from './compare.ts';
import { macro } from './macro.ts';
import { persona } from './persona.ts';
import type { Plan } from './plan.ts';

/** What the view that is asked for draws of a map. */
export function planOf(map: JourneyMap, options: DrawOptions): Plan {
  if (options.view === 'macro') return macro(map, options);
  if (options.view === 'compare') return compare(map, options);
  if (options.view === 'blueprint') return blueprint(map, options);
  if (options.view === 'persona') return persona(map);
  return { map, lanes: lanesNamed(options.lanes), about: true };
}
