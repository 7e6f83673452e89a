import type { Location } from 'vscode-languageserver-types';
import { nodeAt } from '../language/document.ts';
import { type Context, journeysOf } from '../language/names/facts.ts';
import type { Finding } from '../language/rules/rule.ts';
import { idOf, nodeOf } from '../language/tree/ids.ts';
import { above, nameSpan, titleOf } from '../language/tree/node.ts';
import { buildMap } from '../map/build.ts';
import { marksOf } from './marks.ts';
import type { AtReply, MapReply } from './protocol.ts';

/** The map that a view shows of a file, with its findings. */
export function mapReply(context: Context, findings: readonly Finding[], journey: string | undefined): MapReply {
  const { document } = context;
  const all = journeysOf(document);
  const journeys = all.map((node) => ({ id: idOf(document, node), title: titleOf(node) }));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const shown = all.find((node) => idOf(document, node) === journey) ?? all[0];
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
  return { version: document.version, map, journeys, marks: marksOf(map, findings, context), errors };
}

/** Where an element of a map stands in the text, also where another file of the folder declares it. */
export function locateElement({ document, folder }: Context, id: string): Location | null {
  // A feeling spread over personas, and what a touchpoint has from elsewhere, stand where the statement stands that says it.
  const own = id.replace(/(\/feels:\d+)@.*$/s, '$1').replace(/\/(listens|promises):said:\d+$/, '');
  for (const candidate of [document, ...folder.all()]) {
    const node = nodeOf(candidate, own);
    if (!node || node.implied) continue;
    const { start, end } = nameSpan(node);
    return { uri: candidate.uri, range: candidate.lines.rangeOf(start, end) };
  }
  return null;
}

/** The journey, step and statement at an offset. */
export function whatIsAt({ document }: Context, offset: number): AtReply {
  const node = nodeAt(document, offset);
  const journey = above(node, 'journey');
  if (!node || !journey) return {};
  const step = above(node, 'step');
  return { journey: idOf(document, journey), ...(step ? { step: idOf(document, step) } : {}), element: idOf(document, node) };
}
