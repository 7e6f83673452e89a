import type { Tongue } from '../language/message.ts';
import type { Folder } from '../language/names/folder.ts';
import { type Language, languageOf, tongueOf } from '../server/tongues.ts';

/** The system's language, from its environment in the order of POSIX, else as the runtime knows it. English where that is none we speak. */
export function systemLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return languageOf(LC_ALL || LC_MESSAGES || LANG || navigator.language);
}

/** In which tongue to speak of some folders: the one that their `journey.json` files agree on, else the system's. */
export function tongueFor(...folders: readonly Pick<Folder, 'settings'>[]): Tongue {
  const named = new Set(folders.map(({ settings }) => settings.language));
  const [language] = named.size === 1 ? named : [];
  return tongueOf(language ?? systemLanguage());
}
