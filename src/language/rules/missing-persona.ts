import { english, say, short } from '../message.ts';
import { journeysOf, personasOf } from '../names/facts.ts';
import { inQuotes } from '../read/items.ts';
import { nameSpan, titleOf } from '../tree/node.ts';
import { appendTo, declare, written } from './edits.ts';
import type { FoundFix, Rule } from './rule.ts';

export const missingPersona: Rule = {
  code: 'missing-persona',
  severity: 'warning',
  finds: 'a journey that is `for` nobody',
  why: 'A journey is somebody’s. Without a persona it shows how we imagine customers in general, and nobody can say whether it is true.',
  example: {
    wrong: 'journey "Order"\nstage Request\n',
    right: 'persona Vera "Vera Cruz"\njourney "Order" for Vera\nstage Request\n',
  },
  fix: 'Names one of the personas that are declared, or declares one.',
  needsFolder: true,
  *check({ document, folder, tongue = english }) {
    for (const journey of journeysOf(document)) {
      if (journey.implied || !titleOf(journey) || personasOf(journey).length) continue;
      const declared = folder.namesOf('persona').slice(0, 5);
      const fixes: FoundFix[] = declared.map((name) => ({
        title: say('This is the journey of {0}', name),
        edits: [appendTo(journey, `for ${written(name)}`)],
      }));
      if (!declared.length) {
        fixes.push({
          title: say('Declare a persona and name it here'),
          edits: [
            declare(document, `persona ${written(tongue('Customer'))} ${inQuotes(tongue('A customer'))}`),
            appendTo(journey, `for ${written(tongue('Customer'))}`),
          ],
        });
      }
      if (fixes.length === 1 && fixes[0]) fixes[0] = { ...fixes[0], preferred: true, decides: true };
      yield {
        node: journey,
        ...nameSpan(journey),
        message: say('Nobody travels on “{0}”. Say whose journey it is: for Vera.', short(titleOf(journey))),
        fixes,
      };
    }
  },
};
