import type { JourneyDocument } from '../../src/language/document.ts';
import { Lines, type Position } from '../../src/language/lines.ts';
import type { Folder } from '../../src/language/names/folder.ts';
import { Kept } from '../../src/language/rules/kept.ts';
import type { Rule, RuleContext } from '../../src/language/rules/rule.ts';
import type { Node } from '../../src/language/tree/node.ts';

/** Thrown where a rule looks at what may change without the part that it was shown, so that what it finds there must not be kept. */
class LooksBeyond extends Error {}

/** Asks a rule with a reach about each part of a file, and throws where it looks beyond one without asking for the whole file. */
export function checkReach(rule: Rule, context: RuleContext): void {
  const { document } = context;
  const watched: Rule = {
    ...rule,
    *check(asked) {
      const part = asked.document;
      let isWhole = false;
      const { text, lines, nodes } = watch(part, document, (what) => {
        if (!isWhole) throw new LooksBeyond(`${rule.code} looks at ${what}`);
      });
      const shown: JourneyDocument = {
        ...part,
        text,
        lines,
        roots: part.roots.map(nodes),
        nodes: part.nodes.map(nodes),
        get whole() {
          // Who asks for it is asked again after each edit.
          isWhole = true;
          return document;
        },
      };
      yield* rule.check({ ...asked, document: shown, folder: watchedFolder(asked.folder) });
    },
  };
  const kept = new Kept();
  kept.turnTo(context);
  kept.find(watched, context);
}

/** A folder of which only that is asked on which what is kept rests: see `Kept.turnTo`. */
function watchedFolder(folder: Folder): Folder {
  const asked: ReadonlySet<string | symbol> = new Set(['find', 'namesOf', 'settings', 'data']);
  return new Proxy(folder, {
    get(target, name) {
      if (!asked.has(name)) throw new LooksBeyond(`it asks the folder for ${String(name)}`);
      const value: unknown = target[name as keyof Folder];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

interface Watched {
  text: string;
  lines: Lines;
  nodes: (node: Node) => Node;
}

function watch(part: JourneyDocument, { text, segments, lines }: JourneyDocument, beyond: (what: string) => void): Watched {
  const bounds = boundsOf(part, segments);
  const isIn = (offset: number): boolean => offset >= bounds.start && offset <= bounds.end;
  const at = (offset: number): void => {
    if (!isIn(offset)) beyond(`offset ${offset}, outside ${bounds.start}–${bounds.end}`);
  };
  return { text: watchedText(text, at), lines: new WatchedLines(text, lines, bounds, at), nodes: watchedNodes(part, beyond) };
}

/** The segments of a part: what stands on their lines stays as long as they do. */
function boundsOf({ nodes }: JourneyDocument, segments: JourneyDocument['segments']): { start: number; end: number } {
  const bases = new Set(nodes.map(({ base }) => base));
  let base = 0;
  let end = 0;
  for (const { text } of segments) {
    if (bases.has(base)) end = base + text.length;
    base += text.length;
  }
  return { start: nodes[0]?.base ?? 0, end };
}

/** A text that tells which of its stretches is looked at. As a whole it may be searched for its line break. */
function watchedText(text: string, at: (offset: number) => void): string {
  const proxy: unknown = new Proxy(Object(text) as object, {
    get(_, name) {
      if (name === 'slice') {
        return (start: number, end: number) => {
          at(start);
          at(end);
          return text.slice(start, end);
        };
      }
      if (name === Symbol.toPrimitive || name === 'toString') return () => text;
      if (typeof name === 'string' && /^\d+$/.test(name)) {
        at(Number(name));
        return text[Number(name)];
      }
      throw new LooksBeyond(`it takes the text as a whole: ${String(name)}`);
    },
  });
  return proxy as string;
}

class WatchedLines extends Lines {
  private readonly whole: Lines;
  private readonly first: number;
  private readonly last: number;
  private readonly at: (offset: number) => void;

  constructor(text: string, whole: Lines, bounds: { start: number; end: number }, at: (offset: number) => void) {
    super(text);
    this.whole = whole;
    this.first = whole.positionAt(bounds.start).line;
    this.last = whole.positionAt(bounds.end).line;
    this.at = at;
  }

  override positionAt(offset: number): Position {
    this.at(offset);
    return this.whole.positionAt(offset);
  }

  override startOfLine(line: number): number {
    if (line < this.first || line > this.last) this.at(-1);
    return this.whole.startOfLine(line);
  }

  override endOfLine(line: number): number {
    if (line < this.first || line > this.last) this.at(-1);
    return this.whole.endOfLine(line);
  }

  override indentOf(line: number): string {
    if (line < this.first || line > this.last) this.at(-1);
    return this.whole.indentOf(line);
  }
}

/** Nodes that tell when one beyond the part is looked at. That a stage is one may be seen: what a journey holds is asked by kind. */
function watchedNodes({ nodes, roots }: JourneyDocument, beyond: (what: string) => void): (node: Node) => Node {
  const known = new Map<Node, Node>();
  const inside = new Set<Node>([...roots, ...nodes]);
  const root = nodes.find(({ kind, parent }) => kind === 'journey' || !parent) ?? nodes[0]?.parent;
  const allow = (node: Node): void => {
    inside.add(node);
    node.children.forEach(allow);
  };
  // What a journey says of itself counts for its stages too.
  if (root) {
    inside.add(root);
    for (const child of root.children) if (child.kind !== 'stage') allow(child);
  }
  const watched = (node: Node): Node => {
    let proxy = known.get(node);
    if (!proxy) {
      proxy = new Proxy(node, {
        get(target, name) {
          if (!inside.has(node) && name !== 'kind' && name !== 'parent') beyond(`${String(name)} of a ${node.kind} at ${node.base}`);
          const value = target[name as keyof Node];
          if (name === 'parent') return value && watched(value as Node);
          if (name === 'children') return (value as Node[]).map(watched);
          return value;
        },
      });
      known.set(node, proxy);
    }
    return proxy;
  };
  return watched;
}
