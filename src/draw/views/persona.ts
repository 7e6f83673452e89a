import type { JourneyMap } from '../../map/model.ts';
import type { Context } from '../context.ts';
import type { DrawOptions } from '../drawing.ts';
import { icon } from '../icons.ts';
import { logoFor } from '../logo.ts';
import { circle } from '../nodes.ts';
import { cardGround, personaCard } from '../persona/card.ts';
import type { Laid } from '../piece.ts';
import type { Region, Scene } from '../scene.ts';
import { page, styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import type { Plan } from './plan.ts';

const top = 24;
const gap = 20;
const belowLogo = 12;
/** Widths of a card: as it is, and within which it keeps to the window. */
const natural = 940;
const least = 320;
/** A card beside another is no narrower. */
const beside = 560;
/** In a picture that is as wide as it likes: so many stand in a row. */
const perPage: Readonly<Record<number, number>> = { 1: 1, 2: 2, 4: 2 };
const mostPerRow = 3;

/** Those who travel on a journey, each on a card that one would pin to a wall. */
export function persona(map: JourneyMap): Plan {
  return { map, lanes: [], about: false, page: (context, options) => cards(map, context, options) };
}

function cards(map: JourneyMap, context: Context, options: DrawOptions): Scene {
  const room = options.width === undefined ? roomFor(map.personas.length) : Math.max(least, options.width - page.margin * 2);
  const perRow = Math.max(1, Math.min(map.personas.length, Math.floor((room + gap) / (beside + gap))));
  const width = Math.floor(Math.min(natural, (room - gap * (perRow - 1)) / perRow));
  const all = map.personas.map((each) => ({ each, laid: personaCard(map, each, context, width) }));
  const regions: Region[] = [];
  const whole = perRow * (width + gap) - gap;
  let y = top;
  const logo = logoFor(context);
  if (logo) {
    regions.push({ key: 'logo', x: page.margin, y, width: whole, height: logo.height, children: [logo.lay(whole - logo.width, 0)] });
    y += logo.height + belowLogo;
  }
  for (let from = 0; from < all.length; from += perRow) {
    const row = all.slice(from, from + perRow);
    const height = Math.max(...row.map(({ laid }) => laid.height));
    for (const [index, { each }] of row.entries()) {
      const laid = personaCard(map, each, context, width, height);
      const x = page.margin + index * (width + gap);
      regions.push({ key: `card:${each.id}`, x, y, width, height, children: [cardGround(context, width, height), ...laid.nodes] });
    }
    y += height + gap;
  }
  if (all.length === 0) {
    const invited = invitation(context, width);
    regions.push({ key: 'empty', x: page.margin, y, width, height: invited.height, children: invited.nodes });
    y += invited.height + gap;
  }
  return {
    width: page.margin * 2 + whole,
    height: Math.ceil(y),
    background: context.theme.background,
    ...(options.font === undefined ? {} : { font: options.font }),
    regions,
    columns: [],
    title: map.title,
    description: context.strings.description(map),
  };
}

/** How wide a picture is in which so many stand beside each other, and others below them. */
function roomFor(count: number): number {
  const perRow = perPage[Math.max(1, count)] ?? mostPerRow;
  return perRow === 1 ? natural : perRow * (beside + gap) - gap;
}

/** A card of nobody, with what to write. */
function invitation(context: Context, width: number): Laid {
  const { strings, theme } = context;
  const [side, radius] = [28, 34];
  const from = side + radius * 2 + 24;
  const words = paragraph(context, 'text', strings.persona.invitation, styles.body(theme.muted));
  const laid = words.lay(from, 0, Math.min(width - from - side, 620));
  const height = Math.max(radius * 2, laid.height) + side * 2;
  const middle = height / 2;
  const { nodes } = words.lay(from, middle - laid.height / 2, Math.min(width - from - side, 620));
  return {
    height,
    nodes: [
      cardGround(context, width, height),
      circle('avatar', side + radius, middle, radius, { fill: 'none', stroke: theme.icon, 'stroke-dasharray': '5 4' }),
      icon('nobody', 'person', side + radius - 16, middle - 16, theme.icon, 32),
      ...nodes,
    ],
  };
}
