import type { Kind } from '../statements.ts';

/** How grave a finding is. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** What a `journey.json` says of one rule. */
export interface RuleSetting {
  severity?: Severity | 'off';
  /** The rule's own numbers, by name: `{ stages: 10 }`. */
  options: Readonly<Record<string, number>>;
}

export const languages = ['en', 'fr'] as const;

/** The themes of pictures. */
export const themeNames = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark', 'print'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The views of a map: all of it; what decides; what staff do; what became of the map that it improves; who travels. */
export const viewNames = ['map', 'macro', 'blueprint', 'compare', 'persona'] as const;
export type ViewName = (typeof viewNames)[number];

/** The lanes of a picture in their usual order, and the statements that each shows. */
export const lanes = [
  { name: 'steps', shows: ['step', 'does', 'absent'] },
  { name: 'time', shows: ['at', 'takes', 'waits'] },
  { name: 'thinks', shows: ['thinks'] },
  { name: 'says', shows: ['says'] },
  { name: 'sees', shows: ['sees'] },
  { name: 'hears', shows: ['hears'] },
  { name: 'feels', shows: ['feels', 'moment'] },
  { name: 'moments', shows: ['moment'] },
  { name: 'touchpoints', shows: ['touchpoint', 'listens', 'promises', 'silence'] },
  { name: 'expects', shows: ['expects'] },
  { name: 'pains', shows: ['pain', 'action'] },
  { name: 'opportunities', shows: ['opportunity', 'action'] },
  { name: 'frontstage', shows: ['frontstage'] },
  { name: 'backstage', shows: ['backstage'] },
  { name: 'handoffs', shows: ['handoff'] },
  { name: 'flow', shows: ['decides', 'leads to', 'ends', 'alongside', 'replaces', 'drops'] },
  { name: 'measures', shows: ['metric'] },
  { name: 'evidence', shows: ['evidence'] },
  { name: 'goals', shows: ['business goal', 'owner'] },
] as const satisfies readonly { name: string; shows: readonly Kind[] }[];
export type LaneName = (typeof lanes)[number]['name'];

/** What an editor and a build must agree on: the content of a folder's `journey.json`, as far as it could be read. */
export interface Settings {
  /** By code. */
  rules: ReadonlyMap<string, RuleSetting>;
  /** The tongue of findings and pictures; without it that of the editor, or of the system. */
  language?: (typeof languages)[number];
  /** The theme of pictures that are written to files. A panel follows its editor's. */
  theme?: ThemeName;
  /** The view that journeys open in which do not say so themselves. */
  view?: ViewName;
  /** The colour of pictures that stands for a house, as `#rrggbb` in small letters. */
  accent?: string;
  /** The family of fonts that pictures are set in where a reader has it. */
  font?: string;
  /** The file of the logo in the header of pictures, relative to the `journey.json`. */
  logo?: string;
  /** The lanes to draw, in this order, each once and at least one; without it all, in their usual order. */
  lanes?: readonly LaneName[];
}

/** What a house has its pictures look like. */
export interface Brand {
  /** Its colour, as `#rrggbb`. */
  accent?: string;
  /** The family of fonts to set text in where the reader has it. */
  font?: string;
}

/** What settings say of the look of pictures; nothing where they say nothing. */
export function brandOf({ accent, font }: Settings): Brand | undefined {
  if (accent === undefined && font === undefined) return undefined;
  return { ...(accent === undefined ? {} : { accent }), ...(font === undefined ? {} : { font }) };
}

/** What holds where no `journey.json` says otherwise. */
export const defaults: Settings = { rules: new Map() };
