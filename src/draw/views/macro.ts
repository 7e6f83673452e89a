import type { LaneName } from '../../language/names/settings.ts';
import type { JourneyMap, Step } from '../../map/model.ts';
import type { DrawOptions } from '../drawing.ts';
import { english } from '../english.ts';
import { lanesNamed } from '../lanes/index.ts';
import type { Plan } from './plan.ts';

/** What somebody who has one minute wants to see. */
const shown: readonly LaneName[] = ['steps', 'feels', 'moments', 'touchpoints', 'pains', 'opportunities'];

/**
 * What decides: steps with a key moment or a severe pain keep their columns, with the pains that are severe; all others are folded, and the curve
 * passes through them at its true heights.
 */
export function macro(map: JourneyMap, { lanes, labels: strings = english }: DrawOptions): Plan {
  const steps = map.stages.flatMap((stage) => stage.steps);
  const wanted = lanes?.filter((lane) => shown.includes(lane));
  const lacks = steps.length > 0 && !steps.some(({ moments }) => moments.length > 0);
  return {
    map: { ...map, stages: map.stages.map((stage) => ({ ...stage, steps: stage.steps.map(withSeverePains) })) },
    lanes: lanesNamed(wanted === undefined || wanted.length === 0 ? shown : wanted),
    folds: (step) => !decides(step),
    about: false,
    ...(lacks ? { note: strings.noKeyMoment } : {}),
  };
}

function decides({ moments, pains }: Step): boolean {
  return moments.length > 0 || pains.some(({ severity }) => severity === 'high');
}

/** A step that keeps its column, with its severe pains only; a folded one as it is, so that what was found in it is not lost. */
function withSeverePains(step: Step): Step {
  if (!decides(step) || step.pains.every(({ severity }) => severity === 'high')) return step;
  return { ...step, pains: step.pains.filter(({ severity }) => severity === 'high') };
}
