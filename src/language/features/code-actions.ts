import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { say, toText } from '../message.ts';
import type { Context } from '../names/facts.ts';
import type { Finding } from '../rules/rule.ts';
import { type Client, workspaceEdit } from './code-actions-edit.ts';
import { everywhere, fixAll, type Recheck, withoutPerson } from './code-actions-fix-all.ts';
import { ignoreHere } from './code-actions-ignore.ts';
import { refactorings } from './refactor/index.ts';
import type { Refactoring } from './refactor/refactoring.ts';

/** The kind of the action that fixes a whole file, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.journey`;

/** What is asked for: a stretch of the file, and, where the editor wants certain kinds of action only, those. */
export interface Wanted {
  start: number;
  end: number;
  only?: readonly string[];
}

/** What is known about the file and about who asks. */
export interface Known {
  findings: readonly Finding[];
  client: Client;
  /** The diagnostic that a finding was published as, so that the editor can connect the two. */
  diagnosticOf: (finding: Finding) => Diagnostic;
  /** The findings of another text of the same file. */
  recheck: Recheck;
}

/**
 * What may be done at a selection: the fixes of the findings on its lines, those that it touches first; what refactors the thing under the
 * cursor; and, where the editor asks for it by its kind, all fixes of the file at once.
 */
export function codeActions(context: Context, wanted: Wanted, known: Known): CodeAction[] {
  const isWanted = (kind: string): boolean => wanted.only?.some((only) => !only || kind === only || kind.startsWith(`${only}.`)) ?? true;
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(context, wanted, known) : []),
    ...refactorings(context, wanted, known.client)
      .filter(({ kind }) => isWanted(kind))
      .map((refactoring) => refactored(refactoring, context, known.client)),
    ...(wanted.only && isWanted(fixAllKind) ? wholeFile(context, known) : []),
  ];
}

/** A file that it makes is shown, where the editor can. */
function refactored({ title, kind, edits, creates = [] }: Refactoring, context: Context, client: Client): CodeAction {
  const text = toText(title, context.tongue);
  const shown = creates.length && client.shows !== undefined ? { command: { title: text, command: client.shows } } : {};
  return { title: text, kind, edit: workspaceEdit(context, edits, client, creates), ...shown };
}

function quickFixes(context: Context, { start, end }: Wanted, { findings, client, diagnosticOf }: Known): CodeAction[] {
  const { lines } = context.document;
  const from = lines.startOfLine(lines.positionAt(start).line);
  const to = lines.endOfLine(lines.positionAt(end).line);
  const near = findings.filter((finding) => finding.start <= to && from <= finding.end);
  const touched = new Set(near.filter((finding) => finding.start <= end && start <= finding.end));
  const inOrder = [...touched, ...near.filter((finding) => !touched.has(finding))];
  const quick = (about: readonly Finding[], fix: Pick<Finding['fixes'][number], 'title' | 'edits' | 'preferred'>): CodeAction => ({
    title: toText(fix.title, context.tongue),
    kind: CodeActionKind.QuickFix,
    diagnostics: about.map(diagnosticOf),
    edit: workspaceEdit(context, fix.edits, client),
    ...(fix.preferred ? { isPreferred: true } : {}),
  });
  const ofOne = inOrder.flatMap((finding) => finding.fixes.map((fix) => quick([finding], fix)));
  const ofAll = [...new Set(inOrder.map(({ code }) => code))].flatMap((code) => {
    const all = withoutPerson(
      findings.filter((finding) => finding.code === code),
      context.document.uri,
    );
    if (all.length < 2) return [];
    const title = say('Fix all {0} of `{1}` in this file', all.length, code);
    const here = inOrder.filter((finding) => finding.code === code);
    return [quick(here, { title, edits: everywhere(all) })];
  });
  const ignored = inOrder.flatMap((finding) => {
    const fix = ignoreHere(finding, context, client.snippets);
    return fix ? [quick([finding], fix)] : [];
  });
  const titles = new Set<string>();
  return [...ofOne, ...ofAll, ...ignored.filter(({ title, edit }) => notYet(titles, `${title} ${JSON.stringify(edit)}`))];
}

function notYet(seen: Set<string>, key: string): boolean {
  return !seen.has(key) && seen.add(key) !== undefined;
}

function wholeFile(context: Context, { findings, client, recheck }: Known): CodeAction[] {
  const { edits, fixed } = fixAll(context, findings, recheck);
  if (!fixed) return [];
  const title = toText(say('Fix all {0} that need no decision', fixed), context.tongue);
  return [{ title, kind: fixAllKind, edit: workspaceEdit(context, edits, client) }];
}
