/** French for the names and texts of the examples. */
export const french: Readonly<Record<string, string>>;
/** An example with its names and texts from a table. */
export function translated(example: string, table: Readonly<Record<string, string>>): string;
/** The names and texts of an example with their places. */
export function wordsOf(example: string): { start: number; end: number; text: string }[];
