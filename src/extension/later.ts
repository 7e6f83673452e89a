/** Runs something once things have been quiet for a while. */
export class Later {
  readonly #wait: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `wait` in milliseconds. */
  constructor(wait: number, run: () => void) {
    this.#wait = wait;
    this.#run = run;
  }

  /** Asks for a run; what was asked for before and has not run is dropped. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, this.#wait);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
