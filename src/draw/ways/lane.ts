import type { Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { breakLines, tidy, wordsOf } from '../lines.ts';
import { arrowAfter, circle, group, hover, path, rect, round } from '../nodes.ts';
import type { SceneNode } from '../scene.ts';
import { page, styles } from '../styles.ts';
import { baseline, paragraph, textNode } from '../text.ts';
import { type Route, type Routed, routed } from './routes.ts';

/** A step's column, and how high its own words are in the lane. */
export interface WayColumn {
  step: Step;
  x: number;
  width: number;
  words: number;
}

/** The ways between steps, drawn below the lane's words; heights are from the lane's top. */
export interface Ways {
  height: number;
  nodes: SceneNode[];
}

/** From one end to the next at a column. */
const pitch = 13;
const corner = 6;
/** From a step's words to the end of a way. */
const below = 7;
const head = 4;
/** From a way's words to the line that they stand on, and from there to the next track. */
const onLine = 3;
const betweenTracks = 9;
/** Words stand on their way a little off its corner. */
const inset = 9;
const widestWords = 260;
/** Words ask for no more room than this before they move along their way. */
const roomy = 110;

/** The ways that a step says it leads, and what it starts with, to steps of the same picture. A way to itself is told in words. */
export function routesOf(steps: readonly Step[]): Route[] {
  const places = new Map(steps.map((step, index) => [step.id, index]));
  return steps.flatMap((step, from): Route[] => {
    const ways = step.next.flatMap((way, index): Route[] => {
      const to = isSaid(way) && way.to !== undefined ? places.get(way.to) : undefined;
      if (to === undefined || to === from) return [];
      return [{ key: `${step.id}/way:${index}`, from, to, ...(way.when === undefined ? {} : { when: way.when }) }];
    });
    const other = step.alongside === undefined ? undefined : places.get(step.alongside);
    return other === undefined || other === from ? ways : [...ways, { key: `${step.id}/alongside`, from: other, to: from, beside: true }];
  });
}

/** Whether a way is written, and not merely the next step of the file. */
export function isSaid(way: Step['next'][number]): boolean {
  return way.when !== undefined || way.name !== undefined;
}

/** Draws the ways between columns; nothing where there is none. */
export function waysBetween(columns: readonly WayColumn[], context: Context): Ways | undefined {
  const routes = routed(routesOf(columns.map(({ step }) => step)));
  if (routes.length === 0) return undefined;
  const ends = routes.map((route) => endsOf(route, columns));
  const placed = ends.map((each) => place(each, freeBetween(each, ends), columns, context));
  const lines = linesOf(placed, columns);
  // The longest first, so that the words of the short ones lie over the lines that pass them.
  const nodes = placed.map((each, index) => draw(each, lines[index] ?? 0, context)).toReversed();
  return {
    height: lines.reduce((most, line) => Math.max(most, line), 0) + betweenTracks,
    nodes: [...nodes, ...namesAt(routes, columns, context)],
  };
}

/** How deep each way runs: below the words of the columns that it passes, and below the ways of higher tracks that it runs beside. */
function linesOf(placed: readonly Placed[], columns: readonly WayColumn[]): number[] {
  const lines = placed.map(() => 0);
  const downwards = placed.map((_, index) => index).sort((a, b) => (placed[a]?.route.track ?? 0) - (placed[b]?.route.track ?? 0));
  for (const [place, index] of downwards.entries()) {
    const { route, text } = placed[index] as Placed;
    const [left, right] = spanOf(route);
    const ends = columns.slice(left, right + 1).map((column, at) => (at === 0 || at === right - left ? endBelow(column) : column.words));
    const above = downwards.slice(0, place).filter((other) => {
      const [from, to] = spanOf((placed[other] as Placed).route);
      return from < right && to > left;
    });
    const top = Math.max(...ends, ...above.map((other) => lines[other] ?? 0)) + betweenTracks;
    lines[index] = top + (text?.height ?? 0) + onLine;
  }
  return lines;
}

function spanOf({ from, to }: Routed): [left: number, right: number] {
  return [Math.min(from, to), Math.max(from, to)];
}

/** The names of the steps where ways begin and end, in columns that have no other words. */
function namesAt(routes: readonly Routed[], columns: readonly WayColumn[], context: Context): SceneNode[] {
  const style = styles.caption(context.theme.faint);
  const ends = [...new Set(routes.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return ends.flatMap((index) => {
    const { step, x, width, words } = columns[index] as WayColumn;
    if (words > 0) return [];
    const name = paragraph(context, `name:${step.id}`, step.title, style, { most: 1, anchor: 'middle' });
    return name.lay(x + page.cardInset, 0, width - 2 * page.cardInset).nodes;
  });
}

/** Where ways begin and end at a column: below its own words or its name. */
function endBelow({ words }: WayColumn): number {
  return (words === 0 ? styles.caption('').leading : words) + below;
}

interface Ends {
  route: Routed;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

interface Placed extends Ends {
  /** What is shown under the pointer. */
  title: string;
  text: { x: number; width: number; height: number; draw(y: number): SceneNode[] } | undefined;
}

function endsOf(route: Routed, columns: readonly WayColumn[]): Ends {
  const [start, end] = [columns[route.from] as WayColumn, columns[route.to] as WayColumn];
  const at = (column: WayColumn, port: number) => ({
    x: round(column.x + column.width / 2 + port * pitch),
    y: endBelow(column),
  });
  return { route, from: at(start, route.fromPort), to: at(end, route.toPort) };
}

/** Where words can stand on a way: from one upright of a longer way to the next, as far left as there is room, else where there is most. */
function freeBetween({ route, from, to }: Ends, all: readonly Ends[]): { x: number; width: number } {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const uprights = all
    .filter((other) => other.route.track > route.track)
    .flatMap((other) => [other.from.x, other.to.x])
    .filter((x) => x > left && x < right)
    .sort((a, b) => a - b);
  const free = [...uprights, right].map((end, index) => {
    const begin = uprights[index - 1] ?? left;
    return { x: begin + inset, width: end - begin - 2 * inset };
  });
  const widest = free.toSorted((a, b) => b.width - a.width)[0] as { x: number; width: number };
  return free.find(({ width }) => width >= roomy) ?? widest;
}

function place({ route, from, to }: Ends, free: { x: number; width: number }, columns: readonly WayColumn[], context: Context): Placed {
  const [start, end] = [columns[route.from] as WayColumn, columns[route.to] as WayColumn];
  const { strings, theme } = context;
  const title = route.beside
    ? `${end.step.title}: ${strings.alongside(start.step.title)}`
    : `${start.step.title} ${arrowAfter(start.step.title)} ${strings.leadsTo(end.step.title, route.when)}`;
  const said = route.beside ? strings.atOnce : route.when;
  if (said === undefined || said.trim() === '') return { route, from, to, title, text: undefined };
  const style = styles.caption(theme.muted);
  const room = Math.max(40, Math.min(widestWords, free.width));
  const { lines, width, cut } = breakLines(
    wordsOf(said, style.size, style.face, context.measure),
    room,
    style.size,
    style.face,
    context.measure,
    context.inFull ? undefined : 3,
  );
  return {
    route,
    from,
    to,
    title,
    text: {
      x: free.x,
      width,
      height: lines.length * style.leading,
      draw: (y) => [
        textNode(
          'when',
          free.x,
          y + baseline(style.size, style.leading),
          lines,
          style,
          undefined,
          cut ? tidy(said) : '',
          context.leftward ? 0 : width,
        ),
      ],
    },
  };
}

function draw({ route, from, to, title, text }: Placed, y: number, { theme }: Context): SceneNode {
  const way = to.x > from.x ? 1 : -1;
  const d =
    `M${from.x} ${round(from.y)}V${round(y - corner)}q0 ${corner} ${way * corner} ${corner}` +
    `H${round(to.x - way * corner)}q${way * corner} 0 ${way * corner} ${-corner}V${round(to.y)}`;
  const line = {
    fill: 'none',
    stroke: theme.icon,
    'stroke-width': 1.4,
    'stroke-linejoin': 'round',
    'stroke-dasharray': route.beside ? '3 3' : undefined,
  };
  const ends = route.beside
    ? [circle('from', from.x, from.y, 2.5, { fill: theme.icon }), circle('to', to.x, to.y, 2.5, { fill: theme.icon })]
    : [
        circle('from', from.x, from.y, 2.5, { fill: theme.icon }),
        path(
          'to',
          `M${round(to.x - head)} ${round(to.y + head + 1)}L${to.x} ${round(to.y)}L${round(to.x + head)} ${round(to.y + head + 1)}`,
          {
            fill: 'none',
            stroke: theme.icon,
            'stroke-width': 1.4,
            'stroke-linecap': 'round',
            'stroke-linejoin': 'round',
          },
        ),
      ];
  const words: SceneNode[] = [];
  if (text) {
    const top = y - onLine - text.height;
    words.push(rect('ground', text.x - 3, top, text.width + 6, text.height, { fill: theme.background }), ...text.draw(top));
  }
  return group(route.key, {}, [hover(title), path('line', d, line), ...ends, ...words]);
}
