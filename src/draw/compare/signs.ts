import type { ComparedStep, Verdict } from '../../map/compare.ts';
import type { Context } from '../context.ts';
import { type IconName, icon } from '../icons.ts';
import { group, hover, label, rect } from '../nodes.ts';
import { led, type Piece } from '../piece.ts';
import { styles } from '../styles.ts';
import { baseline, paragraph, textAttrs } from '../text.ts';

const icons: Record<Verdict, IconName> = { better: 'up', worse: 'down', same: 'level', new: 'plus', gone: 'minus' };
const sides = 9;
const sign = 15;
const high = 21;

/** What became of a step: a sign, the word, and how much better it feels, in colours that only repeat it. */
export function verdictBadge(context: Context, { verdict, change, moods }: ComparedStep): Piece {
  const { strings, theme, measure } = context;
  const ink = {
    better: theme.mood.good.text,
    worse: theme.mood.bad.text,
    same: theme.muted,
    new: theme.moment.truth.text,
    gone: theme.muted,
  }[verdict];
  const style = styles.badge(ink);
  const by = change === undefined || Math.abs(change) < 0.05 ? '' : ` ${short(context, change)}`;
  const text = `${strings.compare.verdicts[verdict]}${by}`;
  const width = measure(text, style.size, style.face) + sides * 2 + sign;
  const said = moods.map(({ persona, before, after }) => {
    const both = strings.compare.change(short(context, before), short(context, after));
    const who = context.personas.find(({ name }) => name === persona)?.title;
    return who === undefined ? both : strings.by(who, both);
  });
  return {
    need: width,
    lay: (x, y) => ({
      height: high,
      nodes: [
        group('verdict', { 'data-verdict': verdict }, [
          ...(said.length > 0 ? [hover(said.join('\n'))] : []),
          rect('ground', x + 0.5, y + 0.5, width - 1, high - 1, {
            rx: high / 2 - 0.5,
            fill: theme.panel.fill,
            stroke: verdict === 'same' ? theme.panel.divider : ink,
            'stroke-dasharray': verdict === 'gone' ? '4 3' : undefined,
            'pointer-events': 'all',
          }),
          icon('sign', icons[verdict], x + sides - 2, y + 4.5, ink, 12),
          label('name', x + sides + sign, y + baseline(style.size, high), text, textAttrs(style)),
        ]),
      ],
    }),
  };
}

/** A signed number, whole where it is. */
export function short({ strings }: Pick<Context, 'strings'>, value: number): string {
  return strings.signed(value).replace(/[.,]0$/, '');
}

/** A remark in small letters behind a sign. */
export function remark(context: Context, key: string, name: IconName, text: string, colour: string): Piece {
  return led(paragraph(context, key, text, styles.caption(context.theme.muted), { most: 4 }), 17, (x, y) => [
    icon(`${key}-sign`, name, x - 1, y + 1.5, colour, 12),
  ]);
}

/** What belongs to the improved map only: it can be seen, and what is clicked there is the step round it. */
export function keyed(key: string, piece: Piece): Piece {
  return {
    need: piece.need,
    lay(x, y, width) {
      const { height, nodes } = piece.lay(x, y, width);
      return { height, nodes: [group(key, {}, nodes)] };
    },
  };
}

/** How a card of what is no more is outlined. */
export function goneLook({ theme }: Context) {
  return { fill: 'none', stroke: theme.owner.external.stroke, dash: '4 3' };
}
