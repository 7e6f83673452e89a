import { type CodeAction, CodeActionKind, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver-types';
import { toText } from '../message.ts';
import type { Context } from '../names/facts.ts';
import type { FileEdit, Finding, FoundFix } from '../rules/rule.ts';

/**
 * The fixes of the findings on the lines of a selection, those that it touches first.
 *
 * @param snippets - Whether the editor can insert snippets. Where it cannot, a choice becomes its first value.
 * @param diagnosticOf - The diagnostic that a finding was published as, so that the editor can connect the two.
 */
export function codeActions(
  context: Context,
  start: number,
  end: number,
  findings: readonly Finding[],
  snippets: boolean,
  diagnosticOf: (finding: Finding) => Diagnostic,
): CodeAction[] {
  const { lines } = context.document;
  const from = lines.startOfLine(lines.positionAt(start).line);
  const to = lines.endOfLine(lines.positionAt(end).line);
  const near = findings.filter((finding) => finding.start <= to && from <= finding.end);
  const touched = near.filter((finding) => finding.start <= end && start <= finding.end);
  return [...touched, ...near.filter((finding) => !touched.includes(finding))].flatMap((finding) =>
    finding.fixes.map((fix) => action(context, fix, snippets, diagnosticOf(finding))),
  );
}

function action(context: Context, fix: FoundFix, snippets: boolean, diagnostic: Diagnostic): CodeAction {
  const byFile = new Map<string, FileEdit[]>();
  for (const edit of fix.edits) {
    const uri = edit.uri ?? context.document.uri;
    byFile.set(uri, [...(byFile.get(uri) ?? []), edit]);
  }
  const documentChanges = [...byFile].flatMap(([uri, edits]): TextDocumentEdit[] => {
    const document = uri === context.document.uri ? context.document : context.folder.get(uri);
    if (!document) return [];
    return [
      {
        textDocument: { uri, version: uri === context.document.uri ? document.version : null },
        edits: edits.map((edit) => {
          const range = document.lines.rangeOf(edit.start, edit.end);
          if (edit.snippet && snippets) return { range, snippet: { kind: 'snippet', value: edit.text } };
          return { range, newText: edit.snippet ? plain(edit.text) : edit.text };
        }),
      },
    ];
  });
  return {
    title: toText(fix.title, context.tongue),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { documentChanges },
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

/** What a snippet leaves in the text when nobody types into it. */
export function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^\\|]|\\.)*)\|\}/g, (_, values: string) => unescaped(/^(?:[^\\,]|\\.)*/.exec(values)?.[0] ?? ''))
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\,|])/g, '$1');
}
