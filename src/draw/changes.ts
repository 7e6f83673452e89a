import type { Changes } from './cells.ts';
import type { Context } from './context.ts';
import { equal } from './equal.ts';

/** What differs between the last drawing's context and this one's. */
export function changesSince(last: Context | undefined, now: Context): Changes {
  const marks = new Set<string>();
  if (!last) return { marks };
  for (const id in last.marks) if (!equal(last.marks[id], now.marks[id])) marks.add(id);
  for (const id in now.marks) if (!last.marks[id]) marks.add(id);
  return { marks };
}
