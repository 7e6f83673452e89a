import { moodOf } from '../draw/persona/curve.ts';
import type { Persona } from '../map/model.ts';
import { expected, type Lines, line, measured, proof, type Telling } from './cells.ts';
import type { Fact } from './told.ts';

/** What stands at the head of a map. */
export function headFacts(telling: Telling, figured: boolean): Fact[] {
  const { map, strings } = telling;
  const { figures } = strings;
  const { mood, touchpoints, ours, heard, time } = map.figures;
  return [
    { name: '', lines: line(map, map.doc) },
    { name: '', lines: map.stages.some(({ steps }) => steps.length) ? [] : [{ text: strings.empty }] },
    { name: strings.kind, lines: line(map, map.type && strings.type[map.type]) },
    { name: strings.goal, lines: map.goals.map(({ id, text }) => ({ id, text })) },
    { name: strings.expects, lines: map.expects.map((each) => expected(each, telling)) },
    ...(figured
      ? [
          { name: figures.mood, lines: figure(mood === undefined ? undefined : strings.signed(mood)) },
          { name: figures.ours, lines: figure(touchpoints ? `${ours} / ${touchpoints}` : undefined) },
          { name: figures.heard, lines: figure(touchpoints ? `${heard} / ${touchpoints}` : undefined) },
          { name: strings.lanes.time.label, lines: figure(time && strings.inAll(time)) },
        ]
      : []),
  ];
}

/** What a map says of itself as a whole, below its lanes. */
export function aboutFacts(telling: Telling): Fact[] {
  const { map, strings } = telling;
  const { about } = strings;
  return [
    { name: about.scenario, lines: line(map, map.scenario) },
    { name: about.scope, lines: line(map, map.scope && strings.scope(map.scope.from, map.scope.to)) },
    { name: about.learn, lines: map.learn.map(({ id, text }) => ({ id, text })) },
    { name: about.businessGoals, lines: map.businessGoals.map(({ id, text }) => ({ id, text })) },
    { name: about.measures, lines: map.metrics.map((each) => measured(each, telling)) },
    { name: about.channels, lines: figure(map.channels.length ? strings.list(map.channels.map(({ title }) => title)) : undefined) },
    { name: about.involves, lines: figure(map.involves.length ? strings.list(map.involves.map(({ title }) => title)) : undefined) },
    { name: about.improves, lines: line(map, map.improves?.title) },
    { name: about.partOf, lines: line(map, map.partOf?.title) },
    { name: about.evidence, lines: map.evidence.map(proof) },
    { name: about.reviewed, lines: line(map, map.reviewed && strings.date(map.reviewed)) },
  ];
}

/** Who somebody is, and with `whole` what they want and what stands in their way. */
export function personaFacts(persona: Persona, { strings }: Telling, whole: boolean): Fact[] {
  const { about } = strings;
  const each = (texts: readonly string[]): Lines => texts.flatMap((text) => line(persona, text));
  return said([
    { name: '', lines: line(persona, strings.facts([persona.role, persona.segment])) },
    { name: about.quote, lines: line(persona, persona.quote && strings.quote(persona.quote)) },
    ...(whole
      ? [
          { name: about.goals, lines: each(persona.goals) },
          { name: about.needs, lines: each(persona.needs) },
          { name: about.motivations, lines: each(persona.motivations) },
          { name: about.frustrations, lines: each(persona.frustrations) },
          { name: about.prefers, lines: line(persona, persona.prefers.length ? strings.list(persona.prefers) : undefined) },
          { name: about.evidence, lines: persona.evidence.map(proof) },
        ]
      : []),
  ]);
}

/** The same for a card of its own: what it rests on, and how the journey feels, step by step. */
export function personaCard(persona: Persona, telling: Telling): Fact[] {
  const { map, strings } = telling;
  const mean = moodOf(map, persona);
  const felt = map.stages.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.feelings
        .filter((feeling) => feeling.persona === undefined || feeling.persona === persona.name)
        .map(({ id, score, word }) => ({ id, text: strings.facts([step.title, word, strings.signed(score)]) })),
    ),
  );
  return said([
    { name: '', lines: persona.declared ? [] : line(persona, strings.persona.undeclared) },
    ...personaFacts(persona, telling, true),
    { name: strings.about.evidence, lines: persona.evidence.length ? [] : line(persona, strings.persona.hypothesis) },
    { name: mean === undefined ? '' : strings.persona.mood(map.title, strings.signed(mean)), lines: felt },
    { name: strings.lanes.stages.label, lines: map.stages.flatMap((stage) => (stage.implicit ? [] : line(stage, stage.title))) },
  ]);
}

/** Without what is not said. */
export function said(facts: Fact[]): Fact[] {
  return facts
    .map(({ name, lines }) => ({ name, lines: lines.filter(({ text }) => text.trim() !== '') }))
    .filter(({ lines }) => lines.length > 0);
}

function figure(text: string | undefined): Lines {
  return text === undefined ? [] : [{ text }];
}
