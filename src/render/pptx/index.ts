import { planOf } from '../../draw/views/index.ts';
import type { ViewName } from '../../language/names/settings.ts';
import type { Stage } from '../../map/model.ts';
import { viewOf } from '../drawn.ts';
import type { Job, Rendered, Resources } from '../job.ts';
import { actionSlides } from './actions.ts';
import { blueprintSlides } from './blueprint.ts';
import { compareSlides } from './compare.ts';
import { type Making, makingOf } from './deck.ts';
import { footBox } from './master.ts';
import { told } from './notes.ts';
import { overviewSlide } from './overview.ts';
import { pack } from './package.ts';
import { personaSlides } from './persona.ts';
import { picturesOf } from './pictures.ts';
import type { Slide } from './slide.ts';
import { stageSlides } from './stage.ts';
import { paragraph, textOf } from './text.ts';

/**
 * Writes a map as slides of native shapes, tables and text that can be edited: an overview, the personas, the stages, what is done about pains and
 * opportunities; for the views that ask for it before and after, or what is behind the scenes. Notes hold the whole text.
 */
export async function renderPptx(job: Job, resources: Resources): Promise<Rendered> {
  const view = viewOf(job);
  const pictures = await picturesOf(job, resources);
  const making = makingOf(job, view, pictures);
  const slides = slidesOf(making, view);
  const { map, strings, look, set } = making;
  const [foot] = set.shortened([paragraph(map.title, footBox.size)], footBox.width, footBox.height);
  return {
    content: await pack({ title: map.title, description: strings.description(map), foot: foot ? textOf(foot) : '', look, slides }),
    warnings: pictures.warnings,
  };
}

function slidesOf(making: Making, view: ViewName): Slide[] {
  const { map, strings, job } = making;
  const whole = told(map, strings, 'map');
  const people = map.personas.flatMap((persona) => personaSlides(making, persona, whole));
  if (view === 'persona') return people.length > 0 ? people : [overviewSlide(making, whole)];
  const before = view === 'compare' ? job.before : undefined;
  const stages = (view === 'macro' ? whatDecides(making) : map.stages).filter(({ steps }) => steps.length > 0);
  return [
    overviewSlide(making, whole),
    ...(before ? compareSlides(making, before, told(map, strings, 'compare', before)) : []),
    ...people,
    ...stages.flatMap((stage) => (view === 'blueprint' ? blueprintSlides(making, stage, whole) : stageSlides(making, stage, whole))),
    ...actionSlides(making),
  ];
}

/** The stages with the steps that decide, and of their pains the severe ones; all of them where nothing is said to decide. */
function whatDecides({ map, theme, strings }: Making): readonly Stage[] {
  const plan = planOf(map, { theme, view: 'macro', labels: strings });
  const stages = plan.map.stages.map((stage) => ({ ...stage, steps: stage.steps.filter((step) => !plan.folds?.(step)) }));
  return stages.some(({ steps }) => steps.length > 0) ? stages : map.stages;
}
