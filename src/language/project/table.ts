import { type LaneName, lanes, languages, severities, themeNames, viewNames } from '../names/settings.ts';

/** One value of a setting, and what else people write who mean it. */
export interface Choice {
  value: string;
  about: string;
  also?: readonly string[];
  /** A pattern of such words, where they cannot all be named. */
  like?: RegExp;
}

/** What a setting holds. */
export type Kind =
  | { is: 'text' }
  | { is: 'colour' }
  | { is: 'font' }
  | { is: 'picture' }
  | { is: 'choice'; of: readonly Choice[] }
  | { is: 'lanes' }
  | { is: 'rules' };

export interface Setting {
  key: '$schema' | 'language' | 'theme' | 'accent' | 'font' | 'logo' | 'view' | 'lanes' | 'rules';
  kind: Kind;
  /** What it is for, in a sentence or two. Markdown. */
  about: string;
  /** A value as it may stand in the file, JSON. */
  example: string;
}

/** Of each also the locales: `fr-FR`, `en_GB.UTF-8`. */
const languageNames: Record<(typeof languages)[number], Choice> = {
  en: { value: 'en', about: 'English', also: ['english', 'englisch', 'anglais', 'eng'], like: /^en(?:g|glish)?[^\p{L}]/iu },
  fr: {
    value: 'fr',
    about: 'French',
    also: ['french', 'français', 'französisch', 'fra', 'fre'],
    like: /^fr(?:a|e|ench|an[cç]ais)?[^\p{L}]/iu,
  },
};

const themes: Record<(typeof themeNames)[number], Choice> = {
  light: { value: 'light', about: 'Dark ink on white: for paper, slides and most pages.', also: ['white', 'bright', 'day'] },
  dark: { value: 'dark', about: 'Light ink on dark grey.', also: ['black', 'night'] },
  'high-contrast-light': { value: 'high-contrast-light', about: 'Black on white, contours instead of shades.', also: ['high-contrast'] },
  'high-contrast-dark': { value: 'high-contrast-dark', about: 'White on black, contours instead of shades.', also: ['hc'] },
  print: {
    value: 'print',
    about: 'For paper: lines instead of fills, and to be read in grey as well.',
    also: ['paper', 'grey', 'gray', 'bw'],
  },
};

const views: Record<(typeof viewNames)[number], Choice> = {
  map: { value: 'map', about: 'All that the map says.', also: ['full', 'micro', 'journey', 'all'] },
  macro: {
    value: 'macro',
    about: 'The key moments and the severe pains; the rest is folded.',
    also: ['overview', 'summary', 'key moments'],
  },
  blueprint: {
    value: 'blueprint',
    about: 'What customers do above the line of visibility, what staff and systems do below it.',
    also: ['service blueprint', 'service'],
  },
  compare: { value: 'compare', about: 'A future map beside the one that it improves.', also: ['diff', 'comparison', 'before and after'] },
  persona: { value: 'persona', about: 'Those who travel, in full.', also: ['personas', 'card'] },
};

const gravity: Record<(typeof severities)[number] | 'off', Choice> = {
  error: { value: 'error', about: 'Fails `journey check`.', also: ['fatal', 'critical', '2'] },
  warning: { value: 'warning', about: 'The map lacks what makes it useful.', also: ['warn', '1'] },
  info: { value: 'info', about: 'Advice.', also: ['information', 'note', 'notice'] },
  hint: { value: 'hint', about: 'A remark that editors hide from their list of problems.', also: ['suggestion'] },
  off: {
    value: 'off',
    about: 'The rule is not asked.',
    also: ['of', 'none', 'disable', 'disabled', 'ignore', 'never', 'no', 'false', '0'],
  },
};

/** How grave a rule's findings are, and `off`. */
export const severityChoices: readonly Choice[] = [...severities, 'off' as const].map((value) => gravity[value]);

/** The settings, in the order of the pages that explain them. Reader, schema and page all read this table. */
export const settings: readonly Setting[] = [
  {
    key: 'language',
    kind: { is: 'choice', of: languages.map((value) => languageNames[value]) },
    about:
      'The language of findings, of the words that fixes insert and of the picture’s own words. Without it findings follow the editor’s display language, on the command line the system’s, and pictures are English.',
    example: '"fr"',
  },
  {
    key: 'theme',
    kind: { is: 'choice', of: themeNames.map((value) => themes[value]) },
    about:
      'The colours of pictures that are written to files. `--theme` on the command line wins. The panel beside the text always follows the editor’s theme.',
    example: '"dark"',
  },
  {
    key: 'accent',
    kind: { is: 'colour' },
    about:
      'The colour of your house, for pictures and the panel: initials, the kind of map, moments of truth and the frame round the step at the cursor have it. `#` and six digits. Where it would be too faint to read, a lighter or darker shade of it is drawn, so that contrast holds in every theme.',
    example: '"#0f766e"',
  },
  {
    key: 'font',
    kind: { is: 'font' },
    about:
      'The family of fonts that pictures are set in, where the reader’s machine has it; elsewhere they are set in ours. Its letters are not known when the map is laid out, so all text is given 15 % more room, and more where its name says that all letters are of one width. A font that runs wider still can reach beyond its box.',
    example: '"Georgia"',
  },
  {
    key: 'logo',
    kind: { is: 'picture' },
    about:
      'A picture at the top right of every view, at most 32 pixels high: the path of a PNG, JPEG, WebP or SVG file, relative to this file and within its folder, of at most 1 MB. On a dark ground it stands on a white plate.',
    example: '"logo.svg"',
  },
  {
    key: 'view',
    kind: { is: 'choice', of: viewNames.map((value) => views[value]) },
    about:
      'The view that journeys open in, in the panel and on the command line. A journey that says `view` itself, `--view` and the panel’s menu win.',
    example: '"blueprint"',
  },
  {
    key: 'lanes',
    kind: { is: 'lanes' },
    about:
      'The lanes to draw, from top to bottom. Those left out are not drawn; what stands in the map is kept and checked all the same. Without it all are drawn.',
    example: '["steps", "feels", "touchpoints", "pains"]',
  },
  {
    key: 'rules',
    kind: { is: 'rules' },
    about: 'Per rule how grave its findings are, or `off`, and its numbers. What is not named here keeps its default.',
    example: '{ "missing-type": "off", "too-long": { "severity": "warning", "stages": 10 } }',
  },
  {
    key: '$schema',
    kind: { is: 'text' },
    about: 'Where other editors find the schema that completes this file. VS Code needs none.',
    example: '"https://example.org/journey.schema.json"',
  },
];

const laneNames: Partial<Record<LaneName, readonly string[]>> = {
  steps: ['does', 'doing', 'actions', 'étapes'],
  feels: ['emotions', 'feelings', 'mood', 'curve', 'émotions'],
  moments: ['key moments', 'truth'],
  touchpoints: ['channels', 'contacts', 'silences', 'promises', 'listens'],
  pains: ['pain points', 'problems'],
  opportunities: ['ideas', 'solutions'],
  expects: ['expectations'],
  flow: ['ways', 'leads to', 'decides'],
  measures: ['metrics', 'metric', 'kpis', 'figures'],
  goals: ['business goals', 'business goal', 'our goals'],
};

/** The lanes, with the statements that each shows. */
export const laneChoices: readonly Choice[] = lanes.map(({ name, shows }) => ({
  value: name,
  about: `Shows ${shows.map((word) => `\`${word}\``).join(', ')}.`,
  also: laneNames[name] ?? [],
}));
