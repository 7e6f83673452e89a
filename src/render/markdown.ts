import { stringsOf } from '../draw/index.ts';
import { toMarkdown } from '../exchange/markdown.ts';
import { tellMap } from '../exchange/telling.ts';
import type { Job, Rendered } from './job.ts';

/** What the view shows, as tables; the map as a whole where no view was asked for. */
export async function renderMarkdown({ map, before, view, language, lanes }: Job): Promise<Rendered> {
  const options = { ...(view ? { view } : {}), ...(before ? { before } : {}), ...(lanes ? { lanes } : {}) };
  return { content: toMarkdown(tellMap(map, stringsOf(language), options)), warnings: [] };
}
