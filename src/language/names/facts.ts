import type { JourneyDocument } from '../document.ts';
import type { Tongue } from '../message.ts';
import type { Item } from '../read/statement.ts';
import { scoreOf } from '../read/values.ts';
import { above, childrenOf, type Node, nameOf, namesIn, textOf } from '../tree/node.ts';
import { type Declaration, type Folder, nameKey } from './folder.ts';

/*
 * What follows from what is written: whose a touchpoint is, who feels what, what rests on evidence. Rules and picture both ask here,
 * so that they cannot disagree.
 */

/** What a file means within its folder. */
export interface Context {
  document: JourneyDocument;
  folder: Folder;
  /** That of the person who reads along; English without it. */
  tongue?: Tongue;
}

/** A part of a touchpoint and where it was said. */
export interface Said {
  item: Item;
  /** The statement that says it: the touchpoint itself, its declaration, its first mention, or the stage's `owner`. */
  by: Node;
}

/** The journeys of a file, in its order. */
export function journeysOf(document: JourneyDocument): Node[] {
  return document.roots.filter((node) => node.kind === 'journey');
}

const allSteps = new WeakMap<Node, readonly Node[]>();

/** The steps of a journey, through all its stages. */
export function stepsOf(journey: Node): readonly Node[] {
  let known = allSteps.get(journey);
  if (!known) {
    known = childrenOf(journey, 'stage').flatMap((stage) => childrenOf(stage, 'step'));
    allSteps.set(journey, known);
  }
  return known;
}

/** Whether a statement was written, stands where it can stand, and not in a step that had to be supposed. Only such a one lacks anything. */
export function isInPlace(node: Node): boolean {
  return !node.implied && !node.misplaced && !above(node, 'step')?.implied;
}

/** The touchpoints in the steps of all journeys of a file, in its order. */
export function touchpointsIn(document: JourneyDocument): Node[] {
  return journeysOf(document).flatMap(touchpointsOf);
}

function touchpointsOf(journey: Node): Node[] {
  return stepsOf(journey).flatMap((step) => childrenOf(step, 'touchpoint'));
}

/** The names of the personas whose journey it is, each once. */
export function personasOf(journey: Node): Item[] {
  const seen = new Set<string>();
  return childrenOf(journey, 'for')
    .flatMap((statement) => namesIn(statement, 'refs'))
    .filter(({ text }) => !seen.has(nameKey(text)) && seen.add(nameKey(text)));
}

/** The touchpoints of one name in a journey: all, and of those that say a part of it the first for each part. */
interface Mentions {
  all: Node[];
  telling: Node[];
  told: Set<string>;
}

const mentions = new WeakMap<Node, Map<string, Mentions>>();

function mentionsIn(journey: Node, name: string): Mentions | undefined {
  let known = mentions.get(journey);
  if (!known) {
    known = new Map();
    for (const touchpoint of touchpointsOf(journey)) {
      const key = nameKey(nameOf(touchpoint));
      if (!key) continue;
      const entry = known.get(key) ?? { all: [], telling: [], told: new Set() };
      known.set(key, entry);
      entry.all.push(touchpoint);
      const news = partsSaidBy(touchpoint).filter((part) => !entry.told.has(part));
      if (news.length) entry.telling.push(touchpoint);
      for (const part of news) entry.told.add(part);
    }
    mentions.set(journey, known);
  }
  return known.get(nameKey(name));
}

function partsSaidBy(touchpoint: Node): string[] {
  const { items } = touchpoint.statement;
  return [
    ...(['title', 'via', 'owner'] as const).filter((slot) => items[slot]?.text),
    ...(childrenOf(touchpoint, 'listens').length ? ['listens'] : []),
  ];
}

/** All touchpoints of one name in the steps of a journey, in its order. */
export function mentionsOf(journey: Node, name: string): readonly Node[] {
  return mentionsIn(journey, name)?.all ?? [];
}

/** Where a touchpoint's own name may have been said more about: itself, its declarations, then its mentions in the journey. */
function* sources(touchpoint: Node, { folder }: Context): Iterable<Node> {
  yield touchpoint;
  const name = nameOf(touchpoint);
  if (!name) return;
  for (const { node } of folder.find('touchpoint', name)) yield node;
  const journey = above(touchpoint, 'journey');
  if (journey) yield* mentionsIn(journey, name)?.telling ?? [];
}

/** What to show for a touchpoint: the title that it has itself, else from its declaration or a mention in the journey; else its name. */
export function touchpointTitle(touchpoint: Node, context: Context): string {
  for (const { statement } of sources(touchpoint, context)) if (statement.items.title) return statement.items.title.text;
  return nameOf(touchpoint);
}

/** The channel of a touchpoint: said by itself, else by its declaration, else by its first mention in the journey that says one. */
export function channelOf(touchpoint: Node, context: Context): Said | undefined {
  return saidIn(sources(touchpoint, context), 'via');
}

/** The owner of a touchpoint, as its channel; else the owner of its stage. */
export function ownerOf(touchpoint: Node, context: Context): Said | undefined {
  const said = saidIn(sources(touchpoint, context), 'owner');
  if (said) return said;
  const stage = above(touchpoint, 'stage');
  const owner = stage && childrenOf(stage, 'owner')[0];
  return owner && saidIn([owner], 'ref');
}

function saidIn(nodes: Iterable<Node>, slot: 'via' | 'owner' | 'ref'): Said | undefined {
  for (const by of nodes) {
    const item = by.statement.items[slot];
    if (item?.text) return { item, by };
  }
  return undefined;
}

/** The listening posts of a touchpoint: its own, else its declaration's, else those of the first mention that has any. */
export function listeningPostsOf(touchpoint: Node, context: Context): readonly Node[] {
  for (const source of sources(touchpoint, context)) {
    const posts = childrenOf(source, 'listens');
    if (posts.length) return posts;
  }
  return [];
}

/** The promises made at a touchpoint: its own, else its declaration's. */
export function promisesOf(touchpoint: Node, { folder }: Context): readonly Node[] {
  const own = childrenOf(touchpoint, 'promises');
  if (own.length) return own;
  for (const { node } of folder.find('touchpoint', nameOf(touchpoint))) {
    const promises = childrenOf(node, 'promises');
    if (promises.length) return promises;
  }
  return [];
}

/** Whose a team is: ours unless its declaration says `external` or `customer`. */
export function teamKind(name: string, folder: Folder): 'ours' | 'external' | 'customer' | 'undeclared' {
  const declared = folder.find('team', name)[0];
  if (!declared) return 'undeclared';
  const whose = textOf(declared.node, 'whose');
  return whose === 'external' || whose === 'customer' ? whose : 'ours';
}

/** What one persona feels at a step. `persona` is absent where the journey is for nobody and nobody is named. */
export interface Felt {
  persona?: string;
  /** As written, also out of range. */
  score: number;
  node: Node;
}

/** Who feels what at a step: those named, then, from a `feels` that names nobody, all personas neither named nor absent. */
export function feelingsAt(step: Node, personas: readonly string[]): Felt[] {
  const felt: Felt[] = [];
  const done = new Set(absentAt(step));
  const all = childrenOf(step, 'feels').flatMap((node) => {
    const score = scoreOf(textOf(node, 'score') ?? '');
    return score === undefined ? [] : [{ node, score, named: textOf(node, 'persona') }];
  });
  for (const { node, score, named } of all) {
    if (named === undefined || done.has(nameKey(named))) continue;
    done.add(nameKey(named));
    felt.push({ persona: named, score, node });
  }
  const general = all.find(({ named }) => named === undefined);
  if (!general) return felt;
  if (!personas.length && !felt.length) return [{ score: general.score, node: general.node }];
  const rest = personas.filter((persona) => !done.has(nameKey(persona)));
  return [...felt, ...rest.map((persona) => ({ persona, score: general.score, node: general.node }))];
}

/** The mean of what all personas feel at a step, from -2 to +2 as it is drawn; nothing where no score is known. */
export function moodAt(step: Node, personas: readonly string[]): number | undefined {
  const scores = feelingsAt(step, personas).map(({ score }) => Math.max(-2, Math.min(2, score)));
  return scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : undefined;
}

/** The keys (see `nameKey`) of the personas who are not at a step. */
export function absentAt(step: Node): string[] {
  return childrenOf(step, 'absent')
    .flatMap((node) => namesIn(node, 'refs'))
    .map(({ text }) => nameKey(text));
}

/** The feelings of one persona along a journey, in the order of the file: what the map joins to a curve. */
export interface Curve {
  /** Absent where the journey is for nobody and nobody is named. */
  persona?: string;
  /** One for each step with a feeling of the persona. The score is between -2 and +2, as it is drawn. */
  points: { step: Node; score: number; node: Node }[];
}

const curves = new WeakMap<Node, Curve[]>();

/** The curves of a journey, one for each persona of whom a feeling is known. */
export function curvesOf(journey: Node): readonly Curve[] {
  const known = curves.get(journey);
  if (known) return known;
  const personas = personasOf(journey).map(({ text }) => text);
  const byPersona = new Map<string, Curve>();
  for (const step of stepsOf(journey)) {
    for (const { persona, score, node } of feelingsAt(step, personas)) {
      const key = persona === undefined ? '' : nameKey(persona);
      const curve = byPersona.get(key) ?? { ...(persona === undefined ? {} : { persona }), points: [] };
      byPersona.set(key, curve);
      curve.points.push({ step, score: Math.max(-2, Math.min(2, score)), node });
    }
  }
  const found = [...byPersona.values()];
  curves.set(journey, found);
  return found;
}

/** Whether something is said to rest on evidence, by itself or by what holds it. */
export function restsOnEvidence(node: Node | undefined): boolean {
  for (let at = node; at; at = at.parent) if (at.children.some(({ kind }) => kind === 'evidence')) return true;
  return false;
}

/**
 * Whether nothing is said to rest on evidence: neither the step, nor its stage, nor its journey.
 *
 * @param grounded - Whether its stage or journey rests on some; who asks of all steps of a stage need find that out only once.
 */
export function isHypothesis(step: Node, grounded = restsOnEvidence(step.parent)): boolean {
  return !grounded && !step.children.some(({ kind }) => kind === 'evidence');
}

const steps = new WeakMap<Node, Map<string, Node>>();

/** The step of a journey that a name means, the first where several have it. */
export function stepNamed(journey: Node, name: string): Node | undefined {
  let known = steps.get(journey);
  if (!known) {
    known = new Map();
    for (const step of stepsOf(journey)) if (!known.has(nameKey(nameOf(step)))) known.set(nameKey(nameOf(step)), step);
    steps.set(journey, known);
  }
  return nameKey(name) ? known.get(nameKey(name)) : undefined;
}

/** The first declaration of a name, if any. */
export function declarationOf(folder: Folder, scope: Parameters<Folder['find']>[0], name: string): Declaration | undefined {
  return folder.find(scope, name)[0];
}
