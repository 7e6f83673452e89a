/**
 * Finds a thing again after an edit. Ids are made of names, so what is being renamed is gone under its old id: it is then
 * what stands in the same place, as long as there are as many things as before.
 *
 * @param before ids in their order, as last seen
 * @param id the one to find again
 * @param after ids now
 * @returns an id of `after`, or nothing where the thing is gone
 */
export function pair(before: readonly string[], id: string | undefined, after: readonly string[]): string | undefined {
  if (id === undefined) return undefined;
  if (after.includes(id)) return id;
  return before.length === after.length ? after[before.indexOf(id)] : undefined;
}
