import type { Handoff, JourneyMap, Step, Work } from '../../map/model.ts';
import type { RowKey } from '../lanes/lane.ts';

/** Where staff work: in view of the customer or out of it. */
export type Area = 'front' | 'back';

/** An end of a line: a card by the id of its element, in a row, at a step counted from the first. */
export interface Spot {
  row: RowKey;
  column: number;
  id: string;
}

/** A line from where work leaves a team to its handoff, or from there on to the card of the team that takes over. */
export interface Link {
  key: string;
  handoff: Handoff;
  from: Spot;
  to: Spot;
  /** It ends in an arrowhead. A line to a handoff from which it goes on to a card does not. */
  head: boolean;
}

export interface Links {
  links: Link[];
  /** Ids of the handoffs whose sender does nothing that is written, up to that step. They start at a dot in the sender's row. */
  senders: ReadonlySet<string>;
}

/** A team's row; without a name that of the work that no team is named for. */
export function rowOf(area: Area, team: string | undefined): RowKey {
  return `${area}:${team ?? ''}`;
}

export function worksOf(step: Step, area: Area): Work[] {
  return area === 'front' ? step.frontstage : step.backstage;
}

/** The row in which a handoff arrives: where the team that takes over works at that step, else backstage. */
export function arrivalOf({ to }: Handoff, step: Step): RowKey {
  return workBy(to?.name, step, ['back', 'front'])?.row ?? rowOf('back', to?.name);
}

/** The row in which a handoff starts that has no card to start from. */
export function departureOf({ from }: Handoff): RowKey {
  return rowOf('back', from?.name);
}

/** The id of the dot from which a handoff starts where its sender has no card. */
export function dotOf(handoff: Handoff): string {
  return `${handoff.id}/from`;
}

/**
 * The lines of all handoffs. One starts at the sender's card of the same step, else at its last one before, and arrives at the receiver's card of
 * the same step, else at its next one after.
 */
export function linksOf(map: JourneyMap): Links {
  const steps = map.stages.flatMap((stage) => stage.steps);
  const links: Link[] = [];
  const senders = new Set<string>();
  for (const [column, step] of steps.entries()) {
    for (const handoff of step.handoffs) {
      const chip: Spot = { row: arrivalOf(handoff, step), column, id: handoff.id };
      const isTaken = workBy(handoff.to?.name, step, ['back', 'front']) !== undefined;
      const next = isTaken ? undefined : nextWork(handoff, steps, column);
      if (handoff.from && handoff.from.name !== handoff.to?.name) {
        const known = lastWork(handoff, steps, column);
        if (!known) senders.add(handoff.id);
        const from = known ?? { row: departureOf(handoff), column, id: dotOf(handoff) };
        links.push({ key: `${handoff.id}/from`, handoff, from, to: chip, head: !isTaken && !next });
      }
      if (next) links.push({ key: `${handoff.id}/to`, handoff, from: chip, to: next, head: true });
    }
  }
  return { links, senders };
}

/** The last card of the sender, at the step or before it. */
function lastWork({ from }: Handoff, steps: readonly Step[], column: number): Spot | undefined {
  for (let at = column; at >= 0; at--) {
    const found = workBy(from?.name, steps[at], ['back', 'front']);
    if (found) return { ...found, column: at };
  }
  return undefined;
}

function nextWork({ to }: Handoff, steps: readonly Step[], column: number): Spot | undefined {
  if (!to) return undefined;
  for (let at = column + 1; at < steps.length; at++) {
    const found = workBy(to.name, steps[at], ['back', 'front']);
    if (found) return { ...found, column: at };
  }
  return undefined;
}

/** What a team does at a step, the last of it, in the first of the areas in which it does anything. */
function workBy(team: string | undefined, step: Step | undefined, areas: readonly Area[]): Omit<Spot, 'column'> | undefined {
  for (const area of areas) {
    const work = step && worksOf(step, area).findLast(({ by }) => by?.name === team);
    if (work) return { row: rowOf(area, team), id: work.id };
  }
  return undefined;
}
