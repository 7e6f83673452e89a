import { english } from './english.ts';
import { french } from './french.ts';
import type { Strings } from './strings.ts';

/** The picture's words in the language that a folder's `journey.json` names; English where it names none, so that a map draws alike everywhere. */
export function stringsOf(language: 'en' | 'fr' | undefined): Strings {
  return language === 'fr' ? french : english;
}
