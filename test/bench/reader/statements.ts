import type { AstNode } from 'langium';
import { cut } from '../../../src/language/read/cut.ts';
import { byFirstWord, definitionOf, type Kind } from '../../../src/language/statements.ts';
import { createParser, foundIn } from '../langium/services.ts';
import type { Reader } from './types.ts';

interface Segment {
  text: string;
  kind: Kind;
  node: AstNode;
}

interface Placed extends Segment {
  base: number;
  holder: AstNode | undefined;
}

interface Tree {
  placed: Placed[];
  segments: Map<string, Segment>;
}

const parser = createParser();
const opener = /^(?:\s|\/\/.*)*([a-z]+)/;
const levels: readonly (readonly Kind[])[] = [
  ['persona', 'team', 'channel', 'system', 'journey'],
  ['stage'],
  ['step'],
  ['touchpoint', 'pain', 'opportunity'],
];

/** The text cut into statements, each read by Langium from the rule of its word and put in place by its kind. */
export const reader: Reader<Tree> = {
  read(text, before) {
    const starts = cut(text);
    const segments = new Map<string, Segment>();
    const placed: Placed[] = [];
    const open: (Segment | undefined)[] = [];
    starts.forEach((base, index) => {
      const slice = text.slice(base, starts[index + 1] ?? text.length);
      const segment = before?.segments.get(slice) ?? parse(slice);
      if (!segment) return;
      segments.set(slice, segment);
      placed.push({ ...segment, base, holder: holderOf(segment.kind, open)?.node });
      const level = levels.findIndex((kinds) => kinds.includes(segment.kind));
      if (level >= 0) open.splice(level, open.length, segment);
    });
    return { placed, segments };
  },
  found: ({ placed }) => placed.flatMap(({ node, base, holder }) => foundIn(node, base, holder)),
};

function parse(text: string): Segment | undefined {
  const kind = byFirstWord.get(opener.exec(text)?.[1] ?? '')?.kind;
  if (!kind) return undefined;
  const rule = kind === 'journey' ? 'JourneyMap' : kind.replace(/(?:^| )([a-z])/g, (_, first: string) => first.toUpperCase());
  const node: AstNode | undefined = parser.parse(text, { rule }).value;
  return node && { text, kind, node };
}

function holderOf(kind: Kind, open: readonly (Segment | undefined)[]): Segment | undefined {
  const takes: readonly string[] = definitionOf(kind).in;
  return open.findLast((segment) => segment && takes.includes(segment.kind));
}
