import type { Strings } from '../draw/strings.ts';
import { lanes as inOrder, type LaneName } from '../language/names/settings.ts';
import type { JourneyMap, Persona, Stage, Step } from '../map/model.ts';
import { type Lines, measured, proof, type Telling, words } from './cells.ts';

/** Something with a name and what is said of it, a line each. */
export interface Fact {
  name: string;
  lines: Lines;
}

/** Steps beside one another, and below each what its lanes say. */
export interface Table {
  steps: string[];
  rows: { name: string; cells: Lines[] }[];
}

export interface ToldStage {
  /** Empty where the steps stand in no stage. */
  title: string;
  facts: Fact[];
  /** Of a long stage several. */
  tables: Table[];
}

/** All that a map shows, in reading order, as plain text. Whoever writes it into a format escapes it. */
export interface ToldMap {
  title: string;
  /** One sentence or two for those who do not see the picture. */
  description: string;
  facts: Fact[];
  personas: { title: string; facts: Fact[] }[];
  stages: ToldStage[];
}

/** More steps are not put into one table: its columns would be too narrow to read. */
const mostColumns = 6;

/**
 * Tells a map in words.
 *
 * @param lanes - Those to tell, in this order; without it all, in their usual order.
 */
export function tellMap(map: JourneyMap, strings: Strings, lanes: readonly LaneName[] = inOrder.map(({ name }) => name)): ToldMap {
  const titles = new Map(map.stages.flatMap((stage) => stage.steps.map((step) => [step.id, step.title])));
  const telling: Telling = { strings, map, titles };
  return {
    title: map.title,
    description: strings.description(map),
    facts: journeyFacts(telling),
    personas: map.personas.map((persona) => ({ title: persona.title, facts: personaFacts(persona, telling) })),
    stages: map.stages.map((stage) => tellStage(stage, lanes, telling)),
  };
}

function tellStage(stage: Stage, lanes: readonly LaneName[], telling: Telling): ToldStage {
  const { strings } = telling;
  const own = lanes.map((lane) => ({ name: strings.lanes[lane].label, lines: words[lane].stage?.(stage, telling) ?? [] }));
  const goals = { name: strings.goal, lines: stage.goals.map(({ text }) => text) };
  const doc = { name: '', lines: stage.doc ? [stage.doc] : [] };
  const tables: Table[] = [];
  for (let from = 0; from < stage.steps.length; from += mostColumns) {
    tables.push(tableOf(stage.steps.slice(from, from + mostColumns), lanes, telling));
  }
  return { title: stage.implicit ? '' : stage.title, facts: said([doc, goals, ...own]), tables };
}

function tableOf(steps: readonly Step[], lanes: readonly LaneName[], telling: Telling): Table {
  const rows = lanes.map((lane) => ({
    name: telling.strings.lanes[lane].label,
    cells: steps.map((step) => words[lane].step?.(step, telling) ?? []),
  }));
  return { steps: steps.map(({ title }) => title), rows: rows.filter(({ cells }) => cells.some(({ length }) => length > 0)) };
}

function journeyFacts(telling: Telling): Fact[] {
  const { map, strings } = telling;
  const { about, figures } = strings;
  const { mood, touchpoints, ours, heard, time } = map.figures;
  const one = (text: string | undefined): Lines => (text === undefined ? [] : [text]);
  return said([
    { name: '', lines: one(map.doc) },
    { name: '', lines: map.stages.some(({ steps }) => steps.length) ? [] : [strings.empty] },
    { name: strings.kind, lines: one(map.type && strings.type[map.type]) },
    { name: strings.goal, lines: map.goals.map(({ text }) => text) },
    {
      name: strings.expects,
      lines: map.expects.map(({ text, met }) => strings.facts([text, met === undefined ? undefined : met ? strings.met : strings.unmet])),
    },
    { name: figures.mood, lines: one(mood === undefined ? undefined : strings.signed(mood)) },
    { name: figures.ours, lines: touchpoints ? [`${ours} / ${touchpoints}`] : [] },
    { name: figures.heard, lines: touchpoints ? [`${heard} / ${touchpoints}`] : [] },
    { name: strings.lanes.time.label, lines: one(time && strings.inAll(time)) },
    { name: about.scenario, lines: one(map.scenario) },
    { name: about.scope, lines: one(map.scope && strings.scope(map.scope.from, map.scope.to)) },
    { name: about.learn, lines: map.learn.map(({ text }) => text) },
    { name: about.businessGoals, lines: map.businessGoals.map(({ text }) => text) },
    { name: about.measures, lines: map.metrics.map((each) => measured(each, telling)) },
    { name: about.channels, lines: map.channels.length ? [strings.list(map.channels.map(({ title }) => title))] : [] },
    { name: about.involves, lines: map.involves.length ? [strings.list(map.involves.map(({ title }) => title))] : [] },
    { name: about.improves, lines: one(map.improves?.title) },
    { name: about.partOf, lines: one(map.partOf?.title) },
    { name: about.evidence, lines: map.evidence.map(proof) },
    { name: about.reviewed, lines: one(map.reviewed && strings.date(map.reviewed)) },
  ]);
}

function personaFacts(persona: Persona, { strings }: Telling): Fact[] {
  const { about } = strings;
  return said([
    { name: '', lines: persona.role || persona.segment ? [strings.facts([persona.role, persona.segment])] : [] },
    { name: about.quote, lines: persona.quote ? [strings.quote(persona.quote)] : [] },
    { name: about.goals, lines: persona.goals },
    { name: about.needs, lines: persona.needs },
    { name: about.motivations, lines: persona.motivations },
    { name: about.frustrations, lines: persona.frustrations },
    { name: about.prefers, lines: persona.prefers.length ? [strings.list(persona.prefers)] : [] },
    { name: about.evidence, lines: persona.evidence.map(proof) },
  ]);
}

/** Without what is not said. */
function said(facts: Fact[]): Fact[] {
  return facts
    .map(({ name, lines }) => ({ name, lines: lines.filter((line) => line.trim() !== '') }))
    .filter(({ lines }) => lines.length > 0);
}
