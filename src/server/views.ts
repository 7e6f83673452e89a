import type { Location } from 'vscode-languageserver-types';
import { nodeAt } from '../language/document.ts';
import { english } from '../language/message.ts';
import { type Context, journeysOf } from '../language/names/facts.ts';
import { picturesOf } from '../language/names/pictures.ts';
import { brandOf } from '../language/names/settings.ts';
import type { Span } from '../language/read/statement.ts';
import { isQuote } from '../language/read/tokens.ts';
import type { Finding } from '../language/rules/rule.ts';
import { idOf, nodeOf } from '../language/tree/ids.ts';
import { above, nameSpan, titleOf } from '../language/tree/node.ts';
import { buildMap } from '../map/build.ts';
import { improvedMap } from '../map/improved.ts';
import type { JourneyMap } from '../map/model.ts';
import { prepare } from '../render/prepare.ts';
import { marksOf } from './marks.ts';
import type { AtReply, JobParams, JobReply, MapReply } from './protocol.ts';

/**
 * The map that a view shows of a file, with its findings.
 *
 * @param asked.has - The stamp of the pictures that who asks has; without it no pictures are given.
 * @param asked.compares - The view that compares is shown, whatever the text asks for.
 */
export function mapReply(
  context: Context,
  findings: readonly Finding[],
  journey: string | undefined,
  { has, compares }: { has?: string | null | undefined; compares?: boolean | undefined } = {},
): MapReply {
  const { document } = context;
  const all = journeysOf(document);
  const journeys = listOf(context);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const shown = all.find((node) => idOf(document, node) === journey) ?? all.find(({ implied }) => !implied) ?? all[0];
  if (!shown) {
    const declares = document.roots.some((node) => node.kind !== 'unreadable');
    return {
      version: document.version,
      why: declares ? 'declares' : document.roots.length ? 'unreadable' : 'empty',
      journeys,
      marks: {},
      errors,
    };
  }
  const map = buildMap(shown, context);
  const { lanes, language, view } = context.folder.settings;
  const brand = brandOf(context.folder.settings);
  const drawn = {
    ...(lanes ? { lanes } : {}),
    ...(language ? { language } : {}),
    ...(view ? { view } : {}),
    ...(brand ? { brand } : {}),
    ...picturesFor(map, context, has),
  };
  const before = compares || (map.view ?? view) === 'compare' ? improvedMap(shown, context) : undefined;
  return {
    version: document.version,
    map,
    ...(before ? { before } : {}),
    ...drawn,
    journeys,
    marks: marksOf(map, findings, context),
    errors,
  };
}

/** The journeys of a file as they stand in a list. */
function listOf({ document, tongue = english }: Context): MapReply['journeys'] {
  const unnamed = tongue('(no name)');
  return journeysOf(document).map((node) => ({ id: idOf(document, node), title: titleOf(node) || unnamed }));
}

/** All that it takes to write a journey of a file: the one that was asked for, or the only one. */
export function jobReply(context: Context, { journey, view, theme }: Omit<JobParams, 'uri'>): JobReply {
  const { document } = context;
  const all = journeysOf(document);
  const written = all.filter(({ implied }) => !implied);
  const [only, ...others] = written.length ? written : all;
  const node = journey ? all.find((each) => idOf(document, each) === journey) : others.length ? undefined : only;
  const journeys = listOf(context);
  const look = context.folder.settings.theme ?? theme;
  return node ? { job: prepare(node, context, { ...(view ? { view } : {}), ...(look ? { theme: look } : {}) }), journeys } : { journeys };
}

function picturesFor(map: JourneyMap, context: Context, has: string | null | undefined): Pick<MapReply, 'stamp' | 'pictures'> {
  const { stamp, ...pictures } = picturesOf(map.personas, context);
  if (stamp === '') return {};
  return { stamp, ...(typeof has === 'string' && has !== stamp ? { pictures } : {}) };
}

/** Where an element of a map stands in the text, also where another file of the folder declares it. */
export function locateElement({ document, folder }: Context, id: string): Location | null {
  // A feeling spread over personas, and what a touchpoint has from elsewhere, stand where the statement stands that says it.
  // So does what a comparison shows of the map before.
  const own = id
    .replace(/^before\//, '')
    .replace(/(\/feels:\d+)@.*$/s, '$1')
    .replace(/\/(listens|promises):said:\d+$/, '');
  for (const candidate of [document, ...folder.all()]) {
    const node = nodeOf(candidate, own);
    if (!node || node.implied) continue;
    const { start, end } = withinQuotes(candidate.text, nameSpan(node));
    return { uri: candidate.uri, range: candidate.lines.rangeOf(start, end) };
  }
  return null;
}

/** A text without its quotation marks, so that what one types over it stays within them. */
function withinQuotes(text: string, { start, end }: Span): Span {
  const [first, last] = [text[start], text[end - 1]];
  const isQuoted = end - start > 1 && isQuote(first) && last !== undefined && '"”“»」'.includes(last) && !text.startsWith('"""', start);
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/**
 * The journey, step and statement at an offset; in the blanks that a line opens with, those of the line. Statements above the first
 * journey are at none, where the file has one.
 */
export function whatIsAt({ document }: Context, offset: number): AtReply {
  const { lines } = document;
  const { line } = lines.positionAt(offset);
  const node = nodeAt(document, Math.max(offset, Math.min(lines.startOfLine(line) + lines.indentOf(line).length, lines.endOfLine(line))));
  const journey = above(node, 'journey');
  if (!node || !journey || (journey.implied && journeysOf(document).some(({ implied }) => !implied))) return {};
  const step = above(node, 'step');
  return { journey: idOf(document, journey), ...(step ? { step: idOf(document, step) } : {}), element: idOf(document, node) };
}
