import { render } from '../../render/index.ts';
import type { Format, Job, Resources } from '../../render/job.ts';
import { Refusal } from '../../render/refusal.ts';
import type { FromWorker } from './messages.ts';

/** Does a job in a worker: whatever comes of it is something to say. */
export async function work(format: Format, job: Job, resources: Resources): Promise<FromWorker> {
  try {
    return { type: 'rendered', rendered: await render(format, job, resources) };
  } catch (error) {
    if (error instanceof Refusal) return { type: 'refused', said: error.said };
    return { type: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
