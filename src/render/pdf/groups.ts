import type { Region, Scene } from '../../draw/scene.ts';

/** A column of a picture: a step, or several that are folded. */
interface Column {
  ids: string[];
  width: number;
}

/** Steps that stand on one page, by their ids; a stage without a step by its own. */
export type Group = string[];

/**
 * Parts the columns of a picture into as few pages as there can be, and these as evenly filled as they can be: whole stages, and one that is wider than
 * a page cut between its steps into pieces of about the same width.
 *
 * @param room - How wide the columns of a page are, at most; in the picture's pixels. One column that is wider has a page alone.
 */
export function groupsOf(scene: Scene, room: number): Group[] {
  const units = stagesOf(scene).flatMap((columns) => pieces(columns, room));
  const widths = units.map((columns) => widthOf(columns));
  /** For the first so many units: on how many pages they stand, how unevenly these are filled, and where the last one begins. */
  const best: { pages: number; uneven: number; from: number }[] = [{ pages: 0, uneven: 0, from: 0 }];
  for (let to = 1; to <= units.length; to++) {
    let width = 0;
    let found: (typeof best)[number] | undefined;
    for (let from = to - 1; from >= 0; from--) {
      width += widths[from] ?? 0;
      if (width > room && from < to - 1) break;
      const before = best[from];
      if (!before) break;
      const [pages, uneven] = [before.pages + 1, before.uneven + (room - width) ** 2];
      if (!found || pages < found.pages || (pages === found.pages && uneven < found.uneven)) found = { pages, uneven, from };
    }
    if (found) best[to] = found;
  }
  const groups: Group[] = [];
  for (let to = units.length; to > 0; to = best[to]?.from ?? 0) {
    const from = best[to]?.from ?? 0;
    groups.unshift(units.slice(from, to).flatMap((columns) => columns.flatMap(({ ids }) => ids)));
  }
  return groups;
}

/** The columns of each stage, in the order of the map. */
function stagesOf({ regions, columns }: Scene): Column[][] {
  const stages = regions.filter(({ key }) => key.startsWith('stage:'));
  return stages.map((region) => {
    const own = columns.filter(({ x, width }) => isWithin(x + width / 2, region));
    const byPlace = Map.groupBy(own, ({ x }) => x);
    const found = [...byPlace.values()].map((there) => ({ ids: there.map(({ id }) => id), width: there[0]?.width ?? 0 }));
    return found.length > 0 ? found : [{ ids: [region.key.slice('stage:'.length)], width: region.width }];
  });
}

function isWithin(x: number, region: Region): boolean {
  return x >= region.x && x < region.x + region.width;
}

/** The columns of a stage cut into as few pieces as fit, each about as wide as the others. */
function pieces(columns: Column[], room: number): Column[][] {
  const whole = widthOf(columns);
  if (whole <= room) return [columns];
  for (let count = Math.ceil(whole / room); count < columns.length; count++) {
    const cut = evenly(columns, whole / count);
    if (cut.every((piece) => widthOf(piece) <= room)) return cut;
  }
  return columns.map((column) => [column]);
}

function evenly(columns: readonly Column[], each: number): Column[][] {
  const cut: Column[][] = [];
  let from = 0;
  for (const column of columns) {
    const piece = Math.floor((from + column.width / 2) / each);
    const last = cut[piece];
    if (last) last.push(column);
    else cut[piece] = [column];
    from += column.width;
  }
  return cut.filter((piece) => piece.length > 0);
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
