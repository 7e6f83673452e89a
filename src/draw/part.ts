import type { Stage, Step } from '../map/model.ts';
import { isShown } from './compare/shown.ts';
import { type FeelColumn, hasFeelings } from './feel/lane.ts';
import { page } from './styles.ts';

/** A run of a map's steps that is drawn alone, on one of several pages. */
export interface Part {
  /** Ids of its steps, and of its stages that have none. */
  shows: ReadonlySet<string>;
  /** What the map says as a whole stands below it. */
  about: boolean;
}

/** A part of a map's stages with what is round it. */
export interface Cut {
  stages: Stage[];
  /** Stages with a head before the first one, so that each keeps its colour. */
  headsBefore: number;
  /** The steps before and after it. */
  before: Step[];
  after: Step[];
  /** Titles of the steps that it does not show, by their ids. */
  elsewhere: ReadonlyMap<string, string>;
}

/** Stages as a whole. */
export function uncut(stages: Stage[]): Cut {
  return { stages, headsBefore: 0, before: [], after: [], elsewhere: new Map() };
}

/** The stages that a part shows, each with its steps of that part. */
export function cut(all: readonly Stage[], { shows }: Part): Cut {
  const stages = all.flatMap((stage) => {
    const steps = stage.steps.filter(({ id }) => shows.has(id));
    return steps.length > 0 || shows.has(stage.id) ? [{ ...stage, steps }] : [];
  });
  const first = all.findIndex(({ id }) => id === stages[0]?.id);
  const steps = all.flatMap((stage) => stage.steps);
  const shown = steps.map(({ id }) => shows.has(id));
  const [from, to] = [shown.indexOf(true), shown.lastIndexOf(true)];
  const [before, after] = from < 0 ? [[], []] : [steps.slice(0, from), steps.slice(to + 1)];
  return {
    stages,
    headsBefore: all.slice(0, Math.max(0, first)).filter(({ implicit }) => !implicit).length,
    before,
    after,
    elsewhere: new Map([...before, ...after].map(({ id, title }) => [id, title])),
  };
}

/** The columns of a part with those before and after it, which are not seen: so the curves go on to where they lead. */
export function withNeighbours(columns: readonly FeelColumn[], cut: Cut): FeelColumn[] {
  const [before, after] = needed(columns, cut);
  const width = columns.reduce((most, column) => Math.max(most, column.x + column.width), 0);
  const unseen = (step: Step, index: number): FeelColumn => ({
    step,
    x: index * page.column,
    width: page.column,
    quiet: true,
    unseen: true,
    ...(isShown(step) ? { before: step.felt } : {}),
  });
  return [
    ...before.map((step, index) => unseen(step, index - before.length)),
    ...columns,
    ...after.map((step, index) => ({ ...unseen(step, index), x: width + index * page.column })),
  ];
}

/** Of one curve, so many feelings beyond an edge tell how it goes on; which of several curves are alike only all of them do. */
const beyond = 3;

function needed(columns: readonly FeelColumn[], { before, after }: Cut): [before: Step[], after: Step[]] {
  const whose = (steps: readonly Step[]) => steps.flatMap(({ feelings, absent }) => [...feelings.map(({ persona }) => persona), ...absent]);
  if (new Set([...whose(before), ...whose(columns.map(({ step }) => step)), ...whose(after)]).size > 1) return [before, after];
  const nearest = (steps: readonly Step[]) => {
    let found = 0;
    const last = steps.findIndex((step) => hasFeelings(step) && ++found === beyond);
    return last < 0 ? steps : steps.slice(0, last + 1);
  };
  return [[...nearest(before.toReversed())].reverse(), [...nearest(after)]];
}
