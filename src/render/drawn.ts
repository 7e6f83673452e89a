import { branded, type DrawOptions, drawMap, type Scene, stringsOf, themes } from '../draw/index.ts';
import type { Job } from './job.ts';

/** Draws what a job asks for, as the panel draws it, but for findings: those depend on the day. */
export function drawn(job: Job): Scene {
  return drawMap(job.map, drawOptions(job));
}

/** How a job's map is drawn. */
export function drawOptions(job: Job): DrawOptions {
  const { map, before, view, usualView, theme, language, lanes, accent, font, logo, photos } = job;
  return {
    theme: branded(themes[theme], accent),
    labels: stringsOf(language),
    view: view ?? map.view ?? usualView ?? 'map',
    photos,
    ...(before ? { before } : {}),
    ...(lanes ? { lanes } : {}),
    ...(font === undefined ? {} : { font }),
    ...(logo ? { logo } : {}),
  };
}
