/** The `///` lines that end this text, but for blanks. */
export function docAbove(text: string): string | undefined {
  if (!text.includes('///')) return undefined;
  const lines = text.split(/\r\n|\r|\n/).slice(0, -1);
  const doc: string[] = [];
  for (let line = lines.pop(); line !== undefined && /^\s*\/\//.test(line); line = lines.pop()) {
    const said = /^\s*\/\/\/ ?(.*)$/.exec(line)?.[1];
    if (said !== undefined) doc.unshift(said);
  }
  return doc.length ? doc.join('\n').trim() : undefined;
}
