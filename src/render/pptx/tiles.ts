import type { Making } from './deck.ts';
import type { Box, Slide } from './slide.ts';
import { type Paragraph, paragraph } from './text.ts';

/** A number and what it says. */
export interface Figure {
  value: string;
  name: string;
  colour: string;
}

/** A number with its name below it, on a ground of its own. */
export function figure({ theme, set }: Making, slide: Slide, box: Box, { value, name, colour }: Figure): void {
  const width = box.width - 12;
  const textOf = (large: number, small: number) => [
    paragraph(value, large, { bold: true, colour, align: 'middle' }),
    paragraph(name, small, { colour: theme.muted, align: 'middle', above: 1 }),
  ];
  const fits = ([first, second]: Paragraph[]) =>
    first !== undefined &&
    second !== undefined &&
    set.holdsWords([first, second], width) &&
    set.height([first, second], width) <= box.height - 2;
  const isOneLine = ([first]: Paragraph[]) => first !== undefined && set.lines(first, width) === 1;
  const tried = [9, 8.5, 8].flatMap((small) => [18, 16, 14, 12, 11, 10].map((large) => textOf(large, small)));
  const text = tried.find((each) => isOneLine(each) && fits(each)) ?? tried.find(fits) ?? textOf(10, 8);
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
