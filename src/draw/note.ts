import type { Context } from './context.ts';
import { icon } from './icons.ts';
import { rect } from './nodes.ts';
import { boxed, led, padded } from './piece.ts';
import type { Region } from './scene.ts';
import { page, styles } from './styles.ts';
import { paragraph } from './text.ts';

/** What the picture lacks and what to write, on a quiet ground across the page. */
export function noteRegion(text: string, y: number, width: number, context: Context): Region {
  const { theme } = context;
  const words = led(paragraph(context, 'text', text, styles.body(theme.muted)), 24, (x, top) => [
    icon('sign', 'flag', x, top + 1, theme.icon),
  ]);
  const piece = boxed(padded(words, { left: 20, right: 20, top: 11, bottom: 12 }), (x, top, wide, height) => [
    rect('ground', x + 0.5, top + 0.5, wide - 1, height - 1, { rx: 8.5, fill: theme.panel.fill, stroke: theme.panel.stroke }),
  ]);
  const laid = piece.lay(0, 0, width);
  return { key: 'note', x: page.margin, y, width, height: laid.height, children: laid.nodes };
}
