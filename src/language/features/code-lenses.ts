import type { CodeLens, Location } from 'vscode-languageserver-types';
import { english, type Message, say, toText } from '../message.ts';
import { type Context, curvesOf } from '../names/facts.ts';
import { occurrencesInFolder } from '../names/occurrences.ts';
import type { Scope } from '../statements.ts';
import { above, childrenOf, inFile, type Node, nameOf, nameSpan } from '../tree/node.ts';

/** Commands of the editor that lenses run. */
export interface LensCommands {
  /** Shows places: takes the address of a file, a position in it and locations. */
  showReferences?: string;
  /** Opens the picture of a file: takes its address. */
  preview?: string;
}

const counted: readonly string[] = ['persona', 'team', 'channel'];

/**
 * Lines above statements: who uses a persona, team or channel, where there are several places to go to; how a stage feels; the way to the
 * picture. That nothing uses it is a finding (`unused-declaration`).
 */
export function codeLenses(context: Context, commands: LensCommands): CodeLens[] {
  return context.document.nodes.flatMap((node) => {
    if (node.implied || !nameOf(node)) return [];
    if (counted.includes(node.kind) && node.parent === undefined) return uses(node, context, commands);
    if (node.kind === 'journey') return commands.preview ? [lens(node, context, say('Show the picture'), commands.preview, [])] : [];
    const mood = node.kind === 'stage' ? moodOf(node) : undefined;
    return mood ? [lens(node, context, mood, undefined, [])] : [];
  });
}

function uses(node: Node, context: Context, { showReferences }: LensCommands): CodeLens[] {
  const places = occurrencesInFolder(context.folder, node.kind as Scope, nameOf(node)).filter(({ declares }) => !declares);
  const locations = places.map(({ document, node: user, item }): Location => {
    const { start, end } = inFile(user, item);
    return { uri: document.uri, range: document.lines.rangeOf(start, end) };
  });
  if (locations.length < 2) return [];
  const { start } = nameSpan(node);
  const title = say('named in {0} places', locations.length);
  return [lens(node, context, title, showReferences, [context.document.lines.positionAt(start), locations])];
}

function lens(node: Node, { document, tongue = english }: Context, title: Message, command: string | undefined, args: unknown[]): CodeLens {
  const { start, end } = inFile(node, node.statement.keyword);
  return {
    range: document.lines.rangeOf(start, end),
    command: { title: toText(title, tongue), command: command ?? '', arguments: command ? [document.uri, ...args] : [] },
  };
}

/** The mean of all feelings at a stage, and how far they reach. */
function moodOf(stage: Node): Message | undefined {
  const journey = above(stage, 'journey');
  if (!journey) return undefined;
  const steps = new Set(childrenOf(stage, 'step'));
  const scores = curvesOf(journey).flatMap(({ points }) => points.filter(({ step }) => steps.has(step)).map(({ score }) => score));
  if (!scores.length) return undefined;
  const mean = Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10;
  const [least, most] = scores.reduce(([low, high], score) => [Math.min(low, score), Math.max(high, score)], [2, -2]);
  if (least === most) return say('mood {0}', signed(mean));
  return say('mood {0} on average, from {1} to {2}', signed(mean), signed(least), signed(most));
}

/** A number with its sign, and at most one decimal behind the reader's mark for it. */
function signed(value: number): Message | string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const text = `${value > 0 ? '+' : value < 0 ? '−' : ''}${whole}`;
  return decimals === undefined ? text : say('{0}.{1}', text, decimals);
}
