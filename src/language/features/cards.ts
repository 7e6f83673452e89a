import { english, type Message, say, type Tongue, toText } from '../message.ts';
import {
  type Context,
  channelOf,
  feelingsAt,
  listeningPostsOf,
  ownerOf,
  personasOf,
  teamKind,
  touchpointsIn,
  touchpointTitle,
} from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { currentOf } from '../names/references.ts';
import { plainQuantity } from '../read/plain.ts';
import type { Scope } from '../statements.ts';
import { childrenOf, type Node, nameOf, namesIn, textOf, titleOf } from '../tree/node.ts';
import type { NameAt } from './at.ts';
import { markdown } from './markdown.ts';

/** A line of a card: what is known under a label (left out where that is nothing), or a sentence. */
type Fact = { label: Message; values: readonly string[] } | { sentence: Message };

/** What a name names, as Markdown: a persona's card, a team and what it answers for, a touchpoint and whose it is … */
export function cardOf(at: NameAt, context: Context): string {
  const { tongue = english } = context;
  const { name, scope, declarations } = at;
  const declared = declarations[0]?.node;
  const title = declared ? titleOf(declared) || name : name;
  const what = toText(declared ? noun[scope] : unknown[scope], tongue);
  const lines = [title ? `**${markdown.text(title)}** — ${what}` : what];
  const doc = declared?.statement.doc;
  if (doc) lines.push('', markdown.text(doc), '');
  const facts = factsOf(at, declared, context).flatMap((fact) => lineOf(fact, tongue));
  const quotes = scope === 'persona' && declared ? texts(declared, 'quote').map((quote) => `\n> ${markdown.text(quote)}`) : [];
  return [lines.join('\n'), [...facts, ...quotes].join('\n')].filter(Boolean).join('\n\n');
}

/** What the names of a scope are called. */
export const noun: Record<Scope, Message> = {
  persona: say('persona'),
  team: say('team'),
  channel: say('channel'),
  system: say('system'),
  touchpoint: say('touchpoint'),
  journey: say('journey'),
  stage: say('stage'),
  step: say('step'),
};

const unknown: Record<Scope, Message> = {
  persona: say('no persona of this folder has this name'),
  team: say('no team of this folder has this name'),
  channel: say('no channel of this folder has this name'),
  system: say('no system of this folder has this name'),
  touchpoint: say('no touchpoint of this folder has this name'),
  journey: say('no journey of this folder has this name'),
  stage: say('no stage of this journey has this name'),
  step: say('no step of this journey has this name'),
};

function lineOf(fact: Fact, tongue: Tongue): string[] {
  if ('sentence' in fact) return [`- ${toText(fact.sentence, tongue)}`];
  if (!fact.values.length) return [];
  const values = fact.values.map(markdown.text).reduce((list, value) => toText(say('{0}; {1}', list, value), tongue));
  return [`- ${toText(say('{0}: {1}', `**${toText(fact.label, tongue)}**`, values), tongue)}`];
}

function factsOf({ name, scope, node }: NameAt, declared: Node | undefined, context: Context): Fact[] {
  if (scope === 'team') return teamFacts(name, declared, context);
  if (scope === 'channel') return channelFacts(name, declared, context);
  if (scope === 'touchpoint') return touchpointFacts(node.kind === 'touchpoint' ? node : (declared ?? node), context);
  if (!declared) return [];
  switch (scope) {
    case 'persona':
      return personaFacts(declared);
    case 'step':
      return [...stepFacts(declared), ...currentFacts(declared, context)];
    case 'stage':
      return stageFacts(declared);
    case 'journey':
      return journeyFacts(declared);
    default:
      return [];
  }
}

type TextKind =
  | 'role'
  | 'segment'
  | 'goal'
  | 'need'
  | 'motivation'
  | 'frustration'
  | 'quote'
  | 'business goal'
  | 'does'
  | 'thinks'
  | 'pain'
  | 'scenario';

function texts(node: Node, kind: TextKind): string[] {
  return childrenOf(node, kind).flatMap((child) => textOf(child, 'text') ?? []);
}

function textIn(node: Node | undefined, slot: 'choice' | 'contact'): string[] {
  const text = node && textOf(node, slot);
  return text === undefined ? [] : [text];
}

function personaFacts(persona: Node): Fact[] {
  const preferred = childrenOf(persona, 'prefers').flatMap((child) => namesIn(child, 'refs').map(({ text }) => text));
  return [
    { label: say('Role'), values: texts(persona, 'role') },
    { label: say('Segment'), values: texts(persona, 'segment') },
    { label: say('Goal'), values: texts(persona, 'goal') },
    { label: say('Needs'), values: texts(persona, 'need') },
    { label: say('Motivation'), values: texts(persona, 'motivation') },
    { label: say('Frustrations'), values: texts(persona, 'frustration') },
    { label: say('Prefers'), values: preferred },
  ];
}

/** Whose a team is, in words. */
export const whose: Record<ReturnType<typeof teamKind>, Message> = {
  ours: say('one of our teams'),
  external: say('external: not ours'),
  customer: say('the customer’s own people'),
  undeclared: say('undeclared: nobody says whose it is'),
};

function teamFacts(name: string, declared: Node | undefined, context: Context): Fact[] {
  const answersFor = touchpointsWhere(context, (touchpoint) => nameKey(ownerOf(touchpoint, context)?.item.text ?? '') === nameKey(name));
  return [
    { sentence: whose[teamKind(name, context.folder)] },
    { label: say('Contact'), values: textIn(declared, 'contact') },
    answersFor.length ? { label: say('Answers for'), values: answersFor } : { sentence: say('Answers for no touchpoint') },
  ];
}

function channelFacts(name: string, declared: Node | undefined, context: Context): Fact[] {
  const through = (touchpoint: Node): boolean => nameKey(channelOf(touchpoint, context)?.item.text ?? '') === nameKey(name);
  return [
    { label: say('Kind'), values: textIn(declared, 'choice') },
    { label: say('Touchpoints'), values: touchpointsWhere(context, through) },
  ];
}

/** The titles of the touchpoints of all journeys of the folder that something holds for, each once. */
function touchpointsWhere(context: Context, holds: (touchpoint: Node) => boolean): string[] {
  const found = [...context.folder.all()].flatMap((document) =>
    touchpointsIn(document)
      .filter(holds)
      .map((touchpoint) => touchpointTitle(touchpoint, context)),
  );
  return [...new Set(found)].slice(0, 12);
}

function touchpointFacts(touchpoint: Node, context: Context): Fact[] {
  const owner = ownerOf(touchpoint, context)?.item.text;
  const channel = channelOf(touchpoint, context)?.item.text;
  const posts = listeningPostsOf(touchpoint, context).map((post) =>
    [textOf(post, 'text'), textOf(post, 'label'), plainQuantity(textOf(post, 'value') ?? '')].filter(Boolean).join(' '),
  );
  const whoseItIs = owner === undefined ? undefined : whose[teamKind(owner, context.folder)];
  return [
    { label: say('Channel'), values: channel ? [channel] : [] },
    {
      sentence: whoseItIs ? say('**Owner**: {0} ({1})', markdown.text(owner ?? ''), whoseItIs) : say('**Owner**: nobody answers for it'),
    },
    posts.length ? { label: say('We listen here'), values: posts } : { sentence: say('Nobody listens here') },
  ];
}

function feelingsIn(step: Node): string[] {
  return feelingsAt(step, []).map(({ persona, score, node }) =>
    `${persona ? `${persona}: ` : ''}${score > 0 ? '+' : ''}${score} ${textOf(node, 'text') ?? ''}`.trim(),
  );
}

function stepFacts(step: Node): Fact[] {
  return [
    { label: say('Does'), values: texts(step, 'does') },
    { label: say('Thinks'), values: texts(step, 'thinks') },
    { label: say('Feels'), values: feelingsIn(step) },
    { label: say('Pains'), values: texts(step, 'pain') },
  ];
}

/** How the steps of the current map feel that a step of a future one stands for. */
function currentFacts(step: Node, context: Context): Fact[] {
  return currentOf(step, context).map(({ node }) => ({ label: say('On the current map'), values: [titleOf(node), ...feelingsIn(node)] }));
}

function stageFacts(stage: Node): Fact[] {
  return [
    { label: say('Goal'), values: texts(stage, 'goal') },
    { label: say('Our goal'), values: texts(stage, 'business goal') },
    { label: say('Steps'), values: childrenOf(stage, 'step').map(titleOf) },
  ];
}

function journeyFacts(journey: Node): Fact[] {
  const stages = childrenOf(journey, 'stage').filter((stage) => nameOf(stage));
  return [
    { label: say('For'), values: personasOf(journey).map(({ text }) => text) },
    { label: say('Scenario'), values: texts(journey, 'scenario') },
    { label: say('Goal'), values: texts(journey, 'goal') },
    { label: say('Stages'), values: stages.map(titleOf) },
  ];
}
