import type { Feeling, Moment, Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { faceNodes, faceRadius, toneOf, within } from '../feel/moods.ts';
import { initials } from '../initials.ts';
import type { Lane } from '../lanes/lane.ts';
import { steps } from '../lanes/steps.ts';
import { touchpoints } from '../lanes/touchpoints.ts';
import { element, gutter, markAt } from '../marks.ts';
import { group, hover, path, round } from '../nodes.ts';
import { led, type Piece, stack, stackOf } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';

/** A label of a name and, smaller, what to read there. */
export function named({ label, sub }: { label: string; sub?: string }, context: Context): Piece {
  const { theme } = context;
  const name = paragraph(context, 'name', label, styles.lane(theme.muted));
  return sub === undefined ? name : stack([name, paragraph(context, 'sub-0', sub, styles.caption(theme.faint), { most: 3 })], 0);
}

/** What the customer meets. */
export const evidence: Lane = { ...touchpoints, label: (context) => named(context.strings.blueprint.evidence, context) };

/** What the customer does. */
export const actions: Lane = { ...steps, label: (context) => named(context.strings.blueprint.actions, context) };

/** How it feels, as small faces with their words, and key moments: a blueprint has no room for the curve. */
export const moods: Lane = {
  key: 'feels',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      [
        ...alike(inOrder(step.feelings, context)).map((each) => mood(context, each, step)),
        ...step.moments.map((each) => moment(context, each)),
      ],
      4,
    ),
};

/** The same where nobody feels anything: what is left is key moments. */
export const moments: Lane = { ...moods, label: (context) => named(context.strings.lanes.moments, context) };

/** As those travel who feel so. */
function inOrder(feelings: readonly Feeling[], { personas }: Context): Feeling[] {
  const at = ({ persona }: Feeling) => personas.findIndex(({ name }) => name === persona);
  return feelings.toSorted((one, other) => at(one) - at(other));
}

/** Feelings that are the same, those of several personas, together. */
function alike(feelings: readonly Feeling[]): Feeling[][] {
  return [...Map.groupBy(feelings, ({ score, word }) => `${within(score)} ${word ?? ''}`).values()];
}

const scale = 0.62;

/** What some feel, with their initials where others may feel otherwise. */
function mood(context: Context, feelings: readonly Feeling[], { hypothesis, feelings: all }: Step): Piece {
  const { strings, theme, personas } = context;
  const [{ id, score: written, word } = { id: '', score: 0, word: undefined }, ...others] = feelings;
  const score = within(written);
  const said = word === undefined || word.trim() === '' ? strings.signed(score) : word;
  const names = feelings.flatMap(({ persona }) => personas.filter(({ name }) => name === persona).map(({ title }) => title));
  const isOfAll = feelings.length === all.length && names.length === personas.length;
  const who = personas.length > 1 && names.length > 0 ? strings.list(names) : undefined;
  const text = who === undefined || isOfAll ? said : strings.by(strings.list(names.map(initials)), said);
  const words = paragraph(context, 'word', text, styles.mood(theme.mood[toneOf(score)].text), { most: 2 });
  const title = [who, hypothesis ? strings.hypothesis : undefined].filter((each) => each !== undefined).join(': ');
  const face = (x: number, y: number) => {
    const at = `translate(${round(x + faceRadius * scale)} ${round(y + 8.5)}) scale(${scale})`;
    return [group('sign', { transform: at }, faceNodes(score, hypothesis, theme))];
  };
  return element(context, id, withOthers(context, led(words, 24, face), others), 'gutter', title);
}

/** A feeling with the others that are the same: elements of their own, which a finding may point at. */
function withOthers(context: Context, piece: Piece, others: readonly Feeling[]): Piece {
  return {
    need: piece.need,
    lay(x, y, width) {
      const { height, nodes } = piece.lay(x, y, width);
      const own = others.map(({ id }, index) => group(id, { 'data-id': id }, markAt(context, id, x - gutter, y + 9 + 3 * (index + 1))));
      return { height, nodes: [...nodes, ...own] };
    },
  };
}

function moment(context: Context, { id, kind, text }: Moment): Piece {
  const { strings, theme } = context;
  const colours = theme.moment[kind];
  const words = paragraph(context, 'name', strings.moment[kind], styles.mood(colours.text), { most: 2 });
  const diamond = (x: number, y: number) => [
    ...(text ? [hover(text)] : []),
    path('sign', `M${round(x + 8.5)} ${round(y + 3)}l5.5 5.5l-5.5 5.5l-5.5-5.5z`, { fill: colours.fill }),
  ];
  return element(context, id, led(words, 24, diamond), 'gutter');
}
