import type { JourneyDocument } from '../document.ts';
import { definitions, type Holder, type StatementDefinition } from '../statements.ts';
import { above, inFile, type Node } from '../tree/node.ts';

/** What is open at a place: the thing that a statement written there would belong to. */
export interface Open {
  /** The persona, journey, stage or step above; absent at the top level. */
  innermost: Node | undefined;
  /** A touchpoint, pain or opportunity directly above. */
  holder: Node | undefined;
  document: JourneyDocument;
  /** Where the statement would begin; one that begins there already is being written anew. */
  offset: number;
}

const containers: readonly Node['kind'][] = ['persona', 'journey', 'stage', 'step'];
const holders: readonly Node['kind'][] = ['touchpoint', 'pain', 'opportunity'];

/** What is open for a statement that would begin at an offset. */
export function openAt(document: JourneyDocument, offset: number): Open {
  let last: Node | undefined;
  for (const node of document.nodes) {
    if (node.implied || node.base + node.statement.start >= offset) continue;
    if (!last || node.base + node.statement.start > last.base + last.statement.start) last = node;
  }
  let innermost = last;
  while (innermost && !containers.includes(innermost.kind)) innermost = innermost.parent;
  const holder = [last, last?.parent].find((node) => node && holders.includes(node.kind));
  return { innermost, holder, document, offset };
}

/** What most maps say, in the order in which it is mostly written; the rest comes behind it. */
const usual: readonly string[] = [
  'goal',
  'business goal',
  'step',
  'does',
  'thinks',
  'says',
  'sees',
  'hears',
  'feels',
  'touchpoint',
  'listens',
  'promises',
  'moment',
  'pain',
  'opportunity',
  'action',
  'silence',
];

/** The statements that may come, the likeliest first. Those of one `rank`, 0 … 4, belong to the same holder. */
export function statementsFor({ innermost, holder, offset }: Open): { definition: StatementDefinition; rank: number }[] {
  const inside = innermost?.kind as Holder | undefined;
  const takes = (place: Holder | undefined, definition: StatementDefinition): boolean =>
    place !== undefined && definition.in.includes(place);
  const isRewritten = (node: Node): boolean => inFile(node, node.statement.keyword).start === offset;
  const rankOf = (definition: StatementDefinition): number | undefined => {
    if (definition.once && innermost?.children.some((child) => child.kind === definition.kind && !isRewritten(child))) return undefined;
    if (holder && takes(holder.kind as Holder, definition)) return 0;
    if (takes(inside, definition)) return 1;
    if (definition.kind === 'step' && inside === 'step') return 2;
    if (definition.kind === 'stage' && above(innermost, 'journey')) return 3;
    if (takes('file', definition)) return definition.kind === 'journey' ? 3 : 4;
    return undefined;
  };
  const place = (definition: StatementDefinition, rank: number): number => {
    const at = rank > 1 ? -1 : usual.indexOf(definition.word);
    return at < 0 ? usual.length : at;
  };
  return definitions
    .flatMap((definition) => {
      const rank = rankOf(definition);
      return rank === undefined ? [] : [{ definition, rank }];
    })
    .sort((a, b) => a.rank - b.rank || place(a.definition, a.rank) - place(b.definition, b.rank));
}
