import type { Token } from '../read/tokens.ts';
import type { Place, StatementDefinition, Takes } from '../statements.ts';

/** What a statement still takes. */
export interface Wanted {
  /** Places of which any may come next. */
  places: readonly Place[];
  /** Words of parts that may come. */
  words: readonly string[];
}

/** Follows what a statement says, `tokens` without its keyword, and tells what may come next. */
export function wantedAfter(definition: StatementDefinition, tokens: readonly Token[]): Wanted {
  const taken = new Set<string>();
  let head = 0;
  let open: Place | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'comma') {
      open = listBefore(definition, head, taken);
      continue;
    }
    if (open) {
      taken.add(open.slot);
      open = undefined;
      continue;
    }
    const word = token.value.toLowerCase();
    // As the reader has it, a part's word with something behind it is no name: `touchpoint via Portal`.
    const isPart = token.kind === 'word' && definition.parts.some((candidate) => candidate.word === word);
    const isName = at === 0 && wantsName(definition) && !isPart;
    const part = isName ? undefined : definition.parts.find((candidate) => candidate.word === word || candidate.also?.includes(word));
    const flag = isName ? undefined : definition.parts.find(({ takes }) => takes.is === 'flag' && takes.of.includes(word));
    if (part && token.kind === 'word') open = part;
    else if (flag && token.kind === 'word') taken.add(flag.slot);
    else {
      const index = definition.head.findIndex((place, position) => position >= head && suits(place.takes, token, tokens[at + 1]));
      if (index >= 0) head = index + 1;
    }
  }
  if (open) return { places: [open], words: [] };
  const places: Place[] = [];
  for (const place of definition.head.slice(head)) {
    places.push(place);
    if (!place.optional) return { places, words: [] };
  }
  const free = definition.parts.filter((part) => !taken.has(part.slot));
  return {
    places: [...places, ...free.filter((part) => part.takes.is === 'flag')],
    words: free.flatMap((part) => (part.word ? [part.word] : [])),
  };
}

function wantsName(definition: StatementDefinition): boolean {
  const is = definition.head[0]?.takes.is;
  return is === 'name' || is === 'ref' || is === 'label';
}

/** The list that a comma goes on with: the last one that was begun. */
function listBefore(definition: StatementDefinition, head: number, taken: ReadonlySet<string>): Place | undefined {
  const isList = ({ takes }: Place): boolean => takes.is === 'ref' && takes.list === true;
  return definition.parts.find((part) => isList(part) && taken.has(part.slot)) ?? definition.head.slice(0, head).reverse().find(isList);
}

function suits(takes: Takes, token: Token, next: Token | undefined): boolean {
  switch (takes.is) {
    case 'text':
    case 'title':
      return token.kind === 'text';
    case 'persona':
      return next ? token.kind !== 'value' && (next.kind === 'text' || next.kind === 'value') : token.kind === 'word';
    case 'score':
    case 'value':
    case 'duration':
    case 'date':
      return token.kind === 'value';
    case 'choice':
      return token.kind === 'word';
    default:
      return true;
  }
}
