import { type CancellationToken, ColorThemeKind, l10n, type Memento, ProgressLocation, Uri, window, workspace } from 'vscode';
import { type Message, say } from '../../language/message.ts';
import type { ThemeName, ViewName } from '../../language/names/settings.ts';
import { type Format, formats, type Job } from '../../render/job.ts';
import { Refusal } from '../../render/refusal.ts';
import type { JobReply } from '../../server/protocol.ts';
import { editorOf } from '../editors.ts';
import { nameOf } from '../names.ts';
import type { Panels } from '../panels.ts';
import type { Server } from '../server.ts';
import { askFormat, askJourney, formatTexts } from './ask.ts';
import { tellDone } from './done.ts';
import { nameFor } from './names.ts';
import { Cancelled, type Renderer } from './renderer.ts';
import { askTarget, type Target } from './target.ts';
import { fileAt, writeWhole } from './write.ts';

/** What an export needs of the extension. */
export interface Around {
  server: Server;
  panels: Panels;
  renderer: Renderer;
  /** Where the last format and folder are remembered. */
  memory: Memento;
}

/** What of a map is written, and how. */
interface Asked {
  map: Uri;
  journey?: string | undefined;
  view?: ViewName | undefined;
  theme?: ThemeName | undefined;
}

/** What the memory has, by its names. */
const kept = { format: 'journey.export.format', folder: 'journey.export.folder' };

/**
 * Writes a map to a file, as its panel shows it: asks for what is not known, renders, and says where it is.
 *
 * @throws Refusal where it cannot be written, Cancelled where it is not wanted any more.
 */
export async function exportMap(map: Uri, wanted: Format | undefined, around: Around): Promise<void> {
  const { server, memory } = around;
  const asked = await askedOf(map, around);
  let reply = await replyOf(asked, server);
  if (!reply.job && reply.journeys.length > 0) {
    asked.journey = await askJourney(reply.journeys);
    if (asked.journey === undefined) return;
    reply = await replyOf(asked, server);
  }
  const job = jobOf(reply);
  const format = wanted ?? (await askFormat(formats.find((each) => each === memory.get(kept.format))));
  if (format === undefined) return;
  const name = nameFor(map.path, format, { number: numberOf(job, reply), view: viewByHand(job) });
  const target = await askTarget(await usualFolder(map, memory), name, format, formatTexts()[format].name);
  if (target === undefined) return;
  const warnings = await window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Exporting “{0}” …', nameOf(target.uri)) },
    (_, token) => write(asked, format, target, around, token),
  );
  void tellDone(target.uri, format, warnings);
  // A folder that takes no file is not to be proposed again.
  await remember(target.uri, map, format, memory);
}

/** What a panel in sight shows; without one the journey at the cursor, as the map and its folder have it. */
async function askedOf(map: Uri, { panels, server }: Around): Promise<Asked> {
  const panel = panels.of(map);
  if (panel?.view.visible) return { map, ...panel.shown, theme: themeOf(window.activeColorTheme.kind) };
  const editor = editorOf(map);
  return { map, journey: editor && (await server.at(map, editor.selection.active)).journey };
}

async function replyOf({ map, ...asked }: Asked, server: Server): Promise<JobReply> {
  return (await server.job(map, asked)) ?? { journeys: [] };
}

function jobOf({ job, journeys }: JobReply): Job {
  if (job) return job;
  throw new Refusal(journeys.length ? say('The journey is not in the text any more.') : say('There is no journey in this text to export.'));
}

/** Which journey of several it is, from 1. */
function numberOf({ map }: Job, { journeys }: JobReply): number | undefined {
  return journeys.length > 1 ? journeys.findIndex(({ id }) => id === map.id) + 1 : undefined;
}

function viewByHand({ view, usualView, map }: Job): ViewName | undefined {
  return view === (map.view ?? usualView ?? 'map') ? undefined : view;
}

/** Renders and writes the map as it is by now. Answers what its reader should know. */
async function write(
  asked: Asked,
  format: Format,
  { uri, overwrite }: Target,
  { server, renderer }: Around,
  token: CancellationToken,
): Promise<readonly Message[]> {
  const abort = new AbortController();
  const listener = token.onCancellationRequested(() => abort.abort());
  const check = () => {
    if (abort.signal.aborted) throw new Cancelled();
  };
  try {
    const { content, warnings } = await renderer.render(format, jobOf(await replyOf(lookOf(asked, format), server)), abort.signal);
    await writeWhole(workspace.fs, uri, typeof content === 'string' ? new TextEncoder().encode(content) : content, overwrite, check);
    return warnings;
  } finally {
    listener.dispose();
  }
}

/** The folder that was chosen last, while it is there; else the one that the map stands in, or the workspace's. */
async function usualFolder(map: Uri, memory: Memento): Promise<Uri | undefined> {
  const last = memory.get(kept.folder);
  const folder = typeof last === 'string' ? Uri.parse(last) : undefined;
  return folder && (await fileAt(workspace.fs, folder)) ? folder : ownFolder(map);
}

function ownFolder(map: Uri): Uri | undefined {
  return map.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(map, '..');
}

/** Whoever chooses the map's own folder will want the next map's own, too. */
async function remember(file: Uri, map: Uri, format: Format, memory: Memento): Promise<void> {
  const folder = Uri.joinPath(file, '..').toString();
  await memory.update(kept.format, format);
  await memory.update(kept.folder, folder === ownFolder(map)?.toString() ? undefined : folder);
}

/** A page follows its reader, not who wrote it: it gets a theme only where the folder asks for one. */
function lookOf({ theme, ...asked }: Asked, format: Format): Asked {
  return format === 'html' ? asked : { ...asked, theme };
}

function themeOf(kind: ColorThemeKind): ThemeName {
  if (kind === ColorThemeKind.HighContrastLight) return 'high-contrast-light';
  if (kind === ColorThemeKind.HighContrast) return 'high-contrast-dark';
  return kind === ColorThemeKind.Dark ? 'dark' : 'light';
}
