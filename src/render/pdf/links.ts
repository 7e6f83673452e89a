import { apart } from '../../draw/compare/shown.ts';
import { addressOf } from '../../language/names/addresses.ts';
import type { JourneyMap } from '../../map/model.ts';

/** Where elements of maps lead, by their ids: evidence by its link, actions by their ticket. Only addresses of the web and of mail. */
export function linksOf(map: JourneyMap, before: JourneyMap | undefined): Map<string, string> {
  const links = new Map<string, string>();
  gather(map, links);
  if (before) gather(apart(before), links);
  return links;
}

function gather(value: unknown, links: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { id, link, ticket } = value as { id?: unknown; link?: unknown; ticket?: unknown };
  const written = typeof link === 'string' ? link : ticket;
  const address = typeof written === 'string' ? addressOf(written) : undefined;
  if (typeof id === 'string' && address !== undefined) links.set(id, address);
  for (const each of Object.values(value)) gather(each, links);
}
