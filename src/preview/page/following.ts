import type { ToPage } from '../protocol.ts';

/** Where a step is shown, in the picture or in the table. */
export interface Place {
  isSeen(): boolean;
  show(): void;
}

/** Brings the step under the cursor into sight: where it was moved there by hand, or where the writer types what can hardly be seen. */
export class Following {
  /** Why the step, which may not be drawn yet, is still to be brought into sight. */
  #why: 'moved' | 'typed' | undefined;

  hear({ step, moved, typed }: ToPage & { type: 'cursor' }): void {
    if (step === undefined) this.#why = undefined;
    else if (moved) this.#why = 'moved';
    else if (typed) this.#why ??= 'typed';
  }

  /** @param place - Where the step under the cursor is shown; nothing where it is not there yet. */
  show(place: Place | undefined): void {
    if (this.#why === undefined || place === undefined) return;
    if (this.#why === 'moved' || !place.isSeen()) place.show();
    this.#why = undefined;
  }
}
