import { say } from '../message.ts';
import type { Fix, Problem, Statement } from '../read/statement.ts';
import type { Placed } from './build.ts';

/* Words that stand for a stage and for a step, as `étape` does: which of the two they are, by the indentation and the words around them. */

export type Level = 'stage' | 'step';

/** Blanks that a tabulator counts for. */
const tab = 4;

/** Lines looked ahead at most. */
const farthest = 200;

/** How far a statement that opens its line is indented, in columns, a tabulator as four; undefined for one in the middle of a line. */
export function indentOf(text: string, { statement, base }: Pick<Placed, 'statement' | 'base'>): number | undefined {
  let width = 0;
  for (let at = base + statement.start - 1; at >= 0; at--) {
    const character = text[at];
    if (character === '\n' || character === '\r') break;
    if (character === '\t') width += tab;
    else if (character?.trim() === '' || character === '\uFEFF') width++;
    else return undefined;
  }
  return width;
}

/** What the stages and steps of a journey were opened with so far, by their indentation. */
export class Levels {
  private readonly seen = new Map<number, Map<Level, { isSure: boolean; isOwn: boolean }>>();

  /**
   * @param isOwn - It opened with a word that stands for nothing else.
   * @param isSure - It is no guess.
   */
  note(indent: number | undefined, level: Level, isOwn: boolean, isSure: boolean): void {
    if (indent === undefined) return;
    const at = this.seen.get(indent) ?? new Map<Level, { isSure: boolean; isOwn: boolean }>();
    this.seen.set(indent, at);
    if (!at.has(level)) at.set(level, { isSure, isOwn });
  }

  /** Which of the two a word at this indentation is by those above it; undefined where they do not tell. */
  at(indent: number): { level: Level; isSure: boolean } | undefined {
    const own = this.seen.get(indent);
    const [only, more] = own ?? [];
    if (only && !more) {
      const [level, { isSure, isOwn }] = only;
      // Beside a word for a stage alone, this one rather opens a step without indentation.
      return level === 'stage' && isOwn ? undefined : { level, isSure };
    }
    if (own) return undefined;
    const all = [...this.seen].flatMap(([width, levels]) => [...levels].map(([level, { isSure }]) => ({ width, level, isSure })));
    const stage = all.find(({ width, level }) => level === 'stage' && width < indent);
    if (stage) return { level: 'step', isSure: stage.isSure };
    const step = all.find(({ width, level }) => level === 'step' && width > indent);
    return step && { level: 'stage', isSure: step.isSure };
  }

  /** Whether a word that stands for a stage alone has opened one. */
  hasOwnStage(): boolean {
    return [...this.seen.values()].some((levels) => levels.get('stage')?.isOwn);
  }
}

/**
 * Whether the lines indented below a word are built as those of a stage: a line that opens something, and more indented below that.
 *
 * @param isSaid - Whether a statement can only be said of a step.
 */
export function holdsSteps(text: string, placed: readonly Placed[], index: number, isSaid: (statement: Statement) => boolean): boolean {
  const own = indentOf(text, placed[index] as Placed);
  if (own === undefined) return false;
  let opening: number | undefined;
  for (let at = index + 1; at < placed.length && at < index + farthest; at++) {
    const entry = placed[at] as Placed;
    const indent = indentOf(text, entry);
    if (indent === undefined) continue;
    if (indent <= own) return false;
    const { kind, guesses } = entry.statement;
    if (opening !== undefined && indent > opening) return true;
    const opens = kind === 'step' || (kind === 'unreadable' && (!guesses?.length || guesses.some((guess) => guess.kind === 'step')));
    opening = opens && !isSaid(entry.statement) ? indent : undefined;
    if (opening !== undefined && kind === 'unreadable' && guesses?.some((guess) => guess.kind === 'step')) return true;
  }
  return false;
}

const asked = new WeakMap<Statement, Map<string, Statement>>();

/**
 * A guess between stage and step as a question: with both fixes, and none of them taken unasked. The same statement each time.
 *
 * @param below - What to write below it where it is a stage, so that what is said of a step has one; empty where nothing is.
 */
export function question(guess: Statement, word: string, below: string): Statement {
  const known = asked.get(guess) ?? new Map<string, Statement>();
  asked.set(guess, known);
  const made = known.get(below);
  if (made) return made;
  const { keyword, end } = guess;
  const [level, other] = guess.kind === 'stage' ? ['stage', 'step'] : ['step', 'stage'];
  const fix = (each: string): Fix => ({
    title: say('Write `{0}`', each),
    edits: [{ ...keyword, text: each }, ...(each === 'stage' && below ? [{ start: end, end, text: below }] : [])],
    decides: true,
  });
  const problems = guess.problems.map((problem): Problem => {
    if (problem.start !== keyword.start || problem.message.args.length !== 2) return problem;
    const message = say('Is this `{0}` a stage or a step? It is read as `{1}`: write `stage` or `step`.', word, level as string);
    const { isPlain: _, ...rest } = problem;
    return { ...rest, message, fixes: [fix(level as string), fix(other as string)] };
  });
  const statement = { ...guess, problems };
  known.set(below, statement);
  return statement;
}
