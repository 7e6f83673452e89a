import { branded, type DrawOptions, drawMap, type Scene, stringsOf, themes } from '../draw/index.ts';
import type { ViewName } from '../language/names/settings.ts';
import type { Job } from './job.ts';

/** Draws what a job asks for, as the panel draws it, but for findings: those depend on the day. */
export function drawn(job: Job): Scene {
  return drawMap(job.map, drawOptions(job));
}

/** How a job's map is drawn. */
export function drawOptions(job: Job): DrawOptions {
  const { before, theme, language, lanes, accent, font, logo, photos } = job;
  return {
    theme: branded(themes[theme], accent),
    labels: stringsOf(language),
    view: viewOf(job),
    photos,
    ...(before ? { before } : {}),
    ...(lanes ? { lanes } : {}),
    ...(font === undefined ? {} : { font }),
    ...(logo ? { logo } : {}),
  };
}

/** The view that a job shows: the one that was asked for, else that of the journey, of the `journey.json`, or the map as a whole. */
export function viewOf({ view, map, usualView }: Pick<Job, 'view' | 'map' | 'usualView'>): ViewName {
  return view ?? map.view ?? usualView ?? 'map';
}
