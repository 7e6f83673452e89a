import type { Team } from '../map/model.ts';
import type { Context } from './context.ts';
import { icon } from './icons.ts';
import { breakLines, type Lines, tidy, type Words, wordsOf } from './lines.ts';
import { group, hover, rect } from './nodes.ts';
import type { Piece } from './piece.ts';
import { styles } from './styles.ts';
import { baseline, type TextStyle, textNode } from './text.ts';

const sides = 10;
const sign = 14;

/**
 * Who answers for it, as a badge of `most` lines: ours filled, an external team's dashed with an arrow leading out, the customer's own in a colour of its own with a
 * figure, one that nobody declared dotted with a question mark, and nobody as a warning,
 * in the words of `nobody`.
 */
export function ownerBadge(
  context: Context,
  key: string,
  owner: Team | undefined,
  { nobody = context.strings.nobody, most = 2 }: { nobody?: string; most?: number } = {},
): Piece {
  const kind = owner?.kind ?? 'none';
  const colours = context.theme.owner[kind];
  const style = styles.badge(colours.text);
  const signed = kind === 'external' || kind === 'customer' || kind === 'undeclared';
  const room = sides * 2 + (signed ? sign : 0);
  const text = owner?.title ?? nobody;
  const words = wordsOf(text, style.size, style.face, context.measure);
  return {
    need: words.widest + room,
    lay(x, y, width) {
      const { lines, width: used, cut } = evenLines(context, words, width - room, style, most);
      const wide = used + room;
      const high = lines.length * style.leading + 6;
      const outline = colours.fill === 'none' || kind === 'none';
      const textAt = x + sides + (kind === 'customer' ? sign : 0) + used / 2;
      const signAt = kind === 'customer' ? x + sides - 2 : x + sides + used + 3;
      const nodes = [
        ...(owner || cut
          ? [
              hover(
                [cut ? tidy(text) : '', owner ? context.strings.teams[owner.kind] : '', owner?.contact ?? ''].filter(Boolean).join('\n'),
              ),
            ]
          : []),
        rect('ground', x + 0.5, y + 0.5, wide - 1, high - 1, {
          rx: Math.min(10, high / 2),
          fill: colours.fill,
          stroke: outline || colours.stroke !== colours.fill ? colours.stroke : undefined,
          'stroke-dasharray': kind === 'external' ? '4 3' : kind === 'undeclared' ? '0.1 3' : undefined,
          'stroke-linecap': kind === 'undeclared' ? 'round' : undefined,
          'stroke-width': kind === 'undeclared' ? 1.4 : undefined,
          'pointer-events': 'all',
        }),
        textNode('name', textAt, y + 3 + baseline(style.size, style.leading), lines, style, 'middle'),
      ];
      const middle = y + high / 2;
      if (kind === 'external') nodes.push(icon('sign', 'out', signAt, middle - 5.5, colours.text, 11));
      if (kind === 'customer') nodes.push(icon('sign', 'person', signAt, middle - 6, colours.text, 12));
      if (kind === 'undeclared')
        nodes.push(textNode('sign', signAt + 4, y + 3 + baseline(style.size, high - 6), ['?'], { ...style, face: 'semibold' }, 'middle'));
      return { height: high, nodes: [group(key, { 'data-owner': kind }, nodes)] };
    },
  };
}

/** A few lines at most, and where there are several about as long as each other, so that no word is left alone. */
function evenLines(context: Context, words: Words, width: number, { size, face }: TextStyle, most: number): Lines {
  const broken = (room: number) => breakLines(words, room, size, face, context.measure, context.inFull ? undefined : most);
  const widest = broken(width);
  if (widest.lines.length < 2 || widest.cut) return widest;
  for (let room = Math.max(words.widest, width / 2); room < width; room += 6) {
    const narrower = broken(room);
    if (!narrower.cut && narrower.lines.length === widest.lines.length) return narrower;
  }
  return widest;
}
