import type { ViewName } from '../../language/names/settings.ts';
import type { JourneyMap } from '../../map/model.ts';

/**
 * The views in which a map has something to show. A panel offers all of them, since its reader can write what is missing.
 *
 * @param before - The map that it improves.
 * @param shown - The view that is shown first, which is among them in any case.
 */
export function viewsOf(map: JourneyMap, before: JourneyMap | undefined, shown: ViewName): ViewName[] {
  const steps = map.stages.flatMap((stage) => stage.steps);
  const has: Record<ViewName, boolean> = {
    map: true,
    macro: steps.some(({ moments, pains }) => moments.length > 0 || pains.some(({ severity }) => severity === 'high')),
    blueprint: steps.some(({ frontstage, backstage, handoffs }) => frontstage.length + backstage.length + handoffs.length > 0),
    compare: before !== undefined,
    persona: map.personas.length > 0,
  };
  return (Object.keys(has) as ViewName[]).filter((view) => has[view] || view === shown);
}
