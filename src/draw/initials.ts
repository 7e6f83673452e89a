import { clustersOf } from './clusters.ts';

/** Keeps letters apart that would join, as Arabic ones do. */
const nonJoiner = '\u200c';

/** The first letters of a name's first and last word, `VC`. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–·,.()]+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => clustersOf(word ?? '')[0]?.toUpperCase() ?? '');
  return letters.join(/^\p{Script=Arabic}/u.test(letters[0] ?? '') ? nonJoiner : '');
}

/** Initials of those who share a curve, `VC, SM`; of more than two the first one's, `VC +3`. */
export function sharedInitials(personas: readonly { title: string }[]): string {
  const [first, second, ...others] = personas.map(({ title }) => initials(title));
  return others.length > 0 ? `${first} +${others.length + 1}` : [first, second].filter((each) => each !== undefined).join(', ');
}
