import { say, short } from '../message.ts';
import { nameKey } from '../names/folder.ts';
import { namedScopes, undeclaredIn, unnamed } from '../names/uses.ts';
import { fold, nearest } from '../read/near.ts';
import { type Node, nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { removeWhole, written } from './edits.ts';
import type { Rule } from './rule.ts';

export const unusedDeclaration: Rule = {
  code: 'unused-declaration',
  severity: 'hint',
  finds:
    'a team, channel, system or persona that no file of the folder names, once one of them has a step and, for a persona, every journey is for somebody',
  why: 'Those who read the map take each declared team or persona for part of the story. One that nothing names was forgotten on the map, or should be forgotten here.',
  example: {
    wrong:
      'team Desk\nteam Legal\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline via Phone owner Desk\n',
    right: 'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline via Phone owner Desk\n',
  },
  fix: 'Takes the declaration away, with what stands below it.',
  needsFolder: true,
  *check({ document, folder }) {
    const declared = document.roots.flatMap((node) => {
      const scope = namedScopes.find((candidate) => candidate === node.kind);
      const key = nameKey(nameOf(node));
      return scope && !node.misplaced && !hasBrokenName(node) && key ? [{ node, scope, key }] : [];
    });
    for (const { node, scope } of declared.length ? unnamed(declared, document, folder) : []) {
      const misspelt = undeclaredIn(document, scope, folder);
      if (misspelt.some((name) => isMeant(name, node, folder.namesOf(scope)))) continue; // it is told there
      yield {
        node,
        ...nameSpan(node),
        message: say(
          'Nothing in this folder names `{0} {1}`. Name it where it takes part, or take it away.',
          scope,
          short(written(nameOf(node))),
        ),
        // Not preferred: to fix all in a file must not throw away what somebody has yet to use.
        fixes: [{ title: say('Take it away'), edits: [removeWhole(document, node)] }],
        faded: true,
      };
    }
  },
};

/** Whether a name that nobody declared is the title of a thing, or its name misspelt. */
function isMeant(name: string, node: Node, declared: readonly string[]): boolean {
  return fold(name) === fold(titleOf(node)) || nearest(name, declared) === nameOf(node);
}

/** Whether a declaration cannot be read as it stands, so that others may name it otherwise. */
function hasBrokenName({ statement }: Node): boolean {
  return statement.problems.some(({ code }) => code === 'syntax');
}
