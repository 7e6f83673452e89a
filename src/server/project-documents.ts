import {
  BulkRegistration,
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Connection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Tongue, toText } from '../language/message.ts';
import { type ProjectFile, type ProjectFinding, projectCode } from '../language/project/finding.ts';
import { applyChanges } from './edits.ts';
import type { Folders } from './folders.ts';
import { severities } from './severities.ts';

/**
 * What the server does with the project files themselves: takes in the text of those that are open, and tells what is wrong in all of them,
 * also in those that are not.
 */
export class ProjectDocuments {
  private readonly connection: Connection;
  private readonly folders: Folders;
  private readonly tongueFor: (project: ProjectFile) => Tongue;
  private readonly texts = new Map<string, TextDocument>();
  /** The texts that are taken in as they now are. Not every client counts their versions. */
  private readonly taken = new Set<string>();
  /** What was last told of each file, as JSON. */
  private readonly told = new Map<string, string>();
  /** The client checks JSON itself in the texts that it has open. */
  clientChecksJson = false;

  constructor(connection: Connection, folders: Folders, tongueFor: (project: ProjectFile) => Tongue) {
    this.connection = connection;
    this.folders = folders;
    this.tongueFor = tongueFor;
  }

  /**
   * Asks the client for the texts of project files that are open, and to be asked for their fixes. All else that the server does is for maps alone,
   * so that the client does not ask it for the layout of a JSON file, say.
   *
   * @param schemes - Of the addresses that files may have.
   */
  async register({ textDocument }: ClientCapabilities, schemes: readonly string[]): Promise<void> {
    if (!textDocument?.synchronization?.dynamicRegistration) return;
    const documentSelector = schemes.map((scheme) => ({ scheme, pattern: '**/journey.json' }));
    const all = BulkRegistration.create();
    all.add(DidOpenTextDocumentNotification.type, { documentSelector });
    all.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
    all.add(DidCloseTextDocumentNotification.type, { documentSelector });
    if (textDocument.codeAction?.dynamicRegistration) {
      all.add(CodeActionRequest.type, { documentSelector, codeActionKinds: [CodeActionKind.QuickFix] });
    }
    await this.connection.client.register(all);
  }

  open({ uri, languageId, version, text }: TextDocumentItem): void {
    this.texts.set(uri, TextDocument.create(uri, languageId, version, text));
    this.taken.delete(uri);
  }

  change(uri: string, version: number | null | undefined, changes: TextDocumentContentChangeEvent[]): void {
    const text = this.texts.get(uri);
    if (text) applyChanges(text, changes, version);
    this.taken.delete(uri);
  }

  close(uri: string): void {
    this.texts.delete(uri);
    this.taken.delete(uri);
    this.folders.closeProject(uri);
  }

  /** Takes in the text of an open file as it now is. */
  take(uri: string): void {
    const text = this.texts.get(uri);
    if (!text || this.taken.has(uri)) return;
    this.taken.add(uri);
    this.folders.editProject(uri, text.version, text.getText());
  }

  /** Tells what is wrong in each file, where that is news. */
  publish(): void {
    const projects = this.folders.projectFiles();
    for (const uri of this.told.keys()) if (!projects.some((project) => project.uri === uri)) this.tell(uri, []);
    for (const project of projects) {
      this.tell(
        project.uri,
        this.findingsOf(project).map((finding) => this.diagnosticOf(project, finding)),
        project,
      );
    }
  }

  /** The fixes of what is wrong where a selection is, those first that were surely meant. */
  actions({ textDocument: { uri }, range, context: { only } }: CodeActionParams): CodeAction[] {
    this.take(uri);
    const project = this.folders.projectFile(uri);
    if (!project || !(only?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) ?? true)) return [];
    const { lines, version } = project;
    const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    const near = this.findingsOf(project).filter(({ start, end }) => start <= to && from <= end);
    const fixes = near.flatMap((finding) => finding.fixes.map((fix) => ({ ...fix, finding })));
    const inOrder = [...fixes.filter(({ preferred }) => preferred), ...fixes.filter(({ preferred }) => !preferred)];
    return inOrder.map(({ title, edits, preferred, finding }) => ({
      title: toText(title, this.tongueFor(project)),
      kind: CodeActionKind.QuickFix,
      diagnostics: [this.diagnosticOf(project, finding)],
      edit: {
        documentChanges: [
          {
            textDocument: { uri, version },
            edits: edits.map(({ start, end, text }) => ({ range: lines.rangeOf(start, end), newText: text })),
          },
        ],
      },
      ...(preferred ? { isPreferred: true } : {}),
    }));
  }

  private findingsOf({ uri, findings }: ProjectFile): readonly ProjectFinding[] {
    return this.clientChecksJson && this.texts.has(uri) ? findings.filter(({ json }) => !json) : findings;
  }

  private diagnosticOf(project: ProjectFile, { start, end, severity, message }: ProjectFinding): Diagnostic {
    return {
      range: project.lines.rangeOf(start, end),
      severity: severities[severity],
      code: projectCode,
      source: 'journey',
      message: toText(message, this.tongueFor(project)),
    };
  }

  private tell(uri: string, diagnostics: Diagnostic[], project?: ProjectFile): void {
    const told = JSON.stringify(diagnostics);
    if (told === (this.told.get(uri) ?? '[]')) return;
    if (diagnostics.length) this.told.set(uri, told);
    else this.told.delete(uri);
    const version = project && this.texts.has(uri) ? { version: project.version } : {};
    void this.connection.sendDiagnostics({ uri, ...version, diagnostics });
  }
}
