import { type Message, say } from '../message.ts';

/** A word for a feeling. */
export interface Emotion {
  word: Message;
  /** How pleasant it is to people, from 1 to 9. */
  valence: number;
}

const emotion = (word: Message, valence: number): Emotion => ({ word, valence });

/**
 * Words for what customers feel, with their valence: how pleasant the word is to people, a mean of their ratings from 1 to 9.
 *
 * The figures are those of Bradley and Lang, “Affective Norms for English Words (ANEW): Instruction manual and affective ratings”, University of
 * Florida, 1999, and its extension of 2010 (technical report C-3). Where the norms rate another form of the word, it is that form's: annoy, delight,
 * skeptical, relief, worry; where they rate a word twice, the first. A word in another tongue has the valence of the English one.
 *
 * The likelier ones on a map come first.
 */
export const emotions: readonly Emotion[] = [
  emotion(say('frustrated'), 2.48),
  emotion(say('worried'), 2.31),
  emotion(say('annoyed'), 2.74),
  emotion(say('lost'), 2.82),
  emotion(say('confused'), 3.21),
  emotion(say('disappointed'), 2.21),
  emotion(say('impatient'), 3.63),
  emotion(say('uncertain'), 3.45),
  emotion(say('irritated'), 2.23),
  emotion(say('helpless'), 2.2),
  emotion(say('uneasy'), 3.07),
  emotion(say('nervous'), 3.29),
  emotion(say('tense'), 3.56),
  emotion(say('suspicious'), 3.76),
  emotion(say('discouraged'), 3.0),
  emotion(say('embarrassed'), 3.03),
  emotion(say('bored'), 2.95),
  emotion(say('tired'), 3.28),
  emotion(say('lonely'), 2.17),
  emotion(say('relieved'), 6.81),
  emotion(say('hopeful'), 7.1),
  emotion(say('glad'), 7.77),
  emotion(say('satisfied'), 7.94),
  emotion(say('confident'), 7.98),
  emotion(say('pleased'), 7.79),
  emotion(say('curious'), 6.08),
  emotion(say('interested'), 6.58),
  emotion(say('relaxed'), 7.0),
  emotion(say('surprised'), 7.47),
  emotion(say('impressed'), 7.33),
  emotion(say('grateful'), 7.37),
  emotion(say('safe'), 7.07),
  emotion(say('optimistic'), 7.59),
  emotion(say('inspired'), 7.15),
  emotion(say('furious'), 1.96),
  emotion(say('upset'), 2.0),
  emotion(say('distressed'), 1.94),
  emotion(say('rejected'), 1.5),
  emotion(say('afraid'), 2.0),
  emotion(say('miserable'), 1.55),
  emotion(say('delighted'), 8.26),
  emotion(say('proud'), 8.03),
  emotion(say('enthusiastic'), 8.17),
  emotion(say('joyful'), 8.22),
  emotion(say('lucky'), 8.17),
  emotion(say('triumphant'), 8.82),
  emotion(say('indifferent'), 4.61),
  emotion(say('patient'), 5.29),
  emotion(say('sceptical'), 4.52),
  emotion(say('startled'), 4.5),
  emotion(say('reserved'), 4.88),
];

/** The usual score of a feeling, −2 … +2: the nine points of the norms laid over our five, (valence − 5) ÷ 2, to the nearest whole number. */
export function usualScore({ valence }: Emotion): number {
  const score = (valence - 5) / 2;
  // Halves go away from zero on both sides.
  return Math.sign(score) * Math.round(Math.abs(score)) || 0;
}
