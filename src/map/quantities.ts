import { durationMinutes, firstNumber } from '../language/read/values.ts';
import { type Node, textOf } from '../language/tree/node.ts';
import type { Duration, Quantity } from './model.ts';

/** The number in a slot of a statement, with its unit as written. */
export function quantityIn(node: Node, slot: 'value' | 'target'): Quantity | undefined {
  const text = textOf(node, slot);
  const value = text === undefined ? undefined : firstNumber(text);
  return text === undefined || value === undefined ? undefined : { text, value };
}

/** The duration in a slot of a statement. */
export function durationIn(node: Node | undefined, slot: 'duration' | 'lasts' | 'after'): Duration | undefined {
  const text = node && textOf(node, slot);
  const minutes = text === undefined ? undefined : durationMinutes(text);
  return text === undefined || minutes === undefined ? undefined : { text, minutes };
}
