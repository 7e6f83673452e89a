import type { Rule } from './rule.ts';
import { problems } from './syntax.ts';

export const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  finds: 'a severity, status, type, channel kind, moment, date or duration that the language does not know',
  why: 'Maps are compared, filtered and counted by these words. A severity that only one map knows is seen by nobody.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Three forms" severity hihg\n',
    right: 'journey "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Three forms" severity high\n',
  },
  fix: 'Writes the nearest value of the list.',
  *check({ document }) {
    yield* problems(document, 'unknown-value');
  },
};
