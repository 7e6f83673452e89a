import type { AstNode } from 'langium';
import { createParser, foundIn } from '../langium/services.ts';
import type { Reader } from './types.ts';

const parser = createParser();

/** Langium over the whole file. */
export const reader: Reader<AstNode> = {
  read: (text) => parser.parse(text).value,
  found: (tree) => foundIn(tree).slice(1),
};
