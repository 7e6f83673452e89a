import { nodeAt } from '../document.ts';
import { english, type Message, say, short, type Tongue, toText } from '../message.ts';
import type { Data } from '../names/data.ts';
import type { Context } from '../names/facts.ts';
import { measuredValue } from '../names/measured.ts';
import { plainOf, plainQuantity } from '../read/plain.ts';
import type { Item, Span } from '../read/statement.ts';
import { isoDate, scoreOf } from '../read/values.ts';
import { definitionOf, type Place } from '../statements.ts';
import { inFile, type Node, textOf } from '../tree/node.ts';
import { emotions, usualScore } from './emotions.ts';
import { dayInWords, durationInWords } from './in-words.ts';
import { markdown } from './markdown.ts';
import { meaningOf, meaningOfMeasure } from './meanings.ts';

/** What is said of a stretch of a file, as Markdown. */
export interface Told {
  text: string;
  span: Span;
}

/**
 * What a value under the cursor means: one of a list, a score, a length of time, a date, a number, a measure, a data file. Nothing where it means no
 * more than it says.
 *
 * @param today - ISO; without it dates are told without how far off they are.
 */
export function valueAt(context: Context, offset: number, today?: string): Told | undefined {
  const node = nodeAt(context.document, offset);
  if (!node || node.kind === 'unreadable') return undefined;
  const { head, parts } = definitionOf(node.kind);
  for (const place of [...head, ...parts]) {
    const item = node.statement.items[place.slot];
    const span = item && inFile(node, item);
    if (!item || !span || offset < span.start || span.end < offset) continue;
    const said = meaning(place, item, node, context, today);
    if (!said) return undefined;
    const plain = markdown.text(short(plainOf(place.takes, item.text)));
    return { text: `**${plain}** — ${said}`, span };
  }
  return undefined;
}

function meaning({ takes, slot }: Place, item: Item, node: Node, context: Context, today: string | undefined): string | undefined {
  const { tongue = english } = context;
  const plain = plainOf(takes, item.text);
  const told = (message: Message | undefined): string | undefined => message && toText(message, tongue);
  switch (takes.is) {
    case 'choice':
    case 'flag':
      return node.kind === 'unreadable' ? undefined : told(meaningOf(node.kind, slot, plain));
    case 'score':
      return scoreInWords(plain, tongue);
    case 'duration':
      return durationInWords(plain, tongue);
    case 'date': {
      const day = isoDate(plain);
      return day === undefined ? undefined : told(dayInWords(day, today));
    }
    case 'value':
      return told(quantityInWords(plain));
    case 'label':
      return told(
        (slot === 'column' ? undefined : meaningOfMeasure(item.text)) ?? (node.kind === 'metric' ? measured(node, context) : undefined),
      );
    case 'text':
      return slot === 'file' && node.kind === 'metric' ? told(fileInWords(item.text, node, context)) : undefined;
    default:
      return undefined;
  }
}

function scoreInWords(plain: string, tongue: Tongue): string | undefined {
  const words = emotions.filter((emotion) => usualScore(emotion) === scoreOf(plain)).slice(0, 4);
  return words.map(({ word }) => toText(word, tongue)).join(', ') || undefined;
}

function quantityInWords(plain: string): Message | undefined {
  const rating = /^([\d.]+)\/([\d.]+)$/.exec(plain);
  if (rating) return say('a rating: {0} of at most {1}', rating[1] as string, rating[2] as string);
  const sample = /^([\d.]+)% of (\d+)$/.exec(plain);
  if (sample) return say('a share: {0}% of {1} who were asked', sample[1] as string, sample[2] as string);
  if (/^-?[\d.]+%$/.test(plain)) return say('a share');
  if (/^-?[\d.]+ [A-Z]{3}$/.test(plain)) return say('an amount of money');
  return / per /.test(plain) ? say('how often') : undefined;
}

/** What the data file says of a measure. */
function measured(node: Node, context: Context): Message | undefined {
  const found = measuredValue(node, context);
  if (!found || textOf(node, 'value') !== undefined) return undefined;
  const value = plainQuantity(found.text);
  return found.on === undefined ? say('the file says {0}', value) : say('the file says {0} on {1}', value, found.on);
}

function fileInWords(path: string, node: Node, context: Context): Message | undefined {
  const data: Data | undefined = context.folder.data.find(context.document.uri, path);
  if (data === undefined || typeof data === 'string') return undefined;
  const names = data.columns.filter((name) => name.trim()).slice(0, 8);
  const columns = names.map((name) => markdown.text(short(name, 30))).join(', ');
  const about = data.rows.length === 1 ? say('1 row, with {0}', columns) : say('{0} rows, with {1}', data.rows.length, columns);
  const value = measured(node, context);
  return value ? say('{0}; {1}', about, value) : about;
}
