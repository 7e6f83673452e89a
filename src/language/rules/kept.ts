import type { JourneyDocument } from '../document.ts';
import type { Span, Statement } from '../read/statement.ts';
import type { Node } from '../tree/node.ts';
import { lineBreakOf } from './edits.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

/*
 * What an edit in a long file costs shall follow the edit. So rules that look no further (see `Rule.reach`) are asked about parts of a file:
 * a stage with all below it; what a journey says beside its stages; a journey as a whole; a declaration. What a rule finds in a part is kept
 * until the part changes, and moves with it.
 */

/** Some nodes that belong together, holders before what they hold, and what rules found there. */
interface Part {
  nodes: readonly Node[];
  /** Gives the only node of the top level that a rule is shown. */
  root: () => Node;
  found: Map<Rule, readonly KeptFound[]>;
  /** What rules are shown: one for all of them, as what is once worked out of a journey is kept with it. */
  shown?: JourneyDocument;
  /** A rule has asked for the whole file. */
  isBeyond?: boolean;
}

/** A finding as it is kept. Offsets count from the first node of its part, and `at` is the index of its node there. */
interface KeptFound extends Omit<Found, 'node' | 'related'> {
  at: number;
  related?: readonly Omit<NonNullable<Found['related']>[number], 'document'>[];
}

/** The findings of one text from version to version. `find` gives what `rule.check` would give for the whole file. */
export class Kept {
  private stages: Part[] = [];
  private journeys: Part[] = [];
  private under: readonly unknown[] = [];

  /** Takes the next version in, with what it has in common with the one before. Where what all files share has changed, nothing is kept. */
  turnTo({ document, folder, today, tongue }: RuleContext): void {
    const under = [folder, folder.revision, folder.settings, folder.data, today, tongue, lineBreakOf(document)];
    const isSame = under.every((each, index) => each === this.under[index]);
    const oldStages = byStatement(isSame ? this.stages : []);
    const oldJourneys = byStatement(isSame ? this.journeys : []);
    this.under = under;
    this.stages = [];
    this.journeys = [];
    let from = 0;
    for (const [index, root] of document.roots.entries()) {
      const next = document.roots[index + 1];
      const to = next ? document.nodes.indexOf(next, from) : document.nodes.length;
      const nodes = document.nodes.slice(from, to);
      from = to;
      this.journeys.push(partOf(nodes, () => root, oldJourneys.get(root.statement)));
      const [own, stages] = apart(nodes);
      const before = oldStages.get(root.statement);
      const beside = partOf(own, () => withStage(root), before);
      this.stages.push(beside);
      for (const stage of stages) {
        const [node] = stage as [Node];
        // Its findings may rest on what the journey says of itself.
        const old = beside.found === before?.found ? oldStages.get(node.statement) : undefined;
        this.stages.push(partOf(stage, () => withStage(root, node), old));
      }
    }
  }

  /**
   * What a rule with a reach finds in the version that was taken in last.
   *
   * @param most - Where it finds more than this, it is no use to keep it, and nothing is given.
   */
  find(rule: Rule, context: RuleContext, most = Number.POSITIVE_INFINITY): Found[] | undefined {
    const { document } = context;
    const all: Found[] = [];
    for (const part of rule.reach === 'stage' ? this.stages : this.journeys) {
      const kept = part.found.get(rule);
      if (kept) {
        for (const found of kept) all.push(placed(found, part, document));
        continue;
      }
      part.shown ??= shownOf(part, document);
      part.isBeyond = rule.needsFolder === true && isFuture(part.nodes);
      const { shown } = part;
      const fresh = firstOf(rule.check({ ...context, document: shown }), most - all.length + 1);
      if (all.length + fresh.length > most) return undefined;
      const reach = fresh.length ? spanOf(part.nodes) : nowhere;
      let last = 0;
      const keepable = fresh.flatMap((found) => {
        // Most rules find in the order of the file.
        const next = part.nodes.indexOf(found.node, last);
        last = next < 0 ? part.nodes.indexOf(found.node) : next;
        return last < 0 ? [] : (keptFrom(found, last, reach, shown) ?? []);
      });
      if (keepable.length === fresh.length && !part.isBeyond) part.found.set(rule, fresh.length ? keepable : nothing);
      for (const found of fresh) all.push(ofWhole(found, shown, document));
    }
    return all.length > most ? undefined : all;
  }

  /** Lets go of what was only needed to find things. */
  done(): void {
    for (const part of [...this.stages, ...this.journeys]) delete part.shown;
  }
}

function byStatement(parts: readonly Part[]): Map<Statement, Part> {
  return new Map(parts.flatMap((part) => (part.nodes[0] ? [[part.nodes[0].statement, part]] : [])));
}

/** A part, with what was found in it as far as that still holds. */
function partOf(nodes: readonly Node[], root: () => Node, before: Part | undefined): Part {
  if (!before) return { nodes, root, found: new Map() };
  if (isAlike(before.nodes, nodes)) return { nodes, root, found: before.found };
  const changed = kindsChanged(before.nodes, nodes);
  const isUntouched = ({ looksAt }: Rule): boolean => looksAt !== undefined && !looksAt.some((kind) => changed.has(kind));
  return { nodes, root, found: new Map([...before.found].filter(([rule, found]) => !found.length && isUntouched(rule))) };
}

/** Whether the same statements hold one another as before, equally far from one another. A statement that was kept is the same object. */
function isAlike(before: readonly Node[], now: readonly Node[]): boolean {
  if (before.length !== now.length) return false;
  const way = startOf(now) - startOf(before);
  return now.every((node, index) => {
    const old = before[index] as Node;
    return node.base - old.base === way && isSame(node, old);
  });
}

/** Whether a node says what another says, and is held by what says the same. */
function isSame(node: Node, other: Node): boolean {
  return node.statement === other.statement && node.misplaced === other.misplaced && node.parent?.statement === other.parent?.statement;
}

/** The kinds of the nodes that are not the same ones before and now, wherever these stand. */
function kindsChanged(before: readonly Node[], now: readonly Node[]): ReadonlySet<Node['kind']> {
  let from = 0;
  while (from < before.length && from < now.length && isSame(before[from] as Node, now[from] as Node)) from++;
  let [oldEnd, newEnd] = [before.length, now.length];
  while (oldEnd > from && newEnd > from && isSame(before[oldEnd - 1] as Node, now[newEnd - 1] as Node)) {
    oldEnd--;
    newEnd--;
  }
  return new Set([...before.slice(from, oldEnd), ...now.slice(from, newEnd)].map(({ kind }) => kind));
}

function startOf(nodes: readonly Node[]): number {
  return nodes[0]?.base ?? 0;
}

function shownOf(part: Part, document: JourneyDocument): JourneyDocument {
  return {
    ...document,
    roots: [part.root()],
    nodes: part.nodes.slice(), // what is worked out of them goes with them
    get whole() {
      part.isBeyond = true;
      return document;
    },
  };
}

/** So many at most of what is found. */
function firstOf(found: Iterable<Found>, count: number): Found[] {
  const first: Found[] = [];
  for (const each of found) {
    first.push(each);
    if (first.length >= count) break;
  }
  return first;
}

const nothing: readonly KeptFound[] = [];
const nowhere: Span = { start: 0, end: 0 };

function spanOf(nodes: readonly Node[]): Span {
  let end = 0;
  for (const { base, statement } of nodes) end = Math.max(end, base + statement.end);
  return { start: startOf(nodes), end };
}

/** Of the nodes of a journey those beside its stages, and those of each stage. */
function apart(nodes: readonly Node[]): [own: Node[], stages: Node[][]] {
  const [root] = nodes;
  const own: Node[] = [];
  const stages: Node[][] = [];
  for (let from = 0, to = 1; from < nodes.length; from = to++) {
    while (to < nodes.length && nodes[to]?.parent !== root) to++;
    const below = nodes.slice(from, to);
    if (from > 0 && below[0]?.kind === 'stage') stages.push(below);
    else for (const node of below) own.push(node);
  }
  return [own, stages];
}

/** Whether a journey improves another, on which the findings about names may rest too. */
function isFuture([journey]: readonly Node[]): boolean {
  return journey?.children.some(({ kind }) => kind === 'improves') ?? false;
}

/** A journey with one of its stages, or with none. */
function withStage(root: Node, stage?: Node): Node {
  return { ...root, children: root.children.filter((child) => child.kind !== 'stage' || child === stage) };
}

/** A finding of a part as one of the file. */
function ofWhole({ related, ...found }: Found, part: JourneyDocument, document: JourneyDocument): Found {
  if (!related) return found;
  return { ...found, related: related.map((other) => (other.document === part ? { ...other, document } : other)) };
}

/**
 * A finding as it is kept. Nothing for one that points, or writes, to where its part does not reach: that moves otherwise.
 *
 * @param at - The index of its node in the part.
 */
function keptFrom({ node: _, related, ...found }: Found, at: number, reach: Span, part: JourneyDocument): KeptFound | undefined {
  const isInside = ({ start, end }: Span): boolean => start > reach.start && end <= reach.end;
  const isOwn =
    found.fixes.every(({ edits }) => edits.every((edit) => edit.uri === undefined && isInside(edit))) &&
    (related ?? []).every(({ document, span }) => document === part && isInside(span));
  if (!isOwn) return undefined;
  const others = related?.map(({ span, message }) => ({ span: shifted(span, -reach.start), message }));
  return { ...movedBy(found, -reach.start), at, ...(others ? { related: others } : {}) };
}

/** A kept finding where it stands now. */
function placed({ at, related, ...found }: KeptFound, { nodes }: Part, document: JourneyDocument): Found {
  const by = startOf(nodes);
  const others = related?.map(({ span, message }) => ({ document, span: shifted(span, by), message }));
  return { ...movedBy(found, by), node: nodes[at] as Node, ...(others ? { related: others } : {}) };
}

function movedBy<Moved extends Pick<Found, 'start' | 'end' | 'fixes'>>(found: Moved, by: number): Moved {
  const fixes = found.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shifted(edit, by)) }));
  return { ...shifted(found, by), fixes };
}

function shifted<Shifted extends Span>(span: Shifted, by: number): Shifted {
  return { ...span, start: span.start + by, end: span.end + by };
}
