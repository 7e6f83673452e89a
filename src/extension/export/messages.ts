import type { Message } from '../../language/message.ts';
import type { Format, Job, Rendered } from '../../render/job.ts';

/** What the extension and the worker that renders say to each other. Both are of one build. */
export type ToWorker =
  /** Render this. A worker has one job at a time. */
  | { type: 'job'; format: Format; job: Job }
  /** A file that was asked for; without bytes there is none. */
  | { type: 'file'; name: string; bytes?: Uint8Array };

export type FromWorker =
  | { type: 'rendered'; rendered: Rendered }
  /** It cannot be written as was asked. */
  | { type: 'refused'; said: Message }
  | { type: 'failed'; why: string }
  /** A file of dist/, for a worker that cannot read it by itself. */
  | { type: 'wants'; name: string };
