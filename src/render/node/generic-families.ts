/** Families that are none but a kind of them, as CSS calls them, and the fonts that the systems take for each: of these the first that is there. */
const sans = [
  'Segoe UI',
  'SF Pro Text',
  'Helvetica Neue',
  'Roboto',
  'Cantarell',
  'Ubuntu',
  'Noto Sans',
  'DejaVu Sans',
  'Arial',
  'Liberation Sans',
];
const serif = ['Times New Roman', 'Times', 'Noto Serif', 'DejaVu Serif', 'Liberation Serif'];
const mono = ['Cascadia Mono', 'Consolas', 'Menlo', 'Noto Sans Mono', 'DejaVu Sans Mono', 'Courier New', 'Liberation Mono'];
const kinds: Record<string, readonly string[]> = { 'sans-serif': sans, 'system-ui': sans, rounded: sans, serif, monospace: mono };

/** The families to look for by a name: itself, where it is none of a kind. */
export function familiesFor(name: string): readonly string[] {
  const kind = name.trim().toLowerCase().replace(/^ui-/, '');
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? []) : [name];
}
