import type { Format, Job, Rendered } from '../../render/job.ts';
import { Refusal } from '../../render/refusal.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A worker that renders, on whatever machine. */
export interface Hand {
  tell(message: ToWorker): void;
  /** `ended` is called when it ends without having been told to. */
  listen(heard: (message: FromWorker) => void, ended: (why: string) => void): void;
  end(): void;
}

/** A worker that has nothing to do is ended after this time, in milliseconds. */
const quiet = 60_000;

/** The job was given up by whoever wanted it. */
export class Cancelled extends Error {}

/** Renders maps in workers, so that neither editor nor language server waits for them. Each job has a worker to itself; one is kept for the next. */
export class Renderer {
  readonly #hire: () => Hand;
  readonly #file: (name: string) => Promise<Uint8Array>;
  readonly #busy = new Set<Hand>();
  #idle: Hand | undefined;
  #dismissal: ReturnType<typeof setTimeout> | undefined;

  /** `hire` starts a worker; `file` reads a file of dist/ for one that cannot. */
  constructor(hire: () => Hand, file: (name: string) => Promise<Uint8Array>) {
    this.#hire = hire;
    this.#file = file;
  }

  /**
   * Renders a map.
   *
   * @throws Refusal where it cannot be written as was asked, Cancelled when `signal` is aborted before it is done.
   */
  async render(format: Format, job: Job, signal: AbortSignal): Promise<Rendered> {
    if (signal.aborted) throw new Cancelled();
    const hand = this.#take();
    const { promise, resolve, reject } = Promise.withResolvers<FromWorker>();
    const give = () => reject(new Cancelled());
    signal.addEventListener('abort', give);
    hand.listen(
      (message) => (message.type === 'wants' ? void this.#hand(hand, message.name) : resolve(message)),
      (why) => reject(new Error(why)),
    );
    hand.tell({ type: 'job', format, job });
    let said: FromWorker | undefined;
    try {
      said = await promise;
    } finally {
      signal.removeEventListener('abort', give);
      this.#release(hand, said !== undefined && said.type !== 'failed');
    }
    if (said.type === 'rendered') return said.rendered;
    throw said.type === 'refused' ? new Refusal(said.said) : new Error(said.type === 'failed' ? said.why : said.type);
  }

  dispose(): void {
    this.#dismiss();
    for (const hand of this.#busy) hand.end();
    this.#busy.clear();
  }

  #take(): Hand {
    clearTimeout(this.#dismissal);
    const hand = this.#idle ?? this.#hire();
    this.#idle = undefined;
    this.#busy.add(hand);
    return hand;
  }

  /** `isSound`: it can do another job. */
  #release(hand: Hand, isSound: boolean): void {
    if (!this.#busy.delete(hand)) return;
    this.#dismiss();
    if (!isSound) {
      hand.end();
      return;
    }
    hand.listen(
      () => undefined,
      () => this.#dismiss(),
    );
    this.#idle = hand;
    this.#dismissal = setTimeout(() => this.#dismiss(), quiet);
  }

  #dismiss(): void {
    clearTimeout(this.#dismissal);
    this.#idle?.end();
    this.#idle = undefined;
  }

  async #hand(hand: Hand, name: string): Promise<void> {
    const bytes = await this.#file(name).catch(() => undefined);
    if (this.#busy.has(hand)) hand.tell({ type: 'file', name, ...(bytes ? { bytes } : {}) });
  }
}
