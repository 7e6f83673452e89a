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
import { childrenOf, type Node, nameOf, namesIn, textOf, titleOf } from '../tree/node.ts';
import type { NameAt } from './at.ts';
import { markdown } from './markdown.ts';

/** What a name names, as Markdown: a persona's card, a team and what it answers for, a touchpoint and whose it is … */
export function cardOf({ name, scope, declarations, node }: NameAt, context: Context): string {
  const declared = declarations[0]?.node;
  const title = declared ? titleOf(declared) || name : name;
  const lines = [`**${markdown.text(title)}** — ${declared ? scope : `no ${scope} of this folder has this name`}`];
  const doc = declared?.statement.doc;
  if (doc) lines.push('', markdown.text(doc), '');
  const facts = ((): string[] => {
    switch (scope) {
      case 'persona':
        return declared ? personaFacts(declared) : [];
      case 'team':
        return teamFacts(name, declared, context);
      case 'channel':
        return [
          ...(declared ? markdown.list('Kind', textIn(declared, 'choice')) : []),
          ...markdown.list(
            'Touchpoints',
            touchpointsWhere(context, (touchpoint) => nameKey(channelOf(touchpoint, context)?.item.text ?? '') === nameKey(name)),
          ),
        ];
      case 'touchpoint':
        return touchpointFacts(node.kind === 'touchpoint' ? node : (declared ?? node), context);
      case 'step':
        return declared ? stepFacts(declared) : [];
      case 'stage':
        return declared
          ? [
              ...markdown.list('Goal', texts(declared, 'goal')),
              ...markdown.list('Our goal', texts(declared, 'business goal')),
              ...markdown.list('Steps', childrenOf(declared, 'step').map(titleOf)),
            ]
          : [];
      case 'journey':
        return declared ? journeyFacts(declared) : [];
      default:
        return [];
    }
  })();
  return [lines.join('\n'), facts.join('\n')].filter(Boolean).join('\n\n');
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

function textIn(node: Node, slot: 'choice' | 'contact'): string[] {
  const text = textOf(node, slot);
  return text === undefined ? [] : [text];
}

function personaFacts(persona: Node): string[] {
  return [
    ...markdown.list('Role', texts(persona, 'role')),
    ...markdown.list('Segment', texts(persona, 'segment')),
    ...markdown.list('Goal', texts(persona, 'goal')),
    ...markdown.list('Needs', texts(persona, 'need')),
    ...markdown.list('Motivation', texts(persona, 'motivation')),
    ...markdown.list('Frustrations', texts(persona, 'frustration')),
    ...markdown.list(
      'Prefers',
      childrenOf(persona, 'prefers').flatMap((child) => namesIn(child, 'refs').map(({ text }) => text)),
    ),
    ...texts(persona, 'quote').map((quote) => `\n> ${markdown.text(quote)}`),
  ];
}

const whose = {
  ours: 'one of our teams',
  external: 'external: not ours',
  customer: 'the customer’s own people',
  undeclared: 'undeclared: nobody says whose it is',
};

function teamFacts(name: string, declared: Node | undefined, context: Context): string[] {
  const answersFor = touchpointsWhere(context, (touchpoint) => nameKey(ownerOf(touchpoint, context)?.item.text ?? '') === nameKey(name));
  return [
    `- ${whose[teamKind(name, context.folder)]}`,
    ...(declared ? markdown.list('Contact', textIn(declared, 'contact')) : []),
    ...(answersFor.length ? markdown.list('Answers for', answersFor) : ['- Answers for no touchpoint']),
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

function touchpointFacts(touchpoint: Node, context: Context): string[] {
  const owner = ownerOf(touchpoint, context)?.item.text;
  const channel = channelOf(touchpoint, context)?.item.text;
  const posts = listeningPostsOf(touchpoint, context).map((post) =>
    [textOf(post, 'text'), textOf(post, 'label'), textOf(post, 'value')].filter(Boolean).join(' '),
  );
  return [
    ...markdown.list('Channel', channel ? [channel] : []),
    owner ? `- **Owner**: ${markdown.text(owner)} (${whose[teamKind(owner, context.folder)]})` : '- **Owner**: nobody answers for it',
    ...(posts.length ? markdown.list('We listen here', posts) : ['- Nobody listens here']),
  ];
}

function stepFacts(step: Node): string[] {
  const feelings = feelingsAt(step, []).map(({ persona, score, node }) =>
    `${persona ? `${persona}: ` : ''}${score > 0 ? '+' : ''}${score} ${textOf(node, 'text') ?? ''}`.trim(),
  );
  return [
    ...markdown.list('Does', texts(step, 'does')),
    ...markdown.list('Thinks', texts(step, 'thinks')),
    ...markdown.list('Feels', feelings),
    ...markdown.list('Pains', texts(step, 'pain')),
  ];
}

function journeyFacts(journey: Node): string[] {
  return [
    ...markdown.list(
      'For',
      personasOf(journey).map(({ text }) => text),
    ),
    ...markdown.list('Scenario', texts(journey, 'scenario')),
    ...markdown.list('Goal', texts(journey, 'goal')),
    ...markdown.list(
      'Stages',
      childrenOf(journey, 'stage')
        .filter((stage) => nameOf(stage))
        .map(titleOf),
    ),
  ];
}
