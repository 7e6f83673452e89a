import type { Context } from '../context.ts';
import type { RowKey } from '../lanes/lane.ts';
import { group, hover, path, round } from '../nodes.ts';
import type { SceneNode } from '../scene.ts';
import type { PlacedColumn } from '../views/plan.ts';
import { placesOf, type Riser, tracksOf } from './gutters.ts';
import { type Link, rowOf, type Spot, worksOf } from './handoffs.ts';
import { systemRow } from './rows.ts';

/** Height of a track for lines along a row, and from the lowest one to the row's cards. */
const track = 7;
const aboveCards = 5;

/** In the gutter left of a column: the first place for a line, clear of the names of the lanes, the last one from there, and how far lines stand apart. */
const gutter = { from: 1.5, width: 8, pitch: 4 };
const corner = 4;
/** Length and width of an arrowhead. */
const head = 7;
/** From a column's right edge to the first dotted line that leads down to its systems, how far others stand apart, and the room that there is. */
const stem = 9;
const stemPitch = 4;
const stemRoom = 8;
/** Half the gap in a dotted line where another passes. */
const apart = 5;
/** Where it leaves a card, from the card's lower edge. */
const fromBottom = 9;

/** A box in coordinates of the first column and the first row. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  middle: number;
}

/** The room that each row needs above its cards for the lines that run there. */
export function roomAbove(links: readonly Link[]): Map<RowKey, number> {
  const room = new Map<RowKey, number>();
  for (const [row, runs] of runsByRow(links)) room.set(row, aboveCards + (Math.max(...runs.values()) + 1) * track);
  return room;
}

/** The tracks of those links that run along a row, the one in which they end, past other columns. */
function runsByRow(links: readonly Link[]): Map<RowKey, Map<Link, number>> {
  const byRow = Map.groupBy(links.filter(isLong), ({ to }) => to.row);
  return new Map(
    [...byRow].map(([row, all]) => {
      const tracks = tracksOf(all.map(({ from, to }) => ({ from: from.column + 1, to: to.column })));
      return [row, new Map(all.map((link, index) => [link, tracks[index] ?? 0]))];
    }),
  );
}

function isLong({ from, to }: Link): boolean {
  return to.column > from.column + 1;
}

/** A handoff's line with its ends, and where it goes up or down: once beside its end, and before that beside its start where it is long. */
interface Way {
  link: Link;
  from: Box;
  to: Box;
  /** The height at which it runs along. */
  along: number | undefined;
  last: { gutter: number; riser: Riser };
  first: { gutter: number; riser: Riser } | undefined;
}

/** The handoffs' arrows, through the gutters between columns and the room above rows. */
export function handoffLines(columns: readonly PlacedColumn[], links: readonly Link[], context: Context): SceneNode[] {
  const runs = runsByRow(links);
  const ways = links.flatMap((link): Way[] => {
    const [from, to] = [boxAt(columns, link.from), boxAt(columns, link.to)];
    if (!from || !to) return [];
    const start = { y: from.middle, side: link.from.column === link.to.column ? 'right' : 'left' } as const;
    const end = { y: to.middle, side: 'right' } as const;
    const place = runs.get(link.to.row)?.get(link);
    if (place === undefined) {
      return [{ link, from, to, along: undefined, first: undefined, last: { gutter: link.to.column, riser: { from: start, to: end } } }];
    }
    const row = columns[link.to.column]?.cell(link.to.row)?.top ?? 0;
    const along = row - aboveCards - place * track;
    return [
      {
        link,
        from,
        to,
        along,
        first: { gutter: link.from.column + 1, riser: { from: start, to: { y: along, side: 'right' } } },
        last: { gutter: link.to.column, riser: { from: { y: along, side: 'left' }, to: end } },
      },
    ];
  });
  const xs = placesInGutters(columns, ways);
  return ways.map((way) => draw(way, xs, context));
}

/** Where each riser stands. */
function placesInGutters(columns: readonly PlacedColumn[], ways: readonly Way[]): Map<Riser, number> {
  const all = ways.flatMap(({ first, last }) => (first ? [first, last] : [last]));
  const xs = new Map<Riser, number>();
  for (const [at, there] of Map.groupBy(all, (each) => each.gutter)) {
    const places = placesOf(there.map(({ riser }) => riser));
    const most = Math.max(1, ...places);
    const pitch = Math.min(gutter.pitch, gutter.width / most);
    const left = (columns[at]?.x ?? 0) + gutter.from;
    for (const [index, { riser }] of there.entries()) xs.set(riser, left + (places[index] ?? 0) * pitch);
  }
  return xs;
}

function draw({ link, from, to, along, first, last }: Way, xs: ReadonlyMap<Riser, number>, context: Context): SceneNode {
  const { theme, strings } = context;
  const same = link.from.column === link.to.column;
  const points: [number, number][] = [[same ? from.left : from.right, from.middle]];
  const climb = (riser: Riser) => points.push([xs.get(riser) ?? 0, riser.from.y], [xs.get(riser) ?? 0, riser.to.y]);
  if (first && along !== undefined) climb(first.riser);
  climb(last.riser);
  points.push([link.head ? to.left - head / 2 : to.left, to.middle]);
  const look = { fill: 'none', stroke: theme.icon, 'stroke-width': 1.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const [x, y] = [round(to.left - 0.5), round(to.middle)];
  const tip = `M${x} ${y}l${-head} ${-head / 2}v${head}z`;
  const { from: giver, to: taker, text, after } = link.handoff;
  const title = strings.facts([strings.handoff(giver?.title, taker?.title), text, after && strings.after(after.text)]);
  const children = [hover(title), path('line', rounded(points), look)];
  if (link.head) children.push(path('head', tip, tipLook(context)));
  return group(link.key, {}, children);
}

/** A filled arrowhead. */
function tipLook({ theme }: Context): Record<string, string | number> {
  return { fill: theme.icon, stroke: theme.icon, 'stroke-width': 1, 'stroke-linejoin': 'round' };
}

/** A line of level and upright stretches with round corners. */
function rounded(points: readonly [number, number][]): string {
  const kept = points.filter(([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1]);
  const parts: string[] = [];
  for (const [index, [x, y]] of kept.entries()) {
    const [before, after] = [kept[index - 1], kept[index + 1]];
    if (!before) parts.push(`M${round(x)} ${round(y)}`);
    else if (!after) parts.push(`L${round(x)} ${round(y)}`);
    else {
      const [into, out] = [away([x, y], before), away([x, y], after)];
      parts.push(`L${round(into[0])} ${round(into[1])}Q${round(x)} ${round(y)} ${round(out[0])} ${round(out[1])}`);
    }
  }
  return parts.join('');
}

/** A point a corner's size from one towards another, or half the way where they are near. */
function away([x, y]: [number, number], [toX, toY]: [number, number]): [number, number] {
  const distance = Math.hypot(toX - x, toY - y);
  const share = distance === 0 ? 0 : Math.min(corner, distance / 2) / distance;
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** Dotted lines at each column's right, from the work down to the systems that it uses. Work that uses others has a line of its own. */
export function systemLines(columns: readonly PlacedColumn[], { theme }: Context): SceneNode[] {
  return columns.flatMap((column, index) => {
    const stems = inOrder(stemsOf(column, index, columns));
    if (stems.length === 0) return [];
    const pitch = Math.min(stemPitch, stemRoom / Math.max(1, stems.length - 1));
    const parts = stems.flatMap((ends, at) => {
      const x = round(column.x + column.width - stem + at * pitch);
      const over = stems.slice(at + 1).flatMap((others) => crossed(ends, others));
      return [...upright(x, ends, over), ...ends.map(({ x: from, y }) => `M${round(from)} ${round(y)}H${x}`)];
    });
    return [
      path(`systems:${column.step.id}`, parts.join(''), {
        fill: 'none',
        stroke: theme.icon,
        'stroke-width': 1.3,
        'stroke-linecap': 'round',
        'stroke-dasharray': '0.1 3.4',
      }),
    ];
  });
}

/** Where a dotted line leaves work and reaches systems. */
type Stem = readonly { x: number; y: number }[];

/** The dotted lines of a column: one for all work that uses the same systems. */
function stemsOf(column: PlacedColumn, index: number, columns: readonly PlacedColumn[]): Stem[] {
  const works = (['front', 'back'] as const).flatMap((area) =>
    worksOf(column.step, area)
      .filter(({ using }) => using.length > 0)
      .flatMap(({ id, by, using }) => {
        const box = boxAt(columns, { row: rowOf(area, by?.name), column: index, id });
        return box ? [{ using, end: { x: box.right, y: box.bottom - fromBottom } }] : [];
      }),
  );
  const alike = Map.groupBy(works, ({ using }) => JSON.stringify(using.map(({ name }) => name).sort()));
  return [...alike.values()].flatMap((group) => {
    const systems = new Map(group.flatMap(({ using }) => using.map((system) => [system.name, system] as const)));
    const reached = [...systems.values()].flatMap((system) => {
      const box = boxAt(columns, { row: systemRow(system), column: index, id: 'system' });
      return box ? [{ x: box.right, y: box.middle }] : [];
    });
    return reached.length > 0 ? [[...group.map(({ end }) => end), ...reached]] : [];
  });
}

/** From left to right, such that they cross less. */
function inOrder(stems: readonly Stem[]): readonly Stem[] {
  const turned = stems.toReversed();
  const crossings = (all: readonly Stem[]) =>
    all.reduce((sum, ends, at) => sum + all.slice(at + 1).reduce((more, others) => more + crossed(ends, others).length, 0), 0);
  return crossings(turned) < crossings(stems) ? turned : stems;
}

/** Where the ends of a line further right pass one that they do not belong to. */
function crossed(ends: Stem, others: Stem): number[] {
  const ys = ends.map(({ y }) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return others.map(({ y }) => y).filter((y) => y > top - apart && y < bottom + apart && !ys.includes(y));
}

/** The upright stretches of a line, with a gap where an end of another passes: what crosses does not meet. */
function upright(x: number, ends: Stem, over: readonly number[]): string[] {
  const ys = ends.map(({ y }) => y);
  const bottom = Math.max(...ys);
  const parts: string[] = [];
  let from = Math.min(...ys);
  for (const y of [...over].sort((one, other) => one - other)) {
    if (y - apart > from) parts.push(`M${x} ${round(from)}V${round(y - apart)}`);
    from = Math.max(from, y + apart);
  }
  if (bottom > from) parts.push(`M${x} ${round(from)}V${round(bottom)}`);
  return parts;
}

/** The card of an element in its row. */
function boxAt(columns: readonly PlacedColumn[], { row, column: at, id }: Spot): Box | undefined {
  const column = columns[at];
  const cell = column?.cell(row);
  const attrs = cell && cardOf(cell.nodes, id);
  if (!column || !cell || !attrs) return undefined;
  const number = (name: string) => Number(attrs[name] ?? 0);
  const [left, top] = [column.x + number('x'), cell.top + number('y')];
  const bottom = top + number('height');
  return { left, right: left + number('width'), top, bottom, middle: (top + bottom) / 2 };
}

function cardOf(nodes: readonly SceneNode[], id: string): SceneNode['attrs'] | undefined {
  const found = nodes.find(({ key }) => key === id);
  return found?.children?.find(({ key }) => key === 'card')?.attrs;
}
