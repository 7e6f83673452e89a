import type { Mark } from '../../map/model.ts';
import { pair } from '../pair.ts';
import type { FromPage } from '../protocol.ts';
import type { Board } from './board.ts';
import { allDrawn, canFold, foldAt, idAt, idsIn } from './elements.ts';
import { type Direction, type End, neighbour, turned } from './geometry.ts';
import { moveOf } from './keys.ts';
import { idsWith, isOfKind, type Kind } from './model.ts';
import type { PictureProps } from './picture.ts';
import type { Reader } from './reader.ts';
import type { Scroller } from './scroller.ts';
import { findAgain, nothing, type Selection, select } from './selection.ts';

/** What pointing at the picture needs of the page. */
export interface Pane {
  board: Board;
  scroller: Scroller;
  scale(): number;
  say(message: FromPage): void;
  /** Folds a stage, or unfolds it. */
  fold(stage: string): void;
  /** Something else is selected, to be remembered and shown. */
  selected(id: string | undefined): void;
}

/** What is selected in the picture, and how clicks, keys and the bar's findings lead to it. */
export class Pointing {
  readonly #pane: Pane;
  selection: Selection;
  /** Where the bar last led to, if that is nothing that is drawn. */
  #aside: string | undefined;

  /** @param selected - Id of what was selected when the page was last there. */
  constructor(pane: Pane, selected: string | undefined) {
    this.#pane = pane;
    this.selection = { ...nothing, id: selected };
  }

  /** Finds what is selected in a picture that was drawn anew. */
  findAgain(): void {
    if (this.selection !== nothing) this.#select(findAgain(this.#view, this.selection));
  }

  /** Brings what is selected into sight. */
  showAgain(): void {
    if (this.selection.id !== undefined) this.#selectAndShow(this.selection.id);
  }

  click(event: MouseEvent): void {
    const stage = foldAt(event.target);
    if (stage !== undefined) {
      this.#pane.fold(stage);
      return;
    }
    const id = idAt(event.target);
    this.#select(id);
    if (id !== undefined) this.#pane.say({ type: 'reveal', id });
  }

  press(event: KeyboardEvent): void {
    const { scene } = this.#pane.board;
    const move = moveOf(event);
    if (move === undefined || scene === undefined) return;
    event.preventDefault();
    const { id } = this.selection;
    if (move === 'clear') this.#select(undefined);
    else if (move !== 'open') this.#go(move, scene);
    else if (id !== undefined && canFold(this.#view, id)) this.#pane.fold(id);
    else if (id !== undefined) this.#pane.say({ type: 'reveal', id });
  }

  /** Finds what is selected in a table that was told anew. */
  readAgain(told: string[]): void {
    const { id, ids } = this.selection;
    if (this.selection !== nothing) this.read(pair(ids, id, told), told);
  }

  /**
   * Selects what is read in the table.
   *
   * @param told - All ids of the table.
   * @param words - What it says, where the focus is elsewhere: then a screen reader has to be told.
   */
  read(id: string | undefined, told: string[], words?: string): void {
    const found = id === undefined ? [] : this.#marksOf(id);
    const spoken = words === undefined ? '' : [words, ...found.map(({ message }) => message)].join('. ');
    this.selection = id === undefined ? nothing : { ...nothing, id, ids: told, found, spoken };
    this.#aside = undefined;
    this.#pane.selected(id);
  }

  /**
   * To the next element on which something of a kind was found. What stands on nothing that is shown comes last and is only said.
   *
   * @param reader - Where the table is shown.
   */
  nextFinding(kind: Kind, reader?: Reader): void {
    const found = idsWith(this.#pane.board.shown, kind);
    const drawn = reader?.ids ?? idsIn(this.#view);
    const stops = [...drawn.filter((id) => found.includes(id)), ...found.filter((id) => !drawn.includes(id))];
    const next = stops[(stops.indexOf(this.selection.id ?? this.#aside ?? ' ') + 1) % stops.length];
    if (next === undefined) return;
    if (!drawn.includes(next)) this.#say(next, kind);
    else if (reader === undefined) this.#selectAndShow(next);
    else {
      this.read(next, drawn, reader.wordsOf(next));
      reader.show(next);
    }
  }

  get #view(): HTMLElement {
    return this.#pane.scroller.view;
  }

  #select(id: string | undefined): void {
    this.selection = id === undefined ? nothing : select(this.#view, id, this.#pane.scale(), this.#marksOf(id));
    this.#aside = undefined;
    this.#pane.selected(id);
  }

  #selectAndShow(id: string): void {
    this.#select(id);
    const { board, scroller, scale } = this.#pane;
    const { scene } = board;
    const drawn = scene && allDrawn(this.#view, scene, scale()).find((each) => each.id === id);
    if (scene !== undefined && drawn !== undefined) scroller.show(drawn.box, scene, scale(), drawn);
  }

  /** What was found about an element. */
  #marksOf(id: string): Mark[] {
    const marks = this.#pane.board.shown?.marks ?? {};
    return Object.hasOwn(marks, id) ? (marks[id] ?? []) : [];
  }

  /** To the next element that way; from nowhere, to the framed step or the first element. */
  #go(direction: Direction | End, scene: PictureProps['scene']): void {
    const { board, scale } = this.#pane;
    const drawn = allDrawn(this.#view, scene, scale());
    const from = drawn.find(({ id }) => id === this.selection.id);
    const to = from === undefined ? undefined : neighbour(drawn, from, scene.leftward ? turned(direction) : direction);
    const first = drawn.find(({ id }) => id === board.framed) ?? drawn[0];
    const next = from === undefined ? first : to === undefined ? undefined : drawn[to];
    if (next !== undefined) this.#selectAndShow(next.id);
  }

  /** Says what was found, though nothing that could be selected is drawn where it was. */
  #say(id: string, kind: Kind): void {
    const marks = this.#marksOf(id).filter((mark) => isOfKind(mark, kind));
    this.#aside = id;
    this.selection = { ...nothing, found: marks, spoken: marks.map(({ message }) => message).join('. ') };
    this.#pane.selected(undefined);
  }
}
