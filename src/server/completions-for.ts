import { type ClientCapabilities, type CompletionItem, InsertTextFormat } from 'vscode-languageserver';

/** What a client does with completions. */
export interface CompletionClient {
  /** Inserts snippets. */
  snippets: boolean;
  /** Runs the command that asks for the next completion, as VS Code names it. Another editor would ask the server to run it. */
  suggests: boolean;
}

/** What a client says that it does with completions: in its capabilities, and in the option `suggests`. */
export function completionClient({ textDocument }: ClientCapabilities, options: unknown): CompletionClient {
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    suggests: typeof options === 'object' && options !== null && 'suggests' in options && options.suggests === true,
  };
}

/** Completions as a client can take them: where it knows no snippets, those of one line become plain text, and longer ones are left out. */
export function completionsFor(items: readonly CompletionItem[], { snippets, suggests }: CompletionClient): CompletionItem[] {
  return items.flatMap((item) => {
    const { command, ...rest } = item;
    const shown: CompletionItem = suggests ? item : rest;
    if (snippets || shown.insertTextFormat !== InsertTextFormat.Snippet) return shown;
    const { insertTextFormat, insertText, textEdit, ...plain } = shown;
    const text = plainText(textEdit?.newText ?? insertText ?? shown.label);
    if (text.includes('\n')) return [];
    return textEdit ? { ...plain, textEdit: { ...textEdit, newText: text } } : { ...plain, insertText: text };
  });
}

/** A snippet's text: its places hold what they propose, and choices their first value. */
export function plainText(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\d+|\$\{\d+(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^}]*)?\}/g, (_, mark, text, choice) => {
    return mark ?? (text ?? choice ?? '').replace(/\\(.)/g, '$1');
  });
}
