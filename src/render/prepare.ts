import type { Context } from '../language/names/facts.ts';
import { picturesOf } from '../language/names/pictures.ts';
import type { ViewName } from '../language/names/settings.ts';
import type { Node } from '../language/tree/node.ts';
import { buildMap } from '../map/build.ts';
import { improvedMap } from '../map/improved.ts';
import type { AskedTheme, Job } from './job.ts';

/** What to write of a journey, with what its `journey.json` says of how. What is asked for wins over that. */
export function prepare(journey: Node, context: Context, asked: { view?: ViewName; theme?: AskedTheme } = {}): Job {
  const { theme, lanes, language, view: usualView, accent, font } = context.folder.settings;
  const map = buildMap(journey, context);
  const before = improvedMap(journey, context);
  const { photos, logo } = picturesOf(map.personas, context);
  return {
    map,
    ...(asked.theme === 'auto' ? { theme: 'light', isAuto: true } : { theme: asked.theme ?? theme ?? 'light' }),
    photos,
    ...(asked.theme === undefined && theme === undefined ? { anyTheme: true } : {}),
    ...(before ? { before } : {}),
    ...(asked.view ? { view: asked.view } : {}),
    ...(usualView ? { usualView } : {}),
    ...(language ? { language } : {}),
    ...(lanes ? { lanes } : {}),
    ...(accent === undefined ? {} : { accent }),
    ...(font === undefined ? {} : { font }),
    ...(logo ? { logo } : {}),
  };
}
