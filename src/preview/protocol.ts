/** What the extension and the page in the panel say to each other. Both ends import this file and check what they get. */
import type { ViewName } from '../language/names/settings.ts';
import type { Format } from '../render/job.ts';
import type { ThinReply } from './thin.ts';

/** `Reply` is thin on its way, and whole in the page. */
export type ToPage<Reply = ThinReply> =
  /** A map to draw, or why there is none. `name` is the file's name; the page keeps `uri`, so that its panel can come back after a reload. */
  | { type: 'map'; uri: string; name: string; reply: Reply }
  /** The cursor's place in the text: ids, absent where it is in no step. `moved` asks to bring it into sight, `typed` to do so only
   * where hardly any of it is: the writer goes on along the same line. */
  | { type: 'cursor'; step?: string; element?: string; moved: boolean; typed?: boolean }
  /** The language server is away (starting again, or stopped for good): a sentence to show, or none when it is back. */
  | { type: 'notice'; text?: string };

export type FromPage =
  /** The page is up and knows nothing yet. */
  | { type: 'ready' }
  /** This version of the text is on the screen. */
  | { type: 'drawn'; version: number }
  /** Show the text of this element. */
  | { type: 'reveal'; id: string }
  /** Draw another journey of the file. */
  | { type: 'choose'; journey: string }
  /** This view is shown from now on. */
  | { type: 'view'; view: ViewName }
  /** Write what is shown to a file of this format. */
  | { type: 'export'; format: Format };
