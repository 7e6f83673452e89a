/**
 * Collects what comes in a burst, and hands it over once as soon as the burst pauses: when two turns of the event loop have brought nothing
 * new. That is at once for a single change, and one time for ten that are waiting in the queue.
 */
export class Burst {
  private readonly done: (items: string[]) => void;
  private readonly items = new Set<string>();
  private turn = 0;

  constructor(done: (items: string[]) => void) {
    this.done = done;
  }

  add(item: string): void {
    this.items.add(item);
    const turn = ++this.turn;
    soon(() =>
      soon(() => {
        if (turn !== this.turn) return;
        const items = [...this.items];
        this.items.clear();
        this.done(items);
      }),
    );
  }
}

/** Lets what has come meanwhile be answered. */
export function turn(): Promise<void> {
  return new Promise((resolve) => soon(resolve));
}

/** Runs something on the next turn of the event loop. */
const soon: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => void setImmediate(run) : (run) => void setTimeout(run, 0);
