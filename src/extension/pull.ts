/**
 * Asks again and again without piling up: one request in flight, and one more when it comes back if anything changed meanwhile.
 * Nothing is asked while nobody looks; what changed then is asked for as soon as somebody does.
 */
export class Pull {
  readonly #ask: () => Promise<void>;
  #flying = false;
  #wanted = false;
  #awake = false;

  /** `ask` makes one round trip. Whether it fails is its own affair: it must not reject. */
  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** Something may have changed. */
  want(): void {
    this.#wanted = true;
    this.#go();
  }

  /** Whether somebody looks. */
  set awake(awake: boolean) {
    this.#awake = awake;
    this.#go();
  }

  #go(): void {
    if (!this.#awake || !this.#wanted || this.#flying) return;
    this.#wanted = false;
    this.#flying = true;
    void this.#ask().finally(() => {
      this.#flying = false;
      this.#go();
    });
  }
}
