import type { JourneyDocument } from '../document.ts';
import type { Message } from '../message.ts';
import type { Folder } from '../names/folder.ts';
import type { Span } from '../read/statement.ts';
import type { Node } from '../tree/node.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

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
  /** Needs the names of the other files, so it waits until the folder has been read. */
  needsFolder?: true;
  check(context: RuleContext): Iterable<Found>;
}

export interface RuleContext {
  document: JourneyDocument;
  folder: Folder;
  /** The day to compare dates with, ISO. Handed in, so that the same text gives the same findings whenever asked. */
  today: string;
}

/** One place where a rule holds. */
export interface Found extends Span {
  /** The thing that the finding is about: what a view marks. */
  node: Node;
  message: Message;
  fixes: readonly FoundFix[];
  /** The other side of a conflict. */
  related?: readonly { document: JourneyDocument; span: Span; message: Message }[];
}

/** A change that answers a finding. Offsets are those of the file. */
export interface FoundFix {
  title: Message;
  edits: readonly FileEdit[];
  /** The one to take when asked for no other. */
  preferred?: true;
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
