import { commands, type Disposable, l10n, Uri, window } from 'vscode';
import { toText } from '../../language/message.ts';
import { formats } from '../../render/job.ts';
import { Refusal } from '../../render/refusal.ts';
import type { Panels } from '../panels.ts';
import { type Around, exportMap } from './export.ts';
import { Cancelled } from './renderer.ts';

export const command = 'journey.exportMap';

/** The command that writes a map to a file. It takes the map and the format, and asks for what it is not given. */
export function registerExport(
  around: Around & {
    /** Opens the map that was pointed at; nothing where it is none, which it says. */
    map(place: Uri | undefined): Promise<Uri | undefined>;
    failed(error: unknown): void;
  },
): Disposable {
  return commands.registerCommand(command, async (place?: unknown, format?: unknown) => {
    try {
      const map = await around.map(mapAt(place, around.panels));
      const wanted = formats.find((each) => each === format);
      if (map) await exportMap(map, wanted, around);
    } catch (error) {
      if (error instanceof Cancelled) return;
      if (!(error instanceof Refusal)) around.failed(error);
      void window.showErrorMessage(error instanceof Refusal ? sentence(toText(error.said, (text) => l10n.t(text))) : unforeseen(error));
    }
  });
}

/** The map that was pointed at, else that of the panel with the focus, of the editor, of the panel in sight. */
function mapAt(place: unknown, panels: Panels): Uri | undefined {
  // The menu of a panel's title points at the panel.
  if (place instanceof Uri && place.scheme !== 'webview-panel') return place;
  const all = [...panels.all()];
  const editor = window.activeTextEditor?.document;
  const inEditor = editor?.languageId === 'journey' ? editor.uri : undefined;
  return all.find(({ view }) => view.active)?.uri ?? inEditor ?? all.find(({ view }) => view.visible)?.uri;
}

/** What the command line says behind its name begins with a small letter. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unforeseen(error: unknown): string {
  return l10n.t('The map could not be exported: {0}', error instanceof Error ? error.message : String(error));
}
