/**
 * A `"""` text with its lines indented anew: those between the marks by `indent`, the closing mark, where it stands alone, by `outer`. What it says
 * stays the same, as the indentation that all its lines share is no part of it.
 */
export function reindented(text: string, outer: string, indent: string, eol: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length === 1) return text;
  const [first = '', ...rest] = lines;
  const last = rest.length - 1;
  const isMark = rest[last]?.trim() === '"""';
  const inner = isMark ? rest.slice(0, -1) : rest;
  const shared = inner.reduce(
    (least, line, index) => (saysSomething(line, index === last) ? Math.min(least, line.length - line.trimStart().length) : least),
    Number.POSITIVE_INFINITY,
  );
  const moved = inner.map((line) => {
    const said = line.slice(Math.min(shared, line.length)).trimEnd();
    return said ? indent + said : '';
  });
  return [first.trimEnd(), ...moved, ...(isMark ? [`${outer}"""`] : [])].join(eol);
}

/** Whether a line counts for the shared indentation; of the last one the closing mark is no part. */
function saysSomething(line: string, isLast: boolean): boolean {
  return (isLast ? line.slice(0, line.lastIndexOf('"""')) : line).trim() !== '';
}
