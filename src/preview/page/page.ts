import { h, render } from 'preact';
import type { Scene } from '../../draw/scene.ts';
import type { Theme } from '../../draw/themes.ts';
import { pair } from '../pair.ts';
import type { FromPage, ToPage } from '../protocol.ts';
import { copyText } from './copy.ts';
import { allDrawn, boxesOf, idAt, idsIn, spokenOf } from './elements.ts';
import { type Box, type Direction, neighbour } from './geometry.ts';
import type { Kept } from './kept.ts';
import { moveOf, zoomOf } from './keys.ts';
import { blank, type Model, type ShownReply, sameJourney, told } from './model.ts';
import type { PictureProps } from './picture.ts';
import { Scroller } from './scroller.ts';
import { shareRegions } from './share.ts';
import { themeOf } from './theme.ts';
import { View, type ViewProps } from './view.ts';
import { type Fit, firstScale, fitScale, type Point, type Size, scrollKeeping, stepScale, wheelScale } from './zoom.ts';

/** What the page needs of the window it lives in. */
export interface Host {
  draw(shown: ShownReply, theme: Theme): Scene;
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
  readonly #scroller: Scroller;
  #kept: Kept;
  #model: Model = blank;
  #theme = themeOf(document.body.classList);
  #scene: Scene | undefined;
  /** The reply whose picture is in the page. */
  #drawn: ShownReply | undefined;
  #waiting = false;
  /** The cursor was moved, and its step is still to be brought into sight. */
  #moved = false;
  /** The scroll kept from an earlier page is still to be restored. */
  #restore = true;
  #framed: string | undefined;
  /** Element ids as last drawn, known while something is selected. */
  #ids: string[] = [];
  #outline = new Map<string, Box>();
  #spoken = '';
  #size: Size;

  constructor(root: HTMLElement, host: Host, kept: Kept) {
    this.#root = root;
    this.#host = host;
    this.#kept = kept;
    root.textContent = '';
    this.#render();
    this.#scroller = new Scroller(root.querySelector('.view') as HTMLElement);
    this.#size = this.#scroller.size;
    new ResizeObserver(() => this.#resized()).observe(this.#scroller.view);
  }

  /** Takes in what the extension said. */
  hear(message: ToPage): void {
    this.#model = told(this.#model, message);
    if (message.type === 'map') {
      this.#kept = { ...this.#kept, uri: message.uri };
      if (!this.#waiting) this.#host.soon(() => this.#follow());
      this.#waiting = true;
    } else if (message.type === 'cursor') {
      this.#moved = message.moved;
      const column = this.#column(message.step);
      // A step that is not drawn yet will be, with the next map.
      if (column !== undefined || message.step === undefined) this.#framed = column;
      this.#render();
      this.#showFrame();
    } else this.#render();
  }

  /** The editor's theme may have changed: the same picture in other colours. */
  recolour(): void {
    const theme = themeOf(document.body.classList);
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (this.#drawn !== undefined) this.#draw(this.#drawn);
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
  #follow(): void {
    this.#waiting = false;
    const { reply, shown } = this.#model;
    if (reply === undefined) return;
    const before = this.#drawn;
    this.#drawn = shown;
    if (shown === undefined) {
      this.#scene = undefined;
      this.#restore = true;
      this.#render();
    } else if (shown === before) this.#render();
    else {
      this.#draw(shown);
      this.#render();
      this.#settle(before, shown);
    }
    document.body.dataset.version = String(reply.version);
    this.#host.say({ type: 'drawn', version: reply.version });
  }

  /** Makes the scene of a map, keeping of the last one whatever is equal. */
  #draw(shown: ShownReply): void {
    const old = this.#scene;
    const fresh = this.#host.draw(shown, this.#theme);
    this.#scene = old === undefined ? fresh : { ...fresh, regions: shareRegions(old.regions, fresh.regions) };
    this.#framed = this.#column(this.#model.step) ?? pair(columnIds(old), this.#framed, columnIds(fresh));
    if (this.#kept.scale === undefined && this.#scroller.size.width > 0)
      this.#kept = { ...this.#kept, ...firstScale(fresh, this.#scroller.size) };
  }

  /** After a picture is in the page: the place to look at, and what was selected. */
  #settle(before: ShownReply | undefined, shown: ShownReply): void {
    if (this.#restore) this.#scroller.at = this.#kept.scroll;
    else if (!sameJourney(before, shown)) this.#scroller.at = { x: 0, y: 0 };
    this.#restore = false;
    this.#remember({ ...this.#kept, journey: shown.map.id });
    if (this.#kept.selected !== undefined) {
      const ids = idsIn(this.#scroller.view);
      this.#select(pair(this.#ids, this.#kept.selected, ids), ids);
    }
    this.#showFrame();
  }

  /** Brings the step under the cursor into sight, where it was moved there by hand. */
  #showFrame(): void {
    const box = this.#scene?.columns.find(({ id }) => id === this.#model.step);
    if (!this.#moved || box === undefined || this.#scene === undefined) return;
    this.#moved = false;
    this.#scroller.show(this.#alongside(box), this.#scene, this.#scale);
  }

  /** A column is as high as the picture: unless none of it is in sight, it is brought there sideways only. */
  #alongside(box: Box): Box {
    const top = this.#scroller.at.y / this.#scale;
    const bottom = top + this.#scroller.size.height / this.#scale;
    const seen = box.y < bottom && box.y + box.height > top;
    return seen ? { ...box, y: bottom, height: 0 } : box;
  }

  #column(step: string | undefined): string | undefined {
    return columnIds(this.#scene).find((id) => id === step);
  }

  /** Selects an element, or none. `ids` are those drawn now. */
  #select(id: string | undefined, ids = idsIn(this.#scroller.view)): void {
    const { selected: _, ...rest } = this.#kept;
    this.#remember(id === undefined ? rest : { ...rest, selected: id });
    this.#ids = ids;
    this.#outline = id === undefined ? new Map() : boxesOf(this.#scroller.view, id, this.#scale);
    this.#spoken = id === undefined ? '' : [spokenOf(this.#scroller.view, id), ...this.#messages(id)].join('. ');
    this.#render();
  }

  #messages(id: string): string[] {
    const marks = this.#drawn?.marks ?? {};
    return Object.hasOwn(marks, id) ? (marks[id] ?? []).map((mark) => mark.message) : [];
  }

  #click(event: MouseEvent): void {
    const id = idAt(event.target);
    this.#select(id);
    if (id !== undefined) this.#host.say({ type: 'reveal', id });
  }

  #press(event: KeyboardEvent): void {
    const move = moveOf(event);
    if (move === undefined || this.#scene === undefined) return;
    event.preventDefault();
    const { selected } = this.#kept;
    if (move === 'clear') this.#select(undefined);
    else if (move !== 'open') this.#go(move);
    else if (selected !== undefined) this.#host.say({ type: 'reveal', id: selected });
  }

  /** To the next element that way; from nowhere, to the framed step or the first element. */
  #go(direction: Direction): void {
    if (this.#scene === undefined) return;
    const drawn = allDrawn(this.#scroller.view, this.#scene, this.#scale);
    const from = drawn.find(({ id }) => id === this.#kept.selected);
    const start = drawn.find(({ id }) => id === this.#framed) ?? drawn[0];
    const place =
      from &&
      neighbour(
        drawn.map(({ box }) => box),
        from.box,
        direction,
      );
    const to = from === undefined ? start : place === undefined ? undefined : drawn[place];
    if (to !== undefined) this.#selectAndShow(to.id);
  }

  #selectAndShow(id: string): void {
    this.#select(id);
    const scene = this.#scene;
    const drawn = scene && allDrawn(this.#scroller.view, scene, this.#scale).find((each) => each.id === id);
    if (drawn === undefined) return;
    // What sticks to an edge is in sight there, wherever its own place is.
    const { at, size } = this.#scroller;
    const x = drawn.left ? { x: (at.x + size.width) / this.#scale, width: 0 } : {};
    const y = drawn.top ? { y: (at.y + size.height) / this.#scale, height: 0 } : {};
    this.#scroller.show({ ...drawn.box, ...x, ...y }, scene as Scene, this.#scale);
  }

  #nextFinding(): void {
    const ids = idsIn(this.#scroller.view).filter((id) => this.#messages(id).length > 0);
    const next = ids[(ids.indexOf(this.#kept.selected ?? '') + 1) % ids.length];
    if (next !== undefined) this.#selectAndShow(next);
  }

  #zoom(to: 'in' | 'out' | 'reset' | Fit): void {
    if (this.#scene === undefined) return;
    if (to === 'width' || to === 'all') this.#zoomTo(fitScale(this.#scene, this.#scroller.size, to), this.#scroller.point(), to);
    else this.#zoomTo(to === 'reset' ? 1 : stepScale(this.#scale, to === 'in' ? 1 : -1), this.#scroller.point());
  }

  /** Zooms so that what is under `held`, a point of the view, stays there. */
  #zoomTo(scale: number, held: Point, fit?: Fit): void {
    if (this.#scene === undefined) return;
    const from = this.#scale;
    const scroll = this.#scroller.at;
    const { fit: _, ...rest } = this.#kept;
    this.#remember({ ...rest, scale, ...(fit === undefined ? {} : { fit }) });
    this.#render();
    this.#scroller.at = scrollKeeping(scroll, held, from, scale);
  }

  #resized(): void {
    const { width, height } = this.#size;
    this.#size = this.#scroller.size;
    if (this.#size.width === width && this.#size.height === height) return;
    const { fit } = this.#kept;
    if (fit !== undefined && this.#scene !== undefined && this.#size.width > 0) this.#zoom(fit);
    else this.#render();
  }

  #scrolled(): void {
    // While there is no picture to scroll, the place to come back to stays what it was.
    if (this.#scene !== undefined && !this.#restore) this.#remember({ ...this.#kept, scroll: this.#scroller.at });
  }

  #remember(kept: Kept): void {
    this.#kept = kept;
    this.#host.keep(kept);
  }

  #render(): void {
    render(h(View, { model: this.#model, picture: this.#picture(), spoken: this.#spoken, on: this.#on }), this.#root);
  }

  #picture(): PictureProps | undefined {
    const scene = this.#scene;
    if (scene === undefined) return undefined;
    const scale = this.#scale;
    return {
      scene,
      scale,
      theme: this.#theme,
      pins: this.#scroller.pins(scene, scale),
      frame: scene.columns.find(({ id }) => id === this.#framed),
      selection: this.#outline,
    };
  }

  readonly #on: ViewProps['on'] = {
    onChoose: (journey) => this.#host.say({ type: 'choose', journey }),
    onFinding: () => this.#nextFinding(),
    onZoom: (to) => this.#zoom(to),
    onClick: (event) => this.#click(event),
    onKey: (event) => this.#press(event),
    onScroll: () => this.#scrolled(),
    onCopy: (text, button) => void copyText(text, button),
  };
}

function columnIds(scene: Scene | undefined): string[] {
  return scene?.columns.map(({ id }) => id) ?? [];
}
