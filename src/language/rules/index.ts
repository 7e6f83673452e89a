import { duplicateName } from './duplicate-name.ts';
import { givenTwice } from './given-twice.ts';
import { misplacedStatement } from './misplaced-statement.ts';
import { missingChannel } from './missing-channel.ts';
import { missingEmotion } from './missing-emotion.ts';
import { missingGoal } from './missing-goal.ts';
import { missingPersona } from './missing-persona.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { scoreOutOfRange } from './score-out-of-range.ts';
import { foreign, syntax } from './syntax.ts';
import { unknownName } from './unknown-name.ts';
import { unknownValue } from './unknown-value.ts';
import { unownedTouchpoint } from './unowned-touchpoint.ts';

/** All rules, in the order in which their findings are listed. */
export const rules: readonly Rule[] = [
  syntax,
  misplacedStatement,
  unknownValue,
  givenTwice,
  duplicateName,
  scoreOutOfRange,
  unknownName,
  missingPersona,
  missingGoal,
  missingEmotion,
  missingChannel,
  unownedTouchpoint,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

/**
 * The findings of a file, in the order of the file.
 *
 * @param folderKnown - Whether all files of the folder have been read; without them, rules that need their names are left out.
 */
export function check(context: RuleContext, folderKnown = true): Finding[] {
  const findings: Finding[] = [];
  const lost = new Set([...foreign(context.document)].flat());
  for (const rule of rules) {
    const severity = context.folder.settings.rules.get(rule.code)?.severity ?? rule.severity;
    if (severity === 'off' || (rule.needsFolder && !folderKnown)) continue;
    for (const found of rule.check(context)) {
      if (rule === syntax || !lost.has(found.node)) findings.push({ ...found, code: rule.code, severity });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}
