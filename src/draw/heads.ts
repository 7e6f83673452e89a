import type { Stage } from '../map/model.ts';
import type { Cells } from './cells.ts';
import { isShownStage } from './compare/shown.ts';
import type { Context } from './context.ts';
import { icon } from './icons.ts';
import { element, markAt } from './marks.ts';
import { group, hover, path, rect, round } from './nodes.ts';
import { type Piece, stack } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { page, styles } from './styles.ts';
import { paragraph } from './text.ts';

/** How far a chevron's tip reaches, and its notch. */
const tip = 9;
const left = 22;
const right = 18;
const top = 13;
const bottom = 14;
const lowest = 64;
/** Room for the sign that folds a stage. */
const sign = 22;

/** A stage's name and what is wanted of it, and the width it takes on its columns. */
export function stageHead(stage: Stage, index: number, context: Context): Piece {
  const colours = lookOf(context, index);
  const goals = stage.goals.map((goal) =>
    element(context, goal.id, paragraph(context, 'text', goal.text, styles.small(colours.text), { most: 4 }), 'gutter'),
  );
  const words = stack([stageName(stage, colours.text, context), ...goals], 2);
  const end = context.folded ? right + sign : right;
  return { need: words.need + left + end + page.cardInset, lay: (x, y, width) => words.lay(x + left, y + top, width - left - end) };
}

/** The name; what became of the stage stands below it where both do not fit on one line, so that it is not taken for a part of the name. */
function stageName(stage: Stage, fill: string, context: Context): Piece {
  const style = styles.stageTitle(fill);
  const options = { most: 3, doc: stage.doc };
  const whole = paragraph(context, 'name', stage.title, style, options);
  if (!isShownStage(stage)) return whole;
  const { title, became } = stage.apart;
  const parts = [paragraph(context, 'name', title, style, options), paragraph(context, 'became', became, styles.mood(fill))];
  return {
    need: whole.need,
    lay: (x, y, width) => (context.measure(stage.title, style.size, style.face) <= width ? whole : stack(parts, 0)).lay(x, y, width),
  };
}

function lookOf({ theme }: Context, index: number) {
  const [first] = theme.stages;
  return theme.stages[index % theme.stages.length] ?? first ?? { fill: theme.background, stroke: theme.line, text: theme.text };
}

export interface HeadPlace {
  stage: Stage;
  cells: Cells;
  piece: Piece;
  /** The columns' left edge and width; x from that of the first. */
  x: number;
  width: number;
  first: boolean;
}

/** The stages as chevrons, all as high as the highest. One that stays as it was is the same node as before. */
export function headsRow(places: HeadPlace[], y: number, context: Context): { height: number; nodes: SceneNode[] } {
  const layAt = (words: 'words' | 'lower words', top: number) =>
    places.map(({ cells, piece, x, width }, index) => {
      const at = [index, x, top, width].join(' ');
      return { at, ...cells.keep(words, at, () => piece.lay(x + page.cardInset, top, width - page.cardInset)) };
    });
  const high = layAt('words', y);
  const need = Math.max(0, ...high.map((each) => each.height + top + bottom));
  const height = Math.max(lowest, need);
  // Where all of them are short, they stand in the middle.
  const laid = need < lowest ? layAt('lower words', y + Math.round((lowest - need) / 2)) : high;
  const nodes = laid.map(({ at, nodes: words }, index) => {
    const place = places[index] as HeadPlace;
    return place.cells.keep('chevron', `${at} ${height} ${place.first} ${context.folded?.has(place.stage.id)}`, () =>
      headNode(place, index, words, { y, height }, context),
    );
  });
  return { height, nodes };
}

function headNode(
  { stage, x, width, first }: HeadPlace,
  index: number,
  words: SceneNode[],
  { y, height }: { y: number; height: number },
  context: Context,
): SceneNode {
  const from = x + page.cardInset;
  const to = x + width;
  const colours = lookOf(context, context.headsBefore + index);
  const { fill, stroke } = colours;
  const look = { fill, stroke, 'stroke-linejoin': 'round', 'pointer-events': 'all' };
  return group(stage.id, { 'data-id': stage.id }, [
    path('shape', chevron(from, to, y, height, first), look),
    // A page may slide the words along within their chevron, so that the name of a wide stage stays in sight.
    group('words', { 'data-slides': 1 }, words),
    ...foldSign(stage, to, { y, height }, colours, context),
    ...markAt(context, stage.id, to - 20, y + 9),
  ]);
}

/** What folds a stage, and unfolds it, at the end of its head. Nothing where it has no step. */
function foldSign(
  { id, steps }: Stage,
  to: number,
  { y, height }: { y: number; height: number },
  { text }: { text: string },
  { folded, strings }: Context,
): SceneNode[] {
  if (folded === undefined || steps.length === 0) return [];
  const isFolded = folded.has(id);
  return [
    group('fold', { 'data-fold': id }, [
      hover(isFolded ? strings.unfoldStage : strings.foldStage),
      rect('hit', to - 40, y, 32, height, { fill: 'none', 'pointer-events': 'all' }),
      icon('sign', isFolded ? 'unfold' : 'fold', to - 32, y + height / 2 - 8, text),
    ]),
  ];
}

/** From the left edge to the tip; the first one has no notch but round corners. */
function chevron(from: number, to: number, y: number, height: number, first: boolean): string {
  const [x0, x1, y0, y1] = [round(from + 0.5), round(to - 0.5), round(y + 0.5), round(y + height - 0.5)];
  const middle = round(y + height / 2);
  const start = first ? `M${round(x0 + 6)} ${y0}` : `M${x0} ${y0}`;
  const end = first ? `H${round(x0 + 6)}a6 6 0 0 1-6-6V${round(y0 + 6)}a6 6 0 0 1 6-6z` : `H${x0}L${round(x0 + tip)} ${middle}z`;
  return `${start}H${round(x1 - tip)}L${x1} ${middle}L${round(x1 - tip)} ${y1}${end}`;
}
