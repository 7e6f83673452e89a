import type { ToldMap } from '../../exchange/told.ts';
import type { ViewName } from '../../language/names/settings.ts';
import type { ShownReply } from './model.ts';

/** Tells in words what a view shows of a map, so many steps beside one another. */
export type Tell = (shown: ShownReply, view: ViewName, columns: number) => ToldMap;

/** Keeps what was told last: a table is rendered again and again while one goes through it. */
export function tellOnce(tell: Tell): Tell {
  let last: { asked: Parameters<Tell>; told: ToldMap } | undefined;
  return (...asked) => {
    if (last === undefined || asked.some((each, at) => each !== last?.asked[at])) last = { asked, told: tell(...asked) };
    return last.told;
  };
}
