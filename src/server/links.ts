import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, type Link } from '../language/features/document-links.ts';
import { english, toText } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';
import type { Files } from './files.ts';
import { addressOf } from './named-files.ts';

/**
 * The links of a map as the Language Server Protocol has them. A file is linked to only where it is there and lies in the folder, also when links
 * of the file system are followed.
 *
 * @param root - The folder whose names the map shares, by its address with a slash at its end.
 */
export async function linksOf({ document, tongue = english }: Context, root: string, files: Files): Promise<DocumentLink[]> {
  const links = documentLinks(document);
  const there = new Map<string, Promise<boolean>>();
  const isThere = (uri: string): Promise<boolean> => {
    const known = there.get(uri) ?? exists(uri, root, files);
    there.set(uri, known);
    return known;
  };
  const targetOf = async ({ address, path }: Link): Promise<string | undefined> => {
    if (address !== undefined || path === undefined) return address;
    const uri = addressOf(root, document.uri, path);
    return uri !== undefined && (await isThere(uri)) ? uri : undefined;
  };
  const found = await Promise.all(
    links.map(async (link) => {
      const target = await targetOf(link);
      return target === undefined
        ? []
        : [{ range: document.lines.rangeOf(link.start, link.end), target, tooltip: toText(link.does, tongue) }];
    }),
  );
  return found.flat();
}

/** Whether there is such a file within a folder. What cannot be told, as of a picture in a browser, is taken for there. */
async function exists(uri: string, root: string, files: Files): Promise<boolean> {
  const content = await files.look(uri, 0, root);
  return !('why' in content) || content.why === 'large' || content.why === 'unreadable';
}
