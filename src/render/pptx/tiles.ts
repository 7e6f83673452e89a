import type { Making } from './deck.ts';
import type { Box, Slide } from './slide.ts';
import { paragraph } from './text.ts';

/** A number and what it says. */
export interface Figure {
  value: string;
  name: string;
  colour: string;
}

/** A number with its name below it, on a ground of its own. */
export function figure({ theme, set }: Making, slide: Slide, box: Box, { value, name, colour }: Figure): void {
  const width = box.width - 12;
  const size = [18, 16, 14, 12, 11].find((each) => set.width(paragraph(value, each, { bold: true })) <= width * 0.98) ?? 10;
  const text = [
    paragraph(value, size, { bold: true, colour, align: 'middle' }),
    paragraph(name, 9, { colour: theme.muted, align: 'middle', above: 1 }),
  ];
  slide.shape(box, {
    name,
    form: 'roundRect',
    radius: 8,
    fill: theme.panel.fill,
    ...edge(theme.panel),
    text: set.shortened(text, width, box.height - 2),
    anchor: 'middle',
    inset: [6, 1],
  });
}

/** A line round a ground of another colour. */
export function edge({ fill, stroke }: { fill: string; stroke: string }): { stroke?: { colour: string; width: number } } {
  return fill === stroke ? {} : { stroke: { colour: stroke, width: 0.75 } };
}
