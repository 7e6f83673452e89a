import type { JourneyDocument } from '../document.ts';
import type { Message } from '../message.ts';
import type { Context } from '../names/facts.ts';
import type { Severity } from '../names/settings.ts';
import type { Span } from '../read/statement.ts';
import type { Node } from '../tree/node.ts';
import type { Ignores } from './ignores.ts';

/** What a map lacks or gets wrong. Adding one is adding a file here, and its name to the list in `index.ts`. */
export interface Rule {
  /** As in `journey.json` and ignore comments: `missing-emotion`. */
  code: string;
  severity: Severity;
  /** What it finds, in half a sentence. */
  finds: string;
  /** Why that matters to the people who travel, or to those who read the map. Shown on hover and on the rule's page. */
  why: string;
  /** A whole file that has the finding, and the same file without it. */
  example: { wrong: string; right: string };
  /** What the fixes do, or why there is none. */
  fix: string;
  /** There is no fix that could be written; `fix` says why. */
  hasNoFix?: true;
  /** Its numbers, which a `journey.json` may set: whole, and no smaller than `least`. */
  options?: Readonly<Record<string, { default: number; least: number; about: string }>>;
  /** Needs the names of the other files, so it waits until the folder has been read. */
  needsFolder?: true;
  /** Asks what data files hold: while one of them has not been read, nothing follows from what is not found. */
  needsData?: true;
  /**
   * How far it looks for a finding: within a stage and what the journey says of itself, or within a journey; outside journeys, within a
   * declaration. Beyond that it may ask the folder for the names that its files declare (see `Folder.find`), the settings and the day. Such
   * a rule is handed a part of the file at a time, and its findings are kept while none of that changes. A rule without it is asked about
   * the whole file after each edit.
   */
  reach?: 'stage' | 'journey';
  /**
   * Of a rule with a reach, the kinds of statements on which it depends whether it finds anything in a part. Where it has found nothing, it is not
   * asked again while only others change.
   */
  looksAt?: readonly Node['kind'][];
  check(context: RuleContext): Iterable<Found>;
}

export interface RuleContext extends Context {
  /** The day to compare dates with, ISO. Handed in, so that the same text gives the same findings whenever asked. */
  today: string;
  /** The file's ignore comments, and what they have silenced so far. */
  ignores?: Ignores;
}

/** One place where a rule holds. */
export interface Found extends Span {
  /** The thing that the finding is about: what a view marks. */
  node: Node;
  message: Message;
  fixes: readonly FoundFix[];
  /** How grave this one is, where it is less so than others of its rule and `journey.json` says nothing of the rule. */
  severity?: Severity;
  /** The text says nothing that counts: editors show it faded. */
  faded?: true;
  /** The other side of a conflict. */
  related?: readonly { document: JourneyDocument; span: Span; message: Message }[];
}

/** A change that answers a finding. Offsets are those of the file. */
export interface FoundFix {
  title: Message;
  edits: readonly FileEdit[];
  /** The one to take when asked for no other. */
  preferred?: true;
  /** It makes a name up, or takes one meaning of several: left for a person where a whole file is fixed at once. */
  decides?: true;
}

export interface FileEdit extends Span {
  /** The file to change, where it is not the one with the finding. */
  uri?: string;
  /** May hold one `$0`, where the cursor goes, and `${1|a,b|}`, values to choose from. A literal `$`, `}` or `\` in it is escaped by `literal`. */
  text: string;
  /** The text is a snippet. */
  snippet?: true;
}

/** A finding with the rule it comes from. */
export interface Finding extends Found {
  code: string;
  severity: Severity;
}

/** A number of a rule: as the folder's `journey.json` sets it, else its default. */
export function optionOf({ folder }: Context, { code, options }: Pick<Rule, 'code' | 'options'>, name: string): number {
  return folder.settings.rules.get(code)?.options[name] ?? options?.[name]?.default ?? 0;
}
