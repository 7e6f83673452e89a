import type { JourneyDocument } from '../document.ts';
import { type Message, say, short } from '../message.ts';
import { stepsOf } from '../names/facts.ts';
import { nameKey, type SharedScope } from '../names/folder.ts';
import { improvedBy, namingKinds, type Reference, referencesAmong, resolve } from '../names/references.ts';
import { inQuotes } from '../read/items.ts';
import { fold, nearest } from '../read/near.ts';
import { choiceMeant } from '../read/other-words.ts';
import { definitionOf } from '../statements.ts';
import { above, inFile, type Node, nameOf } from '../tree/node.ts';
import { declare, lineBreakOf, written } from './edits.ts';
import type { FoundFix, Rule, RuleContext } from './rule.ts';
import { everyone, strangers, titleForName, travel } from './words/known-otherwise.ts';
import { isOfWhole, nameMeant } from './words/meant-name.ts';
import { declaredOtherwise } from './words/stray-name.ts';

export const unknownName: Rule = {
  code: 'unknown-name',
  severity: 'warning',
  finds:
    'a persona, team, channel, system, step or journey that no file of the folder declares, and a persona at a step whose journey it is not',
  why: 'A name that nobody declared is often a misspelt one: then two teams seem to share what one answers for. It is drawn all the same, as undeclared. A persona who is felt for at a step and does not travel is missed at all the others.',
  example: {
    wrong:
      'team "Service desk"\nchannel Phone phone\njourney "Order"\nstage Request owner "Service desk"\n  step call\n    touchpoint Hotline via Phone owner "Service dsk"\n',
    right:
      'team "Service desk"\nchannel Phone phone\njourney "Order"\nstage Request owner "Service desk"\n  step call\n    touchpoint Hotline via Phone owner "Service desk"\n',
  },
  fix: 'Takes the nearest declared name, or declares this one; adds a persona to those whose journey it is.',
  needsFolder: true,
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', ...namingKinds],
  *check(context) {
    const references = referencesAmong(context.document.nodes);
    yield* strangers(references, context);
    for (const reference of references) {
      const { node } = reference;
      if (!nameKey(reference.item.text) || resolve(reference, context).length || isOfWhole(reference, context)) continue;
      if (isOfAnother(node) && !stepsMeant(node, context).length) continue; // without the map that is improved nothing can be said
      const { item, scope } = reference;
      const message = unknown(scope, short(item.text), isOfAnother(node));
      const otherwise = declaredOtherwise(reference, context);
      if (otherwise) {
        const others = fixesFor(reference, undefined, node, context).map(({ preferred: _, ...fix }) => fix);
        yield { node, ...inFile(node, item), message: otherwise.message, fixes: [...otherwise.fixes, ...others] };
        continue;
      }
      const known = titleForName(reference, context) ?? everyone(reference, context);
      if (known) {
        yield { node, ...inFile(node, item), ...known };
        continue;
      }
      const meant = nameMeant(node, item, context);
      if (meant) {
        const others = fixesFor(reference, undefined, node, context).map(({ preferred: _, ...fix }) => fix);
        yield { node, ...inFile(node, item), message, fixes: [meant, ...others] };
        continue;
      }
      const near = nearOf(reference, node, context);
      yield {
        node,
        ...inFile(node, item),
        message: near ? say('{0} Did you mean “{1}”?', message, short(near)) : message,
        fixes: fixesFor(reference, near, node, context),
      };
    }
  },
};

/** @param ofAnother - The name is looked for in the journey that this one improves. */
function unknown(scope: Reference['scope'], name: string, ofAnother: boolean): Message {
  switch (scope) {
    case 'persona':
      return say('No persona of this folder is named “{0}”.', name);
    case 'team':
      return say('No team of this folder is named “{0}”.', name);
    case 'channel':
      return say('No channel of this folder is named “{0}”.', name);
    case 'system':
      return say('No system of this folder is named “{0}”.', name);
    case 'touchpoint':
      return say('No touchpoint of this folder is named “{0}”.', name);
    case 'journey':
      return say('No journey of this folder is named “{0}”.', name);
    case 'stage':
      return say('No stage of this journey is named “{0}”.', name);
    case 'step':
      return say(
        ofAnother ? 'No step of the journey that this one improves is named “{0}”.' : 'No step of this journey is named “{0}”.',
        name,
      );
  }
}

/** Whether a statement speaks of steps of the journey that its own one improves. */
function isOfAnother({ kind }: Node): boolean {
  return kind === 'replaces' || kind === 'drops';
}

/** The steps that a statement may name. */
function stepsMeant(node: Node, context: RuleContext): readonly Node[] {
  const journey = above(node, 'journey');
  if (!journey) return [];
  return isOfAnother(node) ? improvedBy(journey, context).flatMap((current) => stepsOf(current.node)) : stepsOf(journey);
}

/** The declared name that is nearest to an unknown one, if one is near. */
function nearOf({ item, scope }: Reference, node: Node, context: RuleContext): string | undefined {
  const { folder } = context;
  const known = scope === 'step' ? stepsMeant(node, context).map(nameOf) : scope === 'stage' ? [] : folder.namesOf(scope as SharedScope);
  return nearest(item.text, known.filter(Boolean));
}

function fixesFor({ item, scope }: Reference, near: string | undefined, node: Node, { document }: RuleContext): FoundFix[] {
  const fixes: FoundFix[] = [];
  const meant: FoundFix[] = near
    ? [{ title: say('Did you mean {0}?', short(written(near))), edits: [{ ...inFile(node, item), text: written(near) }], decides: true }]
    : [];
  // `Courrier` and `Courriel` are two channels, however alike.
  const isOther = near !== undefined && scope === 'channel' && isOfOtherKind(item.text, near);
  if (!isOther) fixes.push(...meant.map((fix) => ({ ...fix, preferred: true as const })));
  const swapped = near ? undefined : (wordFirst(node) ?? twoTexts(node, document));
  if (swapped) fixes.push(swapped);
  if (scope !== 'step' && scope !== 'journey') {
    const journey = above(node, 'journey');
    const isNew = journey && scope === 'persona' && node.kind !== 'for' && node.kind !== 'absent';
    fixes.push({
      title: say('Declare `{0} {1}`', scope, short(written(item.text))),
      edits: [declare(document, `${scope} ${written(item.text)}`), ...(isNew ? travel(journey, item.text) : [])],
      ...(fixes.length ? {} : { preferred: true, decides: true }),
    });
  }
  return isOther ? [...fixes, ...meant] : fixes;
}

/** Whether two names of channels are words for channels of different kinds. */
function isOfOtherKind(name: string, other: string): boolean {
  const { head, parts } = definitionOf('channel');
  const kinds = [...head, ...parts].flatMap(({ takes }) => (takes.is === 'choice' ? takes.of : []));
  const [one, two] = [name, other].map((each) => kinds.find((kind) => kind === fold(each)) ?? choiceMeant(kinds, fold(each)));
  return one !== undefined && two !== undefined && one !== two;
}

/** For `feels "lost" -1`, where the word of the feeling may stand in the persona's place: the fix that swaps them. */
function wordFirst(node: Node): FoundFix | undefined {
  const { persona, score, text } = node.statement.items;
  if (node.kind !== 'feels' || !persona || !score || text) return undefined;
  if (!persona.quoted && !/^\p{Ll}/u.test(persona.text)) return undefined; // a name, as it seems
  const feeling = `${score.text} ${inQuotes(persona.text)}`;
  return {
    title: say('First the score, then the word: feels {0}', short(feeling)),
    edits: [{ ...inFile(node, { start: persona.start, end: score.end }), text: feeling }],
    preferred: true,
  };
}

/** For `says "Hello." "Goodbye."`, where the first text stands in the persona's place: the fix that gives each its line. */
function twoTexts(node: Node, document: JourneyDocument): FoundFix | undefined {
  const { text, lines } = document;
  const { persona, text: second } = node.statement.items;
  if (node.kind === 'feels' || !persona?.quoted || !second?.quoted) return undefined;
  const isSentence = /[.!?…]$/.test(persona.text) || persona.text.split(/\s+/).length > 3;
  const indent = lines.indentOf(lines.positionAt(node.base + node.statement.start).line);
  const keyword = text.slice(node.base + node.statement.keyword.start, node.base + node.statement.keyword.end);
  return {
    title: say('Write one line for each'),
    edits: [{ ...inFile(node, { start: persona.end, end: second.start }), text: `${lineBreakOf(document)}${indent}${keyword} ` }],
    ...(isSentence ? { preferred: true as const } : {}),
    decides: true,
  };
}
