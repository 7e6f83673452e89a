import type { JourneyDocument } from '../document.ts';
import { type Context, ownerOf, teamKind } from '../names/facts.ts';
import { type Reference, referencesIn, resolve } from '../names/references.ts';
import type { Item, Span } from '../read/statement.ts';
import { scoreOf } from '../read/values.ts';
import { type Scope, scopes } from '../statements.ts';
import { inFile, type Node, textOf } from '../tree/node.ts';

/** What a token may be: the names of the language's things, and the moments and scores that delight or irritate. */
export const tokenTypes = [...scopes, 'truth', 'delight', 'irritant'] as const;
/** What may be said of it: whose a team, or the team behind a touchpoint, is; that nothing declares the name; that it is declared here. */
export const tokenModifiers = ['declaration', 'ours', 'external', 'customer', 'unknown'] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

interface Token extends Span {
  type: TokenType;
  modifiers: readonly TokenModifier[];
}

/**
 * What only the meaning of a file can colour, as the protocol packs it: five numbers a token.
 *
 * @param within - Offsets between which tokens are wanted; all without it.
 */
export function semanticTokens(context: Context, within?: Span): number[] {
  const { lines, text } = context.document;
  const tokens = context.document.nodes
    .filter((node) => !node.implied && node.kind !== 'unreadable')
    .filter((node) => !within || (node.base + node.statement.start <= within.end && within.start <= node.base + node.statement.end))
    .flatMap((node) => tokensOf(node, context))
    .sort((a, b) => a.start - b.start);
  const data: number[] = [];
  let [line, character, last] = [0, 0, 0];
  for (const token of tokens) {
    // Clients may not know tokens of several lines, and none may overlap another.
    if (token.start < last || token.end <= token.start || /[\r\n]/.test(text.slice(token.start, token.end))) continue;
    const at = lines.positionAt(token.start);
    const bits = token.modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(
      at.line - line,
      at.line === line ? at.character - character : at.character,
      token.end - token.start,
      tokenTypes.indexOf(token.type),
      bits,
    );
    [line, character, last] = [at.line, at.character, token.end];
  }
  return data;
}

function tokensOf(node: Node, context: Context): Token[] {
  const { items } = node.statement;
  const own: Token[] = [];
  if (items.name) own.push({ ...inFile(node, items.name), type: node.kind as Scope, modifiers: declared(node, items.name, context) });
  if (node.kind === 'moment' && items.choice)
    own.push({ ...inFile(node, items.choice), type: items.choice.text as TokenType, modifiers: [] });
  if (node.kind === 'feels' && items.score) {
    const score = scoreOf(items.score.text);
    if (score) own.push({ ...inFile(node, items.score), type: score > 0 ? 'delight' : 'irritant', modifiers: [] });
  }
  return [...own, ...referencesIn(node).map((reference) => referenceToken(reference, context))];
}

function declared(node: Node, name: Item, context: Context): TokenModifier[] {
  if (node.kind === 'touchpoint') {
    const owner = ownerOf(node, context);
    // Who is not known is the owner, and not the touchpoint.
    const modifiers = owner ? whose(owner.item.text, context).filter((modifier) => modifier !== 'unknown') : [];
    return [...(node.parent ? [] : (['declaration'] as const)), ...modifiers];
  }
  return ['declaration', ...(node.kind === 'team' ? whose(name.text, context) : systemWhose(node))];
}

function systemWhose(node: Node): TokenModifier[] {
  return node.kind === 'system' && textOf(node, 'whose') === 'external' ? ['external'] : [];
}

function referenceToken(reference: Reference, context: Context): Token {
  const { node, item, scope } = reference;
  const found = resolve(reference, context);
  const modifiers: TokenModifier[] = found[0] ? (scope === 'team' ? whose(item.text, context) : systemWhose(found[0].node)) : ['unknown'];
  return { ...inFile(node, item), type: scope, modifiers };
}

function whose(team: string, { folder }: Context): TokenModifier[] {
  const kind = teamKind(team, folder);
  return kind === 'undeclared' ? ['unknown'] : [kind];
}

/** The text of the tokens with what they are: for tests and baselines. */
export function tokensIn(document: JourneyDocument, data: readonly number[]): string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines ? characters : character + characters;
    line += lines;
    const start = document.lines.offsetAt({ line, character });
    const modifiers = tokenModifiers.filter((_, index) => bits & (1 << index));
    found.push(`${line + 1}: ${document.text.slice(start, start + length)} ${[tokenTypes[type], ...modifiers].join('.')}`);
  }
  return found;
}
