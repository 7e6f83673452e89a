import { CompletionItemKind } from 'vscode-languageserver-types';
import { toText } from '../message.ts';
import { nameKey } from '../names/folder.ts';
import { valueIn } from '../names/measured.ts';
import { inQuotes } from '../read/items.ts';
import { written } from '../rules/edits.ts';
import { type Node, textOf } from '../tree/node.ts';
import { type Asked, byFrequency, type Offer, othersOf, textOffer } from './completion-asked.ts';
import { measuring } from './completion-values.ts';
import { meaningOfMeasure, usualMeasures } from './meanings.ts';

/** Free names: of measures those of the folder and the usual ones, of promises those of the journey, of columns those of the data file. */
export function labelOffers(asked: Asked): Offer[] {
  if (asked.place.slot === 'column') return columnOffers(asked);
  return asked.definition.kind === 'promises' ? promiseOffers(asked) : measureOffers(asked);
}

function labelOffer(name: string, detail: string | undefined, { cursor }: Asked): Offer {
  return {
    label: name,
    kind: CompletionItemKind.Value,
    rank: 2,
    text: cursor.inQuotes ? inQuotes(name) : written(name),
    detail,
  };
}

/** The measures that this journey has come first, then those of the folder's other maps, then the usual ones. */
function measureOffers(asked: Asked): Offer[] {
  const { context, tongue } = asked;
  const label = (node: Node): string[] => (measuring.has(node.kind) ? [textOf(node, 'label') ?? ''] : []);
  const own = byFrequency(othersOf(measuring, asked).flatMap(label));
  const others = byFrequency(
    [...context.folder.all()].flatMap((document) => (document === context.document ? [] : document.nodes.flatMap(label))),
  );
  const byKey = new Map<string, string>();
  for (const name of [...own, ...others, ...usualMeasures]) if (nameKey(name) && !byKey.has(nameKey(name))) byKey.set(nameKey(name), name);
  return [...byKey.values()].map((name) => {
    const meaning = meaningOfMeasure(name);
    return labelOffer(name, meaning && toText(meaning, tongue), asked);
  });
}

function promises(asked: Asked): Node[] {
  return othersOf(new Set(['promises']), asked);
}

function promiseOffers(asked: Asked): Offer[] {
  const made = promises(asked);
  return byFrequency(made.map((node) => textOf(node, 'label') ?? ''))
    .filter((name) => nameKey(name))
    .map((name) => labelOffer(name, promised(name, made)[0], asked));
}

/** What is promised under a name, the most frequent first. */
function promised(name: string, made: readonly Node[]): string[] {
  return byFrequency(
    made.filter((node) => nameKey(textOf(node, 'label') ?? '') === nameKey(name)).flatMap((node) => textOf(node, 'text') ?? []),
  );
}

/** What the journey promises elsewhere under the name that a promise has. */
export function samePromise(asked: Asked): Offer[] {
  const name = asked.cursor.statement?.tokens[0]?.value ?? '';
  return promised(name, promises(asked)).map((text) => textOffer(text, 2));
}

/** The columns of the data file that a measure names, each with its last number. */
function columnOffers(asked: Asked): Offer[] {
  const { context, cursor } = asked;
  const tokens = cursor.statement?.tokens ?? [];
  const file = tokens[tokens.findIndex(({ kind, value }) => kind === 'word' && value.toLowerCase() === 'from') + 1];
  const data = file?.kind === 'text' ? context.folder.data.find(context.document.uri, file.value) : undefined;
  if (data === undefined || typeof data === 'string') return [];
  return [...new Set(data.columns)].filter((name) => name.trim()).map((name) => labelOffer(name, valueIn(data, name)?.text, asked));
}
