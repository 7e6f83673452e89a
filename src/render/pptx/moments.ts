import type { Drawn } from './curve.ts';
import { type Making, wide } from './deck.ts';
import { page } from './look.ts';
import type { Slide } from './slide.ts';
import { lineHeight, type Paragraph, paragraph } from './text.ts';

/** Key moments in columns, by their numbers on the curve, as many as there is room for. */
export function momentList(
  making: Making,
  moments: Drawn['moments'],
  room: number,
): { height: number; put(slide: Slide, top: number): void } {
  const { theme, set, strings } = making;
  const columns = Math.min(3, Math.max(1, moments.length));
  const width = (wide - (columns - 1) * 14) / columns;
  const items = moments.map(({ moment: { kind, text = '' }, step }, index): Paragraph => {
    const told = strings.facts([strings.moment[kind], text.trim() || step.title]);
    return {
      runs: [
        { text: `${index + 1}  `, bold: true, colour: theme.moment[kind].text },
        { text: told, colour: theme.text },
      ],
      size: 9.5,
    };
  });
  const perRow = Math.max(0, ...items.map((each) => Math.min(2, set.lines(each, width)))) * 9.5 * 1.2 + 4;
  const rows = Math.min(Math.ceil(items.length / columns), Math.max(0, Math.floor(room / Math.max(1, perRow))));
  const most = rows * columns;
  const left = items.length - most;
  return {
    height: rows * perRow,
    put: (slide, top) => {
      for (const [index, item] of items.slice(0, most).entries()) {
        const [column, row] = [Math.floor(index / rows), index % rows];
        const isLast = index === most - 1 && left > 0;
        const text = isLast ? paragraph(strings.deck.more(left + 1), 9.5, { colour: theme.muted }) : item;
        const box = { x: page.margin + column * (width + 14), y: top + row * perRow, width, height: perRow };
        slide.shape(box, { name: 'Key moment', text: set.shortened([text], width, 2 * lineHeight(text) + 0.5) });
      }
    },
  };
}
