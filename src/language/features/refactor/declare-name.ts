import type { JourneyDocument } from '../../document.ts';
import { type Message, say, short } from '../../message.ts';
import type { Context } from '../../names/facts.ts';
import type { Folder } from '../../names/folder.ts';
import { declare, lastOffset, lineBreakOf, written } from '../../rules/edits.ts';
import type { FileEdit } from '../../rules/rule.ts';
import type { Node } from '../../tree/node.ts';
import { nameAt } from '../at.ts';
import { isGuessed, type Refactoring } from './refactoring.ts';

/** What the two are called, for each scope whose declaration is a line with a name. */
const titles = {
  persona: {
    here: (name: string): Message => say('Declare the persona “{0}” here', name),
    there: (name: string, file: string): Message => say('Declare the persona “{0}” where the other personas are, in {1}', name, file),
  },
  team: {
    here: (name: string): Message => say('Declare the team “{0}” here', name),
    there: (name: string, file: string): Message => say('Declare the team “{0}” where the other teams are, in {1}', name, file),
  },
  channel: {
    here: (name: string): Message => say('Declare the channel “{0}” here', name),
    there: (name: string, file: string): Message => say('Declare the channel “{0}” where the other channels are, in {1}', name, file),
  },
  system: {
    here: (name: string): Message => say('Declare the system “{0}” here', name),
    there: (name: string, file: string): Message => say('Declare the system “{0}” where the other systems are, in {1}', name, file),
  },
};

type Declared = keyof typeof titles;

/** Of a name that no file declares: its declaration, above the first journey of this file or beside its like in another. */
export function declareName(context: Context, offset: number): Refactoring[] {
  const at = nameAt(context, offset);
  if (!at || at.declarations.length || !Object.hasOwn(titles, at.scope) || isGuessed(at.node) || !at.name.trim()) return [];
  const scope = at.scope as Declared;
  const text = `${scope} ${written(at.name)}`;
  const name = short(at.name);
  const kind = 'refactor.extract';
  const here: Refactoring = { title: titles[scope].here(name), kind, edits: [declare(context.document, text)] };
  const home = homeOf(scope, context.folder, context.document);
  const edit = home && besideOthers(home.document, home.last, text);
  if (!home || !edit) return [here];
  return [here, { title: titles[scope].there(name, fileName(home.document.uri)), kind, edits: [edit] }];
}

/** The other file that declares most of a scope, if it declares more than this one. */
function homeOf(scope: Declared, folder: Folder, own: JourneyDocument): { document: JourneyDocument; last: Node } | undefined {
  const declared = (document: JourneyDocument): Node[] => document.roots.filter(({ kind, misplaced }) => kind === scope && !misplaced);
  let most = declared(own).length;
  let home: { document: JourneyDocument; last: Node } | undefined;
  for (const document of folder.all()) {
    const found = document.uri === own.uri ? [] : declared(document);
    const last = found.at(-1);
    if (!last || found.length <= most) continue;
    most = found.length;
    home = { document, last };
  }
  return home;
}

/** Puts a declaration on a line of its own below another and all that it holds; nothing where more stands on that line. */
function besideOthers(document: JourneyDocument, last: Node, text: string): FileEdit | undefined {
  const { lines, uri } = document;
  const end = lastOffset(last);
  const at = lines.endOfLine(lines.positionAt(end).line);
  const rest = document.text.slice(end, at).trim();
  if (rest && !rest.startsWith('//')) return undefined;
  const eol = lineBreakOf(document);
  const indent = lines.indentOf(lines.positionAt(last.base + last.statement.start).line);
  return { uri, start: at, end: at, text: `${eol}${last.children.length ? eol : ''}${indent}${text}` };
}

/** What people call a file. */
function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
