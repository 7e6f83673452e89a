import type { JourneyDocument } from '../../document.ts';
import { type Message, say, short } from '../../message.ts';
import type { Folder, SharedScope } from '../../names/folder.ts';
import { inQuotes } from '../../read/items.ts';
import { definitionOf } from '../../statements.ts';
import { type Node, nameOf } from '../../tree/node.ts';
import { appendTo, remove, written } from '../edits.ts';
import type { FoundFix } from '../rule.ts';
import { openParts } from './stray-name.ts';

/* Declarations in the middle of a journey that only name what is declared elsewhere: `channel Web` below a touchpoint, for `via Web`. */

/** How each is named by what it takes part in. */
const named: Readonly<Partial<Record<Node['kind'], string>>> = {
  channel: 'touchpoint "…" via',
  team: 'touchpoint "…" owner',
  system: 'backstage "…" using',
  persona: 'journey "…" for',
};

/** How a thing of a kind that is declared is named within a journey. */
export function namedBy(kind: Node['kind'], name: string): string | undefined {
  const words = named[kind];
  return words && `${words} ${name}`;
}

/** Whether a declaration stands within a journey and says nothing but a name. */
export function isMention({ kind, misplaced, children, statement: { items } }: Node): boolean {
  return (
    misplaced === true && named[kind] !== undefined && children.length === 0 && items.name !== undefined && Object.keys(items).length === 1
  );
}

/** Whether a declaration says nothing but a name that another one declares. */
export function isOnlyMention(node: Node, folder: Folder): boolean {
  return isMention(node) && folder.find(node.kind as SharedScope, nameOf(node)).some((other) => !isMention(other.node));
}

/** What to say of such a declaration: how the thing is named, and the statement above that may name it. */
export function mention(node: Node, document: JourneyDocument): { message: Message; fixes: FoundFix[] } {
  const name = written(nameOf(node));
  const taker = takerAbove(node, document);
  const fixes: FoundFix[] = taker
    ? [
        {
          title: say('Write `{0}` behind `{1}`', `${taker.word} ${short(name, 30)}`, short(saidOf(taker.node), 40)),
          edits: [appendTo(taker.node, `${taker.word} ${name}`), remove(document, node)],
          decides: true,
        },
      ]
    : [];
  return {
    message: say(
      'Within a journey a `{0}` is named by what it takes part in: `{1}`.',
      node.kind,
      namedBy(node.kind, short(name, 30)) ?? '',
    ),
    fixes,
  };
}

/** The word and the name or text of a statement. */
function saidOf({ kind, statement: { items } }: Node): string {
  const { name, text } = items;
  return `${kind} ${name ? written(name.text) : text ? inQuotes(text.text) : ''}`.trim();
}

/** The step that somebody wrote last above an offset, in the same journey. */
export function stepAbove({ whole, ...part }: JourneyDocument, offset: number): Node | undefined {
  let [step, start] = [undefined as Node | undefined, -1];
  for (const node of (whole ?? part).nodes) {
    const at = node.base + node.statement.start;
    if (node.implied || at >= offset || at < start || !['journey', 'stage', 'step'].includes(node.kind)) continue;
    [step, start] = [node.kind === 'step' ? node : undefined, at];
  }
  return step;
}

/** The last statement of the step above that can name a thing and does not yet, and the word for it. */
function takerAbove(node: Node, document: JourneyDocument): { node: Node; word: string } | undefined {
  const start = node.base + node.statement.start;
  const step = stepAbove(document, start);
  if (!step) return undefined;
  for (const child of step.children.toReversed()) {
    if (child.kind === 'unreadable' || child.base + child.statement.start > start) continue;
    const takes = definitionOf(child.kind).parts.find((part) => part.takes.is === 'ref' && part.takes.scope === node.kind);
    if (takes) return openParts(child, child.kind).includes(takes) ? { node: child, word: takes.word } : undefined;
  }
  return undefined;
}
