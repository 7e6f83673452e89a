import { h, render } from 'preact';
import { branded } from '../../draw/brand.ts';
import type { Scene } from '../../draw/scene.ts';
import type { Theme } from '../../draw/themes.ts';
import type { ViewName } from '../../language/names/settings.ts';
import type { MapReply } from '../../server/protocol.ts';
import type { ToPage } from '../protocol.ts';
import { Board, shiftAt } from './board.ts';
import { fillNow, isFilling } from './filling.ts';
import { Following, type Place } from './following.ts';
import type { Acts, Host } from './host.ts';
import type { Kept } from './kept.ts';
import { zoomOf } from './keys.ts';
import { blank, type Model, type ShownReply, sameJourney, told, viewAsked, viewOf } from './model.ts';
import type { PictureProps } from './picture.ts';
import { onPinch } from './pinch.ts';
import { Pointing } from './pointing.ts';
import { stepsWithin } from './reader.ts';
import { Reading } from './reading.ts';
import { Scroller } from './scroller.ts';
import { nothing } from './selection.ts';
import { slideTitles } from './slide.ts';
import type { TableProps } from './table.ts';
import { type Tell, tellOnce } from './teller.ts';
import { View, type ViewProps } from './view.ts';
import { type Fit, firstScale, fitScale, type Point, scrollKeeping, stepScale, wheelScale } from './zoom.ts';

/** So often a fit is tried, each time with the picture as it came out at the scale before. */
const mostTurns = 4;

/** The page in the panel: what it knows and what it does about it. A change is drawn at once and in one go, from here alone. */
export class Page {
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #board: Board;
  readonly #scroller: Scroller;
  readonly #pointing: Pointing;
  readonly #reading: Reading;
  readonly #tell: Tell;
  readonly #following = new Following();
  #kept: Kept;
  #model: Model = blank;
  #theme: Theme;
  #waiting = false;
  /** The view that the extension was told of. */
  #view: ViewName | undefined;
  /** The place kept from an earlier picture is still to be restored. */
  #restore = true;

  constructor(root: HTMLElement, host: Host, kept: Kept) {
    this.#root = root;
    this.#host = host;
    this.#theme = host.theme();
    this.#board = new Board(host.draw);
    this.#tell = tellOnce(host.tell);
    this.#kept = kept;
    root.textContent = '';
    this.#render();
    this.#scroller = new Scroller(root.querySelector('.view') as HTMLElement);
    this.#scroller.onResize(() => this.#repaint());
    addEventListener('beforeprint', () => fillNow());
    onPinch(this.#scroller.view, {
      scale: () => this.#scale,
      zoom: (to, middle) => this.#zoomTo(to, this.#scroller.point(middle)),
    });
    this.#pointing = new Pointing(
      {
        board: this.#board,
        scroller: this.#scroller,
        scale: () => this.#scale,
        say: (message) => host.say(message),
        fold: (stage) => this.#fold(stage),
        selected: (id) => {
          this.#remember({ selected: id });
          this.#renderInPlace();
        },
      },
      kept.selected,
    );
    this.#reading = new Reading(root, this.#pointing, (message) => host.say(message));
  }

  /** Takes in what the extension said. */
  hear(message: ToPage<MapReply>): void {
    this.#model = told(this.#model, message);
    if (message.type === 'map') {
      if (message.uri !== this.#kept.uri) this.#remember({ uri: message.uri });
      if (this.#waiting) return;
      this.#waiting = true;
      this.#host.soon(() => this.#catchUp());
      return;
    }
    if (message.type === 'cursor') {
      this.#following.hear(message);
      this.#board.frame(message.step);
    }
    this.#render();
    this.#showFrame();
  }

  /** What is shown, and in which view. */
  get shown(): ShownReply | undefined {
    return this.#board.shown;
  }

  get view(): ViewName {
    return viewOf(this.#board.shown, this.#kept);
  }

  /** The theme may have changed: the same picture in other colours. */
  recolour(): void {
    const theme = this.#host.theme();
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#repaint();
  }

  /** Ctrl and the wheel, or a pinch. */
  wheel(event: WheelEvent): void {
    if ((!event.ctrlKey && !event.metaKey) || this.#isTable) return;
    event.preventDefault();
    const inside = event.target instanceof Node && this.#scroller.view.contains(event.target);
    this.#zoomTo(wheelScale(this.#scale, event.deltaY, event.deltaMode), this.#scroller.point(inside ? event : undefined));
  }

  /** A key anywhere in the page. What is a zoom is kept from the editor, which would zoom its whole window. */
  key(event: KeyboardEvent): void {
    const step = zoomOf(event);
    if (step === undefined || this.#isTable) return;
    event.preventDefault();
    event.stopPropagation();
    this.#zoom(step);
  }

  /** The theme in the colour of the house. */
  get #look(): Theme {
    return branded(this.#theme, this.#board.shown?.brand?.accent);
  }

  /** Whether the table is shown instead of the picture, or will be. A table has no zoom: its letters are those of the editor. */
  get #isTable(): boolean {
    return this.#kept.table !== undefined;
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
    if (shown !== undefined) this.#tellView(shown);
    if (shown === undefined) {
      this.#board.clear();
      this.#restore = true;
      this.#render();
    } else if (shown === before) this.#render();
    else if (this.#isTable) this.#readOn(shown);
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
      this.#remember(firstScale(this.#draw(shown, size.width), size));
    }
    this.#draw(shown, size.width / this.#scale);
    if (this.#kept.fit !== undefined) this.#refit(shown, this.#kept.fit);
    if (this.#model.step !== undefined) this.#board.frame(this.#model.step);
  }

  /** @param width - Of the window, in the picture's pixels. */
  #draw(shown: ShownReply, width: number): Scene {
    const folded = this.#host.folds ? (this.#kept.folded ?? []) : undefined;
    return this.#board.paint(shown, this.#theme, width, viewOf(shown, this.#kept), folded);
  }

  /** Keeps a fit that is in force. A smaller scale leaves the header more room, which may change the picture's height: so it is tried again. */
  #refit(shown: ShownReply, fit: Fit): void {
    const { size } = this.#scroller;
    for (let turn = 0; turn < mostTurns && size.width > 0 && size.height > 0 && this.#board.scene !== undefined; turn++) {
      const scale = fitScale(this.#board.scene, size, fit);
      if (scale === this.#scale) return;
      this.#remember({ scale });
      this.#draw(shown, size.width / scale);
    }
  }

  /** After another picture is in the page: the place to look at, and what was selected. */
  #settle(before: ShownReply | undefined, shown: ShownReply): void {
    if (this.#restore) this.#scroller.way = this.#kept.scroll;
    else if (!sameJourney(before, shown)) this.#scroller.way = { x: 0, y: 0 };
    this.#restore = false;
    this.#remember({ journey: shown.map.id });
    this.#pointing.findAgain();
    this.#showFrame();
  }

  /** Tells another map in words: the picture is drawn once it is asked for. */
  #readOn(shown: ShownReply): void {
    const before = this.#board.shown;
    this.#board.hold(shown);
    this.#remember({ journey: shown.map.id });
    this.#reading.keepFocus(() => this.#render());
    if (before === undefined) this.#reading.top = this.#kept.table ?? 0;
    else if (!sameJourney(before, shown)) this.#reading.top = 0;
    this.#reading.findAgain();
    this.#showFrame();
  }

  #showFrame(): void {
    this.#following.show(this.#placeOf(this.#model.step));
  }

  /** Where a step is shown. */
  #placeOf(step: string | undefined): Place | undefined {
    if (this.#isTable) return this.#reading.placeOf(step);
    const [scroller, scale] = [this.#scroller, this.#scale];
    const { scene } = this.#board;
    const column = this.#board.column(step);
    if (scene === undefined || column === undefined) return undefined;
    return { isSeen: () => scroller.seesSideways(column, scene, scale), show: () => scroller.showSideways(column, scene, scale) };
  }

  #zoom(to: 'in' | 'out' | 'reset' | Fit): void {
    const { scene } = this.#board;
    if (scene === undefined || this.#isTable) return;
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

  /** Another view of the same journey, from its beginning. */
  #choose(view: ViewName): void {
    const { shown } = this.#board;
    this.#remember({ view: { chosen: view, insteadOf: viewAsked(shown) } });
    if (shown !== undefined) this.#tellView(shown);
    // The map that is improved comes with the next reply, and is drawn then.
    if (view !== 'compare' || shown?.map.improves === undefined || shown.before) this.#repaint();
    if (this.#isTable) {
      this.#reading.top = 0;
      this.#reading.findAgain();
    } else {
      this.#scroller.way = { x: 0, y: 0 };
      this.#pointing.findAgain();
    }
  }

  /** Folds a stage, or unfolds it, and brings it into sight. */
  #fold(stage: string): void {
    const { folded = [] } = this.#kept;
    this.#remember({ folded: folded.includes(stage) ? folded.filter((each) => each !== stage) : [...folded, stage] });
    this.#repaint();
    this.#pointing.findAgain();
    const first = this.#board.shown?.map.stages.find(({ id }) => id === stage)?.steps[0];
    this.#placeOf(first?.id)?.show();
  }

  /** An export is of the view that is shown, and the map that is improved is sent only while one sees it. */
  #tellView(shown: ShownReply): void {
    const view = viewOf(shown, this.#kept);
    if (view === this.#view) return;
    this.#view = view;
    this.#host.say({ type: 'view', view });
  }

  /** From the picture to the table or back, to what is selected or under the cursor. */
  #toggle(): void {
    const { shown } = this.#board;
    if (shown === undefined) return;
    this.#remember({ table: this.#isTable ? undefined : 0 });
    if (!this.#isTable) {
      this.#paint();
      this.#render();
      this.#settle(shown, shown);
      this.#pointing.showAgain();
    } else {
      this.#render();
      this.#reading.findAgain();
      this.#reading.show(this.#pointing.selection.id ?? this.#model.step);
    }
  }

  /** The same map for another theme, view or width. */
  #repaint(): void {
    if (!this.#isTable) this.#paint();
    this.#render();
  }

  #scrolled(): void {
    slideTitles(this.#scroller.view, this.#scale);
    this.#scroller.passTitles(this.#board.scene, this.#scale);
    if (isFilling()) fillNow(this.#scroller.sight(this.#scale));
    // While there is no picture to scroll, the place to come back to stays what it was.
    if (this.#board.scene !== undefined && !this.#restore) this.#remember({ scroll: this.#scroller.way });
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
        notice: this.#model.notice,
        picture: this.#picture(),
        table: this.#table(),
        view: this.view,
        views: this.#board.shown ? this.#host.views(this.#board.shown) : [],
        around: this.#around(),
        spoken: this.#pointing?.selection.spoken ?? '',
        on: this.#on,
      }),
      this.#root,
    );
    if (this.#scroller?.at.x || this.#board.scene?.leftward) slideTitles(this.#scroller.view, this.#scale);
    this.#scroller?.passTitles(this.#board.scene, this.#scale);
    if (isFilling()) fillNow(this.#scroller.sight(this.#scale));
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
      sight: this.#scroller.sight(this.#scale),
      theme: this.#look,
      pins: this.#scroller.pins(scene, this.#scale),
      frame: this.#board.column(this.#board.framed),
      selection: this.#pointing.selection.outline,
    };
  }

  #table(): TableProps | undefined {
    const { shown } = this.#board;
    if (shown === undefined || !this.#isTable) return undefined;
    return {
      told: this.#tell(shown, viewOf(shown, this.#kept), stepsWithin(this.#scroller.size.width)),
      language: shown.language ?? 'en',
      leads: this.#host.leads,
      marks: shown.marks,
      step: this.#model.step,
      selected: this.#pointing.selection.id,
    };
  }

  /** What stands round the map where the page lives. */
  #around(): ViewProps['around'] {
    const { around } = this.#host;
    const { shown } = this.#board;
    const selection = this.#pointing?.selection ?? nothing;
    const isShown = this.#board.scene !== undefined || (shown !== undefined && this.#isTable);
    return {
      start: around.start(this.#model, isShown, this.#acts),
      end: around.end(isShown),
      above: around.above(selection),
      over: shown && around.over(selection, shown, viewOf(shown, this.#kept), this.#acts),
      instead: isShown ? undefined : around.instead(this.#model),
    };
  }

  readonly #acts: Acts = {
    find: (kind) => this.#pointing.nextFinding(kind, this.#isTable ? this.#reading.reader : undefined),
    clear: () => {
      this.#pointing.read(undefined, []);
      this.#scroller.view.focus({ preventScroll: true });
    },
  };

  readonly #on: ViewProps['on'] = {
    onView: (view) => this.#choose(view),
    onTable: () => this.#toggle(),
    onZoom: (to) => this.#zoom(to),
    onClick: (event) => this.#pointing.click(event),
    onKey: (event) => this.#pointing.press(event),
    onScroll: () => this.#scrolled(),
    onReaderClick: (event) => this.#reading.click(event),
    onReaderKey: (event) => this.#reading.press(event, this.#model.step),
    onReaderScroll: () => this.#remember({ table: this.#reading.top }),
  };
}
