import type { Span, Statement } from '../read/statement.ts';
import { definitionOf, type Holder, type Kind } from '../statements.ts';
import { holdsSteps, indentOf, type Level, Levels, question } from './levels.ts';
import { implied, leaf, madeOf, node } from './made.ts';
import { forPersona, partBelow, titled } from './mend.ts';
import { journeyNeeded } from './needed.ts';
import type { Node } from './node.ts';
import { withoutProse } from './prose.ts';

/** A statement with the offset of its segment in the file. */
export interface Placed {
  statement: Statement;
  base: number;
}

const declarations: readonly string[] = ['persona', 'team', 'channel', 'system'];
/** So many statements that lack a step are one, and not lines that went astray. */
const several = 3;
const holders: readonly string[] = ['touchpoint', 'pain', 'opportunity'];

/** What is said of the customer at a moment. */
const lived: ReadonlySet<string> = new Set(['does', 'thinks', 'says', 'sees', 'hears', 'feels']);

/**
 * Puts the statements of a file into one another by their kinds alone: indentation plays no part. Each gets a place; where its kind
 * cannot stand it is kept and marked `misplaced`, and holders that are missing are implied. Only where a word may be meant for two things,
 * as `étape` for a stage and for a step, does it tell which.
 *
 * @param placed - All statements of the file, in order.
 * @param text - The text of the file.
 * @returns The nodes of the top level.
 */
export function buildTree(placed: readonly Placed[], text: string): Node[] {
  return new Builder(withoutProse(placed), text).build();
}

class Builder {
  private readonly placed: readonly Placed[];
  private readonly text: string;
  private readonly roots: Node[] = [];
  private persona: Node | undefined;
  private journey: Node | undefined;
  private stage: Node | undefined;
  private step: Node | undefined;
  /** Where statements go that only a step can have while none is open. */
  private orphans: Node | undefined;
  /** A declaration that takes what follows it. */
  private declared: Node | undefined;
  /** A touchpoint, pain or opportunity directly above. */
  private holder: Node | undefined;
  private needed: boolean[] = [];
  /** The stage above opened with a word that may also open a step. */
  private mayBeStep = false;
  /** The stages and steps of this journey. */
  private levels = new Levels();
  /** Of this journey it has been marked that a stage, or the journey itself, is missing. */
  private told = false;

  constructor(placed: readonly Placed[], text: string) {
    this.placed = placed;
    this.text = text;
  }

  build(): Node[] {
    this.needed = journeyNeeded(this.placed);
    this.placed.forEach((entry, index) => {
      this.place(entry.statement, entry.base, index);
    });
    return this.roots;
  }

  private place(statement: Statement, base: number, index: number): void {
    const { kind } = statement;
    const meant = this.inPersona() && forPersona(statement);
    const isPart = this.holder?.kind === 'touchpoint' && partBelow(this.holder, statement, base, this.isInStep(index));
    if (meant) {
      this.other(node(meant, base), meant.kind as Kind);
    } else if (isPart) {
      this.add(node(isPart, base), this.holder);
    } else if (kind === 'unreadable') {
      const guess = this.guess(statement, index);
      if (guess) this.place(statement.doc === undefined ? guess : { ...guess, doc: statement.doc }, base, index);
      else this.unreadable(statement, base);
    } else if (kind === 'journey') {
      this.declared = this.holder = this.stage = this.step = this.orphans = undefined;
      this.told = false;
      this.levels = new Levels();
      this.journey = this.add(node(statement, base), undefined);
      this.addPart('for', 'refs', this.journey);
    } else if (declarations.includes(kind)) {
      this.openDeclaration(node(statement, base), index);
    } else if (kind === 'stage') {
      this.note('stage', index);
      this.openStage(node(statement, base));
    } else if (kind === 'step') {
      this.note('step', index);
      this.openStep(node(statement, base));
    } else if (kind === 'touchpoint') {
      this.touchpoint(node(statement, base));
    } else {
      if (kind === 'action' && this.opensStep(index)) this.holder = undefined;
      this.other(node(statement, base), kind);
    }
  }

  /** Whether what follows is said of a persona. */
  private inPersona(): boolean {
    return this.declared?.kind === 'persona' && !this.declared.misplaced;
  }

  /** What cannot be read stays where it is. A name to show goes to the thing above that it speaks of. */
  private unreadable(statement: Statement, base: number): void {
    const holder = this.declared ?? this.innermost();
    const shown = holder && !holder.implied && statement.shown ? titled(holder, statement, base) : undefined;
    this.add(node(shown ?? statement, base), holder);
  }

  /** Whether a journey is open that somebody wrote, or of which at least a stage or step is written. */
  private inJourney(): boolean {
    return this.journey !== undefined && (!this.journey.implied || this.told);
  }

  /** In the middle of a journey a declaration stands in the wrong place, and the journey goes on after it. */
  private openDeclaration(declaration: Node, index: number): void {
    this.holder = undefined;
    if (this.inJourney() && this.needed[index]) declaration.misplaced = true;
    else {
      this.journey = this.stage = this.step = this.orphans = undefined;
      this.told = false;
    }
    this.add(declaration, undefined);
    this.declared = declaration.misplaced && declaration.kind !== 'persona' ? undefined : declaration;
    if (declaration.kind === 'persona') this.persona = declaration;
  }

  /** What a journey or stage says on its own line counts as if it stood below it. */
  private addPart(kind: 'for' | 'owner', slot: 'refs' | 'ref', holder: Node): void {
    const { items, lists } = holder.statement;
    const item = items[slot];
    const list = lists[slot];
    const [first] = list ?? (item ? [item] : []);
    if (!first) return;
    const keyword = holder.statement.words?.[slot] ?? { start: first.start, end: first.start };
    const statement = madeOf(holder.statement, kind, () => ({
      kind,
      start: keyword.start,
      end: list?.at(-1)?.end ?? first.end,
      keyword,
      items: item ? { [slot]: item } : {},
      lists: list ? { [slot]: list } : {},
      problems: [],
    }));
    this.add(node(statement, holder.base), holder);
  }

  private openStage(stage: Node): void {
    this.mayBeStep = this.mayBeStep && stage.statement.problems.length > 0;
    this.declared = this.holder = this.step = this.orphans = undefined;
    if ((!this.journey || this.journey.implied) && !this.told) this.told = stage.misplaced = true;
    this.journey ??= this.add(implied('journey', stage), undefined);
    this.stage = this.add(stage, this.journey);
    this.addPart('owner', 'ref', stage);
  }

  private openStep(step: Node): void {
    this.declared = this.holder = this.orphans = undefined;
    if ((!this.stage || this.stage.implied) && !this.told) this.told = step.misplaced = true;
    this.step = this.add(step, this.impliedStage(step));
  }

  private touchpoint(touchpoint: Node): void {
    if (this.journey && this.declared?.misplaced) this.declared = undefined;
    if (this.inJourney() && !this.declared) {
      if (!this.step && !this.orphans) touchpoint.misplaced = true;
      this.holder = this.add(touchpoint, this.impliedStep(touchpoint));
    } else {
      this.holder = this.declared = this.add(touchpoint, undefined);
    }
  }

  private other(statement: Node, kind: Kind): void {
    const takes = definitionOf(kind).in;
    const fits = (holder: Node | undefined): holder is Node => holder !== undefined && takes.includes(holder.kind as Holder);
    if (fits(this.holder)) {
      this.add(statement, this.holder);
      return;
    }
    if (this.declared && this.declared.kind !== 'touchpoint' && fits(this.declared)) {
      this.holder = undefined;
      this.add(statement, this.declared);
      return;
    }
    if (this.journey) this.declared = undefined;
    if (this.step && !this.step.implied && fits(this.step)) {
      this.holder = holders.includes(kind) ? statement : undefined;
      this.add(statement, this.step);
      return;
    }
    const open = [this.step, this.stage, this.journey].filter((candidate) => candidate && !candidate.implied);
    // Below several that lack their step, what can be said of a step is said of that one; one stray line takes nothing along.
    const isTheirs = this.orphans !== undefined && this.orphans.children.length >= several && takes.includes('step');
    const home = isTheirs ? this.orphans : open.find(fits);
    this.holder = undefined;
    if (isTheirs && home) {
      this.add(statement, home);
    } else if (home) {
      if (home !== open[0]) statement.misplaced = true;
      this.add(statement, home);
    } else {
      const ofStep = takes.includes('step') || takes.some((holder) => holders.includes(holder));
      // Of several that lack a step the first says so.
      if (!takes.includes('step') || this.step || !this.orphans) statement.misplaced = true;
      if (takes.includes('persona') && this.persona) this.add(statement, this.persona);
      else this.add(statement, ofStep ? this.impliedStep(statement) : (this.innermost() ?? this.declared));
    }
    if (holders.includes(kind)) this.holder = statement;
  }

  private impliedStage(below: Node): Node {
    this.journey ??= this.add(implied('journey', below), undefined);
    this.stage ??= this.add(implied('stage', below), this.journey);
    return this.stage;
  }

  private impliedStep(below: Node): Node {
    this.declared = undefined;
    if (this.step) return this.step;
    this.orphans ??= this.add(implied('step', below), this.impliedStage(below));
    return this.orphans;
  }

  private innermost(): Node | undefined {
    return this.step ?? this.stage ?? this.journey;
  }

  private add(child: Node, parent: Node | undefined): Node {
    child.parent = parent;
    if (!parent) this.roots.push(child);
    else if (parent.children === leaf) parent.children = [child];
    else parent.children.push(child);
    return child;
  }

  /** Which of the readings of an unreadable statement fits here. Of stage and step the one that suits what follows. */
  private guess(statement: Statement, index: number): Statement | undefined {
    const guesses = statement.guesses ?? [];
    const fitsHere = guesses.filter((guess) => this.fitsHere(guess.kind as Kind, index));
    const fitting = fitsHere.length ? fitsHere : guesses.filter((guess) => this.lacksStep(guess.kind as Kind));
    const [first] = fitting;
    if (first && fitting.length > 1 && ['stage', 'step'].includes(first.kind)) {
      const { level, isSure } = this.levelOf(index);
      if (level === 'stage') this.mayBeStep = true;
      const guess = fitting.find(({ kind }) => kind === level) ?? first;
      if (isSure) return guess;
      return question(guess, this.written(guess.keyword, index).replace(/\s*[:：=]$/, ''), this.stepBelow(guess, index));
    }
    const { holder } = this;
    return (holder && fitting.find(({ kind }) => definitionOf(kind as Kind).in.includes(holder.kind as Holder))) ?? first;
  }

  /** Whether a word for both a stage and a step is one or the other: by the indentation, else by what follows. */
  private levelOf(index: number): { level: Level; isSure: boolean } {
    const indent = indentOf(this.text, this.placed[index] as Placed);
    const above = indent === undefined ? undefined : this.levels.at(indent);
    const before = index > 0 ? indentOf(this.text, this.placed[index - 1] as Placed) : undefined;
    // A guess holds for the words beside it, but not in a file without indentation.
    if (above && (above.isSure || (before ?? 0) > (indent ?? 0))) return above;
    if (holdsSteps(this.text, this.placed, index, isOfStep)) return { level: 'stage', isSure: true };
    const next = this.placed[index + 1]?.statement.kind;
    const level = this.stageFollows(index) ? 'stage' : 'step';
    if (level === 'stage') return { level, isSure: next === 'step' || next === 'owner' || next === 'business goal' || next === 'goal' };
    return { level, isSure: this.levels.hasOwnStage() };
  }

  private written({ start, end }: Span, index: number): string {
    const { base } = this.placed[index] as Placed;
    return this.text.slice(base + start, base + end);
  }

  /** The line for a step below a word that may open a stage, where what follows is said of a step. */
  private stepBelow(guess: Statement, index: number): string {
    const next = this.placed[index + 1]?.statement;
    const { name } = guess.items;
    const said = next?.kind === 'unreadable' ? next.guesses?.[0] : next;
    if (guess.kind !== 'step' || !name || !said || !isOfStep(said)) return '';
    const end = (this.placed[index] as Placed).base + guess.start;
    const before = this.text.slice(Math.max(0, end - 200), end);
    const [, lineBreak = '', indent = ''] = /(\r\n|\n|\r|^)([^\S\r\n]*)$/.exec(before) ?? [];
    return `${lineBreak || '\n'}${indent}  step ${this.written(name, index)}`;
  }

  /** Whether a line is indented deeper than the step above it, so that it says something of it. */
  private isInStep(index: number): boolean {
    const entry = this.placed[index];
    const own = entry && indentOf(this.text, entry);
    const step = this.step && !this.step.implied ? indentOf(this.text, this.step) : undefined;
    return own !== undefined && step !== undefined && own > step;
  }

  /** Whether an action stands for a step: no deeper than the pain or opportunity above it, with what the customer does or feels indented below. */
  private opensStep(index: number): boolean {
    const [entry, next] = [this.placed[index], this.placed[index + 1]];
    if (!entry || !next || !this.holder || this.holder.kind === 'touchpoint') return false;
    const [own, below, above] = [entry, next, this.holder].map((each) => indentOf(this.text, each));
    if (own === undefined || below === undefined || above === undefined) return false;
    if (!kindsOf(next.statement).some((kind) => lived.has(kind))) return false;
    return own <= above && below > own;
  }

  private note(level: Level, index: number): void {
    const { statement } = this.placed[index] as Placed;
    const isOwn =
      statement.kind === level || !statement.guesses?.some(({ kind }) => kind !== level && (kind === 'stage' || kind === 'step'));
    const indent = indentOf(this.text, this.placed[index] as Placed);
    this.levels.note(indent, level, isOwn, isOwn || (indent !== undefined && this.levelOf(index).isSure));
  }

  /** Whether what follows a word for both a stage and a step is said of a stage, or is a step. */
  private stageFollows(index: number): boolean {
    const next = this.placed[index + 1]?.statement;
    const kinds = next ? kindsOf(next) : [];
    // Another such word below: a step, where this one is the stage.
    if (kinds.includes('stage')) return !this.stage || this.stage.implied === true || this.mayBeStep;
    return kinds.some((kind) => kind === 'step' || kind === 'owner' || kind === 'business goal' || kind === 'goal');
  }

  private fitsHere(kind: Kind, index: number): boolean {
    const takes = definitionOf(kind).in;
    if (declarations.includes(kind) && this.inJourney() && this.needed[index]) return false;
    if (takes.includes('file') && kind !== 'touchpoint') return true;
    const open: (Node | undefined)[] = [this.holder, this.declared, this.step, this.stage, this.journey];
    if (kind === 'stage' || kind === 'step') return this.journey !== undefined;
    const innermost = [this.declared, !this.declared || this.declared.misplaced ? this.innermost() : undefined];
    return open.some((holder) => holder && (holder === this.holder || innermost.includes(holder)) && takes.includes(holder.kind as Holder));
  }

  /** Whether a kind could stand here if only a step were open. */
  private lacksStep(kind: Kind): boolean {
    if (kind === 'leads to') return false; // an arrow between two stages, more likely
    return this.inJourney() && !this.step && (!this.declared || this.declared.misplaced === true) && definitionOf(kind).in.includes('step');
  }
}

/** Whether something can be said of a step alone, or of what stands in one. */
function isOfStep({ kind }: Statement): boolean {
  return kind !== 'unreadable' && definitionOf(kind).in.every((holder) => holder === 'step' || holders.includes(holder));
}

/** What a statement is, or what it may have been meant as. */
function kindsOf({ kind, guesses = [] }: Statement): readonly string[] {
  return kind === 'unreadable' ? guesses.map((guess) => guess.kind) : [kind];
}
