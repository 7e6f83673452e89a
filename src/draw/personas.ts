import type { JourneyMap, Persona } from '../map/model.ts';
import type { Context } from './context.ts';
import { hash } from './hash.ts';
import { initials } from './initials.ts';
import { isImage } from './logo.ts';
import { markAt } from './marks.ts';
import { circle, group, hitArea, label, node } from './nodes.ts';
import { type Piece, stack } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { styles } from './styles.ts';
import { baseline, paragraph, textAttrs } from './text.ts';
import type { Theme } from './themes.ts';

/** The cards of those who travel, in a block of one width. */
export interface PersonaCards {
  width: number;
  height: number;
  lay(x: number, y: number): SceneNode[];
}

/** `wide` is a text's width in a header of a usual width, `widest` in a wide one. */
const big = { radius: 34, gap: 16, narrow: 130, wide: 236, widest: 320 };
const wideHeader = 1200;
/** Cards of several: where all stand in one row they are larger. */
const small = { radius: 16, gap: 10, initials: 11, least: 80, wide: 190, rowGap: 10, columnGap: 24 };
/** With more rows than these, others keep only so much room beside them. */
const fewRows = 3;
const leastBeside = 360;
const inOneRow = { ...small, radius: 22, gap: 12, initials: 14 };

/**
 * One persona with a quote, or several as small cards; nothing where the journey has none.
 *
 * @param most - The width there is.
 * @param spare - What of it nothing else asks for: so far several cards stand beside each other. All of it where nothing stands beside them, and then
 *   one persona, too, may take all of it.
 */
export function personaCards(map: JourneyMap, context: Context, most: number, spare = most): PersonaCards | undefined {
  const [only, ...others] = map.personas;
  if (!only) return undefined;
  return others.length === 0 ? single(only, context, most, spare >= most) : several(map.personas, context, most, spare);
}

function roleLine(persona: Persona, { strings }: Context): string {
  return strings.facts([persona.role, persona.segment]);
}

function single(persona: Persona, context: Context, most: number, isAlone: boolean): PersonaCards {
  const { theme, strings } = context;
  const role = roleLine(persona, context);
  const texts: Piece[] = [paragraph(context, 'name', persona.title, styles.personaName(theme.text), { most: 4 })];
  if (role) texts.push(paragraph(context, 'role', role, styles.body(theme.muted), { most: 4 }));
  if (persona.quote)
    texts.push(spaced(paragraph(context, 'quote', strings.quote(persona.quote), styles.quote(theme.muted), { most: 5 }), 6));
  const words = stack(texts, 1);
  const natural = Math.max(
    big.narrow,
    Math.min(isAlone ? most : most < wideHeader ? big.wide : big.widest, longest(context, persona, role)),
    Math.min(big.widest, words.need),
  );
  const textWidth = Math.max(60, Math.min(natural, most - big.radius * 2 - big.gap));
  const textHeight = words.lay(0, 0, textWidth).height;
  const width = big.radius * 2 + big.gap + textWidth;
  const height = Math.max(big.radius * 2, textHeight);
  return {
    width,
    height,
    lay: (x, y) => [
      group(persona.id, { 'data-id': persona.id }, [
        hitArea(x, y, width, height),
        ...avatar(context, persona, x + big.radius, y + height / 2, big.radius, 22),
        ...words.lay(x + big.radius * 2 + big.gap, y + (height - textHeight) / 2, textWidth).nodes,
        ...markAt(context, persona.id, x + big.radius * 2 - 9, y + height / 2 - big.radius + 9),
      ]),
    ],
  };
}

function longest(context: Context, persona: Persona, role: string): number {
  const [name, body, quote] = [styles.personaName(''), styles.body(''), styles.quote('')];
  const said = persona.quote === undefined ? '' : context.strings.quote(persona.quote);
  const widths = [
    context.measure(persona.title, name.size, name.face),
    context.measure(role, body.size, body.face),
    context.measure(said, quote.size, quote.face),
  ];
  return Math.max(...widths) + 1;
}

function spaced(piece: Piece, above: number): Piece {
  return {
    need: piece.need,
    lay: (x, y, width) => ({ ...piece.lay(x, y + above, width), height: piece.lay(x, y + above, width).height + above }),
  };
}

/** In as few rows as there is room for, all about as long; more than a few take room from what stands beside them. */
function several(personas: Persona[], context: Context, most: number, spare: number): PersonaCards {
  const { length: count } = personas;
  const all = personas.map((_, index) => block(personas, context, Math.ceil(count / (index + 1)), index === 0 ? inOneRow : small, most));
  const within = (room: number) => all.findIndex(({ width }) => width <= room);
  const rows = within(spare);
  const found = rows >= 0 && rows < fewRows ? rows : within(Math.max(spare, most - leastBeside));
  return all[found] ?? (all.at(-1) as PersonaCards);
}

/** Each column as wide as its own texts, within limits. */
function block(personas: Persona[], context: Context, columns: number, look: typeof small, most: number): PersonaCards {
  const { theme } = context;
  const { radius, gap, rowGap, columnGap } = look;
  const perColumn = Math.ceil(personas.length / columns);
  const [name, caption] = [styles.stepTitle(theme.text), styles.caption(theme.muted)];
  const room = radius * 2 + gap;
  let height = radius * 2;
  let width = -columnGap;
  const cards = Array.from({ length: Math.ceil(personas.length / perColumn) }, (_, column) => {
    const there = personas.slice(column * perColumn, (column + 1) * perColumn);
    const natural = there.flatMap((persona) => [
      context.measure(persona.title, name.size, name.face),
      context.measure(roleLine(persona, context), caption.size, caption.face),
    ]);
    const textWidth = Math.min(look.wide, Math.max(look.least, ...natural) + 1, most - room);
    const left = width + columnGap;
    width = left + room + textWidth;
    return there.map((persona, row) => {
      const role = roleLine(persona, context);
      const texts = [paragraph(context, 'name', persona.title, name, { most: 2 })];
      if (role) texts.push(paragraph(context, 'role', role, caption, { most: 2 }));
      const words = stack(texts, 0);
      const textHeight = words.lay(0, 0, textWidth).height;
      height = Math.max(height, textHeight);
      return { persona, row, left, words, textWidth, textHeight };
    });
  }).flat();
  return {
    width,
    height: perColumn * (height + rowGap) - rowGap,
    lay: (x, y) =>
      cards.map(({ persona, row, left, words, textWidth, textHeight }) => {
        const from = x + left;
        const top = y + row * (height + rowGap);
        const middle = top + height / 2;
        return group(persona.id, { 'data-id': persona.id }, [
          hitArea(from, top, room + textWidth, height),
          ...avatar(context, persona, from + radius, middle, radius, look.initials),
          ...words.lay(from + room, middle - textHeight / 2, textWidth).nodes,
          ...markAt(context, persona.id, from + radius * 2 - 4, middle - radius + 4),
        ]);
      }),
  };
}

/** A picture cropped to a circle where there is one; else initials, their circle dashed where no file declares the persona. */
export function avatar(context: Context, persona: Persona, x: number, y: number, radius: number, size: number): SceneNode[] {
  const { theme, photos, idPrefix } = context;
  const photo = Object.hasOwn(photos, persona.name) ? photos[persona.name] : undefined;
  if (photo !== undefined && isImage(photo)) return portrait(photo, `${idPrefix}photo-${hash(persona.id)}`, x, y, radius, theme);
  const dashed = persona.declared ? {} : { stroke: theme.avatar.text, 'stroke-dasharray': '4 3' };
  return [
    circle('avatar', x, y, persona.declared ? radius : radius - 0.5, { fill: theme.avatar.fill, ...dashed }),
    label('initials', x, y + baseline(size, 0), initials(persona.title), {
      ...textAttrs({ size, face: 'semibold', fill: theme.avatar.text }),
      'text-anchor': 'middle',
    }),
  ];
}

function portrait(photo: string, id: string, x: number, y: number, radius: number, theme: Theme): SceneNode[] {
  const clip = node('clipPath', 'clip', { id }, [circle('circle', x, y, radius, {})]);
  const box = { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
  return [
    node('defs', 'defs', {}, [clip]),
    node('image', 'photo', { ...box, href: photo, preserveAspectRatio: 'xMidYMid slice', 'clip-path': `url(#${id})` }),
    circle('rim', x, y, radius - 0.5, { fill: 'none', stroke: theme.panel.divider }),
  ];
}
