import { say, short } from '../../message.ts';
import { sharedScopes } from '../../names/folder.ts';
import type { Reference } from '../../names/references.ts';
import { namedScopes } from '../../names/uses.ts';
import { fold } from '../../read/near.ts';
import type { Problem } from '../../read/statement.ts';
import { definitionOf, type Kind, type Part, type Slot } from '../../statements.ts';
import { inFile, type Node } from '../../tree/node.ts';
import { written } from '../edits.ts';
import type { Found, RuleContext } from '../rule.ts';

/**
 * What is said of words that a statement passes over, where they name something (`touchpoint "A" Portal`): the part that takes it. A name
 * that nobody declared may be meant for each of the parts that stand open.
 */
export function strayName(
  node: Node,
  { start, end }: Problem,
  { document, folder }: RuleContext,
): Pick<Found, 'message' | 'fixes'> | undefined {
  if (node.kind === 'unreadable') return undefined;
  const span = inFile(node, { start, end });
  const said = nameIn(document.text.slice(span.start, span.end));
  if (!said) return undefined;
  const open = openParts(node, node.kind);
  const name = declaredAlike(said, open, folder) ?? said;
  const scopes = sharedScopes.filter((scope) => folder.find(scope, name).length > 0);
  const part = open.find(({ takes }) => takes.is === 'ref' && scopes.some((scope) => scope === takes.scope));
  const shown = short(written(name), 30);
  const fixes = (parts: readonly Part[]): Found['fixes'] =>
    parts.map(({ word }) => ({
      title: say('Write `{0}`', `${word} ${shown}`),
      edits: [{ ...span, text: `${word} ${written(name)}` }],
      ...(parts.length === 1 ? { preferred: true as const } : { decides: true as const }),
    }));
  if (part)
    return { message: say('“{0}” is a `{1}`: write `{2} {3}`.', short(name, 30), scopeOf(part), part.word, shown), fixes: fixes([part]) };
  const [scope] = scopes;
  if (scope)
    return {
      message: say('“{0}” is a `{1}`, which `{2}` does not name. It is passed over.', short(name, 30), scope, definitionOf(node.kind).word),
      fixes: [],
    };
  if (!open.length || !/^\p{Lu}/u.test(name)) return undefined;
  const ways = open.map(({ word }) => `\`${word} ${shown}\``).join(', ');
  return { message: say('Say what “{0}” is: {1}. Without its word it is passed over.', short(name, 30), ways), fixes: fixes(open) };
}

/** The declared name that a word in other letters is, `Phone` of `phone`, where a part takes one. */
function declaredAlike(name: string, open: readonly Part[], folder: RuleContext['folder']): string | undefined {
  for (const { takes } of open) {
    const scope = sharedScopes.find((each) => takes.is === 'ref' && each === takes.scope);
    const alike = scope && folder.namesOf(scope).find((each) => fold(each) === fold(name));
    if (alike) return alike;
  }
  return undefined;
}

function scopeOf({ takes }: Part): string {
  return takes.is === 'ref' ? takes.scope : '';
}

/** The parts of a statement that name something and stand open. */
export function openParts({ statement: { items, lists } }: Node, kind: Kind): readonly Part[] {
  return definitionOf(kind).parts.filter(({ word, slot, takes }) => word && takes.is === 'ref' && !items[slot] && !lists[slot]);
}

/** The name that words are: in quotes, or a few of them without. */
function nameIn(text: string): string | undefined {
  const inner = text.replace(/^[\s([]+|[\s)\].;:]+$/g, '');
  const quoted = /^"([^"\\]+)"$/.exec(inner)?.[1];
  if (quoted) return quoted;
  return inner.length <= 60 && inner.split(/\s+/).length <= 4 && /^\p{L}[^",;:|]*$/u.test(inner) ? inner.replace(/\s+/g, ' ') : undefined;
}

/**
 * What is said of a name that stands for one thing and is declared as another (`by Phone`, a channel): the part that takes it, where the
 * statement has one that stands open.
 */
export function declaredOtherwise({ node, item, scope }: Reference, { folder }: RuleContext): Pick<Found, 'message' | 'fixes'> | undefined {
  const declared = namedScopes.find((other) => other !== scope && folder.find(other, item.text).length > 0);
  if (!declared || node.kind === 'unreadable') return undefined;
  const part = openParts(node, node.kind).find(({ takes }) => takes.is === 'ref' && takes.scope === declared);
  const { items, lists } = node.statement;
  const alone = [
    ...Object.entries(items),
    ...Object.entries(lists).flatMap(([slot, [only, more]]) => (only && !more ? [[slot, only] as const] : [])),
  ];
  const slot = alone.find(([, each]) => each === item)?.[0] as Slot | undefined;
  const word = slot && node.statement.words?.[slot];
  const name = short(written(item.text), 30);
  const message = say('“{0}” is a `{1}`, not a `{2}`.', short(item.text, 30), declared, scope);
  if (!part) return { message, fixes: [] };
  return {
    message: say('{0} Write `{1}`.', message, `${part.word} ${name}`),
    fixes: word
      ? [
          {
            title: say('Write `{0}`', `${part.word} ${name}`),
            edits: [{ ...inFile(node, word), text: part.word }],
            preferred: true,
            decides: true,
          },
        ]
      : [],
  };
}
