import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import { lastOffset } from '../rules/edits.ts';
import { inFile, type Node, nameSpan, textOf, titleOf } from '../tree/node.ts';

/** How a thing of the language stands in lists of symbols. */
export const symbolKinds: Partial<Record<Node['kind'], SymbolKind>> = {
  persona: SymbolKind.Object,
  team: SymbolKind.Class,
  channel: SymbolKind.Interface,
  system: SymbolKind.Package,
  journey: SymbolKind.Module,
  stage: SymbolKind.Namespace,
  step: SymbolKind.Function,
  touchpoint: SymbolKind.Property,
  silence: SymbolKind.Null,
  moment: SymbolKind.Event,
  pain: SymbolKind.Field,
  opportunity: SymbolKind.Constant,
  action: SymbolKind.Method,
};

/** The outline of a file: declarations, journeys with their stages and steps, and what stands out in a step. */
export function documentSymbols(document: JourneyDocument): DocumentSymbol[] {
  return outline(document.roots, document);
}

function outline(nodes: readonly Node[], document: JourneyDocument): DocumentSymbol[] {
  return nodes.flatMap((node) => {
    const kind = symbolKinds[node.kind];
    if (kind === undefined) return [];
    const children = outline(node.children, document);
    if (node.implied) return children;
    const { start } = inFile(node, node.statement);
    const name = (titleOf(node) || textOf(node, 'text') || textOf(node, 'choice') || '').replace(/\s+/g, ' ').trim();
    const selection = nameSpan(node);
    return [
      {
        name: name || `${node.kind} …`,
        detail: node.kind,
        kind,
        range: document.lines.rangeOf(start, lastOffset(node)),
        selectionRange: document.lines.rangeOf(Math.max(start, selection.start), selection.end),
        children,
      },
    ];
  });
}
