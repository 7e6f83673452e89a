import type { FromPage } from '../protocol.ts';
import { idAt } from './elements.ts';
import type { Place } from './following.ts';
import { moveOf } from './keys.ts';
import type { Pointing } from './pointing.ts';
import { Reader } from './reader.ts';

/** How clicks and keys go through the table, and what is selected there. */
export class Reading {
  readonly reader: Reader;
  readonly #pointing: Pointing;
  readonly #say: (message: FromPage) => void;

  /** @param root - Holds the table while it is shown. */
  constructor(root: HTMLElement, pointing: Pointing, say: (message: FromPage) => void) {
    this.reader = new Reader(root);
    this.#pointing = pointing;
    this.#say = say;
  }

  get top(): number {
    return this.reader.top;
  }

  set top(top: number) {
    this.reader.top = top;
  }

  show(id: string | undefined): void {
    this.reader.show(id);
  }

  /** Leaves the focus in the table while it is rendered, though what had it may be gone. */
  keepFocus(render: () => void): void {
    const had = this.reader.hasFocus;
    render();
    if (had && !this.reader.hasFocus) this.reader.focus();
  }

  /** Finds what is selected in a table that was told anew. */
  findAgain(): void {
    this.#pointing.readAgain(this.reader.ids);
  }

  /** Where a step is shown; nothing where it is not told. */
  placeOf(step: string | undefined): Place | undefined {
    if (step === undefined || !this.reader.has(step)) return undefined;
    return { isSeen: () => this.reader.sees(step), show: () => this.reader.show(step) };
  }

  click(event: MouseEvent): void {
    // Who has marked a text to copy it wants to stay with it.
    if (document.getSelection()?.isCollapsed === false) return;
    const id = idAt(event.target);
    this.#pointing.read(id, this.reader.ids);
    if (id !== undefined) this.#say({ type: 'reveal', id });
  }

  /** @param step - Where keys begin while nothing is selected. */
  press(event: KeyboardEvent, step: string | undefined): void {
    const move = moveOf(event);
    if (move === undefined) return;
    event.preventDefault();
    const { id } = this.#pointing.selection;
    if (move === 'clear') this.#pointing.read(undefined, []);
    else if (move !== 'open') {
      const to = this.reader.go(move, id ?? step);
      if (to !== undefined) this.#pointing.read(to, this.reader.ids);
    } else if (id !== undefined) this.#say({ type: 'reveal', id });
  }
}
