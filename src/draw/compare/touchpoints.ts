import type { ComparedStep } from '../../map/compare.ts';
import type { CustomerPromise, Silence } from '../../map/model.ts';
import type { Change } from '../../map/written.ts';
import { card } from '../card.ts';
import type { Context } from '../context.ts';
import { icon } from '../icons.ts';
import type { Lane } from '../lanes/lane.ts';
import { channelIcon } from '../lanes/touchpoints.ts';
import { element } from '../marks.ts';
import { ownerBadge } from '../owner.ts';
import { led, type Piece, stack, stackOf } from '../piece.ts';
import { shelf } from '../shelf.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { isShown } from './shown.ts';
import { goneLook, keyed, remark } from './signs.ts';

/** Contacts, missed contacts and promises: what is new, gone and changed. */
export const comparedTouchpoints: Lane = {
  key: 'touchpoints',
  holds: 'cards',
  step(step, context) {
    if (!isShown(step)) return undefined;
    const { touchpoints, silences, promises } = step.compared;
    const isKept = step.compared.before.length > 0 && step.compared.after !== undefined;
    const promised = (pairs: typeof promises) =>
      stackOf(
        pairs.map((pair) => promise(context, pair, isKept)),
        6,
      );
    const made = promised(promises.filter(({ after }) => after));
    const gone = promised(promises.filter(({ after }) => !after));
    const cards = [
      ...touchpoints.map((pair) => contact(context, pair, isKept)),
      ...silences.map((pair) => silence(context, pair, isKept)),
      ...(made ? [card(made, context.theme.card)] : []),
      ...(gone ? [card(gone, goneLook(context))] : []),
    ];
    return shelf(cards);
  },
};

function contact(context: Context, pair: ComparedStep['touchpoints'][number], isKept: boolean): Piece {
  const { strings, theme } = context;
  const { compare } = strings;
  const { before, after } = pair;
  const shown = after ?? before;
  if (!shown) return stack([], 0);
  const style = styles.cardTitle(after ? theme.text : theme.muted);
  const name = led(paragraph(context, 'name', shown.title, style, { most: 4, doc: shown.doc }), 24, (x, y) => [
    channelIcon(context, shown, x, y + 1),
  ]);
  if (!after) {
    const parts = [name, remark(context, 'gone', 'minus', compare.verdicts.gone, theme.icon)];
    return keyed(shown.id, card(stack(parts, 5), goneLook(context)));
  }
  const changes = [
    ...(pair.owner ? [compare.change(before?.owner?.title ?? strings.nobody, after.owner?.title ?? strings.nobody)] : []),
    ...(pair.channel ? [compare.change(before?.channel?.title ?? strings.noChannel, after.channel?.title ?? strings.noChannel)] : []),
  ].map((text, index) => remark(context, `change-${index}`, 'arrow', text, theme.icon));
  const heard = pair.listened || (!before && after.listens.length > 0) ? [listening(context, after.listens.length > 0)] : [];
  const isNew = !before && isKept ? [remark(context, 'new', 'plus', compare.verdicts.new, theme.moment.truth.text)] : [];
  const parts = [name, ownerBadge(context, 'owner', after.owner), ...isNew, ...changes, ...heard];
  return element(context, after.id, card(stack(parts, 6), theme.card), 'corner');
}

function listening(context: Context, isHeard: boolean): Piece {
  const { compare } = context.strings;
  return remark(context, 'heard', isHeard ? 'ear' : 'minus', isHeard ? compare.heard : compare.unheard, context.theme.ear);
}

function silence(context: Context, { before, after }: Change<Silence>, isKept: boolean): Piece {
  const { strings, theme } = context;
  const shown = after ?? before;
  if (!shown) return stack([], 0);
  const ink = after ? theme.silence.text : theme.muted;
  const words = led(paragraph(context, 'text', shown.text, styles.body(ink), { most: 6 }), 24, (x, y) => [
    icon('sign', 'silent', x, y + 1, ink),
  ]);
  if (!after) {
    const parts = [words, remark(context, 'spoken', 'check', strings.compare.spoken, theme.met)];
    return keyed(shown.id, card(stack(parts, 5), goneLook(context)));
  }
  const said = before ? [remark(context, 'still', 'level', strings.compare.silent, theme.silence.text)] : [];
  const isNew = !before && isKept ? [remark(context, 'new', 'plus', strings.compare.verdicts.new, theme.silence.text)] : [];
  return element(
    context,
    after.id,
    card(stack([words, ...said, ...isNew], 5), { fill: 'none', stroke: theme.silence.stroke, dash: '5 4' }),
    'corner',
  );
}

function promise(context: Context, { before, after, name }: Change<CustomerPromise> & { name: string }, isKept: boolean): Piece {
  const { strings, theme } = context;
  const { compare } = strings;
  const isOther = before && after && before.text !== after.text;
  const text = isOther ? compare.change(before.text, after.text) : (after ?? before)?.text;
  const said = paragraph(context, 'text', strings.promise(name, text ?? ''), styles.small(theme.muted), { most: 6 });
  const flagged = led(said, 20, (x, y) => [icon('flag', 'flag', x - 1, y + 2, theme.icon, 13)]);
  const became = after
    ? !before && isKept
      ? [remark(context, 'new', 'plus', compare.verdicts.new, theme.moment.truth.text)]
      : []
    : [remark(context, 'gone', 'minus', compare.verdicts.gone, theme.icon)];
  const piece = stack([flagged, ...became], 3);
  return after ? element(context, after.id, piece, 'gutter') : keyed(before?.id ?? name, piece);
}
