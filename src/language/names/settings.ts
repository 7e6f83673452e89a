/** How grave a finding is. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a `journey.json` says of one rule. */
export interface RuleSetting {
  severity?: Severity | 'off';
  /** The rule's own numbers, by name: `{ stages: 10 }`. */
  options: Readonly<Record<string, number>>;
}

/** What an editor and a build must agree on: the content of a folder's `journey.json`, as far as it could be read. */
export interface Settings {
  /** By code. */
  rules: ReadonlyMap<string, RuleSetting>;
  /** The tongue of findings and pictures; without it that of the editor, or of the system. */
  language?: 'en' | 'fr';
}

/** What holds where no `journey.json` says otherwise. */
export const defaults: Settings = { rules: new Map() };
