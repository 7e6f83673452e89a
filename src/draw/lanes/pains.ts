import type { Level, Pain } from '../../map/model.ts';
import { card } from '../card.ts';
import type { Context } from '../context.ts';
import { element } from '../marks.ts';
import { group, hover, rect } from '../nodes.ts';
import { type Piece, stack } from '../piece.ts';
import type { SceneNode } from '../scene.ts';
import { shelf } from '../shelf.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { action } from './actions.ts';
import type { Lane } from './lane.ts';

/** Difficulties, how severe, and what is done about them. */
export const pains: Lane = {
  key: 'pains',
  holds: 'cards',
  step(step, context) {
    return shelf(step.pains.map((pain) => difficulty(context, pain)));
  },
};

const barsWide = 16;

function difficulty(context: Context, pain: Pain): Piece {
  const { theme } = context;
  const text = paragraph(context, 'text', wordsOf(context, pain), styles.body(theme.pain.text), { most: 8 });
  const headed = pain.severity === undefined ? text : withBars(context, text, pain.severity);
  const actions = pain.actions.map((each) => action(context, each, theme.pain.text));
  return element(context, pain.id, card(stack([headed, ...actions], 6), theme.pain), 'corner');
}

/** Its text, and where there are several personas whose it is. */
export function wordsOf({ personas, strings }: Context, { persona, text }: Pain): string {
  const person = personas.length > 1 ? personas.find(({ name }) => name === persona)?.title : undefined;
  return person === undefined ? text : strings.by(person, text);
}

/** Three bars at the right: as many are filled as the pain is severe. */
function withBars(context: Context, piece: Piece, severity: Level): Piece {
  const room = barsWide + 6;
  const filled = { low: 1, medium: 2, high: 3 }[severity];
  const { bars, empty, stroke } = context.theme.pain;
  return {
    need: piece.need + room,
    lay(x, y, width) {
      const laid = piece.lay(x, y, width - room);
      const left = x + width - barsWide;
      const drawn: SceneNode[] = [4, 7, 10].map((high, index) => {
        const on = index < filled;
        return rect(`${index}`, left + index * 6, y + 14 - high, 4, high, {
          rx: 1,
          fill: on ? bars : empty,
          stroke: on || empty !== context.theme.background ? undefined : stroke,
        });
      });
      const hit = rect('hit', left, y, barsWide, 16, { fill: 'none', 'pointer-events': 'all' });
      return {
        height: laid.height,
        nodes: [...laid.nodes, group('severity', {}, [hover(context.strings.severity(severity)), hit, ...drawn])],
      };
    },
  };
}
