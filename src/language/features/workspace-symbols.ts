import type { SymbolInformation } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import { english, type Tongue } from '../message.ts';
import { fold } from '../read/near.ts';
import { above, nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { symbolKinds } from './symbols.ts';

/** More than a list of hits can usefully hold. */
const most = 256;

const listed: readonly string[] = ['persona', 'team', 'channel', 'system', 'touchpoint', 'journey', 'stage', 'step'];

/** What is named in the files, and holds the letters of a query in their order; case and accents count for nothing. */
export function workspaceSymbols(documents: Iterable<JourneyDocument>, query: string, tongue: Tongue = english): SymbolInformation[] {
  const letters = [...fold(query.replace(/\s+/g, ''))];
  const found: SymbolInformation[] = [];
  for (const document of documents) {
    for (const node of document.nodes) {
      if (!listed.includes(node.kind) || node.implied || (node.kind === 'touchpoint' && node.parent)) continue;
      const name = onOneLine(titleOf(node)) || onOneLine(nameOf(node));
      const kind = symbolKinds[node.kind];
      if (!name || kind === undefined || !holds(fold(`${name} ${nameOf(node)}`), letters)) continue;
      const journey = node.kind === 'journey' ? undefined : above(node, 'journey');
      const { start, end } = nameSpan(node);
      found.push({
        name,
        kind,
        location: { uri: document.uri, range: document.lines.rangeOf(start, end) },
        containerName: journey ? titleOf(journey) : tongue(node.kind),
      });
      if (found.length === most) return found;
    }
  }
  return found;
}

/** A name as a list shows it. One of nothing but blanks is none. */
function onOneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function holds(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
