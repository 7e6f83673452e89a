import { apart } from '../draw/compare/shown.ts';
import { readsLeftward } from '../draw/mirror.ts';
import type { Strings } from '../draw/strings.ts';
import { light } from '../draw/themes.ts';
import { planOf } from '../draw/views/index.ts';
import type { Plan } from '../draw/views/plan.ts';
import { lanes as inOrder, type LaneName, type ViewName } from '../language/names/settings.ts';
import { compareMaps } from '../map/compare.ts';
import type { JourneyMap, Stage, Step } from '../map/model.ts';
import { type Telling, type Words, words } from './cells.ts';
import { comparedFacts, comparedWords } from './compared.ts';
import { aboutFacts, headFacts, personaCard, personaFacts, said } from './facts.ts';
import type { Table, ToldMap, ToldStage } from './told.ts';

export interface TellOptions {
  /** Those to tell, in this order; without it all, in their usual order. A view that shows a choice of lanes tells that choice. */
  lanes?: readonly LaneName[];
  /** What the view shows is told; without it the map as a whole. */
  view?: ViewName;
  /** The map that this one improves, for the view that compares. */
  before?: JourneyMap;
  /** How many steps stand beside one another in a table, at least 1; 6 without it. With more, its columns are too narrow to read. */
  columns?: number;
}

/** What of a map a service blueprint tells, from the customer to what is out of sight. */
const blueprintLanes: readonly LaneName[] = ['touchpoints', 'steps', 'time', 'feels', 'moments', 'frontstage', 'backstage', 'handoffs'];

/** Tells in words what a view shows of a map. */
export function tellMap(map: JourneyMap, strings: Strings, { lanes, view = 'map', before, columns = 6 }: TellOptions = {}): ToldMap {
  const { id, title } = map;
  const titles = new Map(map.stages.flatMap((stage) => stage.steps.map((step) => [step.id, step.title])));
  const telling: Telling = { strings, map, titles };
  if (view === 'persona') return personasOf(telling);
  const plan = planOf(map, {
    theme: light,
    view,
    labels: strings,
    ...(lanes === undefined ? {} : { lanes }),
    ...(before === undefined ? {} : { before }),
  });
  const compares = view === 'compare' && before !== undefined;
  const names = lanesOf(plan, view, lanes);
  return {
    id,
    title,
    description: plan.description ?? strings.description(map),
    ...(readsLeftward(map) ? { leftward: true } : {}),
    facts: said([
      { name: '', lines: plan.note === undefined ? [] : [{ text: plan.note }] },
      { name: '', lines: plan.invitation ? [{ text: strings.blueprint.invitation }] : [] },
      ...headFacts(telling, !compares),
      ...(compares ? comparedFacts(before, map, compareMaps(apart(before), map), strings) : []),
      ...(plan.about ? aboutFacts(telling) : []),
    ]),
    personas: map.personas.map((persona) => ({ id: persona.id, title: persona.title, facts: personaFacts(persona, telling, plan.about) })),
    stages: plan.map.stages.map((stage) => tellStage(stage, names, columns, plan, telling)),
  };
}

/** The cards of those who travel, and nothing else. */
function personasOf(telling: Telling): ToldMap {
  const { map, strings } = telling;
  const none = map.personas.length === 0 ? [{ name: '', lines: [{ text: strings.persona.invitation }] }] : [];
  return {
    id: map.id,
    title: map.title,
    description: strings.description(map),
    ...(readsLeftward(map) ? { leftward: true } : {}),
    facts: none,
    personas: map.personas.map((persona) => ({ id: persona.id, title: persona.title, facts: personaCard(persona, telling) })),
    stages: [],
  };
}

function lanesOf({ lanes }: Plan, view: ViewName, wanted: readonly LaneName[] = inOrder.map(({ name }) => name)): readonly LaneName[] {
  if (view === 'blueprint') return blueprintLanes.filter((name) => wanted.includes(name) || !['time', 'feels'].includes(name));
  if (view === 'map') return wanted;
  const shown = lanes.map((lane) => (lane === 'feels' ? lane : lane.key));
  const known = new Set<string>(shown);
  return inOrder
    .map(({ name }) => name)
    .filter((name) => known.has(name))
    .sort((a, b) => shown.indexOf(a) - shown.indexOf(b));
}

function tellStage(stage: Stage, lanes: readonly LaneName[], columns: number, plan: Plan, telling: Telling): ToldStage {
  const { strings } = telling;
  const isWhole = plan.folds === undefined;
  const own = lanes.map((lane) => ({ name: strings.lanes[lane].label, lines: words[lane].stage?.(stage, telling) ?? [] }));
  const goals = { name: strings.goal, lines: stage.goals.map(({ id, text }) => ({ id, text })) };
  const doc = { name: '', lines: stage.doc ? [{ id: stage.id, text: stage.doc }] : [] };
  const folded = stage.steps.filter((step) => plan.folds?.(step));
  const rest = { name: strings.otherSteps, lines: folded.map(({ id, title }) => ({ id, text: title })) };
  const steps = stage.steps.filter((step) => !plan.folds?.(step));
  const tables: Table[] = [];
  for (let from = 0; from < steps.length; from += columns) {
    tables.push(tableOf(steps.slice(from, from + columns), lanes, telling));
  }
  return {
    id: stage.id,
    title: stage.implicit ? '' : stage.title,
    facts: said([doc, goals, ...(isWhole ? own : []), rest]),
    tables,
  };
}

function tableOf(steps: readonly Step[], lanes: readonly LaneName[], telling: Telling): Table {
  const isCompared = steps.some((step) => 'compared' in step);
  const wordsOf = (lane: LaneName): Words =>
    isCompared && lane in comparedWords ? comparedWords[lane as keyof typeof comparedWords] : words[lane];
  const rows = lanes.map((lane) => ({
    name: telling.strings.lanes[lane].label,
    cells: steps.map((step) => wordsOf(lane).step?.(step, telling) ?? []),
  }));
  return {
    steps: steps.map(({ id, title }) => ({ id, title })),
    rows: rows.filter(({ cells }) => cells.some(({ length }) => length > 0)),
  };
}
