import { CompletionItemKind } from 'vscode-languageserver-types';
import { toText } from '../message.ts';
import { type Context, channelOf, mentionsOf, ownerOf, personasOf, stepNamed, stepsOf, teamKind } from '../names/facts.ts';
import { nameKey, type SharedScope } from '../names/folder.ts';
import { improvedBy } from '../names/references.ts';
import { inQuotes } from '../read/items.ts';
import { written } from '../rules/edits.ts';
import { definitions, type Place, type Scope, type Slot } from '../statements.ts';
import { above, childrenOf, type Node, nameOf, namesIn, textOf, titleOf } from '../tree/node.ts';
import { noun, whose } from './cards.ts';
import { type Asked, byFrequency, type Offer, othersOf } from './completion-asked.ts';

/** What `resolved` needs in order to tell more of a name. */
export interface NameData {
  uri: string;
  scope: Scope;
  name: string;
  /** Offset of the place that the name is for. */
  at: number;
}

const kinds: Partial<Record<Scope, CompletionItemKind>> = {
  persona: CompletionItemKind.Struct,
  team: CompletionItemKind.Class,
  channel: CompletionItemKind.Interface,
  system: CompletionItemKind.Module,
  touchpoint: CompletionItemKind.Property,
};

/** The names that a place may refer to: those that the journey uses most come first. Of a list, none that it has already. */
export function referenceOffers(scope: Scope, isList: boolean, asked: Asked): Offer[] {
  const listed = new Set(isList ? asked.cursor.statement?.tokens.map(({ value }) => nameKey(value)) : []);
  return namesFor(scope, asked)
    .filter((name) => !listed.has(nameKey(name)))
    .map((name) => nameOffer(name, scope, asked));
}

/** The personas who may be named before a text or score: those of the journey, where there are several. */
export function personaOffers(asked: Asked): Offer[] {
  const who = asked.journey ? personasOf(asked.journey).map(({ text }) => text) : [];
  if (asked.cursor.inQuotes || who.length < 2) return [];
  return inOrder('persona', who, asked).map((name) => ({ ...nameOffer(name, 'persona', asked), rank: 3 }));
}

/**
 * The names that a statement may itself have: a touchpoint those that are known, and on a map that improves another a stage or step those of the
 * other that it does not have yet, as they are compared by name.
 */
export function ownNameOffers(asked: Asked): Offer[] {
  const { definition, journey, context } = asked;
  if (definition.kind === 'touchpoint') return namesFor('touchpoint', asked).map((name) => nameOffer(name, 'touchpoint', asked));
  const scope = definition.kind;
  if (!journey || (scope !== 'stage' && scope !== 'step')) return [];
  const current = improvedBy(journey, context).map(({ node }) => node);
  const has = new Set(namedIn(journey, scope, asked).map(nameKey));
  const stage = above(asked.open.innermost, 'stage');
  const near = scope === 'step' && stage ? current.flatMap((other) => stepsOfStage(other, nameOf(stage))) : [];
  const names = [...near, ...current.flatMap((other) => namedIn(other, scope))];
  return [...new Set(names)].filter((name) => name && !has.has(nameKey(name))).map((name) => nameOffer(name, scope, asked));
}

function stepsOfStage(journey: Node, stage: string): string[] {
  return childrenOf(journey, 'stage')
    .filter((each) => nameKey(nameOf(each)) === nameKey(stage))
    .flatMap((each) => childrenOf(each, 'step').map(nameOf));
}

function namedIn(journey: Node, scope: 'stage' | 'step', asked?: Asked): string[] {
  const all = scope === 'stage' ? childrenOf(journey, 'stage') : stepsOf(journey);
  return all.filter((node) => !asked || !isTyped(node, asked)).map(nameOf);
}

/** Whether a statement is the one that the cursor stands in. */
function isTyped({ base, statement: { start, end } }: Node, { cursor }: Asked): boolean {
  return base + start < cursor.replaced.start && cursor.replaced.start <= base + end;
}

function namesFor(scope: Scope, asked: Asked): string[] {
  switch (scope) {
    case 'stage':
      return [];
    case 'step':
      return stepNames(asked);
    case 'journey':
      return journeyNames(asked);
    case 'touchpoint': {
      const mentions = asked.journey ? stepsOf(asked.journey).flatMap((step) => childrenOf(step, 'touchpoint')) : [];
      const used = mentions.filter((mention) => !isTyped(mention, asked)).map(nameOf);
      return byUse(used, asked.context.folder.namesOf('touchpoint'));
    }
    default:
      return inOrder(scope, asked.context.folder.namesOf(scope), asked);
  }
}

/** Which places of which statements name something of a scope. */
function slotsOf(scope: Scope): Map<string, Slot[]> {
  return new Map(
    definitions.flatMap(({ kind, head, parts }) => {
      // What stands on the line of a journey or stage is read as statements below it.
      if (kind === 'journey' || kind === 'stage') return [];
      const isOf = ({ takes }: Place): boolean =>
        takes.is === 'ref' ? takes.scope === scope : takes.is === 'persona' && scope === 'persona';
      const slots = [...head, ...parts].filter(isOf).map(({ slot }) => slot);
      return slots.length ? [[kind, slots] as const] : [];
    }),
  );
}

/** Names in the order of how often the journey uses them; then by the alphabet. */
function inOrder(scope: SharedScope, names: readonly string[], asked: Asked): string[] {
  const slots = slotsOf(scope);
  const known = new Set(names.map(nameKey));
  const used: string[] = [];
  for (const node of othersOf(new Set(slots.keys()), asked)) {
    for (const slot of slots.get(node.kind) ?? []) for (const { text } of namesIn(node, slot)) used.push(text);
  }
  return byUse(
    used.filter((name) => known.has(nameKey(name))),
    names,
  );
}

function byUse(used: readonly string[], names: readonly string[]): string[] {
  const spelled = new Map([...used, ...names].filter((name) => nameKey(name)).map((name) => [nameKey(name), name]));
  const ranks = new Map(byFrequency(used.map(nameKey)).map((key, index) => [key, index]));
  const rank = (key: string): number => ranks.get(key) ?? ranks.size;
  return [...spelled].sort(([a, nameA], [b, nameB]) => rank(a) - rank(b) || (nameA < nameB ? -1 : 1)).map(([, name]) => name);
}

/** The steps that may be meant, those that follow first; for `alongside` those of the same stage, for a future map those of the current one. */
function stepNames({ context, open, definition, journey }: Asked): string[] {
  if (!journey) return [];
  if (definition.kind === 'replaces' || definition.kind === 'drops') return currentSteps(journey, context);
  const step = above(open.innermost, 'step');
  const stage = above(step, 'stage');
  const all = definition.kind === 'alongside' && stage ? childrenOf(stage, 'step') : stepsOf(journey);
  const at = step ? all.indexOf(step) : -1;
  const following = all.slice(at + 1);
  const before = all.slice(0, Math.max(0, at)).reverse();
  const likely = definition.kind === 'alongside' ? [...before, ...following] : [...following, ...before];
  return [...new Set(likely.map(nameOf))].filter((name) => nameKey(name));
}

/** The steps of the map that this one improves: first those of which it says nothing yet. */
function currentSteps(journey: Node, context: Context): string[] {
  const names = [...new Set(improvedBy(journey, context).flatMap(({ node }) => stepsOf(node).map(nameOf)))].filter((name) => nameKey(name));
  const steps = stepsOf(journey);
  const said = steps.flatMap((step) =>
    [...childrenOf(step, 'replaces'), ...childrenOf(step, 'drops')].flatMap((node) => namesIn(node, 'refs').map(({ text }) => text)),
  );
  const known = new Set([...steps.map(nameOf), ...said].map(nameKey));
  return [...names.filter((name) => !known.has(nameKey(name))), ...names.filter((name) => known.has(nameKey(name)))];
}

/** Other journeys; where one is improved, those that are mapped as they are today first. */
function journeyNames({ context: { folder }, definition, journey }: Asked): string[] {
  const names = folder.namesOf('journey').filter((name) => nameKey(name) && !(journey && nameKey(nameOf(journey)) === nameKey(name)));
  if (definition.kind !== 'improves') return names.sort();
  const isCurrent = (name: string): boolean =>
    folder.find('journey', name).some(({ node }) => childrenOf(node, 'type').some((type) => textOf(type, 'choice') === 'current'));
  return [...names.filter(isCurrent).sort(), ...names.filter((name) => !isCurrent(name)).sort()];
}

function nameOffer(name: string, scope: Scope, asked: Asked): Offer {
  const { context, cursor } = asked;
  const text = cursor.inQuotes ? inQuotes(name) : written(name);
  const node = nodeFor(scope, name, asked);
  const title = node ? titleOf(node) : name;
  const data: NameData = { uri: context.document.uri, scope, name, at: cursor.replaced.start };
  return {
    label: name,
    kind: kinds[scope] ?? CompletionItemKind.Reference,
    rank: 2,
    text,
    detail: detailOf(scope, name, node, asked),
    // Whoever knows the title alone finds it too.
    ...(title === name ? {} : { filter: `${text} ${title}` }),
    data,
  };
}

/** What a name stands for where it would be written. */
export function nodeFor(
  scope: Scope,
  name: string,
  { context, journey, definition }: Pick<Asked, 'context' | 'journey' | 'definition'>,
): Node | undefined {
  if (scope === 'step') {
    const isOther = definition.kind === 'replaces' || definition.kind === 'drops' || definition.kind === 'step';
    const journeys = !journey ? [] : isOther ? improvedBy(journey, context).map(({ node }) => node) : [journey];
    for (const each of journeys) {
      const step = stepNamed(each, name);
      if (step) return step;
    }
    return undefined;
  }
  if (scope === 'stage') {
    const all = journey ? improvedBy(journey, context).flatMap(({ node }) => childrenOf(node, 'stage')) : [];
    return all.find((stage) => nameKey(nameOf(stage)) === nameKey(name));
  }
  const declared = context.folder.find(scope, name)[0]?.node;
  return declared ?? (scope === 'touchpoint' && journey ? mentionsOf(journey, name)[0] : undefined);
}

function detailOf(scope: Scope, name: string, node: Node | undefined, { context, tongue }: Asked): string {
  const plain = toText(noun[scope], tongue);
  if (scope === 'team') return toText(whose[teamKind(name, context.folder)], tongue);
  if (!node) return plain;
  const title = titleOf(node);
  if (scope === 'channel') return textOf(node, 'choice') ?? plain;
  if (scope === 'system' && textOf(node, 'whose')) return toText(whose.external, tongue);
  if (scope === 'touchpoint') {
    const parts = [channelOf(node, context), ownerOf(node, context)].flatMap((said) => said?.item.text ?? []);
    return parts.join(' · ') || plain;
  }
  return title === name ? plain : title;
}
