import type { Channel, JourneyMap, Persona } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { type IconName, icon } from '../icons.ts';
import { element, markAt } from '../marks.ts';
import { circle, group, hitArea, hover, node, rect } from '../nodes.ts';
import { avatar } from '../personas.ts';
import { led, type Piece, padded, stack } from '../piece.ts';
import type { SceneNode } from '../scene.ts';
import { styles } from '../styles.ts';
import { baseline, paragraph } from '../text.ts';
import { moodCurve, moodOf } from './curve.ts';

/** From the card's edge to what stands on it. */
const side = 36;
const portrait = { radius: 54, gap: 30, initials: 34 };
/** Where there is less room, as in a narrow panel. */
const narrow = { side: 22, below: 460, radius: 36, gap: 18, initials: 23 };
const column = { least: 190, gap: 32 };
const sectionGap = 26;

/**
 * Somebody who travels, in full: who that is, what they want and what stands in their way, how to reach them, and how the journey feels.
 *
 * @param least - How high it is at least: how the journey feels stands at its foot, as on the cards beside it.
 */
export function personaCard(
  map: JourneyMap,
  persona: Persona,
  context: Context,
  width: number,
  least = 0,
): { height: number; nodes: SceneNode[] } {
  const isNarrow = width < narrow.below;
  const inset = isNarrow ? narrow.side : side;
  const inner = width - inset * 2;
  const sections = [grid(wants(persona, context), inner, context), grid(ways(map, persona, context), inner, context)];
  const parts = [introduction(persona, context, isNarrow), ...sections.filter((each) => each !== undefined)];
  const below = parts.map((part, index) => (index === 0 ? part : ruled(part, `section-${index}`, context)));
  const laid = stack(below, sectionGap).lay(inset, inset, inner);
  const felt = mood(map, persona, context);
  const foot = felt && ruled(felt, `section-${parts.length}`, context);
  const footHeight = foot?.lay(inset, 0, inner).height ?? 0;
  const natural = Math.ceil(laid.height + (foot ? sectionGap + footHeight : 0) + inset * 2);
  const height = Math.max(least, natural);
  const feet = foot?.lay(inset, inset + laid.height + sectionGap + height - natural, inner).nodes ?? [];
  return { height, nodes: [group(persona.id, { 'data-id': persona.id }, [hitArea(0, 0, width, height), ...laid.nodes, ...feet])] };
}

/** Portrait, name, role and what they say, large. */
function introduction(persona: Persona, context: Context, isNarrow: boolean): Piece {
  const { theme, strings } = context;
  const { radius, gap, initials } = isNarrow ? narrow : portrait;
  const role = strings.facts([persona.role, persona.segment]);
  const words: Piece[] = [
    paragraph(context, 'name', persona.title, (isNarrow ? styles.longTitle : styles.journeyTitle)(theme.text), { most: 4 }),
  ];
  if (role) words.push(paragraph(context, 'role', role, styles.body(theme.muted), { most: 4 }));
  if (!persona.declared) words.push(paragraph(context, 'undeclared', strings.persona.undeclared, styles.small(theme.muted), { most: 2 }));
  if (persona.quote) {
    const motto = paragraph(context, 'quote', strings.quote(persona.quote), (isNarrow ? styles.quote : styles.motto)(theme.text), {
      most: 6,
    });
    words.push(padded(motto, { top: 12 }));
  }
  const text = stack(words, 3);
  const room = radius * 2 + gap;
  return {
    need: text.need + room,
    lay(x, y, width) {
      const { height: high } = text.lay(0, 0, width - room);
      const height = Math.max(high, radius * 2);
      const nodes = [
        ...avatar(context, persona, x + radius, y + radius, radius, initials),
        ...text.lay(x + room, y + Math.max(0, (radius * 2 - high) / 2), width - room).nodes,
        ...markAt(context, persona.id, x + radius * 1.71, y + radius * 0.29),
      ];
      return { height, nodes };
    },
  };
}

/** A list of the card, with a sign before its name. */
interface Section {
  key: string;
  sign: IconName;
  name: string;
  piece: Piece;
}

function wants(persona: Persona, context: Context): Section[] {
  const { about } = context.strings;
  const lists: [key: 'goals' | 'needs' | 'motivations' | 'frustrations', sign: IconName][] = [
    ['goals', 'goal'],
    ['needs', 'social'],
    ['motivations', 'drive'],
    ['frustrations', 'cloud'],
  ];
  return lists.flatMap(([key, sign]) => {
    const items = persona[key].filter((item) => item.trim() !== '').map((item, index) => point(context, `${index}`, item));
    return items.length === 0 ? [] : [{ key, sign, name: about[key], piece: stack(items, 6) }];
  });
}

function ways(map: JourneyMap, persona: Persona, context: Context): Section[] {
  const { about, persona: words } = context.strings;
  const found: Section[] = [];
  if (persona.prefers.length > 0) {
    const kinds = channelKinds(map, persona);
    const channels = persona.prefers.map((title, index) => channel(context, `${index}`, title, kinds.get(title)));
    found.push({ key: 'prefers', sign: 'chat', name: about.prefers, piece: stack(channels, 6) });
  }
  const proofs = persona.evidence.map(({ id, text, link }) => {
    return element(context, id, paragraph(context, 'text', text, styles.body(context.theme.muted), { most: 6 }), 'gutter', link);
  });
  const piece = proofs.length > 0 ? stack(proofs, 6) : hypothesis(context, words.hypothesis);
  return [...found, { key: 'evidence', sign: 'book', name: about.evidence, piece }];
}

/** Kinds of channels by title, as the persona's card, the journey and its touchpoints name them. */
function channelKinds(map: JourneyMap, { channels = [] }: Persona): Map<string, Channel> {
  const used = map.stages.flatMap(({ steps }) => steps.flatMap(({ touchpoints }) => touchpoints.map((each) => each.channel)));
  return new Map([...channels, ...used.filter((each) => each !== undefined), ...map.channels].map((each) => [each.title, each]));
}

function point(context: Context, key: string, text: string): Piece {
  const { theme } = context;
  const style = styles.body(theme.text);
  return led(paragraph(context, key, text, style, { most: 8 }), 14, (x, y) => [
    circle(`point-${key}`, x + 3, y + baseline(style.size, style.leading) - 4.5, 2, { fill: theme.icon }),
  ]);
}

function channel(context: Context, key: string, title: string, known: Channel | undefined): Piece {
  const { theme, strings } = context;
  const words = paragraph(context, 'name', title, styles.body(theme.text), { most: 3 });
  const piece = led(words, 24, (x, y) => [icon('sign', known?.kind ?? 'other', x, y + 1, theme.icon)]);
  const said = known?.declared ? strings.channels[known.kind] : strings.undeclaredChannel;
  return {
    need: piece.need,
    lay(x, y, width) {
      const laid = piece.lay(x, y, width);
      return { height: laid.height, nodes: [group(key, {}, [hover(said), ...laid.nodes])] };
    },
  };
}

/** No evidence: a hollow circle, as a hypothesis has at the curve. */
function hypothesis(context: Context, text: string): Piece {
  const { theme } = context;
  const words = paragraph(context, 'text', text, styles.body(theme.muted), { most: 4 });
  return led(words, 20, (x, y) => [
    circle('hollow', x + 5, y + 9, 4.5, { fill: 'none', stroke: theme.icon, 'stroke-width': 1.4, 'stroke-dasharray': '3 2' }),
  ]);
}

/** Sections beside each other in as many columns as there is room for. */
function grid(sections: Section[], width: number, context: Context): Piece | undefined {
  if (sections.length === 0) return undefined;
  const most = Math.max(1, Math.floor((width + column.gap) / (column.least + column.gap)));
  const rows = Math.ceil(sections.length / most);
  const count = Math.ceil(sections.length / rows);
  const blocks = sections.map((section) => block(section, context));
  return {
    need: 0,
    lay(x, y, wide) {
      const each = (wide - column.gap * (count - 1)) / count;
      const nodes: SceneNode[] = [];
      let height = 0;
      for (let from = 0; from < blocks.length; from += count) {
        if (from > 0) height += sectionGap;
        const row = blocks.slice(from, from + count).map((piece, index) => piece.lay(x + index * (each + column.gap), y + height, each));
        nodes.push(...row.flatMap((laid) => laid.nodes));
        height += Math.max(...row.map((laid) => laid.height));
      }
      return { height, nodes };
    },
  };
}

function block({ key, sign, name, piece }: Section, context: Context): Piece {
  const { theme } = context;
  const head = led(paragraph(context, 'name', name, styles.stepTitle(theme.muted), { most: 2 }), 24, (x, y) => [
    icon('sign', sign, x, y + 1, theme.icon),
  ]);
  const all = stack([head, piece], 8);
  return {
    need: all.need,
    lay(x, y, width) {
      const laid = all.lay(x, y, width);
      return { height: laid.height, nodes: [group(key, {}, laid.nodes)] };
    },
  };
}

function mood(map: JourneyMap, persona: Persona, context: Context): Piece | undefined {
  const mean = moodOf(map, persona);
  if (mean === undefined) return undefined;
  const { strings, theme } = context;
  const title = paragraph(context, 'title', strings.persona.mood(map.title, strings.signed(mean)), styles.stepTitle(theme.muted), {
    most: 3,
  });
  const all = stack([title, moodCurve(map, persona, context)], 10);
  return {
    need: 0,
    lay(x, y, width) {
      const laid = all.lay(x, y, width);
      return { height: laid.height, nodes: [group('feels', {}, laid.nodes)] };
    },
  };
}

/** A piece below a thin line. */
function ruled(piece: Piece, key: string, { theme }: Context): Piece {
  return {
    need: piece.need,
    lay(x, y, width) {
      const laid = piece.lay(x, y + sectionGap, width);
      const line = node('line', 'rule', { x1: x, x2: x + width, y1: y + 0.5, y2: y + 0.5, stroke: theme.panel.divider, 'stroke-width': 1 });
      return { height: laid.height + sectionGap, nodes: [group(key, {}, [line, ...laid.nodes])] };
    },
  };
}

/** The card's ground, as high as the highest beside it. */
export function cardGround({ theme }: Context, width: number, height: number): SceneNode {
  return rect('ground', 0.5, 0.5, width - 1, height - 1, { rx: 17.5, fill: theme.panel.fill, stroke: theme.panel.stroke });
}
