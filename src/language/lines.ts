/** A place in a text as editors count: line and UTF-16 unit in it, both from 0. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Where the lines of a text begin. Line breaks are `\n`, `\r\n` and a lone `\r`, as in the Language Server Protocol. */
export class Lines {
  private readonly starts: number[] = [0];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    let [lineFeed, carriageReturn] = [text.indexOf('\n'), text.indexOf('\r')];
    while (lineFeed >= 0 || carriageReturn >= 0) {
      const isReturn = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed);
      const start = isReturn && lineFeed !== carriageReturn + 1 ? carriageReturn + 1 : lineFeed + 1;
      this.starts.push(start);
      if (lineFeed >= 0 && lineFeed < start) lineFeed = text.indexOf('\n', start);
      if (carriageReturn >= 0 && carriageReturn < start) carriageReturn = text.indexOf('\r', start);
    }
  }

  get count(): number {
    return this.starts.length;
  }

  /** The position of an offset; one past the end is the end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - (this.starts[low] as number) };
  }

  /** The offset of a position; one past the end of its line is that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(0, character), this.endOfLine(line));
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Offset of a line's first character. */
  startOfLine(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset after a line's last character, before its line break. */
  endOfLine(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    while (end > this.startOfLine(line) && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return end;
  }

  /** The blanks that a line begins with. */
  indentOf(line: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.startOfLine(line), this.endOfLine(line)))?.[0] ?? '';
  }
}
