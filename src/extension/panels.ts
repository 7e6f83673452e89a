import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { Panel, type Surroundings } from './panel.ts';

/** The kind of panel, as the editor keeps it over a reload. */
const viewType = 'journey.preview';

/** All panels, one per document. */
export class Panels implements Disposable {
  readonly #around: Surroundings;
  readonly #panels = new Set<Panel>();
  readonly #listeners: Disposable[];

  constructor(around: Surroundings) {
    this.#around = around;
    this.#listeners = [
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (view, state: unknown) => this.#restore(view, state),
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.of(oldUri)?.rename(newUri);
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.of(uri)?.view.dispose();
      }),
      workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        const panel = this.of(uri);
        if (isUntitled) panel?.view.dispose();
        // The panel outlives the text's tab, and must see what others write into the file.
        else if (panel !== undefined) panel.changed();
      }),
    ];
  }

  /** The panel that shows a document. */
  of(uri: Uri): Panel | undefined {
    for (const panel of this.#panels) if (panel.uri.toString() === uri.toString()) return panel;
    return undefined;
  }

  /** The panel in sight in a column. */
  inColumn(column: ViewColumn): Panel | undefined {
    for (const panel of this.#panels) if (panel.view.visible && panel.view.viewColumn === column) return panel;
    return undefined;
  }

  /** Every panel. */
  all(): Iterable<Panel> {
    return this.#panels;
  }

  /** Shows a document's panel: the one it has, else a new one. Beside the text, the focus stays where it is. */
  show(uri: Uri, where: 'beside' | 'here'): void {
    const preserveFocus = where === 'beside';
    const there = this.of(uri);
    if (there !== undefined) {
      there.view.reveal(undefined, preserveFocus);
      return;
    }
    const viewColumn = where === 'beside' ? this.#beside() : ViewColumn.Active;
    this.#add(window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus }), uri);
  }

  /** Where another map's panel lies over this document's, this one comes to the front; never over the text itself. */
  bringForward(uri: Uri, column: ViewColumn | undefined): void {
    const panel = this.of(uri);
    if (panel === undefined || panel.view.visible || panel.view.viewColumn === column) return;
    const hides = (other: Panel) => other.view.visible && other.view.viewColumn === panel.view.viewColumn;
    if ([...this.#panels].some(hides)) panel.view.reveal(undefined, true);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.view.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  /** The column of the panels in sight beside the text, so that they gather in one; else a new one. */
  #beside(): ViewColumn {
    const text = window.activeTextEditor?.viewColumn;
    const columns = [...this.#panels].filter(({ view }) => view.visible).map(({ view }) => view.viewColumn);
    return columns.find((column) => column !== undefined && column !== text) ?? ViewColumn.Beside;
  }

  #add(view: WebviewPanel, uri: Uri, journey?: string): void {
    const panel = new Panel(view, uri, this.#around, journey);
    this.#panels.add(panel);
    view.onDidDispose(() => this.#panels.delete(panel));
  }

  /** `state` is what the page stored. A panel that does not know its document, or whose document has another, is closed. */
  #restore(view: WebviewPanel, state: unknown): void {
    const kept = typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
    const uri = typeof kept.uri === 'string' ? parse(kept.uri) : undefined;
    if (uri === undefined || this.of(uri) !== undefined) view.dispose();
    else this.#add(view, uri, typeof kept.journey === 'string' ? kept.journey : undefined);
  }
}

function parse(text: string): Uri | undefined {
  try {
    return Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
