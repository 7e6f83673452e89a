import { plainDuration, plainQuantity, plainTime } from '../language/read/plain.ts';
import { durationMinutes, firstNumber } from '../language/read/values.ts';
import { type Node, textOf } from '../language/tree/node.ts';
import type { Duration, Quantity } from './model.ts';

/** The number in a slot of a statement, with its unit in the plain form. */
export function quantityIn(node: Node, slot: 'value' | 'target'): Quantity | undefined {
  const text = textOf(node, slot);
  return text === undefined ? undefined : quantityOf(text);
}

/** A text as a number with its unit in the plain form; nothing where it has no number. */
export function quantityOf(text: string): Quantity | undefined {
  const value = firstNumber(text);
  return value === undefined ? undefined : { text: plainQuantity(text), value };
}

/** The duration in a slot of a statement, in the plain form. */
export function durationIn(node: Node | undefined, slot: 'duration' | 'lasts' | 'after'): Duration | undefined {
  const text = node && textOf(node, slot);
  const minutes = text === undefined ? undefined : durationMinutes(text);
  return text === undefined || minutes === undefined ? undefined : { text: plainDuration(text), minutes };
}

/** When a step happens: a clock time in the plain form, or the words for it. */
export function timeIn(node: Node | undefined): string | undefined {
  const time = node?.statement.items.time;
  return time && !time.quoted ? plainTime(time.text) : time?.text;
}
