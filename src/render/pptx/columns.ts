import type { Step } from '../../map/model.ts';
import { type Making, wide } from './deck.ts';
import { heightsOf, holdsWords, type Line } from './grid.ts';

/** Steps beside each other on one slide. */
export interface Columns {
  steps: readonly Step[];
  /** Of their text, in points. */
  size: number;
  /** Of the column of names and of one for each step. */
  widths: number[];
}

/** In points: those that are read from the back of a room, and those for a step that has too much for one slide. */
const sizes = [13, 12, 11.5, 11, 10.5, 10];
const smallest = [10, 9.5, 9];
const most = { columns: 5, width: 440 };

/**
 * Lays steps out on as few slides as can be read, shared out evenly where that fits, with text as large as there is room for. A step that is too much
 * for one slide has one of its own, over all its width.
 *
 * @param names - The width of the column that names the rows.
 * @param room - The height there is.
 * @param linesOf - The rows of a table of some steps.
 */
export function layOut(
  making: Making,
  steps: readonly Step[],
  { names, room }: { names: number; room: number },
  linesOf: (steps: readonly Step[], size: number) => readonly Line[],
): Columns[] {
  const widthsOf = (count: number, isWhole = false) => {
    const width = (wide - names) / Math.max(1, count);
    return [names, ...Array.from({ length: count }, () => (isWhole ? width : Math.min(most.width, width)))];
  };
  const fits = (some: readonly Step[], size: number, isWhole = false) => {
    const [lines, widths] = [linesOf(some, size), widthsOf(some.length, isWhole)];
    const height = heightsOf(lines, widths, making).reduce((sum, each) => sum + each, 0);
    return height <= room && (isWhole || holdsWords(lines, widths, making));
  };
  const greedy = (size: number) => {
    const slides: Step[][] = [];
    for (const step of steps) {
      const last = slides.at(-1);
      if (last && last.length < most.columns && fits([...last, step], size)) last.push(step);
      else slides.push([step]);
    }
    return slides;
  };
  const least = greedy(10).length;
  const size = sizes.find((each) => greedy(each).length === least) ?? 10;
  const even = sharedOut(steps, least);
  const slides = even.every((some) => some.length === 1 || (some.length <= most.columns && fits(some, size))) ? even : greedy(size);
  return slides.map((some) => {
    const isWhole = some.length === 1 && !fits(some, size);
    const own = isWhole ? ([size, ...smallest].find((each) => fits(some, each, true)) ?? 9) : size;
    return { steps: some, size: own, widths: widthsOf(some.length, isWhole) };
  });
}

/** A list in so many parts of nearly one length. */
function sharedOut<Value>(list: readonly Value[], count: number): Value[][] {
  return Array.from({ length: count }, (_, index) =>
    list.slice(Math.round((index * list.length) / count), Math.round(((index + 1) * list.length) / count)),
  );
}
