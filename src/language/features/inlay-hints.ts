import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import { english, type Message, say, short, toText } from '../message.ts';
import { type Context, channelOf, journeysOf, listeningPostsOf, ownerOf, type Said, teamKind } from '../names/facts.ts';
import { flowOf } from '../names/flow.ts';
import { durationText, timesOf } from '../names/time.ts';
import type { Span } from '../read/statement.ts';
import { childrenOf, inFile, type Node, nameOf } from '../tree/node.ts';

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
  return timesOf(journey).flatMap(({ step, takes, waits, before }) => {
    const { end } = inFile(step, step.statement);
    if (!(takes + waits) || end < within.start || within.end < end) return [];
    const soFar = durationText(before + takes + waits).replace(/(?<=[a-z])(?=\d)/, ' ');
    return [hintAt(end, [say('{0} so far', soFar)], context)];
  });
}

function hintAt(offset: number, said: readonly Message[], { document, tongue = english }: Context): InlayHint {
  return {
    position: document.lines.positionAt(offset),
    label: said.map((message) => toText(message, tongue)).join(' · '),
    kind: InlayHintKind.Type,
    paddingLeft: true,
  };
}
