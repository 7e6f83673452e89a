import type { CustomerPromise, ListeningPost, Silence, Touchpoint } from '../../map/model.ts';
import { card } from '../card.ts';
import type { Context } from '../context.ts';
import { icon } from '../icons.ts';
import { element } from '../marks.ts';
import { group, hover, rect } from '../nodes.ts';
import { ownerBadge } from '../owner.ts';
import { led, type Piece, padded, stack } from '../piece.ts';
import { shelf } from '../shelf.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import type { Lane } from './lane.ts';

/** Contacts with their channel, who answers for them and who listens there; and the contacts that are missed. */
export const touchpoints: Lane = {
  key: 'touchpoints',
  holds: 'cards',
  step(step, context) {
    const cards = [
      ...step.touchpoints.map((touchpoint) => contact(context, touchpoint)),
      ...step.silences.map((silence) => missed(context, silence)),
    ];
    const loose = rows(context, step.listens, step.promises);
    if (loose.length > 0) cards.push(card(stack(loose, 6), context.theme.card));
    return shelf(cards);
  },
};

function contact(context: Context, touchpoint: Touchpoint): Piece {
  const { theme } = context;
  const name = paragraph(context, 'name', touchpoint.title, styles.cardTitle(theme.text), { most: 4, doc: touchpoint.doc });
  const parts = [
    led(name, 24, (x, y) => [channelIcon(context, touchpoint, x, y + 1)]),
    ownerBadge(context, 'owner', touchpoint.owner),
    ...rows(context, touchpoint.listens, touchpoint.promises),
  ];
  return element(context, touchpoint.id, card(stack(parts, 7), theme.card), 'corner');
}

/** The sign of a touchpoint's channel, with its name under the pointer. */
export function channelIcon(context: Context, { channel }: Touchpoint, x: number, y: number) {
  const { strings, theme } = context;
  const said = channel
    ? `${channel.title} (${channel.declared ? strings.channels[channel.kind] : strings.undeclaredChannel})`
    : strings.noChannel;
  const drawn = icon('sign', channel?.kind ?? 'other', x, y, theme.icon);
  return group('channel', {}, [hover(said), rect('hit', x, y, 16, 16, { fill: 'none', 'pointer-events': 'all' }), drawn]);
}

/** Where we listen and what we promise, a line each. */
function rows(context: Context, listens: ListeningPost[], promises: CustomerPromise[]): Piece[] {
  return [...listens.map((post) => listening(context, post)), ...promises.map((promise) => promised(context, promise))];
}

function listening(context: Context, post: ListeningPost): Piece {
  const { strings, theme } = context;
  const measured = post.metric !== undefined;
  const text = measured ? strings.measure(post.metric ?? '', post.value?.text, post.target?.text) : post.text;
  const line = paragraph(context, 'text', text, styles.small(theme.muted), { most: 4, doc: measured ? post.text : undefined });
  return element(
    context,
    post.id,
    led(line, 20, (x, y) => [icon('ear', 'ear', x - 1, y + 1, theme.ear, 14)]),
    'gutter',
  );
}

function promised(context: Context, promise: CustomerPromise): Piece {
  const { strings, theme } = context;
  const line = paragraph(context, 'text', strings.promise(promise.name, promise.text), styles.small(theme.muted), { most: 4 });
  const against = (promise.against ?? []).map(({ text, at }, index) =>
    paragraph(context, `against-${index}`, strings.against(text, at), styles.caption(theme.silence.text), { most: 6 }),
  );
  const colour = against.length > 0 ? theme.unmet : theme.icon;
  return element(
    context,
    promise.id,
    led(stack([line, ...against], 1), 20, (x, y) => [icon('flag', 'flag', x - 1, y + 2, colour, 13)]),
    'gutter',
  );
}

/** A card that is not there. */
function missed(context: Context, silence: Silence): Piece {
  const { strings, theme } = context;
  const text = paragraph(context, 'text', silence.text, styles.body(theme.silence.text), { most: 6 });
  const lasts = silence.lasts ? [paragraph(context, 'lasts', strings.lasts(silence.lasts.text), styles.caption(theme.silence.text))] : [];
  const piece = led(stack([text, ...lasts], 2), 24, (x, y) => [icon('sign', 'silent', x, y + 1, theme.silence.text)]);
  return element(
    context,
    silence.id,
    card(padded(piece, { bottom: 1 }), { fill: 'none', stroke: theme.silence.stroke, dash: '5 4' }),
    'corner',
  );
}
