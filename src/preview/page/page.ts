import { h, render } from 'preact';
import type { Mark } from '../../map/model.ts';
import type { FromPage, ToPage } from '../protocol.ts';
import type { Texts } from '../texts.ts';
import { Board, type Draw, shiftAt } from './board.ts';
import { copyText } from './copy.ts';
import { allDrawn, idAt, idsIn } from './elements.ts';
import { type Direction, type End, neighbour } from './geometry.ts';
import type { Kept } from './kept.ts';
import { moveOf, zoomOf } from './keys.ts';
import { blank, idsWith, isOfKind, type Kind, type Model, type ShownReply, sameJourney, told } from './model.ts';
import type { PictureProps } from './picture.ts';
import { Scroller } from './scroller.ts';
import { findAgain, nothing, type Selection, select } from './selection.ts';
import { slideTitles } from './slide.ts';
import { themeOf } from './theme.ts';
import { View, type ViewProps } from './view.ts';
import { type Fit, firstScale, fitScale, type Point, scrollKeeping, stepScale, wheelScale } from './zoom.ts';

/** So often a fit is tried, each time with the picture as it came out at the scale before. */
const mostTurns = 4;

/** What the page needs of the window it lives in. */
export interface Host {
  texts: Texts;
  draw: Draw;
  say(message: FromPage): void;
  /** Remembers this while the panel is hidden, and over a reload. */
  keep(state: Kept): void;
  /** Runs something once, after the messages that are waiting: of several maps in a row only the last is drawn. */
  soon(run: () => void): void;
}

/** The page in the panel: what it knows and what it does about it. A change is drawn at once and in one go, from here alone. */
export class Page {
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #board: Board;
  readonly #scroller: Scroller;
  #kept: Kept;
  #model: Model = blank;
  #theme = themeOf(document.body.classList);
  #selection: Selection;
  /** Where the bar last led to, if that is nothing that is drawn. */
  #aside: string | undefined;
  #waiting = false;
  /** The cursor was moved or text typed at it, and its step, which may not be drawn yet, is still to be brought into sight. */
  #follow: 'moved' | 'typed' | undefined;
  /** The place kept from an earlier picture is still to be restored. */
  #restore = true;

  constructor(root: HTMLElement, host: Host, kept: Kept) {
    this.#root = root;
    this.#host = host;
    this.#board = new Board(host.draw);
    this.#kept = kept;
    this.#selection = { ...nothing, id: kept.selected };
    root.textContent = '';
    this.#render();
    this.#scroller = new Scroller(root.querySelector('.view') as HTMLElement);
    this.#scroller.onResize(() => this.#resized());
  }

  /** Takes in what the extension said. */
  hear(message: ToPage): void {
    this.#model = told(this.#model, message);
    if (message.type === 'map') {
      if (message.uri !== this.#kept.uri) this.#remember({ uri: message.uri });
      if (!this.#waiting) this.#host.soon(() => this.#catchUp());
      this.#waiting = true;
      return;
    }
    if (message.type === 'cursor') {
      if (message.step === undefined) this.#follow = undefined;
      else if (message.moved) this.#follow = 'moved';
      else if (message.typed) this.#follow ??= 'typed';
      this.#board.frame(message.step);
    }
    this.#render();
    this.#showFrame();
  }

  /** The editor's theme may have changed: the same picture in other colours. */
  recolour(): void {
    const theme = themeOf(document.body.classList);
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#paint();
    this.#render();
  }

  /** Ctrl and the wheel, or a pinch. */
  wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const inside = event.target instanceof Node && this.#scroller.view.contains(event.target);
    this.#zoomTo(wheelScale(this.#scale, event.deltaY, event.deltaMode), this.#scroller.point(inside ? event : undefined));
  }

  /** A key anywhere in the page. What is a zoom is kept from the editor, which would zoom its whole window. */
  key(event: KeyboardEvent): void {
    const step = zoomOf(event);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#zoom(step);
  }

  get #scale(): number {
    return this.#kept.scale ?? 1;
  }

  /** Draws what the last reply says. */
  #catchUp(): void {
    this.#waiting = false;
    const { reply, shown } = this.#model;
    if (reply === undefined) return;
    const before = this.#board.shown;
    if (shown === undefined) {
      this.#board.clear();
      this.#restore = true;
      this.#render();
    } else if (shown === before) this.#render();
    else {
      const [from, at] = [this.#scale, this.#scroller.at];
      this.#paint(shown);
      this.#render();
      // A fit may have changed the scale: what was at the view's corner stays there.
      if (this.#scale !== from) this.#scroller.at = scrollKeeping(at, { x: 0, y: 0 }, from, this.#scale);
      this.#settle(before, shown);
    }
    document.body.dataset.version = String(reply.version);
    this.#host.say({ type: 'drawn', version: reply.version });
  }

  /** Makes the picture anew: of another reply, in another theme, or for another width of the panel. */
  #paint(shown = this.#board.shown): void {
    if (shown === undefined) return;
    const { size } = this.#scroller;
    if (this.#kept.scale === undefined && size.width > 0) {
      this.#remember(firstScale(this.#board.paint(shown, this.#theme, size.width), size));
    }
    this.#board.paint(shown, this.#theme, size.width / this.#scale);
    if (this.#kept.fit !== undefined) this.#refit(shown, this.#kept.fit);
    if (this.#model.step !== undefined) this.#board.frame(this.#model.step);
  }

  /** Keeps a fit that is in force. A smaller scale leaves the header more room, which may change the picture's height: so it is tried again. */
  #refit(shown: ShownReply, fit: Fit): void {
    const { size } = this.#scroller;
    for (let turn = 0; turn < mostTurns && size.width > 0 && size.height > 0 && this.#board.scene !== undefined; turn++) {
      const scale = fitScale(this.#board.scene, size, fit);
      if (scale === this.#scale) return;
      this.#remember({ scale });
      this.#board.paint(shown, this.#theme, size.width / scale);
    }
  }

  /** After another picture is in the page: the place to look at, and what was selected. */
  #settle(before: ShownReply | undefined, shown: ShownReply): void {
    if (this.#restore) this.#scroller.at = this.#kept.scroll;
    else if (!sameJourney(before, shown)) this.#scroller.at = { x: 0, y: 0 };
    this.#restore = false;
    this.#remember({ journey: shown.map.id });
    if (this.#selection !== nothing) this.#select(findAgain(this.#scroller.view, this.#selection));
    this.#showFrame();
  }

  /** Brings the step under the cursor into sight, where it was moved there by hand, or where the writer types what cannot be seen. */
  #showFrame(): void {
    const { scene } = this.#board;
    const column = this.#board.column(this.#model.step);
    if (this.#follow === undefined || scene === undefined || column === undefined) return;
    if (this.#follow === 'moved' || !this.#scroller.seesSideways(column, scene, this.#scale)) {
      this.#scroller.showSideways(column, scene, this.#scale);
    }
    this.#follow = undefined;
  }

  #select(id: string | undefined): void {
    this.#selection = id === undefined ? nothing : select(this.#scroller.view, id, this.#scale, this.#marksOf(id));
    this.#aside = undefined;
    this.#remember({ selected: id });
    this.#renderInPlace();
  }

  #selectAndShow(id: string): void {
    this.#select(id);
    const { scene } = this.#board;
    const drawn = scene && allDrawn(this.#scroller.view, scene, this.#scale).find((each) => each.id === id);
    if (scene !== undefined && drawn !== undefined) this.#scroller.show(drawn.box, scene, this.#scale, drawn);
  }

  /** What was found about an element. */
  #marksOf(id: string): Mark[] {
    const marks = this.#board.shown?.marks ?? {};
    return Object.hasOwn(marks, id) ? (marks[id] ?? []) : [];
  }

  #click(event: MouseEvent): void {
    const id = idAt(event.target);
    this.#select(id);
    if (id !== undefined) this.#host.say({ type: 'reveal', id });
  }

  #press(event: KeyboardEvent): void {
    const move = moveOf(event);
    if (move === undefined || this.#board.scene === undefined) return;
    event.preventDefault();
    const { id } = this.#selection;
    if (move === 'clear') this.#select(undefined);
    else if (move !== 'open') this.#go(move, this.#board.scene);
    else if (id !== undefined) this.#host.say({ type: 'reveal', id });
  }

  /** To the next element that way; from nowhere, to the framed step or the first element. */
  #go(direction: Direction | End, scene: PictureProps['scene']): void {
    const drawn = allDrawn(this.#scroller.view, scene, this.#scale);
    const from = drawn.find(({ id }) => id === this.#selection.id);
    const to = from === undefined ? undefined : neighbour(drawn, from, direction);
    const first = drawn.find(({ id }) => id === this.#board.framed) ?? drawn[0];
    const next = from === undefined ? first : to === undefined ? undefined : drawn[to];
    if (next !== undefined) this.#selectAndShow(next.id);
  }

  /** To the next element on which something of a kind was found. What stands on nothing that is drawn comes last and is only said. */
  #nextFinding(kind: Kind): void {
    const found = idsWith(this.#board.shown, kind);
    const drawn = idsIn(this.#scroller.view);
    const stops = [...drawn.filter((id) => found.includes(id)), ...found.filter((id) => !drawn.includes(id))];
    const next = stops[(stops.indexOf(this.#selection.id ?? this.#aside ?? ' ') + 1) % stops.length];
    if (next === undefined) return;
    if (drawn.includes(next)) this.#selectAndShow(next);
    else this.#say(next, kind);
  }

  /** Says what was found, though nothing that could be selected is drawn where it was. */
  #say(id: string, kind: Kind): void {
    const marks = this.#marksOf(id).filter((mark) => isOfKind(mark, kind));
    this.#aside = id;
    this.#remember({ selected: undefined });
    this.#selection = { ...nothing, found: marks, spoken: marks.map(({ message }) => message).join('. ') };
    this.#renderInPlace();
  }

  #zoom(to: 'in' | 'out' | 'reset' | Fit): void {
    const { scene } = this.#board;
    if (scene === undefined) return;
    if (to === 'width' || to === 'all') this.#zoomTo(fitScale(scene, this.#scroller.size, to), this.#scroller.point(), to);
    else this.#zoomTo(to === 'reset' ? 1 : stepScale(this.#scale, to === 'in' ? 1 : -1), this.#scroller.point());
  }

  /** Zooms so that what is under `held`, a point of the view, stays there. */
  #zoomTo(scale: number, held: Point, fit?: Fit): void {
    const before = this.#board.scene;
    if (before === undefined) return;
    const from = this.#scale;
    const scroll = this.#scroller.at;
    this.#remember({ scale, fit });
    this.#paint();
    this.#render();
    const shift = shiftAt(before, this.#board.scene ?? before, { x: (scroll.x + held.x) / from, y: (scroll.y + held.y) / from });
    this.#scroller.at = scrollKeeping(scroll, held, from, this.#scale, shift);
  }

  #resized(): void {
    this.#paint();
    this.#render();
  }

  #scrolled(): void {
    slideTitles(this.#scroller.view, this.#scale);
    this.#scroller.passTitles(this.#board.scene, this.#scale);
    // While there is no picture to scroll, the place to come back to stays what it was.
    if (this.#board.scene !== undefined && !this.#restore) this.#remember({ scroll: this.#scroller.at });
  }

  /** Remembers what is new; what is `undefined` is forgotten. */
  #remember(news: { [Key in keyof Kept]?: Kept[Key] | undefined }): void {
    const kept = Object.entries({ ...this.#kept, ...news }).filter(([, value]) => value !== undefined);
    this.#kept = Object.fromEntries(kept) as unknown as Kept;
    this.#host.keep(this.#kept);
  }

  #render(): void {
    render(
      h(View, {
        texts: this.#host.texts,
        model: this.#model,
        picture: this.#picture(),
        found: this.#selection.found,
        spoken: this.#selection.spoken,
        on: this.#on,
      }),
      this.#root,
    );
    if (this.#scroller?.at.x) slideTitles(this.#scroller.view, this.#scale);
    this.#scroller?.passTitles(this.#board.scene, this.#scale);
  }

  /** Renders so that the picture stays where it is on the screen, though a line above it comes or goes. */
  #renderInPlace(): void {
    const { view } = this.#scroller;
    const before = view.getBoundingClientRect().top;
    this.#render();
    const by = view.getBoundingClientRect().top - before;
    if (by !== 0) this.#scroller.at = { x: this.#scroller.at.x, y: this.#scroller.at.y + by };
  }

  #picture(): PictureProps | undefined {
    const { scene } = this.#board;
    if (scene === undefined) return undefined;
    return {
      scene,
      scale: this.#scale,
      theme: this.#theme,
      pins: this.#scroller.pins(scene, this.#scale),
      frame: this.#board.column(this.#board.framed),
      selection: this.#selection.outline,
    };
  }

  readonly #on: ViewProps['on'] = {
    onChoose: (journey) => this.#host.say({ type: 'choose', journey }),
    onFinding: (kind) => this.#nextFinding(kind),
    onZoom: (to) => this.#zoom(to),
    onClick: (event) => this.#click(event),
    onKey: (event) => this.#press(event),
    onScroll: () => this.#scrolled(),
    onCopy: (text, button) => void copyText(text, button, this.#host.texts.copied),
  };
}
