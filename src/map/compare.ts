import { nameKey } from '../language/names/folder.ts';
import { feelingChanges, namesBefore } from '../language/names/improved.ts';
import { durationText } from '../language/names/time.ts';
import type { CustomerPromise, Duration, Feeling, JourneyMap, Moment, Silence, Stage, Step, Touchpoint } from './model.ts';
import {
  type Change,
  type ComparedOpportunity,
  type ComparedPain,
  compareMoments,
  compareOpportunities,
  comparePains,
  paired,
  type Written,
  writtenIn,
} from './written.ts';

/** A map beside the one that it improves. */
export interface Comparison {
  /** The stages and steps of both, in reading order: those of the improved map at the place where they stood. */
  stages: ComparedStage[];
  counts: Record<Verdict, number> & {
    /** Pains of the improved map that are no more, or about which all is done that was planned. */
    answered: number;
    /** All pains of the improved map. */
    pains: number;
  };
}

export interface ComparedStage {
  before?: Stage;
  after?: Stage;
  steps: ComparedStep[];
}

/** What became of a step. `same` also where nothing is felt at one of the two. */
export type Verdict = 'better' | 'worse' | 'same' | 'new' | 'gone';

export interface ComparedStep {
  verdict: Verdict;
  /** The steps that it stands for. A step that two others stand for is with both. */
  before: Step[];
  after?: Step;
  /** How much better it feels, in scores: the mean over all who feel something in both. Absent where nobody does. */
  change?: number;
  /** The same persona by persona. */
  moods: { persona?: string; before: number; after: number; change: number }[];
  takes?: Change<Duration>;
  waits?: Change<Duration>;
  touchpoints: (Change<Touchpoint> & { owner: boolean; channel: boolean; listened: boolean })[];
  silences: Change<Silence>[];
  promises: (Change<CustomerPromise> & { name: string })[];
  moments: Change<Moment>[];
  pains: ComparedPain[];
  opportunities: ComparedOpportunity[];
}

/**
 * Compares a map with the one that it improves. A step stands for that of its name and for those it replaces; a stage for that of its name, else for
 * the one from which most of its steps come, where no other has that one's name.
 *
 * @param before - The map that is improved.
 */
export function compareMaps(before: JourneyMap, after: JourneyMap): Comparison {
  const found = new Map<string, Step>();
  for (const step of stepsOf(before)) if (nameKey(step.name) && !found.has(nameKey(step.name))) found.set(nameKey(step.name), step);
  const meant = new Map(
    stepsOf(after).map((step) => [
      step,
      namesBefore(
        step.name,
        step.replaces.map(({ name }) => name),
      ).flatMap((name) => found.get(nameKey(name)) ?? []),
    ]),
  );
  const written = writtenIn(before, after);
  const kept = new Set([...meant.values()].flat());
  const stages = union(before, after, meant);
  for (const stage of stages) {
    for (const step of stage.after?.steps ?? []) stage.steps.push(compareStep(meant.get(step) ?? [], step, written));
  }
  addGone(stages, kept, written);
  const steps = stages.flatMap((stage) => stage.steps);
  const count = (verdict: Verdict) => steps.filter((step) => step.verdict === verdict).length;
  const all = new Map(steps.flatMap((step) => step.pains).flatMap((pain) => (pain.before ? [[pain.before.id, pain] as const] : [])));
  return {
    stages,
    counts: {
      better: count('better'),
      worse: count('worse'),
      same: count('same'),
      new: count('new'),
      gone: count('gone'),
      answered: [...all.values()].filter(({ status }) => status === 'answered').length,
      pains: stepsOf(before).reduce((sum, step) => sum + step.pains.length, 0),
    },
  };
}

function stepsOf(map: JourneyMap): Step[] {
  return map.stages.flatMap((stage) => stage.steps);
}

/** The stages of both maps, their steps not yet filled in. One that is gone stands after the one that stood before it. */
function union(before: JourneyMap, after: JourneyMap, meant: ReadonlyMap<Step, Step[]>): ComparedStage[] {
  const left = new Set(before.stages);
  const stages = after.stages.map((stage): ComparedStage => {
    const same = [...left].find(
      (other) => nameKey(other.name) === nameKey(stage.name) && Boolean(other.implicit) === Boolean(stage.implicit),
    );
    if (same) left.delete(same);
    return { ...(same ? { before: same } : {}), after: stage, steps: [] };
  });
  const stageOf = new Map(before.stages.flatMap((stage) => stage.steps.map((step) => [step, stage])));
  for (const stage of stages) {
    if (stage.before) continue;
    const from = (stage.after?.steps ?? []).flatMap((step) => (meant.get(step) ?? []).flatMap((other) => stageOf.get(other) ?? []));
    const shares = [...Map.groupBy(from, (other) => other)].filter(([other]) => left.has(other));
    const [most] = shares.sort(([, a], [, b]) => b.length - a.length);
    if (!most) continue;
    stage.before = most[0];
    left.delete(most[0]);
  }
  let last = -1;
  for (const stage of before.stages) {
    const at = stages.findIndex((each) => each.before === stage);
    if (at < 0) stages.splice(last + 1, 0, { before: stage, steps: [] });
    last = at < 0 ? last + 1 : at;
  }
  return stages;
}

/**
 * Puts the steps that are gone where they stood: behind the one that stood before them in their stage. Those that a step drops stand beside that
 * step, on the side on which they stood.
 */
function addGone(stages: ComparedStage[], kept: ReadonlySet<Step>, written: Written): void {
  for (const stage of stages) {
    const { steps } = stage;
    const places = new Map((stage.before?.steps ?? []).map((step, index) => [step, index]));
    const columns = new Map(steps.flatMap(({ before }, index) => before.map((step) => [step, index])));
    const dropping = new Map(steps.flatMap(({ after }, index) => (after?.drops ?? []).map(({ name }) => [nameKey(name), index])));
    const first: ComparedStep[] = [];
    const ahead = steps.map((): ComparedStep[] => []);
    const behind = steps.map((): ComparedStep[] => []);
    let slot = first;
    for (const [step, index] of places) {
      if (kept.has(step)) {
        slot = behind[columns.get(step) ?? -1] ?? slot;
        continue;
      }
      const dropper = dropping.get(nameKey(step.name));
      if (dropper !== undefined) {
        const stood = steps[dropper]?.before.map((each) => places.get(each)).find((place) => place !== undefined) ?? -1;
        slot = (stood > index ? ahead : behind)[dropper] ?? slot;
      }
      slot.push(compareStep([step], undefined, written));
    }
    stage.steps = [...first, ...steps.flatMap((step, index) => [...(ahead[index] ?? []), step, ...(behind[index] ?? [])])];
  }
}

function compareStep(before: Step[], after: Step | undefined, written: Written): ComparedStep {
  const moods = feelingChanges(
    before.flatMap((step) => step.feelings),
    after?.feelings ?? [],
  ).map(({ before: was, after: is, change }) => ({
    ...(is.persona === undefined ? {} : { persona: is.persona }),
    before: was.score,
    after: is.score,
    change,
  }));
  const change = moods.length > 0 ? mean(moods.map((mood) => mood.change)) : undefined;
  const takes = spans('takes', before, after);
  const waits = spans('waits', before, after);
  return {
    verdict: verdictOf(before, after, moods),
    before,
    ...(after ? { after } : {}),
    ...(change === undefined ? {} : { change }),
    moods,
    ...(takes ? { takes } : {}),
    ...(waits ? { waits } : {}),
    touchpoints: paired(
      before.flatMap((step) => step.touchpoints),
      after?.touchpoints ?? [],
      ({ name }) => nameKey(name),
    ).map((pair) => ({
      ...pair,
      owner: differs(pair, ({ owner }) => owner && nameKey(owner.name)),
      channel: differs(pair, ({ channel }) => channel && nameKey(channel.name)),
      listened: differs(pair, ({ listens }) => listens.length > 0),
    })),
    silences: paired(
      before.flatMap((step) => step.silences),
      after?.silences ?? [],
      ({ text }) => nameKey(text),
    ),
    promises: paired(before.flatMap(promisesOf), after ? promisesOf(after) : [], ({ name }) => nameKey(name)).map((pair) => ({
      ...pair,
      name: (pair.after ?? pair.before)?.name ?? '',
    })),
    moments: compareMoments(before, after),
    pains: comparePains(before, after, written),
    opportunities: compareOpportunities(before, after, written),
  };
}

/** Worse where one of those who travel feels worse, whatever the others do. */
function verdictOf(before: readonly Step[], after: Step | undefined, moods: readonly { change: number }[]): Verdict {
  if (!after) return 'gone';
  if (before.length === 0) return 'new';
  if (moods.some(({ change }) => change < 0)) return 'worse';
  return moods.some(({ change }) => change > 0) ? 'better' : 'same';
}

/** The mean of feelings, −2 … +2; nothing where there is none. */
export function meanOf(feelings: readonly Feeling[]): number | undefined {
  return feelings.length === 0 ? undefined : mean(feelings.map(({ score }) => Math.max(-2, Math.min(2, score))));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function promisesOf(step: Step): CustomerPromise[] {
  return [...step.touchpoints.flatMap((touchpoint) => touchpoint.promises), ...step.promises];
}

function differs<T>({ before, after }: Change<T>, value: (item: T) => unknown): boolean {
  return before !== undefined && after !== undefined && value(before) !== value(after);
}

/** What steps take or wait before and after; of several steps in sum. Nothing where neither says. */
function spans(key: 'takes' | 'waits', before: readonly Step[], after: Step | undefined): Change<Duration> | undefined {
  const all = before.flatMap((step) => step[key] ?? []);
  const minutes = all.reduce((sum, each) => sum + each.minutes, 0);
  const was = all.length > 1 ? { text: durationText(minutes), minutes } : all[0];
  const is = after?.[key];
  return was || is ? { ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) } : undefined;
}
