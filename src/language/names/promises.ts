import { durationMinutes } from '../read/values.ts';
import { nameKey } from './folder.ts';

/** What two ways to write the value of a promise have in common: `72h` is `3 days`. */
export function promiseKey(text: string): string {
  const minutes = /\d\s*[-–]\s*\d/.test(text) ? undefined : durationMinutes(text);
  return minutes === undefined ? nameKey(text).toLowerCase().replace(/\.$/, '') : `${minutes} minutes`;
}
