import type { Lines } from '../lines.ts';
import type { Message } from '../message.ts';
import type { Settings, Severity } from '../names/settings.ts';
import type { Span } from '../read/statement.ts';
import type { FoundFix } from '../rules/rule.ts';

/** The code of all findings in a `journey.json`. */
export const projectCode = 'project-file';

/** What is wrong in a `journey.json`. */
export interface ProjectFinding extends Span {
  severity: Severity;
  message: Message;
  fixes: readonly FoundFix[];
  /** It breaks JSON itself, which an editor with support for JSON says on its own. */
  json?: true;
}

/** A `journey.json` as it was read. */
export interface ProjectFile {
  uri: string;
  version: number;
  text: string;
  lines: Lines;
  settings: Settings;
  /** Where the logo is named, and how to do without it. */
  logoAt?: Span & { away: FoundFix };
  /** In the order of the file. */
  findings: readonly ProjectFinding[];
}
