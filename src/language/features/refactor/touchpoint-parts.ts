import type { JourneyDocument } from '../../document.ts';
import { nodeAt } from '../../document.ts';
import { say, short } from '../../message.ts';
import { type Context, channelOf, listeningPostsOf, mentionsOf, ownerOf, touchpointTitle } from '../../names/facts.ts';
import { type Declaration, nameKey } from '../../names/folder.ts';
import { inQuotes } from '../../read/items.ts';
import type { Span } from '../../read/statement.ts';
import { appendTo, declare, insertBelow, insertBeside, lineBreakOf, remove, written } from '../../rules/edits.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { above, childrenOf, inFile, type Node, nameOf, textOf } from '../../tree/node.ts';
import type { Refactoring } from './refactoring.ts';

/** The parts on a touchpoint's own line, and what holds of it where it says none. */
const parts = { via: channelOf, owner: ownerOf } as const;
type Part = keyof typeof parts;

/**
 * Of a touchpoint in a step: what it says of itself goes into its declaration, which is made where there is none, and all mentions in this file
 * that say the same become bare ones. What another mention would then be told otherwise than now stays where it is.
 */
export function touchpointParts(context: Context, offset: number): Refactoring[] {
  const touchpoint = above(nodeAt(context.document, offset), 'touchpoint');
  const name = touchpoint && nameOf(touchpoint);
  if (!touchpoint?.parent || !name || isBroken(touchpoint)) return [];
  const declared = context.folder.find('touchpoint', name);
  if (declared.length > 1 || declared.some(({ node }) => isBroken(node))) return [];
  const [declaration] = declared;
  const mentions = mentionsIn(name, context);
  const others = mentions.filter(({ node }) => node !== touchpoint);

  const moved = (Object.keys(parts) as Part[]).filter((part) => mayMove(part, touchpoint, declaration, others, context));
  const ofLine = (node: Node): Part[] => moved.filter((part) => isSaid(node, part, textOf(touchpoint, part)));
  const children = [
    ...(isOnlyListening(touchpoint, declaration, others, context) ? childrenOf(touchpoint, 'listens') : []),
    ...(isOnlyPromising(touchpoint, declaration, others) ? childrenOf(touchpoint, 'promises') : []),
  ];
  if (!moved.length && !children.length) return [];
  const title = textOf(touchpoint, 'title');
  const withTitle =
    !declaration &&
    title !== undefined &&
    mentions.every(({ document, node }) => touchpointTitle(node, { ...context, document }) === title);

  const { document } = context;
  const said = moved
    .filter((part) => !declaration || textOf(declaration.node, part) === undefined)
    .map((part) => `${part} ${written(textOf(touchpoint, part) ?? '')}`);
  const below = children.map((child) => document.text.slice(...bounds(inFile(child, child.statement))));
  const edits = [
    ...(declaration
      ? intoDeclaration(declaration, said, below)
      : [
          declare(
            document,
            [declarationLine(name, withTitle ? title : undefined, said), ...below.map((line) => `  ${line}`)].join(lineBreakOf(document)),
          ),
        ]),
    ...mentions
      .filter((mention) => mention.document === document && !isBroken(mention.node))
      .flatMap(({ node }) => without(node, ofLine(node), withTitle && node === touchpoint, document)),
    ...children.map((child) => remove(document, child)),
  ];
  return [{ title: say('Move what is said of “{0}” into its declaration', short(name)), kind: 'refactor.extract', edits }];
}

function isBroken({ statement, children }: Node): boolean {
  return statement.problems.length > 0 || children.some((child) => child.statement.problems.length > 0);
}

function bounds({ start, end }: Span): [number, number] {
  return [start, end];
}

function isSaid(node: Node, part: Part, value: string | undefined): boolean {
  const own = textOf(node, part);
  return own !== undefined && value !== undefined && nameKey(own) === nameKey(value);
}

/** All that steps of the folder's journeys say of a touchpoint. */
function mentionsIn(name: string, { folder }: Context): Declaration[] {
  return [...folder.all()].flatMap((document) =>
    document.roots
      .filter(({ kind }) => kind === 'journey')
      .flatMap((journey) => mentionsOf(journey, name).map((node) => ({ document, node }))),
  );
}

function mayMove(
  part: Part,
  touchpoint: Node,
  declaration: Declaration | undefined,
  others: readonly Declaration[],
  context: Context,
): boolean {
  const value = textOf(touchpoint, part);
  if (!value) return false;
  if (declaration && textOf(declaration.node, part) !== undefined) return isSaid(declaration.node, part, value);
  return others.every(({ document, node }) => {
    if (textOf(node, part) !== undefined) return true;
    const now = parts[part](node, { ...context, document })?.item.text;
    return now === undefined || nameKey(now) === nameKey(value);
  });
}

function isOnlyListening(
  touchpoint: Node,
  declaration: Declaration | undefined,
  others: readonly Declaration[],
  context: Context,
): boolean {
  if (declaration && childrenOf(declaration.node, 'listens').length) return false;
  return others.every(({ document, node }) => {
    const [post] = listeningPostsOf(node, { ...context, document });
    return !post || post.parent === node || post.parent === touchpoint;
  });
}

/** A promise holds where it is made: one that the declaration makes is made at every mention that makes none. */
function isOnlyPromising(touchpoint: Node, declaration: Declaration | undefined, others: readonly Declaration[]): boolean {
  if (!childrenOf(touchpoint, 'promises').length || (declaration && childrenOf(declaration.node, 'promises').length)) return false;
  return others.every(({ node }) => childrenOf(node, 'promises').length > 0);
}

function declarationLine(name: string, title: string | undefined, said: readonly string[]): string {
  return [`touchpoint ${written(name)}`, ...(title === undefined ? [] : [inQuotes(title)]), ...said].join(' ');
}

function intoDeclaration({ document, node }: Declaration, said: readonly string[], below: readonly string[]): FileEdit[] {
  const last = node.children.at(-1);
  const edits = [
    ...(said.length ? [appendTo(node, said.join(' '))] : []),
    ...(below.length ? [last ? insertBeside(document, last, below) : insertBelow(document, node, below)] : []),
  ];
  return edits.map((edit) => ({ ...edit, uri: document.uri }));
}

/** Takes parts of a touchpoint away: each with its word, the blanks before it, and its line where nothing else stands on that. */
function without(node: Node, gone: readonly Part[], withTitle: boolean, document: JourneyDocument): FileEdit[] {
  const { items, words } = node.statement;
  const spans = gone.flatMap((part): Span[] => {
    const [word, item] = [words?.[part], items[part]];
    return word && item ? [inFile(node, { start: word.start, end: item.end })] : [];
  });
  if (withTitle && items.title) spans.push(inFile(node, items.title));
  spans.sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && /^[^\S\r\n]*$/.test(document.text.slice(last.end, span.start))) last.end = span.end;
    else merged.push({ ...span });
  }
  return merged.map((span) => ({ ...widened(span, document), text: '' }));
}

function widened({ start, end }: Span, { lines, text }: JourneyDocument): Span {
  const { line } = lines.positionAt(start);
  const opens = lines.startOfLine(line) + lines.indentOf(line).length >= start;
  const lastLine = lines.positionAt(end).line;
  const after = text.slice(end, lines.endOfLine(lastLine));
  if (opens && !after.trim()) return { start: lines.startOfLine(line), end: lines.startOfLine(lastLine + 1) };
  if (opens) return { start, end: end + (after.length - after.trimStart().length) };
  return { start: start - (/[^\S\r\n]*$/.exec(text.slice(lines.startOfLine(line), start))?.[0].length ?? 0), end };
}
