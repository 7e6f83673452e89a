import type { Feeling, Moment, Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { faceNodes, faceRadius, toneOf, within } from '../feel/moods.ts';
import { initials } from '../initials.ts';
import type { Lane } from '../lanes/lane.ts';
import { steps } from '../lanes/steps.ts';
import { touchpoints } from '../lanes/touchpoints.ts';
import { element } from '../marks.ts';
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
      [...inOrder(step.feelings, context).map((each) => mood(context, each, step)), ...step.moments.map((each) => moment(context, each))],
      4,
    ),
};

/** As those travel who feel so. */
function inOrder(feelings: readonly Feeling[], { personas }: Context): Feeling[] {
  const at = ({ persona }: Feeling) => personas.findIndex(({ name }) => name === persona);
  return feelings.toSorted((one, other) => at(one) - at(other));
}

const scale = 0.62;

function mood(context: Context, { id, persona, score: written, word }: Feeling, { hypothesis }: Step): Piece {
  const { strings, theme, personas } = context;
  const score = within(written);
  const said = word === undefined || word.trim() === '' ? strings.signed(score) : word;
  const who = personas.length > 1 ? personas.find(({ name }) => name === persona)?.title : undefined;
  const text = who === undefined ? said : strings.by(initials(who), said);
  const words = paragraph(context, 'word', text, styles.mood(theme.mood[toneOf(score)].text), { most: 2 });
  const title = [who, hypothesis ? strings.hypothesis : undefined].filter((each) => each !== undefined).join(': ');
  const face = (x: number, y: number) => {
    const at = `translate(${round(x + faceRadius * scale)} ${round(y + 8.5)}) scale(${scale})`;
    return [group('sign', { transform: at }, faceNodes(score, hypothesis, theme))];
  };
  return element(context, id, led(words, 24, face), 'gutter', title);
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
