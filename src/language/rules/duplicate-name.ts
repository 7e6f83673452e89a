import { say, short } from '../message.ts';
import { stepsOf } from '../names/facts.ts';
import { type Declaration, nameKey, type SharedScope, sharedScopes } from '../names/folder.ts';
import { childrenOf, type Node, nameOf, nameSpan } from '../tree/node.ts';
import { written } from './edits.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { isMention, isOnlyMention } from './words/mentions.ts';

/** How many of the others a finding points to. */
const shown = 5;

export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'error',
  finds: 'two declarations, stages of a journey or steps of a journey with one name',
  why: 'A name is how one part of a map points to another. When two things share it, an owner, a way or a comparison points to the wrong one.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n  step form\n',
    right: 'journey "Order"\nstage Request\n  step form\n  step form2\n',
  },
  fix: 'Gives the one it stands on a number.',
  needsFolder: true,
  reach: 'journey',
  looksAt: [...sharedScopes, 'stage', 'step'],
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
  const others: Declaration[] = [];
  if (isOnlyMention(node, context.folder)) return;
  for (const declaration of context.folder.find(scope, name)) {
    if (declaration.node !== node && (isMention(node) || !isMention(declaration.node))) others.push(declaration);
    if (others.length === shown) break;
  }
  const [other] = others;
  if (!other) return;
  const shownName = short(written(name));
  yield {
    node,
    ...nameSpan(node),
    message:
      other.document.uri === context.document.uri
        ? say('There are two of `{0} {1}`. Give one of them another name.', scope, shownName)
        : say(
            'There are two of `{0} {1}`; the other is in {2}. Give one of them another name.',
            scope,
            shownName,
            pathFrom(context.document.uri, other.document.uri),
          ),
    fixes: rename(node, (candidate) => context.folder.find(scope, candidate).length > 0),
    related: others.map((declaration) => ({
      document: declaration.document,
      span: nameSpan(declaration.node),
      message: say('The other one'),
    })),
  };
}

function* among(nodes: readonly Node[], word: 'stage' | 'step', { document }: RuleContext): Iterable<Found> {
  const byName = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = nameKey(nameOf(node));
    const list = byName.get(key);
    if (list) list.push(node);
    else if (key) byName.set(key, [node]);
  }
  for (const same of byName.values()) {
    if (same.length < 2) continue;
    for (const node of same) {
      yield {
        node,
        ...nameSpan(node),
        message: say(
          word === 'stage'
            ? 'Another stage of this journey is named {0} too. Give one of them another name; it may keep its title.'
            : 'Another step of this journey is named {0} too. Give one of them another name; it may keep its title.',
          short(written(nameOf(node))),
        ),
        fixes: rename(node, (candidate) => byName.has(nameKey(candidate))),
        related: same
          .slice(0, shown + 1)
          .filter((other) => other !== node)
          .map((other) => ({ document, span: nameSpan(other), message: say('The other one') })),
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
  return [{ title: say('Rename to {0}', short(fresh)), edits: [{ ...nameSpan(node), text: fresh }], preferred: true, decides: true }];
}

/** The way from one file to another, `../teams.journey`, as people write paths. */
function pathFrom(from: string, to: string): string {
  const [here, there] = [from.split('/'), to.split('/')];
  let same = 0;
  while (same < here.length - 1 && same < there.length - 1 && here[same] === there[same]) same++;
  const path = [...new Array<string>(here.length - 1 - same).fill('..'), ...there.slice(same)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
