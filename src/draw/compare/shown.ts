import { type ComparedStage, type ComparedStep, type Comparison, meanOf } from '../../map/compare.ts';
import type { Feeling, JourneyMap, Stage, Step } from '../../map/model.ts';
import type { Strings } from '../strings.ts';

/** A step of the picture that shows what became of it. */
export interface ShownStep extends Step {
  compared: ComparedStep;
  /** What was felt at the steps that it stands for, for the curve of before: each step of before in one column only. */
  felt: { id: string; title: string; score: number; word?: string }[];
}

/** A stage that is new or gone, as its title says; here title and word are apart. */
export interface ShownStage extends Stage {
  apart: { title: string; became: string };
}

export function isShownStage(stage: Stage): stage is ShownStage {
  return 'apart' in stage;
}

export function isShown(step: Step): step is ShownStep {
  return 'compared' in step;
}

/** Before the ids of the improved map: they are those of another text. */
const prefix = 'before/';

const copies = new WeakMap<JourneyMap, JourneyMap>();

/** A copy of the improved map whose ids no element of the other has; the same copy for the same map. */
export function apart(before: JourneyMap): JourneyMap {
  let copy = copies.get(before);
  if (!copy) {
    copy = JSON.parse(JSON.stringify(before), (key, value) => (key === 'id' ? `${prefix}${value}` : value)) as JourneyMap;
    copies.set(before, copy);
  }
  return copy;
}

/** The stages and steps of both maps as one map that can be drawn. */
export function shownMap(after: JourneyMap, { stages }: Comparison, strings: Strings): JourneyMap {
  const { time: _, ...figures } = after.figures;
  const drawn: Drawn = { seen: new Set(), travels: travelling(after, stages) };
  return { ...after, figures, stages: stages.map((stage) => shownStage(stage, drawn, strings)) };
}

interface Drawn {
  /** Steps of before that stand in a column already. */
  seen: Set<Step>;
  /** Whether a feeling of before is compared. */
  travels(feeling: Feeling): boolean;
}

/** The curve of before is that of those who travel on both maps, so that like is compared with like; where nobody does, that of all. */
function travelling({ personas }: JourneyMap, stages: readonly ComparedStage[]): Drawn['travels'] {
  const names = new Set(personas.map(({ name }) => name));
  const travels = ({ persona }: Feeling) => persona === undefined || names.has(persona);
  const felt = stages.flatMap(({ steps }) => steps.flatMap(({ before }) => before.flatMap(({ feelings }) => feelings)));
  return felt.some(travels) ? travels : () => true;
}

function shownStage({ before, after, steps }: ComparedStage, drawn: Drawn, strings: Strings): Stage | ShownStage {
  const { compare } = strings;
  const stage = (after ?? before) as Stage;
  const word = after ? (before ? undefined : compare.verdicts.new) : compare.verdicts.gone;
  const isRenamed = before && after && before.title !== after.title && !before.implicit && !after.implicit;
  const title = isRenamed ? compare.change(before.title, after.title) : strings.facts([stage.title, word]);
  const became = word === undefined ? {} : { apart: { title: stage.title, became: word } };
  return { ...stage, title, ...became, steps: steps.map((step) => shownStep(step, drawn)) };
}

function shownStep(compared: ComparedStep, { seen, travels }: Drawn): ShownStep {
  const { before, after } = compared;
  const [first] = before;
  const step = (after ?? first) as Step;
  const felt = before.flatMap((each) => {
    const feeling = seen.has(each) ? undefined : together(each.feelings.filter(travels));
    seen.add(each);
    const { word } = feeling ?? {};
    return feeling ? [{ id: each.id, title: each.title, score: feeling.score, ...(word === undefined ? {} : { word }) }] : [];
  });
  const feeling = after && together(after.feelings);
  const isAbsent = after !== undefined && after.feelings.length === 0 && after.absent.length > 0;
  return { ...step, feelings: feeling ? [feeling] : [], absent: isAbsent ? [''] : [], moments: after?.moments ?? [], compared, felt };
}

/** One feeling for those of all personas: their mean, with the word where there is one. */
function together(feelings: readonly Feeling[]): Feeling | undefined {
  const [first] = feelings;
  const score = meanOf(feelings);
  if (!first || score === undefined) return undefined;
  const words = new Set(feelings.map(({ word }) => word));
  return { id: first.id, score, ...(words.size === 1 && first.word !== undefined ? { word: first.word } : {}) };
}
