import type { Mark, Stage, Step } from '../map/model.ts';
import type { Context } from './context.ts';
import { equal } from './equal.ts';
import type { Lane } from './lanes/lane.ts';
import { group, hitArea, moved } from './nodes.ts';
import type { Piece } from './piece.ts';
import type { SceneNode } from './scene.ts';
import type { LaneKey } from './strings.ts';
import { page } from './styles.ts';

/** A step or a stage with what it shows in each lane. What was laid out is kept, and given again where nothing it depends on changed. */
export class Cells {
  readonly pieces = new Map<LaneKey, Piece>();
  /** The column's width with which no word of it is broken. */
  readonly need: number;
  private readonly depends: { marks: [string, Mark[] | undefined][]; titles: (string | undefined)[] };
  private laid: { width: number; cells: Map<LaneKey, { height: number; nodes: SceneNode[] }> } | undefined;
  private drawn: { at: string; node: SceneNode } | undefined;
  readonly what: Step | Stage;

  constructor(what: Step | Stage, context: Context, lanes: { lane: Lane; piece: Piece | undefined }[]) {
    this.what = what;
    let need = 0;
    for (const { lane, piece } of lanes) {
      if (!piece) continue;
      this.pieces.set(lane.key, piece);
      const { left, right } = insets(lane);
      need = Math.max(need, piece.need + left + right);
    }
    this.need = need;
    this.depends = { marks: idsIn(what).map((id) => [id, context.marks[id]]), titles: titlesOf(what, context) };
  }

  /** Whether what was laid out still holds for this step or stage of a newer map. */
  holdsFor(what: Step | Stage, context: Context): boolean {
    return (
      equal(this.what, what) &&
      this.depends.marks.every(([id, marks]) => equal(marks, context.marks[id])) &&
      equal(this.depends.titles, titlesOf(what, context))
    );
  }

  /** Lays all cells out in a column. */
  lay(width: number, lanes: readonly Lane[]): Map<LaneKey, { height: number; nodes: SceneNode[] }> {
    if (this.laid?.width === width) return this.laid.cells;
    const cells = new Map<LaneKey, { height: number; nodes: SceneNode[] }>();
    for (const lane of lanes) {
      const piece = this.pieces.get(lane.key);
      const { left, right } = insets(lane);
      if (piece) cells.set(lane.key, piece.lay(left, 0, width - left - right));
    }
    this.laid = { width, cells };
    this.drawn = undefined;
    return cells;
  }

  /** The node of the whole column, its cells at the lanes' places; the same node as before where all is where it was. */
  draw(x: number, height: number, tops: ReadonlyMap<LaneKey, number>, isStep: boolean): SceneNode {
    const cells = this.laid?.cells ?? new Map<LaneKey, { height: number; nodes: SceneNode[] }>();
    const at = [x, height, ...[...cells.keys()].map((key) => tops.get(key) ?? 0)].join(' ');
    if (this.drawn?.at === at) return this.drawn.node;
    const groups = [...cells].map(([key, cell]) => moved(key, 0, tops.get(key) ?? 0, cell.nodes));
    const node = isStep
      ? moved(this.what.id, x, 0, [hitArea(0, 0, this.laid?.width ?? 0, height), ...groups], { 'data-id': this.what.id })
      : group(`stage:${this.what.id}`, {}, groups);
    this.drawn = { at, node };
    return node;
  }
}

/** From a column's edges to a lane's cells. */
function insets(lane: Lane): { left: number; right: number } {
  return lane.holds === 'cards' ? { left: page.cardInset, right: page.cardInset } : { left: page.textInset, right: page.textEnd };
}

/** Ids of the thing itself and of everything in it. A stage's steps are cells of their own. */
function idsIn(what: Step | Stage): string[] {
  const found: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'id' && typeof each === 'string') found.push(each);
      else if (key !== 'steps') visit(each);
    }
  };
  visit(what);
  return found;
}

/** Titles of the steps that a step names. */
function titlesOf(what: Step | Stage, context: Context): (string | undefined)[] {
  if (!('next' in what)) return [];
  const ids = [...what.next.map((way) => way.to), what.alongside];
  return ids.map((id) => (id === undefined ? undefined : context.titles.get(id)));
}
