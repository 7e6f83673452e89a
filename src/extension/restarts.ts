/** So many ends of the server are forgiven within the span; the next one is one too many. */
const forgiven = 4;
const span = 3 * 60 * 1000;

/** Counts how often the server ended, to tell a mishap from a server that cannot run. */
export class Restarts {
  #ends: number[] = [];

  /**
   * Whether to start it again.
   *
   * @param now the time of this end, in milliseconds
   */
  again(now: number): boolean {
    this.#ends = this.#ends.filter((end) => now - end < span);
    this.#ends.push(now);
    return this.#ends.length <= forgiven;
  }

  /** Somebody started it by hand: the count begins anew. */
  forget(): void {
    this.#ends = [];
  }
}
