import { say } from '../message.ts';
import { plainDigits } from '../read/digits.ts';
import { firstNumber, scoreOf } from '../read/values.ts';
import { inFile, ofKind } from '../tree/node.ts';
import type { FoundFix, Rule } from './rule.ts';

export const scoreOutOfRange: Rule = {
  code: 'score-out-of-range',
  severity: 'error',
  finds: 'a score outside -2 … +2, or one that is not whole',
  why: 'All curves share one scale, so that two maps can be laid side by side. A score beyond it is drawn at its end.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    feels 5 "happy"\n',
    right: 'journey "Order"\nstage Request\n  step form\n    feels 2 "happy"\n',
  },
  fix: 'Takes the nearest score, or rescales from 1–5 or 1–10.',
  reach: 'stage',
  *check({ document }) {
    for (const node of ofKind(document.nodes, 'feels')) {
      const item = node.statement.items.score;
      if (!item) continue;
      const score = scoreOf(item.text);
      if (score !== undefined && Number.isInteger(score) && score >= -2 && score <= 2) continue;
      const span = inFile(node, item);
      const fixes = meanings(item.text, score).map(
        ([from, value], index): FoundFix => ({
          title: from ? say('Write {0} (from {1})', value, from) : say('Write {0}', value),
          edits: [{ ...span, text: String(value) }],
          ...(index === 0 ? { preferred: true as const, decides: true as const } : {}),
        }),
      );
      const [given, best] = plainDigits(item.text).split('/');
      const message =
        best && fixes.length
          ? say('Feelings go from -2 to +2. {0} of {1} is {2}.', given as string, best, signed(meanings(item.text, score)[0]?.[1] ?? 0))
          : say('Feelings go from -2 to +2, in whole steps; {0} does not.', item.text);
      yield { node, ...span, message, fixes };
    }
  },
};

/** What a score may have meant, each with the scale it comes from: nothing where it is merely the nearest. */
function meanings(text: string, score: number | undefined): [string, number][] {
  const fraction = /^(\d+(?:[.,]\d+)?)\/(\d+)$/.exec(plainDigits(text));
  const percent = /^(\d+(?:[.,]\d+)?) ?%$/.exec(plainDigits(text));
  if (percent) return [['0–100%', Math.max(-2, Math.min(2, Math.round(Number((percent[1] as string).replace(',', '.')) / 25 - 2))) + 0]];
  if (fraction) {
    const best = Number(fraction[2]);
    const given = Number((fraction[1] as string).replace(',', '.'));
    return best > 1 && given <= best ? [[`1–${best}`, rescale(given, best)]] : [];
  }
  const number = score ?? firstNumber(text);
  if (number === undefined) return [];
  const nearest = Math.max(-2, Math.min(2, Math.round(number))) + 0;
  const isBetween = !Number.isInteger(number) && Math.abs(number) < 2;
  const found: [string, number][] = isBetween
    ? [Math.round(number), Math.floor(number), Math.ceil(number)].map((each) => ['', each + 0])
    : [['', nearest]];
  if (Number.isInteger(number) && number >= 1 && number <= 5) found.push(['1–5', rescale(number, 5)]);
  if (Number.isInteger(number) && number >= 1 && number <= 10) found.push(['1–10', rescale(number, 10)]);
  return found.filter(([, value], index) => found.findIndex(([, other]) => other === value) === index);
}

function signed(score: number): string {
  return score > 0 ? `+${score}` : String(score);
}

function rescale(given: number, best: number): number {
  return Math.max(-2, Math.min(2, Math.round(((given - 1) / (best - 1)) * 4 - 2))) + 0;
}
