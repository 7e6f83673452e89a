import type { Message } from '../../message.ts';
import type { FileEdit } from '../../rules/rule.ts';
import type { Node } from '../../tree/node.ts';
import type { NewFile } from '../code-actions-edit.ts';

/** A change of how a map is written that leaves what it says. Offsets are those of the files. */
export interface Refactoring {
  title: Message;
  kind: 'refactor.extract' | 'refactor.rewrite';
  edits: readonly FileEdit[];
  creates?: readonly NewFile[];
}

/** Whether a statement was read with a guess, so that its parts may not be what they seem. */
export function isGuessed({ statement }: Node): boolean {
  return statement.problems.some(({ code }) => code === 'syntax');
}
