import { nameKey } from '../language/names/folder.ts';
import type { Action, JourneyMap, Moment, Opportunity, Pain, Step } from './model.ts';

/** Something in one map, the other or both. */
export interface Change<T> {
  before?: T;
  after?: T;
}

/** `answered`: gone, or all is done that was planned about it; `open`: still there. */
export interface ComparedPain extends Change<Pain> {
  status: 'answered' | 'open' | 'new';
  /** It is still written, but all is done that was planned about it. */
  done: boolean;
}

/** `done`: all is done that was planned about it, whether it is still written or not. */
export interface ComparedOpportunity extends Change<Opportunity> {
  status: 'done' | 'kept' | 'new' | 'gone';
}

/** What is written in the two maps, at whatever step. */
export interface Written {
  pains: { before: ReadonlySet<string>; after: ReadonlySet<string> };
  opportunities: { before: ReadonlySet<string>; after: ReadonlySet<string> };
}

/** What is written in a map and in the one that it improves. */
export function writtenIn(before: JourneyMap, after: JourneyMap): Written {
  const keys = (map: JourneyMap, of: (step: Step) => readonly { text: string }[]) =>
    new Set(map.stages.flatMap((stage) => stage.steps.flatMap((step) => of(step).map(textKey))));
  return {
    pains: { before: keys(before, ({ pains }) => pains), after: keys(after, ({ pains }) => pains) },
    opportunities: { before: keys(before, ({ opportunities }) => opportunities), after: keys(after, ({ opportunities }) => opportunities) },
  };
}

/** Things of two lists that have one key, in the order of the later one, what is gone behind it. */
export function paired<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Change<T>[] {
  const left = [...before];
  const pairs = after.map((item): Change<T> => {
    const at = left.findIndex((other) => key(other) === key(item));
    const [was] = at < 0 ? [] : left.splice(at, 1);
    return was === undefined ? { after: item } : { before: was, after: item };
  });
  const keys = new Set(after.map(key));
  return [...pairs, ...left.filter((item) => !keys.has(key(item))).map((item) => ({ before: item }))];
}

function textKey({ text }: { text: string }): string {
  return nameKey(text);
}

/** A pain that is still written at another step is told there. */
export function comparePains(before: readonly Step[], after: Step | undefined, { pains: keys }: Written): ComparedPain[] {
  const pairs = paired(
    before.flatMap((step) => step.pains),
    after?.pains ?? [],
    textKey,
  );
  return pairs.flatMap(({ before: was, after: is }): ComparedPain[] => {
    if (!is) return was && !keys.after.has(textKey(was)) ? [{ before: was, status: 'answered', done: false }] : [];
    const done = isDone(is, was, [...before, ...(after ? [after] : [])]);
    if (!was && !keys.before.has(textKey(is))) return [{ after: is, status: 'new', done: false }];
    return [{ ...(was ? { before: was } : {}), after: is, status: done ? 'answered' : 'open', done }];
  });
}

/** All that was planned about a pain is done: the actions under it, or, where it has none, those of its step's opportunities. */
function isDone(after: Pain, before: Pain | undefined, steps: readonly Step[]): boolean {
  const own = [...(before?.actions ?? []), ...after.actions];
  const actions = own.length > 0 ? own : steps.flatMap((step) => [...step.opportunities.flatMap((each) => each.actions), ...step.actions]);
  return areDone(actions);
}

/** What was not dropped is done, and there is some of it. */
function areDone(actions: readonly Action[]): boolean {
  const open = actions.filter(({ status }) => status !== 'dropped');
  return open.length > 0 && open.every(({ status }) => status === 'done');
}

/** An opportunity that is still written at another step is told there. */
export function compareOpportunities(
  before: readonly Step[],
  after: Step | undefined,
  { opportunities: keys }: Written,
): ComparedOpportunity[] {
  const pairs = paired(
    before.flatMap((step) => step.opportunities),
    after?.opportunities ?? [],
    textKey,
  );
  return pairs.flatMap(({ before: was, after: is }): ComparedOpportunity[] => {
    const done = areDone([...(was?.actions ?? []), ...(is?.actions ?? [])]);
    if (!is) return was && !keys.after.has(textKey(was)) ? [{ before: was, status: done ? 'done' : 'gone' }] : [];
    if (!was && !keys.before.has(textKey(is))) return [{ after: is, status: 'new' }];
    return [{ ...(was ? { before: was } : {}), after: is, status: done ? 'done' : 'kept' }];
  });
}

/** Key moments of one kind at a step are the same one, first those that say the same. */
export function compareMoments(before: readonly Step[], after: Step | undefined): Change<Moment>[] {
  const [was, is] = [before.flatMap((step) => step.moments), after?.moments ?? []];
  const same = paired(was, is, ({ kind, text = '' }) => `${kind} ${nameKey(text)}`);
  const left = same.flatMap(({ before: one, after: other }) => (one && !other ? [one] : []));
  const pairs = same.flatMap(({ before: one, after: other }): Change<Moment>[] => {
    if (!other) return [];
    const at = one ? -1 : left.findIndex(({ kind }) => kind === other.kind);
    const [found = one] = at < 0 ? [] : left.splice(at, 1);
    return [{ ...(found ? { before: found } : {}), after: other }];
  });
  return [...pairs, ...left.map((moment) => ({ before: moment }))];
}
