import {
  commands,
  DiagnosticSeverity,
  type Disposable,
  env,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { stringsOf } from '../draw/tongues.ts';
import { type Message, short, toText } from '../language/message.ts';
import type { AtReply, MapReply } from '../server/protocol.ts';
import { Later } from './later.ts';
import { Pull } from './pull.ts';
import { type Counts, found, type Summary, statusOf, summaryOf } from './status.ts';
import { languageOf } from './templates.ts';

/** What the status bar asks of those who made it. */
interface Surroundings {
  /** The map that somebody looks at. */
  active(): Uri | undefined;
  /** Whether a panel shows this document: then it asks for the map, and hands the reply on. */
  drawn(uri: Uri): boolean;
  map(uri: Uri, journey: string | undefined): Promise<MapReply | undefined>;
  at(uri: Uri): Promise<AtReply | undefined>;
  /** What to tell about the server, if it is away. */
  notice(): string | undefined;
}

/** Figures may come a little after the text, so that a burst of typing asks for them once. In milliseconds. */
const rest = 250;

const problems = 'workbench.actions.view.problems';
const preview = 'journey.openPreviewToSide';
const restart = 'journey.restartServer';

/** The figures and findings of the map that somebody looks at. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #around: Surroundings;
  readonly #pull: Pull;
  readonly #soon: Later;
  readonly #listeners: Disposable[];
  /** By address, of what has been looked at and is still open. */
  readonly #known = new Map<string, Summary>();
  #answered = false;
  #last: { uri: string; findings: number } | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#item = window.createStatusBarItem('journey.figures', StatusBarAlignment.Right, 101);
    this.#item.name = l10n.t('Journey Map');
    this.#pull = new Pull(() => this.#ask());
    this.#pull.awake = true;
    this.#soon = new Later(rest, () => this.#pull.want());
    this.#listeners = [
      window.onDidChangeActiveTextEditor(() => this.look()),
      window.tabGroups.onDidChangeTabs(() => this.look()),
      window.tabGroups.onDidChangeTabGroups(() => this.look()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor.document.uri)),
      workspace.onDidOpenTextDocument(() => this.look()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString())),
    ];
    this.look();
  }

  /** Somebody may look at another map, or the server may have come or gone. */
  look(): void {
    this.#show();
    const uri = this.#around.active();
    if (uri !== undefined && !this.#known.has(uri.toString())) this.#soon.soon();
  }

  /** What is known of a document may have changed. */
  changed(uri: Uri): void {
    if (uri.toString() !== this.#around.active()?.toString()) this.#known.delete(uri.toString());
    else {
      this.#show();
      if (!this.#around.drawn(uri)) this.#soon.soon();
    }
  }

  /** A reply of the server, whoever asked. */
  take(uri: Uri, reply: MapReply): void {
    this.#known.set(uri.toString(), summaryOf(reply));
    this.#show();
  }

  dispose(): void {
    this.#soon.dispose();
    this.#item.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  /** The cursor may have come into another journey. */
  #moved(uri: Uri): void {
    const journeys = this.#known.get(uri.toString())?.journeys ?? 0;
    if (journeys > 1 && uri.toString() === this.#around.active()?.toString() && !this.#around.drawn(uri)) this.#soon.soon();
  }

  async #ask(): Promise<void> {
    const uri = this.#around.active();
    if (uri === undefined) return;
    const known = this.#known.get(uri.toString());
    if (known !== undefined && this.#around.drawn(uri)) return;
    try {
      const journey = known !== undefined && known.journeys > 1 ? (await this.#around.at(uri))?.journey : undefined;
      const reply = await this.#around.map(uri, journey);
      if (reply === undefined) return;
      this.take(uri, reply);
      // The first reply is about the first journey, and the cursor may be in another.
      if (known === undefined && reply.journeys.length > 1) this.#soon.soon();
    } catch {
      // The server is away; when it is back it tells of every document.
    }
  }

  #show(): void {
    const uri = this.#around.active();
    if (uri === undefined) this.#item.hide();
    else if (this.#around.notice() !== undefined) this.#showNotice(this.#around.notice() ?? '');
    else {
      const summary = this.#known.get(uri.toString());
      if (summary !== undefined) this.#showStatus(uri, summary);
      else this.#item.hide();
    }
  }

  #showNotice(notice: string): void {
    const item = this.#item;
    item.text = `$(error) ${l10n.t('Journey has stopped')}`;
    item.tooltip = notice;
    item.command = restart;
    item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
    item.accessibilityInformation = { label: notice, role: 'button' };
    item.show();
  }

  #showStatus(uri: Uri, summary: Summary): void {
    const item = this.#item;
    const counts = countsOf(uri);
    const { parts, sentences } = statusOf(summary, counts, stringsOf(languageOf(l10n.bundle ? env.language : 'en')).signed);
    item.text = `$(graph-line) ${parts.map(inTongue).join(' · ')}`;
    item.tooltip = tooltip(summary.title, sentences.map(inTongue), uri);
    item.command = found(counts) > 0 ? problems : { command: preview, title: '', arguments: [uri] };
    item.backgroundColor = counts.errors > 0 ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    const label = [short(summary.title ?? l10n.t('Journey Map')), ...sentences.map((sentence) => inTongue(sentence).replaceAll('`', ''))];
    item.accessibilityInformation = { label: label.join(' '), role: 'button' };
    item.show();
    this.#noteAnswer(uri.toString(), found(counts));
  }

  /** The walkthrough's step about findings is done once there are fewer of them. */
  #noteAnswer(uri: string, findings: number): void {
    if (!this.#answered && this.#last?.uri === uri && findings < this.#last.findings) {
      this.#answered = true;
      void commands.executeCommand('setContext', 'journey.answeredFinding', true);
    }
    this.#last = { uri, findings };
  }
}

function inTongue(message: Message): string {
  return toText(message, (text) => l10n.t(text));
}

function tooltip(title: string | undefined, sentences: readonly string[], uri: Uri): MarkdownString {
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: [problems, preview] };
  if (title !== undefined) text.appendMarkdown('**').appendText(short(title)).appendMarkdown('**\n\n');
  for (const sentence of sentences) text.appendMarkdown(`${sentence}\n\n`);
  const address = encodeURIComponent(JSON.stringify([uri]));
  text.appendMarkdown(
    `[${l10n.t('Show the findings')}](command:${problems}) · [${l10n.t('Open the preview')}](command:${preview}?${address})`,
  );
  return text;
}

/** What the Problems view lists of ours for a document. */
function countsOf(uri: Uri): Counts {
  const counts: Counts = { errors: 0, warnings: 0, remarks: 0 };
  for (const { source, severity } of languages.getDiagnostics(uri)) {
    if (source !== 'journey') continue;
    if (severity === DiagnosticSeverity.Error) counts.errors += 1;
    else if (severity === DiagnosticSeverity.Warning) counts.warnings += 1;
    else if (severity === DiagnosticSeverity.Information) counts.remarks += 1;
  }
  return counts;
}
