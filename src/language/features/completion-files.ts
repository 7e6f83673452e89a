import { CompletionItemKind } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import type { FileKind } from '../names/files-beside.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { type Asked, type Offer, textOffer } from './completion-asked.ts';
import { cursorAt } from './cursor.ts';
import { wantedAfter } from './wanted.ts';

/** Which files a place names. */
function kindFor({ kind }: StatementDefinition, { slot }: Place): FileKind | undefined {
  if (kind === 'photo') return 'picture';
  return slot === 'file' ? 'data' : undefined;
}

/** Which files may be named at an offset, so that they can be listed first. */
export function filesWantedAt(document: JourneyDocument, offset: number): FileKind | undefined {
  const statement = cursorAt(document, offset)?.statement;
  if (!statement || statement.secondWord) return undefined;
  const { places } = wantedAfter(statement.definition, statement.tokens);
  return places.map((place) => kindFor(statement.definition, place)).find((kind) => kind);
}

/** The files of the folder that a place may name: those nearest to the map first. */
export function fileOffers({ context: { document, folder }, definition, place }: Asked): Offer[] {
  const kind = kindFor(definition, place);
  if (!kind) return [];
  const away = (path: string): number => path.split('/').length;
  return [...folder.beside.list(document.uri, kind)]
    .sort((a, b) => away(a) - away(b) || (a < b ? -1 : 1))
    .map((path) => textOffer(path, 2, { kind: CompletionItemKind.File }));
}
