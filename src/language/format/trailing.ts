/** A comment behind something on its line. */
export interface Trailing {
  /** Where it stands among the pieces. */
  piece: number;
  /** Its line in what is written. */
  line: number;
  /** The column at which what stands before it ends, in what is written. */
  width: number;
  /** Its column in the file. */
  column: number;
  /** How many columns are blank before it in the file. */
  blanks: number;
}

/**
 * The blanks before comments at the end of lines, by piece. One or two stay; a comment that stands further off keeps its column, and those that
 * stand below one another at one column stay aligned, further right where a line has grown.
 *
 * @param all - In the order of the file.
 */
export function blanksBefore(all: readonly Trailing[]): Map<number, number> {
  const blanks = new Map<number, number>();
  for (let at = 0; at < all.length; ) {
    const first = all[at] as Trailing;
    let end = at + 1;
    while (all[end]?.line === first.line + end - at && all[end]?.column === first.column) end++;
    const group = all.slice(at, end);
    at = end;
    if (group.length === 1) {
      const room = first.column - first.width;
      blanks.set(first.piece, first.blanks <= 1 ? 1 : first.blanks === 2 ? 2 : Math.max(room, 2));
      continue;
    }
    const grown = group.filter(({ width, column }) => width >= column).map(({ width }) => width + 2);
    const column = Math.max(first.column, ...grown);
    for (const { piece, width } of group) blanks.set(piece, column - width);
  }
  return blanks;
}
