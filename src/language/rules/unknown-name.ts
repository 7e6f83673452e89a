import { say, short } from '../message.ts';
import { stepsOf } from '../names/facts.ts';
import { nameKey, type SharedScope } from '../names/folder.ts';
import { type Reference, referencesIn, resolve } from '../names/references.ts';
import { nearest } from '../read/near.ts';
import { above, inFile, nameOf, type Node } from '../tree/node.ts';
import { declare, written } from './edits.ts';
import type { FoundFix, Rule, RuleContext } from './rule.ts';

export const unknownName: Rule = {
  code: 'unknown-name',
  severity: 'warning',
  finds: 'a persona, team, channel, system, step or journey that no file of the folder declares',
  why: 'A name that nobody declared is often a misspelt one: then two teams seem to share what one answers for. It is drawn all the same, as undeclared.',
  example: {
    wrong: 'team "Service desk"\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline via Phone owner "Service dsk"\n',
    right: 'team "Service desk"\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline via Phone owner "Service desk"\n',
  },
  fix: 'Takes the nearest declared name, or declares this one.',
  needsFolder: true,
  *check(context) {
    for (const node of context.document.nodes) {
      for (const reference of referencesIn(node)) {
        if (!nameKey(reference.item.text) || resolve(reference, context).length) continue;
        if (node.kind === 'replaces' || node.kind === 'drops') continue; // without the map that is improved nothing can be said
        const { item, scope } = reference;
        yield {
          node,
          ...inFile(node, item),
          message: say('No {0} is named {1}{2}.', scope, `“${short(item.text)}”`, scope === 'step' ? ' in this journey' : ' in this folder'),
          fixes: fixesFor(reference, node, context),
        };
      }
    }
  },
};

function fixesFor({ item, scope }: Reference, node: Node, { document, folder }: RuleContext): FoundFix[] {
  const journey = above(node, 'journey');
  const known = scope === 'step' ? (journey ? stepsOf(journey).map(nameOf) : []) : scope === 'stage' ? [] : folder.namesOf(scope as SharedScope);
  const near = nearest(item.text, known.filter(Boolean));
  const fixes: FoundFix[] = [];
  if (near) fixes.push({ title: say('Did you mean {0}?', written(near)), edits: [{ ...inFile(node, item), text: written(near) }], preferred: true });
  if (scope !== 'step' && scope !== 'journey') {
    fixes.push({ title: say('Declare {0} {1}', scope, written(item.text)), edits: [declare(document, `${scope} ${written(item.text)}`)], ...(near ? {} : { preferred: true }) });
  }
  return fixes;
}
