import { config, t } from '@vscode/l10n';
import french from '../../l10n/bundle.l10n.fr.json' with { type: 'json' };
import { english, type Tongue } from '../language/message.ts';
import type { Settings } from '../language/names/settings.ts';

/** A tongue that findings, hovers and pictures come in. */
export type Language = NonNullable<Settings['language']>;

// The library holds one table at a time. English needs none, so the other one can stay.
config({ contents: french });

/** Says a text in French, or leaves it as it is where the catalogue lacks it. */
const inFrench: Tongue = (text) => t(text);

/** The tongue of a language: the one in which all texts are written, or the catalogue's. */
export function tongueOf(language: Language): Tongue {
  return language === 'fr' ? inFrench : english;
}

/** The language of a locale as editors and systems name them: `fr`, `fr-CA` and `fr_FR.UTF-8` are French, what is unknown is English. */
export function languageOf(locale: string | undefined): Language {
  return /^fr(?:[-_.@]|$)/i.test(locale ?? '') ? 'fr' : 'en';
}
