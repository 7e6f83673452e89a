import type { Element, Evidence, Expectation, Handoff, Metric, Moment, Stage, Work } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { type IconName, icon } from '../icons.ts';
import { element } from '../marks.ts';
import { path } from '../nodes.ts';
import { led, type Piece, stack, stackOf } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { together } from '../wording.ts';
import type { Lane } from './lane.ts';

const gap = 7;

/** A text, and in smaller letters below it what else is known. */
function note(context: Context, text: string, under: (string | undefined)[] = []): Piece {
  const { theme } = context;
  const facts = context.strings.facts(under);
  const main = paragraph(context, 'text', text, styles.small(theme.muted), { most: 8 });
  return facts === '' ? main : stack([main, paragraph(context, 'facts', facts, styles.caption(theme.faint), { most: 6 })], 1);
}

/** A piece with a sign before its first line. */
export function signed(piece: Piece, sign: IconName, colour: string, key = 'sign'): Piece {
  return led(piece, 18, (x, y) => [icon(key, sign, x - 1, y + 2, colour, 12)]);
}

function text(context: Context, what: Element, piece: Piece, title?: string): Piece {
  return element(context, what.id, piece, 'gutter', title);
}

function expectation(context: Context, what: Expectation): Piece {
  const { strings, theme } = context;
  if (what.met === undefined) return text(context, what, note(context, what.text));
  const said = note(context, what.text, [what.met ? strings.met : strings.unmet]);
  return text(context, what, signed(said, what.met ? 'check' : 'cross', what.met ? theme.met : theme.unmet));
}

/**
 * The diamond of a moment as it stands at the curve, with the words that say why it is one. Its findings stand at the curve; where none is
 * drawn they stand here, and the moment says what it is.
 */
function reason(context: Context, { id, kind, text: words = '' }: Moment): Piece {
  const { strings, theme, lanes } = context;
  const atCurve = lanes.includes('feels');
  const said = words.trim() === '' ? note(context, strings.moment[kind]) : note(context, words, atCurve ? [] : [strings.moment[kind]]);
  const piece = led(said, 18, (x, y) => [path('sign', `M${x + 5} ${y + 3}l5.5 5.5l-5.5 5.5l-5.5-5.5z`, { fill: theme.moment[kind].fill })]);
  return element(atCurve ? { ...context, marks: {} } : context, id, piece, 'gutter', strings.moment[kind]);
}

/** What makes a moment a key moment, where the map says so. */
export const moments: Lane = {
  key: 'moments',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.moments
        .filter(({ text }) => !context.lanes.includes('feels') || (text !== undefined && text.trim() !== ''))
        .map((each) => reason(context, each)),
      gap,
    ),
};

/** What the customer counts on, and whether it comes true. */
export const expects: Lane = {
  key: 'expects',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.expects.map((each) => expectation(context, each)),
      gap,
    ),
  stage: (stage, context) =>
    stackOf(
      stage.expects.map((each) => expectation(context, each)),
      gap,
    ),
};

function work(context: Context, what: Work): Piece {
  const systems = what.using.map((system) => together(system.title));
  const using = systems.length > 0 ? context.strings.using(context.strings.list(systems)) : undefined;
  return text(context, what, note(context, what.text, [what.by?.title, using]));
}

/** What staff do in view. */
export const frontstage: Lane = {
  key: 'frontstage',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.frontstage.map((each) => work(context, each)),
      gap,
    ),
};

/** What staff do out of view. */
export const backstage: Lane = {
  key: 'backstage',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.backstage.map((each) => work(context, each)),
      gap,
    ),
};

function handoff(context: Context, what: Handoff): Piece {
  const { strings, theme } = context;
  const after = what.after ? strings.after(what.after.text) : undefined;
  const wait = after === undefined ? [] : [paragraph(context, 'after', after, styles.caption(theme.faint), { most: 2 })];
  const said = stack([note(context, strings.handoff(what.from?.title, what.to?.title), [what.text]), ...wait], 0);
  return text(context, what, signed(said, 'beside', theme.icon));
}

/** Work that changes hands inside. */
export const handoffs: Lane = {
  key: 'handoffs',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.handoffs.map((each) => handoff(context, each)),
      gap,
    ),
};

function metric(context: Context, what: Metric): Piece {
  const { strings } = context;
  const on = what.on ? strings.asOf(what.on) : undefined;
  const from = what.from ? strings.fromFile(what.from.file, what.from.column) : undefined;
  return text(context, what, note(context, strings.measure(what.name, what.value?.text, what.target?.text), [on, from]));
}

/** What is measured. */
export const measures: Lane = {
  key: 'measures',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.metrics.map((each) => metric(context, each)),
      gap,
    ),
  stage: (stage, context) =>
    stackOf(
      stage.metrics.map((each) => metric(context, each)),
      gap,
    ),
};

function proof(context: Context, what: Evidence): Piece {
  return text(context, what, note(context, what.text), what.link);
}

/** What it rests on. */
export const evidence: Lane = {
  key: 'evidence',
  holds: 'text',
  step: (step, context) =>
    stackOf(
      step.evidence.map((each) => proof(context, each)),
      gap,
    ),
  stage: (stage, context) =>
    stackOf(
      stage.evidence.map((each) => proof(context, each)),
      gap,
    ),
};

function ours(context: Context, stage: Stage): Piece | undefined {
  const { theme, strings } = context;
  const goals = stage.businessGoals.map((goal) =>
    text(context, goal, paragraph(context, 'text', goal.text, styles.body(theme.muted), { most: 6 })),
  );
  const owner = stage.owner
    ? [paragraph(context, 'owner', strings.answers(stage.owner.title), styles.caption(theme.faint), { most: 3 })]
    : [];
  return stackOf([...goals, ...owner], 5);
}

/** What we want of a stage, and who answers for it. */
export const goals: Lane = { key: 'goals', holds: 'text', stage: (stage, context) => ours(context, stage) };
