import type { Stage, Step } from '../map/model.ts';
import { equal } from './equal.ts';
import { type Fold, foldSlices, idsIn, isFold } from './folds.ts';
import type { Lane, RowKey } from './lanes/lane.ts';
import { group, hitArea, moved } from './nodes.ts';
import type { Piece } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { page } from './styles.ts';

/** What changed round the steps since the last drawing. */
export interface Changes {
  /** Ids of elements whose findings changed. */
  marks: ReadonlySet<string>;
}

type Laid = Map<RowKey, { height: number; nodes: SceneNode[] }>;

/**
 * A step, a stage or folded steps with what they show in each lane. What was laid out is kept, and given again where nothing it depends on
 * changed.
 */
export class Cells {
  /** The step, stage or folded steps as the newest map has them. */
  what: Step | Stage | Fold;
  private readonly pieces: { lane: Lane; piece: Piece }[];
  /** The column's width with which no word of it is broken. */
  readonly need: number;
  /** The column's width that is asked for beyond that, however wide; 0 where none is. */
  readonly wide: number;
  private ids: string[] | undefined;
  private width = -1;
  private laid: Laid = new Map();
  private readonly kept = new Map<string, { at: string; made: unknown }>();

  constructor(what: Step | Stage | Fold, pieces: { lane: Lane; piece: Piece }[]) {
    this.what = what;
    this.pieces = pieces;
    const sides = (lane: Lane) => insets(lane).left + insets(lane).right;
    this.need = pieces.reduce((need, { lane, piece }) => Math.max(need, piece.need + sides(lane)), 0);
    this.wide = pieces.reduce((wide, { lane, piece }) => Math.max(wide, piece.wide === undefined ? 0 : piece.wide + sides(lane)), 0);
  }

  /** It shows nothing in any lane. */
  get empty(): boolean {
    return this.pieces.length === 0;
  }

  /** Whether what was laid out still holds for this step or stage of a newer map. If so that is what it is compared with the next time. */
  holdsFor(what: Step | Stage | Fold, changes: Changes): boolean {
    if (!equal(this.what, what) || this.isTouchedBy(changes)) return false;
    this.what = what;
    return true;
  }

  private isTouchedBy({ marks }: Changes): boolean {
    if (marks.size === 0) return false;
    this.ids ??= idsIn(this.what);
    return this.ids.some((id) => marks.has(id));
  }

  /** Lays all cells out in a column. */
  lay(width: number): Laid {
    if (this.width === width) return this.laid;
    this.width = width;
    this.kept.delete('cells');
    this.laid = new Map();
    for (const { lane, piece } of this.pieces) {
      const { left, right } = insets(lane);
      this.laid.set(lane.key, piece.lay(left, 0, width - left - right));
    }
    return this.laid;
  }

  /**
   * The node of a step's column, or of that of folded steps, its cells at the lanes' places. `at` says where all that is, in any words: while
   * it stays, and nothing was laid out anew, the node is the same as before.
   */
  drawStep(x: number, height: number, tops: ReadonlyMap<RowKey, number>, at: string): SceneNode {
    const { what } = this;
    return this.keep('cells', `${x} ${at}`, () =>
      isFold(what)
        ? moved(what.id, x, 0, [...foldSlices(what, this.width, height), ...this.groups(tops, { 'pointer-events': 'none' })])
        : moved(what.id, x, 0, [hitArea(0, 0, this.width, height), ...this.groups(tops)], { 'data-id': what.id }),
    );
  }

  /** The node of a stage's own cells. The stage itself is drawn in the heads. */
  drawStage(tops: ReadonlyMap<RowKey, number>, at: string): SceneNode {
    return this.keep('cells', at, () => group(`stage:${this.what.id}`, {}, this.groups(tops)));
  }

  /**
   * What is made of it, its cells or something else such as its name in another row: the same as before while `at` stays, which says what that depends on
   * besides the step or stage itself, in any words.
   */
  keep<Made>(name: string, at: string, make: () => Made): Made {
    const last = this.kept.get(name);
    if (last?.at === at) return last.made as Made;
    const made = make();
    this.kept.set(name, { at, made });
    return made;
  }

  private groups(tops: ReadonlyMap<RowKey, number>, attrs: Record<string, string> = {}): SceneNode[] {
    return [...this.laid].map(([key, cell]) => moved(key, 0, tops.get(key) ?? 0, cell.nodes, { 'data-lane': key, ...attrs }));
  }
}

/** From a column's edges to a lane's cells. */
function insets(lane: Lane): { left: number; right: number } {
  return lane.holds === 'cards' ? { left: page.cardInset, right: page.cardInset } : { left: page.textInset, right: page.textEnd };
}
