import type { JourneyDocument } from '../document.ts';
import { say, short } from '../message.ts';
import { type Context, isInPlace, journeysOf, promisesOf, stepsOf } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { promiseKey } from '../names/promises.ts';
import { inQuotes } from '../read/items.ts';
import type { Item } from '../read/statement.ts';
import { childrenOf, inFile, type Node, nameOf, nameSpan, titleOf } from '../tree/node.ts';
import type { Found, FoundFix, Rule } from './rule.ts';

/** How many of the others a finding points to, and how many texts a fix changes at most. */
const shown = 5;
const changed = 20;

export const conflictingPromise: Rule = {
  code: 'conflicting-promise',
  severity: 'warning',
  finds: 'one promise with two values in a journey',
  why: 'The customer hears both and counts on the better one, so that somebody will break it. Such a defect often has no owner: each place is right, and only together they are wrong.',
  example: {
    wrong:
      'journey "Order"\nstage Request\n  step form\n    promises "Delivery time" "3 days"\n  step confirmation\n    promises "Delivery time" "5 days"\n',
    right:
      'journey "Order"\nstage Request\n  step form\n    promises "Delivery time" "3 days"\n  step confirmation\n    promises "Delivery time" "3 days"\n',
  },
  fix: 'Writes what is promised elsewhere here too.',
  needsFolder: true,
  *check(context) {
    const seen = new Set<Node>();
    for (const journey of journeysOf(context.document)) {
      for (const places of byName(placesIn(journey, context))) {
        for (const found of inConflict(places, context)) {
          if (!seen.has(found.promise)) yield found.found;
          seen.add(found.promise);
        }
      }
    }
  },
};

/** A promise that a journey makes. */
interface Place {
  promise: Node;
  name: string;
  text: Item;
  document: JourneyDocument;
  /** What makes it there: a touchpoint or a step. */
  title: string;
  /** The touchpoint that makes it because its declaration, in another file, says so. */
  by?: Node;
}

function placesIn(journey: Node, context: Context): Place[] {
  const places = new Map<Node, Place>();
  const add = (promise: Node, maker: Node, title: string): void => {
    const { label, text } = promise.statement.items;
    if (places.has(promise) || !label || !text?.text.trim() || !isInPlace(promise)) return;
    const declared = promise.parent === maker ? undefined : promise.parent;
    const elsewhere = declared && context.folder.find('touchpoint', nameOf(declared)).find(({ node }) => node === declared);
    const document = elsewhere?.document ?? context.document;
    places.set(promise, {
      promise,
      name: label.text,
      text,
      document,
      title,
      ...(document === context.document ? {} : { by: maker }),
    });
  };
  for (const step of stepsOf(journey)) {
    for (const promise of childrenOf(step, 'promises')) add(promise, step, titleOf(step));
    for (const touchpoint of childrenOf(step, 'touchpoint'))
      for (const promise of promisesOf(touchpoint, context)) add(promise, touchpoint, titleOf(touchpoint));
  }
  return [...places.values()];
}

/** Places by what is promised, those of one promise together. */
function byName(places: readonly Place[]): Iterable<Place[]> {
  const names = new Map<string, Place[]>();
  for (const place of places) {
    const list = names.get(nameKey(place.name));
    if (list) list.push(place);
    else names.set(nameKey(place.name), [place]);
  }
  return names.values();
}

function* inConflict(places: readonly Place[], context: Context): Iterable<{ promise: Node; found: Found }> {
  const values = new Map<string, Place[]>();
  for (const place of places) {
    const key = promiseKey(place.text.text);
    const list = values.get(key);
    if (list) list.push(place);
    else values.set(key, [place]);
  }
  if (values.size < 2) return;
  const counts = [...values.values()].map((list) => list.length).sort((a, b) => b - a);
  const most = (counts[0] as number) > (counts[1] as number) ? counts[0] : undefined;
  for (const [key, list] of values) {
    const others: Place[] = [];
    for (const [other, [first]] of values) {
      if (other !== key && first) others.push(first);
      if (others.length === shown) break;
    }
    const [other] = others as [Place, ...Place[]];
    const fixes = others.slice(0, 3).map((goal) => align(goal, places, values, most, context));
    for (const place of list) {
      yield {
        promise: place.promise,
        found: {
          node: place.by ?? place.promise,
          ...(place.by ? nameSpan(place.by) : inFile(place.promise, place.text)),
          message: say(
            'Of “{0}” the customer hears “{1}” here and “{2}” at “{3}”. Promise the same at both.',
            short(place.name, 40),
            short(place.text.text, 40),
            short(other.text.text, 40),
            short(other.title, 40),
          ),
          fixes: fixes.flatMap((fix) => fix ?? []),
          related: others.map((each) => ({
            document: each.document,
            span: inFile(each.promise, each.text),
            message: say('The other promise'),
          })),
        },
      };
    }
  }
}

/** The fix that writes one value at all places; preferred where most of them say it already. */
function align(
  goal: Place,
  places: readonly Place[],
  values: ReadonlyMap<string, Place[]>,
  most: number | undefined,
  { document }: Context,
): FoundFix | undefined {
  const key = promiseKey(goal.text.text);
  const agreed = values.get(key)?.length ?? 0;
  if (places.length - agreed > changed) return undefined;
  const wrong = [...values].flatMap(([other, list]) => (other === key ? [] : list));
  return {
    title:
      wrong.length > 1
        ? say('Promise “{0}” at all {1} places', short(goal.text.text, 40), places.length)
        : say('Promise “{0}” here too', short(goal.text.text, 40)),
    edits: wrong.map((place) => ({
      ...inFile(place.promise, place.text),
      text: inQuotes(goal.text.text),
      ...(place.document === document ? {} : { uri: place.document.uri }),
    })),
    ...(agreed === most ? { preferred: true as const, decides: true as const } : {}),
  };
}
