import { clustersOf } from './clusters.ts';

/** The first letters of a name's first and last word, `VC`. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–·,.()]+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => clustersOf(word ?? '')[0]?.toUpperCase() ?? '').join('');
}

/** Initials of those who share a curve, `VC, SM`; of more than two the first one's, `VC +3`. */
export function sharedInitials(personas: readonly { title: string }[]): string {
  const [first, second, ...others] = personas.map(({ title }) => initials(title));
  return others.length > 0 ? `${first} +${others.length + 1}` : [first, second].filter((each) => each !== undefined).join(', ');
}
