const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letters of a name's first and last word, `VC`. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–·,.()]+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...clusters.segment(word ?? '')][0]?.segment.toUpperCase() ?? '').join('');
}
