import { dataFilesIn } from '../names/data.ts';
import { picturesIn } from '../names/pictures.ts';
import { actionWithoutOwner } from './action-without-owner.ts';
import { conflictingPromise } from './conflicting-promise.ts';
import { duplicateName } from './duplicate-name.ts';
import { emptyJourney } from './empty-journey.ts';
import { emptyStage } from './empty-stage.ts';
import { emptyText } from './empty-text.ts';
import { flatCurve } from './flat-curve.ts';
import { futureNotBetter } from './future-not-better.ts';
import { givenTwice } from './given-twice.ts';
import { ignoreWithoutReason } from './ignore-without-reason.ts';
import { Ignores } from './ignores.ts';
import type { Kept } from './kept.ts';
import { measuredOtherwise } from './measured-otherwise.ts';
import { misleadingIndentation } from './misleading-indentation.ts';
import { misplacedStatement } from './misplaced-statement.ts';
import { missingBusinessGoal } from './missing-business-goal.ts';
import { missingChannel } from './missing-channel.ts';
import { missingEmotion } from './missing-emotion.ts';
import { missingGoal } from './missing-goal.ts';
import { missingPersona } from './missing-persona.ts';
import { missingType } from './missing-type.ts';
import { noKeyMoment } from './no-key-moment.ts';
import { opportunityWithoutAction } from './opportunity-without-action.ts';
import { overdueAction } from './overdue-action.ts';
import { painWithoutOpportunity } from './pain-without-opportunity.ts';
import { powerlessListening } from './powerless-listening.ts';
import type { Finding, Found, Rule, RuleContext } from './rule.ts';
import { scoreOutOfRange } from './score-out-of-range.ts';
import { singleChannel } from './single-channel.ts';
import { staleMap } from './stale-map.ts';
import { foreign, syntax } from './syntax.ts';
import { tooLong } from './too-long.ts';
import { tooManyPersonas } from './too-many-personas.ts';
import { unansweredWait } from './unanswered-wait.ts';
import { unexplainedLow } from './unexplained-low.ts';
import { unheardMoment } from './unheard-moment.ts';
import { unknownName } from './unknown-name.ts';
import { unknownValue } from './unknown-value.ts';
import { unmetExpectation } from './unmet-expectation.ts';
import { unnamedHandoff } from './unnamed-handoff.ts';
import { unownedTouchpoint } from './unowned-touchpoint.ts';
import { unreachableStep } from './unreachable-step.ts';
import { unreadableData } from './unreadable-data.ts';
import { unreadablePhoto } from './unreadable-photo.ts';
import { unsupportedMoment } from './unsupported-moment.ts';
import { unusedDeclaration } from './unused-declaration.ts';
import { unusedIgnore } from './unused-ignore.ts';

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
  emptyText,
  emptyJourney,
  emptyStage,
  missingType,
  missingBusinessGoal,
  noKeyMoment,
  unheardMoment,
  unexplainedLow,
  flatCurve,
  singleChannel,
  powerlessListening,
  tooLong,
  tooManyPersonas,
  staleMap,
  unusedDeclaration,
  misleadingIndentation,
  unreadableData,
  unreadablePhoto,
  unansweredWait,
  unnamedHandoff,
  conflictingPromise,
  unmetExpectation,
  painWithoutOpportunity,
  opportunityWithoutAction,
  actionWithoutOwner,
  overdueAction,
  unsupportedMoment,
  measuredOtherwise,
  futureNotBetter,
  unreachableStep,
  ignoreWithoutReason,
  unusedIgnore, // asks what has been silenced of all the others
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));
const codes: ReadonlySet<string> = new Set(byCode.keys());

/** The rule of a code. */
export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

/** Of one rule's findings in a file no more are told: nobody reads on, and editors list no more. */
const mostOfOne = 1000;

/**
 * The findings of a file, in the order of the file, without those that a comment silences.
 *
 * @param folderKnown - Whether all files of the folder have been read; without them, rules that need their names are left out.
 * @param kept - What was found in the version before, for this one to go on from; the findings are the same as without it.
 */
export function check(context: RuleContext, folderKnown = true, kept?: Kept): Finding[] {
  kept?.turnTo(context);
  const findings: Finding[] = [];
  const lost = new Set(foreign(context.document));
  const ignores = new Ignores(context.document, codes);
  for (const rule of rules) {
    const set = context.folder.settings.rules.get(rule.code)?.severity;
    const severity = set ?? rule.severity;
    if (severity === 'off' || (rule.needsFolder && !folderKnown)) continue;
    if (!rule.needsData || isDataRead(context)) ignores.ask(rule.code);
    let count = 0;
    for (const found of foundBy(rule, { ...context, ignores }, kept)) {
      if (rule !== syntax && lost.has(found.node)) continue;
      if (++count > mostOfOne) break;
      if (!ignores.silence(rule.code, found))
        findings.push({ ...found, code: rule.code, severity: (set === undefined && found.severity) || severity });
    }
  }
  kept?.done();
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether it is known of all data files and pictures that a map names what they hold, or why that cannot be known. */
function isDataRead({ document, folder }: RuleContext): boolean {
  return (
    dataFilesIn(document).every((path) => folder.data.find(document.uri, path) !== undefined) &&
    picturesIn(document).every((path) => folder.data.picture(document.uri, path) !== undefined)
  );
}

function foundBy(rule: Rule, context: RuleContext, kept: Kept | undefined): Iterable<Found> {
  // Of very many those are told that come first in the file, not those of the first parts.
  return (rule.reach && kept?.find(rule, context, mostOfOne)) ?? rule.check(context);
}
