import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import { english, type Message, say, short, toText } from '../message.ts';
import { type Context, channelOf, journeysOf, listeningPostsOf, ownerOf, type Said, teamKind } from '../names/facts.ts';
import { flowOf } from '../names/flow.ts';
import type { Span } from '../read/statement.ts';
import { durationMinutes } from '../read/values.ts';
import { childrenOf, inFile, type Node, nameOf, textOf } from '../tree/node.ts';

/**
 * What follows from the text and is not written there: the channel and owner that a touchpoint has from elsewhere, that it is not ours, that we
 * listen there, and how much time has gone by at a step.
 *
 * @param within - Offsets between which hints are wanted.
 */
export function inlayHints(context: Context, within: Span): InlayHint[] {
  return journeysOf(context.document).flatMap((journey) =>
    flowOf(journey).length ? [...touchpointHints(journey, context, within), ...timeHints(journey, context, within)] : [],
  );
}

function touchpointHints(journey: Node, context: Context, within: Span): InlayHint[] {
  const touchpoints = childrenOf(journey, 'stage').flatMap((stage) =>
    childrenOf(stage, 'step').flatMap((step) => childrenOf(step, 'touchpoint')),
  );
  return touchpoints.flatMap((touchpoint) => {
    const { end } = inFile(touchpoint, touchpoint.statement);
    if (!nameOf(touchpoint) || end < within.start || within.end < end) return [];
    const derived = derivedAt(touchpoint, context);
    return derived.length ? [hintAt(end, derived, context)] : [];
  });
}

function derivedAt(touchpoint: Node, context: Context): Message[] {
  const channel = channelOf(touchpoint, context);
  const owner = ownerOf(touchpoint, context);
  const inherited = (said: Said | undefined): said is Said => said !== undefined && said.by !== touchpoint;
  const kind = owner && teamKind(owner.item.text, context.folder);
  const heard = listeningPostsOf(touchpoint, context).length > 0 && !childrenOf(touchpoint, 'listens').length;
  return [
    ...(inherited(channel) ? [say('via {0}', short(channel.item.text, 30))] : []),
    ...(inherited(owner) ? [say('owner {0}', short(owner.item.text, 30))] : []),
    ...(kind === 'external' || kind === 'customer' ? [say('not ours')] : []),
    ...(heard ? [say('we listen')] : []),
  ];
}

/** Behind the name of each step that takes or waits: the time since the journey began. Steps alongside one another count once, the longest. */
function timeHints(journey: Node, context: Context, within: Span): InlayHint[] {
  const groups = new Map<number, number>();
  const own = flowOf(journey).map(({ step, together }) => {
    const minutes = minutesOf(step);
    groups.set(together, Math.max(groups.get(together) ?? 0, minutes));
    return { step, together, minutes };
  });
  const before = new Map<number, number>();
  let total = 0;
  for (const [group, minutes] of groups) {
    before.set(group, total);
    total += minutes;
  }
  return own.flatMap(({ step, together, minutes }) => {
    const { end } = inFile(step, step.statement);
    if (!minutes || end < within.start || within.end < end) return [];
    return [hintAt(end, [say('{0} so far', duration((before.get(together) ?? 0) + minutes))], context)];
  });
}

function minutesOf(step: Node): number {
  return [...childrenOf(step, 'takes'), ...childrenOf(step, 'waits')].reduce(
    (sum, node) => sum + (durationMinutes(textOf(node, 'duration') ?? '') ?? 0),
    0,
  );
}

const units: readonly [string, number][] = [
  ['d', 1440],
  ['h', 60],
  ['min', 1],
];

/** Minutes as the language writes them, in no more than two units: `2d 3h`. */
function duration(minutes: number): string {
  let rest = Math.max(1, Math.round(minutes));
  const parts = units.flatMap(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount ? [`${amount}${unit}`] : [];
  });
  return parts.slice(0, 2).join(' ');
}

function hintAt(offset: number, said: readonly Message[], { document, tongue = english }: Context): InlayHint {
  return {
    position: document.lines.positionAt(offset),
    label: said.map((message) => toText(message, tongue)).join(' · '),
    kind: InlayHintKind.Type,
    paddingLeft: true,
  };
}
