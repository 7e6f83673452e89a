import type { ToPage } from '../protocol.ts';
import type { Board } from './board.ts';
import type { Scroller } from './scroller.ts';

/** Brings the step under the cursor into sight: where it was moved there by hand, or where the writer types what can hardly be seen. */
export class Following {
  /** Why the step, which may not be drawn yet, is still to be brought into sight. */
  #why: 'moved' | 'typed' | undefined;

  hear({ step, moved, typed }: ToPage & { type: 'cursor' }): void {
    if (step === undefined) this.#why = undefined;
    else if (moved) this.#why = 'moved';
    else if (typed) this.#why ??= 'typed';
  }

  /** @param step - Id of the step under the cursor. */
  show(step: string | undefined, board: Board, scroller: Scroller, scale: number): void {
    const { scene } = board;
    const column = board.column(step);
    if (this.#why === undefined || scene === undefined || column === undefined) return;
    if (this.#why === 'moved' || !scroller.seesSideways(column, scene, scale)) scroller.showSideways(column, scene, scale);
    this.#why = undefined;
  }
}
