import { type Disposable, env, l10n, Uri, type WebviewPanel } from 'vscode';
import type { ViewName } from '../language/names/settings.ts';
import { fromPage } from '../preview/check.ts';
import { pair } from '../preview/pair.ts';
import type { FromPage, ToPage } from '../preview/protocol.ts';
import { textsIn } from '../preview/texts.ts';
import { Thinner } from '../preview/thin.ts';
import type { Format } from '../render/job.ts';
import type { AtReply, MapReply } from '../server/protocol.ts';
import { Album } from './album.ts';
import { pageHtml } from './html.ts';
import { Later } from './later.ts';
import { nameOf, randomNonce } from './names.ts';
import { Pull } from './pull.ts';

/** What a panel asks of those who made it. */
export interface Surroundings {
  /** The extension's folder of built files. */
  dist: Uri;
  icon(theme: 'light' | 'dark'): Uri;
  /** Nothing where the document is not open. `pictures` is the stamp of those that are known already; `compares` asks for the map that is improved. */
  map(uri: Uri, journey: string | undefined, pictures: string, compares: boolean): Promise<MapReply | undefined>;
  /** Opens the document for the server, without showing it. */
  open(uri: Uri): Promise<void>;
  /** What stands at the cursor of the document's editor; nothing where no editor shows it. */
  atCursor(uri: Uri): Promise<AtReply | undefined>;
  reveal(uri: Uri, id: string): Promise<void>;
  /** Writes what a document's panel shows to a file. */
  export(uri: Uri, format: Format): void;
  /** What to tell about the server, if it is away. */
  notice(): string | undefined;
  /** The panel came to the front or into the focus, or is there no more. */
  viewed(): void;
}

/** The cursor is looked up once it has come to rest. Not on the way of an edit to the picture. */
const cursorRest = 50;

/** One document's preview: the extension's end of it. */
export class Panel {
  #uri: Uri;
  readonly #view: WebviewPanel;
  readonly #around: Surroundings;
  readonly #pull: Pull;
  readonly #cursor: Later;
  readonly #listeners: Disposable[];
  #ready = false;
  #moved = false;
  #typed = false;
  #line: number | undefined;
  /** The journey to draw, and all journeys of the file when it was last drawn. */
  #journey: string | undefined;
  #journeys: string[] = [];
  /** The last reply with a map: what a page that comes up again shows while the text cannot be read. */
  #last: MapReply | undefined;
  /** The view that the page shows, once it has said so. */
  #shownView: ViewName | undefined;
  readonly #album = new Album();
  readonly #thinner = new Thinner();

  constructor(view: WebviewPanel, uri: Uri, around: Surroundings, journey?: string) {
    this.#view = view;
    this.#uri = uri;
    this.#around = around;
    this.#journey = journey;
    this.#pull = new Pull(() => this.#draw());
    this.#cursor = new Later(cursorRest, () => void this.#follow());
    view.title = titleOf(uri);
    view.iconPath = { light: around.icon('light'), dark: around.icon('dark') };
    view.webview.options = { enableScripts: true, localResourceRoots: [around.dist] };
    this.#listeners = [
      view.webview.onDidReceiveMessage((message) => this.#hear(message)),
      view.onDidChangeViewState(() => {
        if (!view.visible) this.#sleep();
        around.viewed();
      }),
      view.onDidDispose(() => this.#forget()),
    ];
    view.webview.html = pageHtml({
      script: view.webview.asWebviewUri(Uri.joinPath(around.dist, 'preview.js')).toString(),
      style: view.webview.asWebviewUri(Uri.joinPath(around.dist, 'preview.css')).toString(),
      source: view.webview.cspSource,
      nonce: randomNonce(),
      language: l10n.bundle ? env.language : 'en',
      texts: textsIn((text) => l10n.t(text)),
    });
    this.#pull.want();
  }

  get uri(): Uri {
    return this.#uri;
  }

  /** The journey and the view that it shows, as far as it is known. */
  get shown(): { journey: string | undefined; view: ViewName | undefined } {
    return { journey: this.#journey, view: this.#shownView };
  }

  get view(): WebviewPanel {
    return this.#view;
  }

  /** The document goes by another name now. */
  rename(uri: Uri): void {
    this.#uri = uri;
    this.#view.title = titleOf(uri);
    this.changed();
  }

  /** What the panel shows may have changed. */
  changed(): void {
    this.#pull.want();
    this.#cursor.soon();
  }

  /**
   * The cursor stands elsewhere in the text. `moved`: the writer moved it. Typing along a line is less than a move: the picture may be looked
   * at beside the step meanwhile.
   */
  cursor(moved: boolean, line: number): void {
    this.#moved ||= moved && line !== this.#line;
    this.#typed ||= moved;
    this.#line = line;
    this.#cursor.soon();
  }

  /** The server went away or came back. */
  server(): void {
    this.#tell({ type: 'notice', ...textOf(this.#around.notice()) });
    this.changed();
  }

  async #draw(): Promise<void> {
    const asked = this.#journey;
    try {
      let reply = (await this.#ask(asked)) ?? (await this.#openAndAsk(asked));
      if (reply === undefined) return;
      const found = reply.journeys.map((journey) => journey.id);
      const follow = pair(this.#journeys, asked, found);
      if (follow !== undefined && follow !== asked) reply = (await this.#ask(follow)) ?? reply;
      // Another journey may have been chosen meanwhile; it is drawn next.
      if (this.#journey === asked) this.#journey = reply.map?.id ?? follow ?? asked;
      this.#journeys = found;
      if (reply.map !== undefined) this.#last = reply;
      this.#show(reply);
    } catch {
      // The server is away. The page has a notice, and when the server is back everything is asked for again.
    }
  }

  /** The text's own tab may be closed, or never have been open. */
  async #openAndAsk(journey: string | undefined): Promise<MapReply | undefined> {
    await this.#around.open(this.#uri);
    return this.#ask(journey);
  }

  async #ask(journey: string | undefined): Promise<MapReply | undefined> {
    const reply = await this.#around.map(this.#uri, journey, this.#album.stamp, this.#shownView === 'compare');
    return reply && this.#album.take(reply);
  }

  async #follow(): Promise<void> {
    const [moved, typed] = [this.#moved, this.#typed];
    this.#moved = false;
    this.#typed = false;
    if (!this.#ready) return;
    try {
      const found = await this.#around.atCursor(this.#uri);
      if (found === undefined) return;
      this.#choose(found.journey);
      this.#tell({ type: 'cursor', moved, typed, ...optional('step', found.step), ...optional('element', found.element) });
    } catch {
      // As above.
    }
  }

  #choose(journey: string | undefined): void {
    if (journey === undefined || journey === this.#journey) return;
    this.#journey = journey;
    this.#pull.want();
  }

  #hear(message: unknown): void {
    const said: FromPage | undefined = fromPage(message);
    if (said === undefined) return;
    if (said.type === 'ready') void this.#greet();
    else if (said.type === 'reveal') void this.#around.reveal(this.#uri, said.id);
    else if (said.type === 'choose') this.#choose(said.journey);
    else if (said.type === 'view') this.#look(said.view);
    else if (said.type === 'export') this.#around.export(this.#uri, said.format);
  }

  #look(view: ViewName): void {
    this.#shownView = view;
    if (view === 'compare' && this.#last?.before === undefined) this.#pull.want();
  }

  /** The page is up. It gets the last picture at once, and then whatever is new. */
  async #greet(): Promise<void> {
    this.#ready = true;
    this.#album.forgetSent();
    this.#thinner.forget();
    this.#tell({ type: 'notice', ...textOf(this.#around.notice()) });
    if (this.#last !== undefined) this.#show(this.#last);
    else await this.#findFirst();
    this.#pull.awake = this.#ready;
    this.#pull.want();
    this.#cursor.soon();
  }

  /** The first journey drawn is the one under the cursor, so that none other is drawn before it. */
  async #findFirst(): Promise<void> {
    const found = await this.#around.atCursor(this.#uri).catch(() => undefined);
    this.#journey = found?.journey ?? this.#journey;
  }

  /** A page that is hidden is thrown away, and says `ready` when it is back. */
  #sleep(): void {
    this.#ready = false;
    this.#album.forgetSent();
    this.#thinner.forget();
    this.#pull.awake = false;
  }

  #show(reply: MapReply): void {
    if (this.#ready)
      this.#tell({ type: 'map', uri: this.#uri.toString(), name: nameOf(this.#uri), reply: this.#thinner.thin(this.#album.send(reply)) });
  }

  #tell(message: ToPage): void {
    if (this.#ready) void this.#view.webview.postMessage(message);
  }

  #forget(): void {
    this.#sleep();
    this.#cursor.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }
}

function titleOf(uri: Uri): string {
  return l10n.t('Preview {0}', nameOf(uri));
}

function textOf(text: string | undefined): { text?: string } {
  return optional('text', text);
}

function optional<Key extends string>(key: Key, value: string | undefined): { [key in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in Key]?: string });
}
