import { type Piece, stack } from './piece.ts';

/** Between cards, in both directions. */
const gap = 8;
/** More cards than these stand in a further column beside the first. */
const perColumn = 6;
const mostColumns = 3;
/** A card beside another is as wide as one in a usual column, and no wider than this for its longest word. */
const narrowest = 170;
const widest = 210;

/**
 * Cards below each other. Many of them would make one very long column: they ask for a wider one. In a wide one, whatever made it so, cards stand in two
 * or three columns beside each other, to be read down each. Nothing where there are none.
 */
export function shelf(cards: Piece[]): Piece | undefined {
  if (cards.length === 0) return undefined;
  const below = stack(cards, gap);
  const wanted = Math.min(mostColumns, Math.ceil(cards.length / perColumn));
  const beside = Math.max(narrowest, Math.min(widest, below.need));
  return {
    need: below.need,
    ...(wanted > 1 ? { wide: wanted * (beside + gap) - gap } : {}),
    lay(x, y, width) {
      const columns = Math.min(mostColumns, Math.floor((width + gap) / (narrowest + gap)));
      if (columns < 2) return below.lay(x, y, width);
      const each = (width - gap * (columns - 1)) / columns;
      const heights = cards.map((card) => card.lay(0, 0, each).height);
      const laid = divided(heights, columns).map(([from, to], column) =>
        stack(cards.slice(from, to), gap).lay(x + column * (each + gap), y, each),
      );
      return { height: Math.max(...laid.map(({ height }) => height)), nodes: laid.flatMap(({ nodes }) => nodes) };
    },
  };
}

/** Cards in their order divided among columns so that the highest is as low as can be: from which card each has them, and up to which. */
function divided(heights: readonly number[], columns: number): [from: number, to: number][] {
  const heightOf = (from: number, to: number) => heights.slice(from, to).reduce((all, high) => all + high + gap, -gap);
  const filled = (most: number) => {
    const found: [from: number, to: number][] = [];
    let from = 0;
    for (let to = 1; to <= heights.length; to++) {
      if (to < heights.length && heightOf(from, to + 1) <= most) continue;
      found.push([from, to]);
      from = to;
    }
    return found;
  };
  // The highest column is some cards below each other: of all such heights the lowest in which there is room for all.
  const heightsOfSome = heights.flatMap((_, from) => heights.slice(from).map((_each, more) => heightOf(from, from + more + 1)));
  for (const most of [...new Set(heightsOfSome)].sort((a, b) => a - b)) {
    const found = filled(most);
    if (found.length <= columns && found.every(([from, to]) => heightOf(from, to) <= most)) return found;
  }
  return [[0, heights.length]];
}
