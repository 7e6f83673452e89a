import { type Message, say } from '../../language/message.ts';

/** Letters of one script, or pictures and signs, which one font is looked for. */
export interface LetterGroup {
  script: Script;
  /** Each once, in the order of their code points. */
  letters: string[];
}

export interface Script {
  name: Message;
  /** A font that has its letters, and can be had by everybody. */
  font: string;
  /**
   * Beginnings of the names of font files, letters and digits only, the best first: what the systems themselves take, and fonts that
   * are often there.
   */
  files: readonly string[];
  /** What tells the right font of a collection, by the end of its family's name. */
  region?: RegExp;
}

const noto = (script: string) => `Noto Sans ${script}`;
const file = (font: string) => font.toLowerCase().replaceAll(' ', '');

/** Fonts of many scripts, after those of a script's own. */
const wide = ['notosansregular', 'segoeui', 'dejavusans', 'arialunicode', 'arial', 'tahoma', 'freesans'];

function script(name: Message, font: string, files: readonly string[] = [], region?: RegExp): Script {
  return { name, font, files: [file(font), ...files, ...wide], ...(region ? { region } : {}) };
}

const cjk = ['notosanscjk', 'sourcehansans'];
const chinese = ['msyh', 'pingfang', 'stheiti', 'hiraginosansgb', 'wqymicrohei', 'wqyzenhei', 'droidsansfallback'];
const scripts = {
  japanese: script(
    say('Japanese'),
    'Noto Sans CJK JP',
    [
      ...cjk,
      'notosansjp',
      'ヒラギノ角ゴシックw3',
      'hiraginosans',
      'yugothm',
      'yugothr',
      'meiryo',
      'ipaexg',
      'ipag',
      'takaopgothic',
      'vlpgothic',
      'msgothic',
    ],
    /\bJP\b/,
  ),
  korean: script(say('Korean'), 'Noto Sans CJK KR', [...cjk, 'notosanskr', 'malgun', 'applesdgothicneo', 'nanumgothic', 'gulim'], /\bKR\b/),
  simplified: script(say('Chinese'), 'Noto Sans CJK SC', [...cjk, 'notosanssc', ...chinese, 'simhei', 'simsun'], /\b(?:SC|CN)\b/),
  traditional: script(say('Chinese'), 'Noto Sans CJK TC', [...cjk, 'notosanstc', 'msjh', ...chinese, 'mingliu'], /\b(?:TC|TW)\b/),
  emoji: script(say('emoji'), 'Noto Emoji', ['notoemoji', 'seguiemj', 'symbola', 'applecoloremoji', 'notocoloremoji', 'twemoji']),
  signs: script(say('signs'), 'Noto Sans Symbols 2', ['notosanssymbols', 'seguisym', 'applesymbols', 'notosansmath', 'symbola', 'cambria']),
} as const;

const indic = ['nirmala', 'kohinoor', 'lohit'];

/** Scripts that Unicode tells by their names. */
const named: Record<string, Script> = {
  Arabic: script(say('Arabic'), noto('Arabic'), ['segoeui', 'sfarabic', 'geezapro', 'dubai']),
  Hebrew: script(say('Hebrew'), noto('Hebrew'), ['segoeui', 'sfhebrew', 'arialhb']),
  Thai: script(say('Thai'), noto('Thai'), ['leelawui', 'leelawad', 'thonburi', 'loma', 'waree', 'garuda']),
  Lao: script(say('Lao'), noto('Lao'), ['leelawui', 'laosangammn', 'laoui', 'phetsarath']),
  Khmer: script(say('Khmer'), noto('Khmer'), ['leelawui', 'khmersangammn', 'khmerui']),
  Myanmar: script(say('Burmese'), noto('Myanmar'), ['mmrtext', 'myanmarsangammn', 'padauk']),
  Devanagari: script(say('Devanagari'), noto('Devanagari'), [...indic, 'mangal', 'devanagarimt']),
  Bengali: script(say('Bengali'), noto('Bengali'), [...indic, 'vrinda', 'banglasangammn']),
  Gurmukhi: script(say('Gurmukhi'), noto('Gurmukhi'), [...indic, 'raavi', 'gurmukhisangammn']),
  Gujarati: script(say('Gujarati'), noto('Gujarati'), [...indic, 'shruti', 'gujaratisangammn']),
  Oriya: script(say('Odia'), noto('Oriya'), [...indic, 'kalinga', 'oriyasangammn']),
  Tamil: script(say('Tamil'), noto('Tamil'), [...indic, 'latha', 'tamilsangammn']),
  Telugu: script(say('Telugu'), noto('Telugu'), [...indic, 'gautami', 'telugusangammn']),
  Kannada: script(say('Kannada'), noto('Kannada'), [...indic, 'tunga', 'kannadasangammn']),
  Malayalam: script(say('Malayalam'), noto('Malayalam'), [...indic, 'kartika', 'malayalamsangammn']),
  Sinhala: script(say('Sinhala'), noto('Sinhala'), ['nirmala', 'sinhalasangammn', 'iskpota']),
  Tibetan: script(say('Tibetan'), 'Noto Serif Tibetan', ['himalaya', 'kailasa']),
  Armenian: script(say('Armenian'), noto('Armenian'), ['segoeui', 'mshtakan', 'sfarmenian']),
  Georgian: script(say('Georgian'), noto('Georgian'), ['segoeui', 'sfgeorgian']),
  Ethiopic: script(say('Ethiopic'), noto('Ethiopic'), ['ebrima', 'nyala', 'kefa']),
};

const namedTests = Object.entries(named).map(([name, found]) => ({ found, test: new RegExp(`\\p{Script_Extensions=${name}}`, 'u') }));

/** Any other script: fonts of many scripts are tried, and then all. */
const other = script(say('other letters'), 'Noto Sans');

/** Letters that nobody sees: they steer others, or are space. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Z}]/u;
const pictures = /[\p{Emoji_Presentation}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u20e3/u;
const signs = /[\p{S}\p{P}\p{Co}\p{Cn}]/u;
const han = /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Bopomofo}\uff00-\uffef]/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
/** Frequent letters of Chinese that are simplified where they are not these. */
const unsimplified = /[們這說個來時會對發後過還進開問間門車東馬風見讓給關請買賣單點電話網頁員訂購貨嗎麼為從與無產業務處聯絡選擇]/u;

/** Letters cut into groups that a font each is looked for. What is not seen is left out. */
export function groupsOf(letters: Iterable<string>): LetterGroup[] {
  const all = [...new Set(letters)].filter((letter) => !isUnseen(letter)).sort((a, b) => codeOf(a) - codeOf(b));
  const text = all.join('');
  const groups = new Map<Script, string[]>();
  for (const letter of all) {
    const found = scriptOf(letter, text);
    const own = groups.get(found);
    if (own) own.push(letter);
    else groups.set(found, [letter]);
  }
  return [...groups].map(([found, own]) => ({ script: found, letters: own }));
}

/** Nobody sees it: it steers other letters, or is space. */
export function isUnseen(letter: string): boolean {
  return unseen.test(letter);
}

export function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

function scriptOf(letter: string, text: string): Script {
  if (pictures.test(letter) || (codeOf(letter) > 0xffff && /\p{Extended_Pictographic}/u.test(letter))) return scripts.emoji;
  if (hangul.test(letter)) return scripts.korean;
  if (han.test(letter)) {
    if (kana.test(text)) return scripts.japanese;
    if (hangul.test(text)) return scripts.korean;
    return /\p{Script=Bopomofo}/u.test(text) || unsimplified.test(text) ? scripts.traditional : scripts.simplified;
  }
  const own = namedTests.find(({ test }) => test.test(letter));
  if (own) return own.found;
  return signs.test(letter) ? scripts.signs : other;
}
