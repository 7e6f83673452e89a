import type { Changes } from './cells.ts';
import type { Context } from './context.ts';
import { equal } from './equal.ts';

/** What differs between the last drawing's context and this one's. */
export function changesSince(last: Context | undefined, now: Context): Changes {
  const marks = new Set<string>();
  const titles = new Set<string>();
  if (!last) return { marks, titles };
  for (const id in last.marks) if (!equal(last.marks[id], now.marks[id])) marks.add(id);
  for (const id in now.marks) if (!last.marks[id]) marks.add(id);
  for (const [id, title] of last.titles) if (now.titles.get(id) !== title) titles.add(id);
  for (const id of now.titles.keys()) if (!last.titles.has(id)) titles.add(id);
  return { marks, titles };
}
