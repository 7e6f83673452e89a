import { definitionOf } from '../statements.ts';
import type { Placed } from './build.ts';
import { forPersona } from './mend.ts';

/** For each statement, whether one that only a journey can hold follows it before the next `journey`. */
export function journeyNeeded(placed: readonly Placed[]): boolean[] {
  const needed: boolean[] = new Array(placed.length);
  const ofPersona = saidOfPersona(placed);
  let follows = false;
  for (let index = placed.length - 1; index >= 0; index--) {
    needed[index] = follows;
    const statement = placed[index]?.statement;
    const kind = statement?.kind === 'unreadable' ? statement.guesses?.[0]?.kind : statement?.kind;
    if (kind === undefined || kind === 'unreadable' || ofPersona[index]) continue;
    if (kind === 'journey') follows = false;
    else if (!follows && !definitionOf(kind).in.some((holder) => holder === 'file' || holder === 'persona' || holder === 'touchpoint'))
      follows = true;
  }
  return needed;
}

/** For each statement, whether it directly follows a persona and can be said of one, if in other words. */
function saidOfPersona(placed: readonly Placed[]): boolean[] {
  let inPersona = false;
  return placed.map(({ statement }) => {
    const { kind } = statement;
    if (kind === 'unreadable' || (!inPersona && kind !== 'persona')) return false;
    const isFact = kind !== 'persona' && definitionOf(kind).in.includes('persona');
    inPersona = kind === 'persona' || isFact || forPersona(statement) !== undefined;
    return inPersona && kind !== 'persona' && !isFact;
  });
}
