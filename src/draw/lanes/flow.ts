import type { Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { element } from '../marks.ts';
import { type Piece, stackOf } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { isSaid } from '../ways/lane.ts';
import { quotedTitles } from '../wording.ts';
import type { Lane } from './lane.ts';
import { signed } from './quiet.ts';

/**
 * What is decided, where it ends, and ways to nowhere, back to the same step or out of the picture. Ways to other steps are arrows below these words, see `ways/lane.ts`; the plain way to the
 * next step is not said.
 */
export const flow: Lane = {
  key: 'flow',
  holds: 'text',
  step(step, context) {
    const { strings, theme } = context;
    const words = (key: string, text: string) => paragraph(context, key, text, styles.small(theme.muted), { most: 6 });
    const pieces: Piece[] = [
      ...step.decides.map((each) => element(context, each.id, signed(words('text', each.text), 'fork', theme.icon), 'gutter')),
      ...besides(step, context).map((text) => words('alongside', text)),
      ...ways(step, context).map((text, index) => signed(words(`way-${index}`, text), 'arrow', theme.icon, `sign-${index}`)),
      ...step.ends.map((each) =>
        element(context, each.id, signed(words('text', strings.ends(each.text, each.when)), 'stop', theme.icon), 'gutter'),
      ),
      ...(step.replaces.length > 0 ? [words('replaces', strings.replaces(quotedTitles(step.replaces, strings)))] : []),
      ...(step.drops.length > 0 ? [words('drops', strings.drops(quotedTitles(step.drops, strings)))] : []),
    ];
    return stackOf(pieces, 7);
  },
};

/** What else happens at the same time, where that step is not in the picture. */
function besides({ alongside }: Step, { elsewhere, strings }: Context): string[] {
  const title = alongside === undefined ? undefined : elsewhere.get(alongside);
  return title === undefined ? [] : [strings.alongside(title)];
}

function ways(step: Step, context: Context): string[] {
  return step.next
    .filter((way) => isSaid(way) && (way.to === undefined || way.to === step.id || context.elsewhere.has(way.to)))
    .map((way) => {
      const to = way.to === undefined ? way.name : way.to === step.id ? step.title : context.elsewhere.get(way.to);
      return context.strings.leadsTo(to ?? '', way.when);
    });
}
