import { say } from '../message.ts';
import { stepsOf } from '../names/facts.ts';
import { nameKey, type SharedScope, sharedScopes } from '../names/folder.ts';
import { childrenOf, nameOf, nameSpan, type Node } from '../tree/node.ts';
import { written } from './edits.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'error',
  finds: 'two declarations, stages of a journey or steps of a journey with one name',
  why: 'A name is how one part of a map points to another. When two things share it, an owner, a way or a comparison points to the wrong one.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n  step form\n',
    right: 'journey "Order"\nstage Request\n  step form\n  step form2\n',
  },
  fix: 'Renames the second.',
  needsFolder: true,
  *check(context) {
    for (const node of context.document.roots) {
      const scope = sharedScopes.find((candidate) => candidate === node.kind);
      if (scope && nameKey(nameOf(node))) yield* declaredElsewhere(node, scope, context);
      if (node.kind === 'journey') {
        yield* among(childrenOf(node, 'stage'), 'stage', context);
        yield* among(stepsOf(node), 'step', context);
      }
    }
  },
};

function* declaredElsewhere(node: Node, scope: SharedScope, context: RuleContext): Iterable<Found> {
  const name = nameOf(node);
  const others = context.folder.find(scope, name).filter((declaration) => declaration.node !== node);
  const [other] = others;
  if (!other) return;
  const where = other.document === context.document ? '' : ` (${fileName(other.document.uri)})`;
  yield {
    node,
    ...nameSpan(node),
    message: say('There are two of `{0} {1}`{2}. Give one of them another name.', scope, written(name), where),
    fixes: rename(node, (candidate) => context.folder.find(scope, candidate).length > 0),
    related: others.map((declaration) => ({ document: declaration.document, span: nameSpan(declaration.node), message: say('The other one') })),
  };
}

function* among(nodes: readonly Node[], word: string, { document }: RuleContext): Iterable<Found> {
  const seen = new Map<string, Node>();
  const taken = new Set(nodes.map((node) => nameKey(nameOf(node))));
  for (const node of nodes) {
    const key = nameKey(nameOf(node));
    if (!key) continue;
    const first = seen.get(key);
    if (!first) seen.set(key, node);
    else {
      yield {
        node,
        ...nameSpan(node),
        message: say('This journey has a {0} named {1} already. Give this one another name; it may keep its title.', word, written(nameOf(node))),
        fixes: rename(node, (candidate) => taken.has(nameKey(candidate))),
        related: [{ document, span: nameSpan(first), message: say('The first one') }],
      };
    }
  }
}

function rename(node: Node, isTaken: (name: string) => boolean): Found['fixes'] {
  const name = nameOf(node);
  let number = 2;
  const spaced = /\s/.test(name) ? ' ' : '';
  while (isTaken(`${name}${spaced}${number}`)) number++;
  const fresh = written(`${name}${spaced}${number}`);
  return [{ title: say('Rename to {0}', fresh), edits: [{ ...nameSpan(node), text: fresh }], preferred: true }];
}

function fileName(uri: string): string {
  const last = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
