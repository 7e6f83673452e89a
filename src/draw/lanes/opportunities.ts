import type { Level, Opportunity } from '../../map/model.ts';
import { card } from '../card.ts';
import type { Context } from '../context.ts';
import { element } from '../marks.ts';
import { circle, group, hover, label } from '../nodes.ts';
import { ownerBadge } from '../owner.ts';
import { type Piece, stack } from '../piece.ts';
import type { SceneNode } from '../scene.ts';
import { shelf } from '../shelf.ts';
import { styles } from '../styles.ts';
import { baseline, paragraph, textAttrs } from '../text.ts';
import { action } from './actions.ts';
import type { Lane } from './lane.ts';

/** What could be better, what it would bring and cost, and what is done. */
export const opportunities: Lane = {
  key: 'opportunities',
  holds: 'cards',
  step(step, context) {
    const { opportunity, card: plain, text } = context.theme;
    const cards = step.opportunities.map((each) => {
      const parts = [
        paragraph(context, 'text', each.text, styles.body(opportunity.text), { most: 8 }),
        ...(each.impact || each.effort ? [weighed(context, each)] : []),
        ...(each.owner ? [ownerBadge(context, 'owner', each.owner)] : []),
        ...each.actions.map((what) => action(context, what, opportunity.text)),
      ];
      return element(context, each.id, card(stack(parts, 6), opportunity), 'corner');
    });
    if (step.actions.length > 0)
      cards.push(
        card(
          stack(
            step.actions.map((what) => action(context, what, text)),
            6,
          ),
          plain,
        ),
      );
    return shelf(cards);
  },
};

const dot = 3.4;
const pitch = 9.6;

/** `impact ●●● effort ●○○`, on one line where there is room. */
export function weighed(context: Context, { impact, effort }: Opportunity): Piece {
  const { strings, theme, measure } = context;
  const style = styles.caption(theme.opportunity.dots);
  const parts = [
    ...(impact ? [{ key: 'impact', name: strings.impact, level: impact }] : []),
    ...(effort ? [{ key: 'effort', name: strings.effort, level: effort }] : []),
  ].map((part) => ({ ...part, wide: measure(part.name, style.size, style.face) + 4 + pitch * 3 }));
  return {
    need: Math.max(...parts.map((part) => part.wide)),
    lay(x, y, width) {
      const nodes: SceneNode[] = [];
      let [across, down] = [0, 0];
      for (const part of parts) {
        if (across > 0 && across + part.wide > width) [across, down] = [0, down + style.leading];
        const at = x + across;
        const base = y + down + baseline(style.size, style.leading);
        const dots = levelDots(at + part.wide - pitch * 3, base - 4, part.level, theme.opportunity.dots);
        nodes.push(group(part.key, {}, [hover(strings.levels[part.level]), label('name', at, base, part.name, textAttrs(style)), ...dots]));
        across += part.wide + 7;
      }
      return { height: down + style.leading, nodes };
    },
  };
}

function levelDots(x: number, y: number, level: Level, colour: string): SceneNode[] {
  const filled = { low: 1, medium: 2, high: 3 }[level];
  return [0, 1, 2].map((index) => {
    const on = index < filled;
    const r = on ? dot + 0.4 : dot;
    return circle(`${index}`, x + pitch * index + pitch / 2, y, r, { fill: on ? colour : 'none', stroke: on ? undefined : colour });
  });
}
