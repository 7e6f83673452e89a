import type { Handoff, Step, System, Team, Work } from '../../map/model.ts';
import { type CardLook, card } from '../card.ts';
import type { Context } from '../context.ts';
import { icon } from '../icons.ts';
import type { Lane, LineLook, RowKey } from '../lanes/lane.ts';
import { element } from '../marks.ts';
import { group, hover, path, rect, round } from '../nodes.ts';
import { ownerBadge } from '../owner.ts';
import { boxed, led, type Piece, padded, stack, stackOf } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { named } from './customer.ts';
import { type Area, arrivalOf, departureOf, dotOf, rowOf, worksOf } from './handoffs.ts';

/** From the sides of usual cards to those of a blueprint: the lines between columns take that room. */
const inset = 8;

/** A row of what one team does in one area, with what is handed over to it. */
export class TeamLane implements Lane {
  readonly key: RowKey;
  readonly holds = 'cards';
  readonly area: Area;
  readonly team: Team | undefined;
  /** It is the first of its area, whose name stands above its own. */
  readonly first: boolean;
  readonly above: number;
  /** Ids of handoffs that start at a dot in it. */
  readonly senders: readonly string[];

  constructor(area: Area, team: Team | undefined, how: { first: boolean; above: number; senders: readonly string[] }) {
    this.key = rowOf(area, team?.name);
    this.area = area;
    this.team = team;
    this.first = how.first;
    this.above = how.above;
    this.senders = how.senders;
  }

  label(context: Context): Piece {
    const { strings } = context;
    const badge = widened(ownerBadge(context, 'team', this.team, { nobody: strings.blueprint.nobody, most: 4 }), 8);
    return this.first ? stack([named(strings.lanes[this.area === 'front' ? 'frontstage' : 'backstage'], context), badge], 8) : badge;
  }

  step(step: Step, context: Context): Piece | undefined {
    const chips = step.handoffs.filter((each) => arrivalOf(each, step) === this.key).map((each) => handedOver(context, each));
    const works = worksOf(step, this.area).filter(({ by }) => by?.name === this.team?.name);
    const cards = works.map((each) => work(context, each));
    const starts = step.handoffs.filter(({ id }) => this.senders.includes(id)).filter((each) => departureOf(each) === this.key);
    const pieces = [
      ...(chips.length > 0 && cards.length > 0 ? [stack([stack(chips, 6), arrow(context), stack(cards, 8)], 0)] : [...chips, ...cards]),
      ...starts.map((each) => dot(context, each)),
    ];
    const all = stackOf(pieces, 6);
    return all && padded(all, { left: inset, right: inset });
  }
}

/** A piece that may be so much wider than its cell, a little of it at the left. */
function widened(piece: Piece, by: number): Piece {
  return { need: piece.need - by, lay: (x, y, width) => piece.lay(x - 2, y, width + by) };
}

/** A line across all columns that parts what the customer sees from what staff do. */
export class NamedLine implements Lane {
  readonly key: RowKey;
  readonly holds = 'text';
  readonly bare: LineLook;
  readonly name: 'interaction' | 'visibility' | 'internal';

  constructor(name: 'interaction' | 'visibility' | 'internal', look: LineLook) {
    this.key = `line:${name}`;
    this.name = name;
    this.bare = look;
  }

  label(context: Context): Piece {
    return paragraph(context, 'name', context.strings.blueprint.lines[this.name], styles.badge(context.theme.text), { most: 3 });
  }
}

/** The name of an area with no rows of its own, or of the systems below it. */
export class ZoneName implements Lane {
  readonly key: RowKey;
  readonly holds = 'text';
  readonly bare = 'name';
  readonly zone: Area | 'systems';

  constructor(zone: Area | 'systems') {
    this.key = `zone:${zone}`;
    this.zone = zone;
  }

  label(context: Context): Piece {
    const { lanes, blueprint } = context.strings;
    return named({ front: lanes.frontstage, back: lanes.backstage, systems: blueprint.systems }[this.zone], context);
  }
}

/** A row of one system: its name under each step whose work uses it. */
export class SystemLane implements Lane {
  readonly key: RowKey;
  readonly holds = 'cards';
  readonly close = true;
  readonly system: System;

  constructor(system: System) {
    this.key = systemRow(system);
    this.system = system;
  }

  label(context: Context): Piece {
    return padded(paragraph(context, 'name', this.system.title, styles.badge(context.theme.muted), { most: 2 }), { top: 4 });
  }

  step(step: Step, context: Context): Piece | undefined {
    const users = usersOf(step, this.system);
    return users.length === 0 ? undefined : padded(systemChip(context, this.system, users), { left: inset, right: inset });
  }
}

export function systemRow({ name }: System): RowKey {
  return `system:${name}`;
}

/** The work at a step that uses a system. */
export function usersOf(step: Step, { name }: System): Work[] {
  return [...step.frontstage, ...step.backstage].filter(({ using }) => using.some((each) => each.name === name));
}

/** What one team does: its card looks as its badge does. */
function work(context: Context, what: Work): Piece {
  const { theme } = context;
  const kind = what.by?.kind ?? 'none';
  const colour = kind === 'none' ? theme.owner.none.text : theme.text;
  const looks: Record<typeof kind, CardLook> = {
    ours: theme.card,
    customer: theme.card,
    external: { fill: theme.background, stroke: theme.owner.external.stroke, dash: '4 3' },
    undeclared: { fill: theme.background, stroke: theme.owner.undeclared.stroke, dash: '1 3' },
    none: theme.owner.none,
  };
  const text = paragraph(context, 'text', what.text, styles.small(colour), { most: 8 });
  return element(context, what.id, card(text, looks[kind]), 'corner');
}

/** What is handed over, and after how long: it stands on its arrow. */
function handedOver(context: Context, what: Handoff): Piece {
  const { theme, strings } = context;
  const teams = strings.handoff(what.from?.title, what.to?.title);
  const said = what.text?.trim() ? what.text : teams;
  const words: Piece[] = [paragraph(context, 'text', said, styles.caption(theme.muted), { most: 6 })];
  if (what.after) {
    const wait = paragraph(context, 'after', strings.after(what.after.text), styles.badge(theme.silence.text), { most: 2 });
    words.push(led(wait, 15, (x, y) => [icon('clock', 'clock', x - 1, y + 1, theme.silence.text, 12)]));
  }
  const chip = boxed(padded(stack(words, 2), { left: 9, right: 9, top: 5, bottom: 6 }), (x, y, width, height) => [
    rect('card', x + 0.5, y + 0.5, width - 1, height - 1, {
      rx: 10,
      fill: theme.background,
      stroke: theme.icon,
      'pointer-events': 'all',
    }),
  ]);
  return element(context, what.id, chip, 'corner', teams);
}

const arrowHeight = 14;

/** From what is handed over down to what is done with it. */
function arrow({ theme }: Context): Piece {
  return {
    need: 0,
    lay(x, y, width) {
      const middle = round(x + width / 2);
      const line = path('arrow', `M${middle} ${round(y)}v${arrowHeight - 4}`, { stroke: theme.icon, 'stroke-width': 1.4 });
      const head = path('head', `M${middle} ${round(y + arrowHeight)}l-3.5-7h7z`, {
        fill: theme.icon,
        stroke: theme.icon,
        'stroke-linejoin': 'round',
      });
      return { height: arrowHeight + 1, nodes: [line, head] };
    },
  };
}

const dotSize = 7;

/** Where a handoff starts whose sender has no card. */
function dot({ theme, strings }: Context, what: Handoff): Piece {
  return {
    need: 0,
    lay(x, y) {
      const drawn = rect('card', x, y + 6, dotSize, dotSize, { rx: dotSize / 2, fill: theme.icon });
      return {
        height: dotSize + 12,
        nodes: [group(dotOf(what), {}, [hover(strings.handoff(what.from?.title, what.to?.title)), drawn])],
      };
    },
  };
}

/** A system's name, dashed where it is not ours and dotted where nobody declared it. */
function systemChip(context: Context, system: System, users: readonly Work[]): Piece {
  const { theme } = context;
  const words = paragraph(context, 'name', system.title, styles.badge(theme.muted), { most: 2 });
  const piece = led(words, 18, (x, y) => [icon('sign', 'system', x - 1, y + 1, theme.icon, 12)]);
  const dash = { ours: undefined, external: '4 3', undeclared: '1 3' }[system.kind];
  return {
    need: piece.need + 18,
    lay(x, y, width) {
      const laid = boxed(padded(piece, { left: 9, right: 9, top: 4, bottom: 4 }), (left, top, wide, high) => [
        rect('card', left + 0.5, top + 0.5, wide - 1, high - 1, {
          rx: 4.5,
          fill: system.kind === 'ours' ? theme.card.fill : theme.background,
          stroke: system.kind === 'ours' ? theme.card.stroke : theme.owner.external.stroke,
          'stroke-dasharray': dash,
          'pointer-events': 'all',
        }),
      ]).lay(x, y, width);
      return { height: laid.height, nodes: [group('system', {}, [hover(users.map(({ text }) => text).join('\n')), ...laid.nodes])] };
    },
  };
}
