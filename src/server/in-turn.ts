/** Runs tasks one after the other, so that what one reads is not mixed with what the next one finds. */
export class InTurn {
  private last: Promise<void> = Promise.resolve();

  run(task: () => Promise<void>): Promise<void> {
    const next = this.last.then(task, task);
    this.last = next.catch(() => undefined);
    return next;
  }
}
