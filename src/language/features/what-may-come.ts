import type { JourneyDocument } from '../document.ts';
import { definitions, type Holder, type StatementDefinition } from '../statements.ts';
import { above, type Node } from '../tree/node.ts';

/** What is open at a place: the thing that a statement written there would belong to. */
export interface Open {
  /** The persona, journey, stage or step above; absent at the top level. */
  innermost: Node | undefined;
  /** A touchpoint, pain or opportunity directly above. */
  holder: Node | undefined;
  document: JourneyDocument;
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
  return { innermost, holder, document };
}

/** The statements that may come, best first: `rank` orders them, 0 … 4. */
export function statementsFor({ innermost, holder }: Open): { definition: StatementDefinition; rank: number }[] {
  const inside = innermost?.kind as Holder | undefined;
  return definitions.flatMap((definition) => {
    const takes = (place: Holder | undefined): boolean => place !== undefined && definition.in.includes(place);
    const repeated = definition.once && innermost?.children.some((child) => child.kind === definition.kind);
    if (repeated) return [];
    if (holder && takes(holder.kind as Holder)) return [{ definition, rank: 0 }];
    if (takes(inside)) return [{ definition, rank: 1 }];
    if (definition.kind === 'step' && inside === 'step') return [{ definition, rank: 2 }];
    if (definition.kind === 'stage' && above(innermost, 'journey')) return [{ definition, rank: 3 }];
    if (takes('file')) return [{ definition, rank: definition.kind === 'journey' ? 3 : 4 }];
    return [];
  });
}
