import { english, say, short } from '../message.ts';
import { isHypothesis, isInPlace, journeysOf, stepsOf } from '../names/facts.ts';
import { childrenOf, nameSpan, textOf, titleOf } from '../tree/node.ts';
import { insertBeside, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const unsupportedMoment: Rule = {
  code: 'unsupported-moment',
  severity: 'info',
  finds: 'a key moment with no `evidence`, neither at its step nor at its stage or journey; not on a `future` map',
  why: 'Key moments are where the money goes. One that rests on no interview, survey or comment is our guess, and is drawn as one.',
  example: {
    wrong: 'journey "Order"\nstage Wait\n  step wait\n    feels -2 "forgotten"\n    moment truth "Here she stops believing us"\n',
    right:
      'journey "Order"\nstage Wait\n  step wait\n    feels -2 "forgotten"\n    moment truth "Here she stops believing us"\n    evidence "6 interviews, spring 2026"\n',
  },
  fix: 'Inserts `evidence` with the cursor in its text.',
  reach: 'stage',
  *check({ document, tongue = english }) {
    for (const journey of journeysOf(document)) {
      const [type] = childrenOf(journey, 'type');
      if (type && textOf(type, 'choice') === 'future') continue; // what is not yet there can have been seen by nobody
      for (const step of stepsOf(journey)) {
        const moment = childrenOf(step, 'moment').find(isInPlace);
        if (!moment || !isHypothesis(step)) continue;
        const evidence = `evidence ${toWrite(1, tongue('what it rests on'))}`;
        yield {
          node: moment,
          ...nameSpan(moment),
          message: say(
            'What tells us that “{0}” is a key moment? Say what it rests on: `evidence "…"`.',
            short(titleOf(step) || (textOf(moment, 'text') ?? '')),
          ),
          fixes: [{ title: say('Insert `{0}`', 'evidence'), edits: [insertBeside(document, moment, [evidence], true)], preferred: true }],
        };
      }
    }
  },
};
