import type { Context } from '../../names/facts.ts';
import type { Client } from '../code-actions-edit.ts';
import { declareName } from './declare-name.ts';
import { futureMap } from './future-map.ts';
import type { Refactoring } from './refactoring.ts';
import { shortName } from './short-name.ts';
import { touchpointParts } from './touchpoint-parts.ts';

/** Each looks at one place of a file, and offers what applies there. */
const all: readonly ((context: Context, offset: number, client: Client) => Refactoring[])[] = [
  declareName,
  shortName,
  touchpointParts,
  futureMap,
];

/** What may be rewritten at the beginning of a selection. */
export function refactorings(context: Context, { start }: { start: number }, client: Client): Refactoring[] {
  return all.flatMap((refactor) => refactor(context, start, client));
}
