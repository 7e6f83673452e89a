/** Looks ahead in a text, from left to right, and at no stretch of it twice: a line of a megabyte costs no more than many short ones. */
export class Ahead {
  private readonly text: string;
  private readonly to: number;
  private readonly found = new Map<string, number>();
  private readonly matched = new Map<RegExp, { start: number; end: number }>();
  private line = -1;

  constructor(text: string, to = text.length) {
    this.text = text;
    this.to = to;
  }

  /** Where a mark stands next, at or after an offset no smaller than that asked for before; infinity where it stands nowhere. */
  next(mark: string, from: number): number {
    let at = this.found.get(mark) ?? -1;
    if (at < from) {
      at = this.text.indexOf(mark, from);
      if (at < 0) at = Number.POSITIVE_INFINITY;
      this.found.set(mark, at);
    }
    return at;
  }

  /** Where what matches a pattern stands next, as `next` tells it for a mark: its offset and the one behind it. */
  match(pattern: RegExp, from: number): { start: number; end: number } {
    let match = this.matched.get(pattern);
    if (!match || match.start < from) {
      pattern.lastIndex = from;
      const found = pattern.exec(this.text);
      match = found
        ? { start: found.index, end: found.index + found[0].length }
        : { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
      this.matched.set(pattern, match);
    }
    return match;
  }

  /** Offset of the line break that ends the line at `at`. */
  endOfLine(at: number): number {
    if (this.line < at) this.line = endOfLine(this.text, at, this.to);
    return this.line;
  }
}

/** Offset of the line break that ends the line at `at`, or `to`. */
export function endOfLine(text: string, at: number, to = text.length): number {
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
  }
  return at;
}
