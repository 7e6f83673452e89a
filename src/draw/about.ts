import type { Element, JourneyMap, Persona } from '../map/model.ts';
import type { Context } from './context.ts';
import { element } from './marks.ts';
import { label } from './nodes.ts';
import { type Piece, stack } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { styles } from './styles.ts';
import { baseline, paragraph, textAttrs } from './text.ts';

/** A fact: an element of its own where it has an id. */
interface Fact {
  text: string;
  id?: string;
  title?: string;
}

interface Entry {
  key: string;
  name: string;
  facts: Fact[];
}

interface Section {
  key: string;
  title: string | undefined;
  entries: Entry[];
}

const column = 400;
const widest = 520;
const gap = 32;
const names = 96;

/** What the map says of the journey and the personas as a whole, below the lanes in columns; nothing where it says none of it. */
export function about(map: JourneyMap, context: Context, width: number): { height: number; nodes: SceneNode[] } | undefined {
  const several = map.personas.length > 1;
  const sections = [journeySection(map, context), ...map.personas.map((persona) => personaSection(persona, context, several))].filter(
    (section) => section.entries.length > 0,
  );
  if (sections.length === 0) return undefined;
  const count = Math.max(1, Math.min(sections.length, Math.floor((width + gap) / (column + gap))));
  const each = Math.min(widest, (width - gap * (count - 1)) / count);
  const heights = Array.from({ length: count }, () => 0);
  const nodes = sections.flatMap((section) => {
    const lowest = heights.indexOf(Math.min(...heights));
    const top = heights[lowest] ?? 0;
    const laid = draw(section, context).lay(lowest * (each + gap), top, each);
    heights[lowest] = top + laid.height + 22;
    return [{ tag: 'g' as const, key: section.key, attrs: {}, children: laid.nodes }];
  });
  return { height: Math.max(...heights) - 22, nodes };
}

function draw(section: Section, context: Context): Piece {
  const entries = section.entries.map((entry) => named(entry, context));
  const title =
    section.title === undefined ? [] : [paragraph(context, 'title', section.title, styles.stepTitle(context.theme.text), { most: 2 })];
  return stack([...title, ...entries], 6);
}

/** A name at the left, its facts below each other at the right. */
function named(entry: Entry, context: Context): Piece {
  const style = styles.small(context.theme.faint);
  const facts = entry.facts.map((fact, index) => {
    const text = paragraph(context, `${entry.key}-${index}`, fact.text, styles.small(context.theme.muted), { most: 8 });
    return fact.id === undefined ? text : element(context, fact.id, text, 'gutter', fact.title);
  });
  const piece = stack(facts, 3);
  return {
    need: piece.need + names,
    lay(x, y, width) {
      const laid = piece.lay(x + names, y, width - names);
      return {
        height: laid.height,
        nodes: [label(entry.key, x, y + baseline(style.size, style.leading), entry.name, textAttrs(style)), ...laid.nodes],
      };
    },
  };
}

const elements = (items: (Element & { text: string; link?: string })[]): Fact[] =>
  items.map(({ id, text, link }) => (link === undefined ? { id, text } : { id, text, title: link }));
const one = (text: string | undefined): Fact[] => (text === undefined || text === '' ? [] : [{ text }]);

function journeySection(map: JourneyMap, { strings }: Context): Section {
  const { about: name } = strings;
  const metrics = map.metrics.map((metric) => {
    const on = metric.on === undefined ? undefined : strings.asOf(metric.on);
    const from = metric.from === undefined ? undefined : strings.fromFile(metric.from.file, metric.from.column);
    return { id: metric.id, text: strings.facts([strings.measure(metric.name, metric.value?.text, metric.target?.text), on, from]) };
  });
  const entries: Entry[] = [
    { key: 'scenario', name: name.scenario, facts: one(map.scenario) },
    { key: 'scope', name: name.scope, facts: one(map.scope ? strings.scope(map.scope.from, map.scope.to) : undefined) },
    { key: 'learn', name: name.learn, facts: elements(map.learn) },
    { key: 'businessGoals', name: name.businessGoals, facts: elements(map.businessGoals) },
    { key: 'measures', name: name.measures, facts: metrics },
    { key: 'channels', name: name.channels, facts: one(strings.list(map.channels.map((channel) => channel.title))) },
    { key: 'involves', name: name.involves, facts: one(strings.list(map.involves.map((team) => team.title))) },
    { key: 'improves', name: name.improves, facts: one(map.improves?.title) },
    { key: 'partOf', name: name.partOf, facts: one(map.partOf?.title) },
    { key: 'evidence', name: name.evidence, facts: elements(map.evidence) },
    { key: 'reviewed', name: name.reviewed, facts: one(map.reviewed ? strings.date(map.reviewed) : undefined) },
  ];
  return { key: 'about:journey', title: undefined, entries: entries.filter((entry) => entry.facts.length > 0) };
}

function personaSection(persona: Persona, { strings }: Context, several: boolean): Section {
  const { about: name } = strings;
  const list = (items: string[]) => items.flatMap((item) => one(item));
  const entries: Entry[] = [
    { key: 'quote', name: name.quote, facts: several ? one(persona.quote === undefined ? undefined : strings.quote(persona.quote)) : [] },
    { key: 'goals', name: name.goals, facts: list(persona.goals) },
    { key: 'needs', name: name.needs, facts: list(persona.needs) },
    { key: 'motivations', name: name.motivations, facts: list(persona.motivations) },
    { key: 'frustrations', name: name.frustrations, facts: list(persona.frustrations) },
    { key: 'prefers', name: name.prefers, facts: one(strings.list(persona.prefers)) },
    { key: 'evidence', name: name.evidence, facts: elements(persona.evidence) },
  ];
  return { key: `about:${persona.id}`, title: persona.title, entries: entries.filter((entry) => entry.facts.length > 0) };
}
