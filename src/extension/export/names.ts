import type { ViewName } from '../../language/names/settings.ts';
import type { Format } from '../../render/job.ts';

/**
 * What to call an exported file: as the map's file, never by what the map says. What is not the whole file, or not as it opens, adds to it.
 *
 * @param more.number - Which journey of the file it is, from 1; where there is only one it goes without saying.
 * @param more.view - A view that was chosen by hand.
 */
export function nameFor(
  map: string,
  format: Format,
  { number, view }: { number?: number | undefined; view?: ViewName | undefined },
): string {
  const stem = map.slice(map.lastIndexOf('/') + 1).replace(/\.journey$/i, '') || 'map';
  return [stem, ...(number === undefined ? [] : [number]), ...(view === undefined ? [] : [view])].join('-').concat('.', format);
}

/** A path with the ending of a format, which is added where it has another or none. */
export function withEnding(path: string, format: Format): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
}
