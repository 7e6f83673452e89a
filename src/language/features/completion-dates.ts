import { CompletionItemKind } from 'vscode-languageserver-types';
import { isoDate } from '../read/values.ts';
import type { Asked, Offer } from './completion-asked.ts';
import { usedIn } from './completion-values.ts';

/** The dates that a place may want: those ahead for what is due, those behind for what was measured or checked; and what the journey has already. */
export function dateOffers(asked: Asked): Offer[] {
  const { cursor, tongue, today, place } = asked;
  if (cursor.inQuotes) return [];
  const ahead = place.slot === 'due';
  const named: [string, string][] = ahead
    ? [
        [endOfMonth(today, 0), tongue('the end of this month')],
        [endOfQuarter(today, 0), tongue('the end of this quarter')],
        [endOfMonth(today, 1), tongue('the end of next month')],
        [endOfQuarter(today, 1), tongue('the end of next quarter')],
        [today, tongue('today')],
      ]
    : [
        [today, tongue('today')],
        ...(place.slot === 'on'
          ? ([
              [endOfMonth(today, -1), tongue('the end of last month')],
              [endOfQuarter(today, -1), tongue('the end of last quarter')],
            ] satisfies [string, string][])
          : []),
      ];
  const used = usedIn(place.slot, asked).flatMap((text) => isoDate(text) ?? []);
  const offered = new Map<string, string | undefined>();
  for (const day of used.filter((date) => !ahead || date >= today)) offered.set(day, undefined);
  for (const [date, words] of named) if (!offered.get(date)) offered.set(date, words);
  return [...offered].map(([label, detail]) => ({ label, kind: CompletionItemKind.Value, rank: 2, detail }));
}

/** The last day of the month that lies so many months after that of a date, ISO. */
function endOfMonth(iso: string, after: number): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month + after, 0)).toISOString().slice(0, 10);
}

/** The last day of the quarter that lies so many quarters after that of a date, ISO. */
function endOfQuarter(iso: string, after: number): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, (Math.ceil(month / 3) + after) * 3, 0)).toISOString().slice(0, 10);
}
