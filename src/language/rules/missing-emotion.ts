import { english, say, short } from '../message.ts';
import { absentAt, journeysOf, personasOf, stepsOf } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { fold, nearest } from '../read/near.ts';
import { isEveryone } from '../read/other-words.ts';
import { childrenOf, type Node, nameSpan, textOf, titleOf } from '../tree/node.ts';
import { choices, insertBelow, insertBeside, literal, toWrite, written } from './edits.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

export const missingEmotion: Rule = {
  code: 'missing-emotion',
  severity: 'warning',
  finds: 'a step with no `feels` for a persona of the journey who is not `absent`',
  why: 'The curve of feelings shows where a journey is won or lost. A step without one is a gap: the reader cannot tell a good moment from one that nobody asked about.',
  example: {
    wrong: 'persona Vera\njourney "Order" for Vera\nstage Request\n  step form "Look for the form"\n    does "Searches the intranet"\n',
    right:
      'persona Vera\njourney "Order" for Vera\nstage Request\n  step form "Look for the form"\n    does "Searches the intranet"\n    feels -1 "lost"\n',
  },
  fix: 'Inserts `feels` with a choice of scores and the cursor at the word.',
  reach: 'stage',
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const personas = personasOf(journey).map(({ text }) => text);
      for (const step of stepsOf(journey)) yield* inStep(step, personas, context);
    }
  },
};

function* inStep(step: Node, personas: readonly string[], { document, folder, tongue = english }: RuleContext): Iterable<Found> {
  if (step.implied || (!titleOf(step) && !step.children.length)) return; // half typed: what is missing is said already
  const silent = whoIsSilent(step, personas, folder);
  if (!silent.length) return;
  const who = silent.length < personas.length ? silent : [''];
  const statements = who.map((persona, index) => {
    const named = persona ? `${literal(written(persona))} ` : '';
    return `feels ${named}${choices(index * 2 + 1, ['-1', '0', '1', '-2', '2'])} ${toWrite(index * 2 + 2, tongue('word'))}`;
  });
  const behind = [...step.children].reverse().find(({ kind }) => ['at', 'takes', 'does', 'thinks', 'says', 'sees', 'hears'].includes(kind));
  const title = titleOf(step) ? say('“{0}”', short(titleOf(step))) : say('this step');
  yield {
    node: step,
    ...nameSpan(step),
    message: who[0]
      ? say(
          who.length > 1
            ? 'Nobody says how {0} feel at {1}. Add a score from -2 to +2 and a word for each: feels {2} -1 "lost".'
            : 'Nobody says how {0} feels at {1}. Add a score from -2 to +2 and a word: feels {2} -1 "lost".',
          who.join(', '),
          title,
          written(who[0]),
        )
      : say('Nobody says how the customer feels at {0}. Add a score from -2 to +2 and a word: feels -1 "lost".', title),
    fixes: [
      {
        title: who.length > 1 ? say('Say how they feel') : say('Say how it feels: insert `feels`'),
        edits: [behind ? insertBeside(document, behind, statements, true) : insertBelow(document, step, statements, true)],
        preferred: true,
      },
    ],
  };
}

/**
 * The personas of whom no `feels` of a step speaks and who are not absent; one of no name where the journey is for nobody. A `feels` whose score
 * cannot be read counts, and so does one of nearly the name of a persona whom nobody declared, or of all: these are findings already.
 */
function whoIsSilent(step: Node, personas: readonly string[], folder: RuleContext['folder']): string[] {
  const feels = childrenOf(step, 'feels').map((node) => textOf(node, 'persona'));
  if (!personas.length) return feels.length ? [] : [''];
  if (feels.includes(undefined)) return [];
  const covered = new Set([...feels.map((persona) => nameKey(persona ?? '')), ...absentAt(step)]);
  const named = feels.flatMap((persona) => persona ?? []);
  const others = named.filter((persona) => !folder.find('persona', persona).length);
  if (others.some((persona) => isEveryone(fold(persona)))) return [];
  const isMeant = (persona: string): boolean =>
    nearest(persona, folder.find('persona', persona).length ? others : named.filter((other) => nameKey(other) !== nameKey(persona))) !==
    undefined;
  return personas.filter((persona) => !covered.has(nameKey(persona)) && !isMeant(persona));
}
