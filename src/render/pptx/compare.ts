import { apart, isShown, shownMap } from '../../draw/compare/shown.ts';
import { curveOf } from '../../draw/feel/curve.ts';
import { toneOf } from '../../draw/feel/moods.ts';
import type { Line as Said } from '../../exchange/cells.ts';
import { comparedWords } from '../../exchange/compared.ts';
import { compareMaps, type Verdict } from '../../map/compare.ts';
import type { JourneyMap, Step } from '../../map/model.ts';
import { columnsOf, drawCurve } from './curve.ts';
import { begin, type Making, numbered, wide } from './deck.ts';
import { cell, headOf, heightOf, type Line, largest, type Paged, Pages, putTable, shortenedTo } from './grid.ts';
import { page } from './look.ts';
import { factNotes, type Noted } from './notes.ts';
import { dashes } from './shapes.ts';
import type { Slide } from './slide.ts';
import { type Paragraph, paragraph } from './text.ts';
import { figure } from './tiles.ts';

const sizes = [12, 11.5, 11, 10.5, 10];
const shares = [150, 84, 200, 454];
const widths = shares.map((each) => (each * wide) / shares.reduce((sum, other) => sum + other, 0));
const tile = { height: 52, gap: 10 };

/** A map beside the one that it improves: figures and curves of both on one slide, then step by step what became of it. */
export function compareSlides(making: Making, before: JourneyMap, told: Noted): Slide[] {
  const { map, strings } = making;
  const comparison = compareMaps(apart(before), map);
  const shown = shownMap(map, comparison, strings);
  return [figuresSlide(making, before, shown, comparison.counts, told), ...stepSlides(making, shown)];
}

function figuresSlide(
  making: Making,
  before: JourneyMap,
  shown: JourneyMap,
  counts: ReturnType<typeof compareMaps>['counts'],
  told: Noted,
): Slide {
  const { map, strings, theme, set } = making;
  const { compare, figures } = strings;
  const below = [paragraph(strings.by(compare.improves, before.title), 12, { colour: theme.muted })];
  const { slide, top } = begin(making, strings.deck.beforeAndAfter, { below });
  const [was, is] = [before.figures, map.figures];
  const change = <T>(a: T | undefined, b: T | undefined, said: (value: T) => string) =>
    compare.change(a === undefined ? '–' : said(a), b === undefined ? '–' : said(b));
  const ours = ({ ours: count, touchpoints }: JourneyMap['figures']) => `${count}/${touchpoints}`;
  const tiles = [
    ...(was.mood === undefined && is.mood === undefined
      ? []
      : [{ value: change(was.mood, is.mood, strings.signed), name: figures.mood, colour: theme.mood[toneOf(is.mood ?? 0)].text }]),
    ...(was.touchpoints + is.touchpoints > 0
      ? [{ value: change(ours(was), ours(is), String), name: figures.ours, colour: theme.text }]
      : []),
    ...(was.time === undefined && is.time === undefined
      ? []
      : [{ value: change(was.time, is.time, strings.duration), name: strings.lanes.time.label, colour: theme.text }]),
    ...(['better', 'worse', 'new', 'gone'] as const).map((verdict) => ({
      value: `${counts[verdict]}`,
      name: compare.steps(verdict, counts[verdict]),
      colour: counts[verdict] > 0 ? verdictColour(verdict, making) : theme.text,
    })),
    ...(counts.pains > 0 ? [{ value: `${counts.answered} / ${counts.pains}`, name: compare.painsAnswered, colour: theme.text }] : []),
  ];
  const natural = tiles.map(({ value }) => Math.max(70, set.width(paragraph(value, 16, { bold: true })) * 1.04 + 14));
  const scale = (wide - tile.gap * (tiles.length - 1)) / natural.reduce((sum, each) => sum + each, 0);
  let x = page.margin;
  for (const [index, each] of tiles.entries()) {
    const width = (natural[index] ?? 0) * Math.min(1.35, scale);
    figure(making, slide, { x, y: top, width, height: tile.height }, each);
    x += width + tile.gap;
  }
  const steps = shown.stages.flatMap((stage) => stage.steps);
  if (steps.some((step) => step.feelings.length > 0 || (isShown(step) && step.felt.length > 0)))
    curves(making, slide, top + tile.height + 40, steps);
  slide.notes = [told.description, '', ...factNotes(told.facts, strings)];
  return slide;
}

/** Both curves over the same steps: before as a thin dashed line, after with its faces. */
function curves(making: Making, slide: Slide, top: number, steps: readonly Step[]): void {
  const { strings, theme, set } = making;
  const pitch = wide / steps.length;
  const titles = [10, 9.5, 9]
    .map((each) => steps.map(({ title }) => paragraph(title, each, { align: 'middle' })))
    .find((texts) => texts.every((text) => set.holdsWords([text], pitch - 6) && set.lines(text, pitch - 6) <= 5));
  const below = titles ? Math.max(...titles.map((text) => set.height([text], pitch - 6))) + 6 : 0;
  const box = { x: page.margin, y: top, width: wide, height: Math.min(240, page.footer - 8 - below - top) };
  const radius = pitch >= 24 ? Math.min(10, pitch / 4.4) : Math.max(1.2, Math.min(4, pitch / 4));
  const columns = columnsOf(steps, pitch);
  const past = columns.flatMap(({ step, x, width }) =>
    isShown(step) ? step.felt.map(({ score }, index) => ({ score, x: x + (width * (index + 1)) / (step.felt.length + 1) })) : [],
  );
  const { before, after } = strings.compare.curves;
  const words = pitch >= 46 ? { words: 9 } : {};
  const line = (perScore: number) => (past.length > 1 ? curveOf(past.map(({ score, x }) => ({ x, y: -score * perScore }))) : undefined);
  drawCurve(making, slide, box, columns, {
    radius,
    ...words,
    personas: [],
    alt: strings.list([before, after]),
    name: after,
    under: { line, name: before },
  });
  let x = page.margin + wide;
  for (const [name, dash, colour] of [
    [after, undefined, theme.mood.good.fill],
    [before, dashes[1], theme.icon],
  ] as const) {
    const text = paragraph(name, 10, { colour: theme.muted });
    const width = set.width(text) * 1.03 + 4;
    x -= width;
    slide.shape({ x, y: top - 18, width, height: 13 }, { name: 'Legend', text: [text] });
    x -= 32;
    slide.shape(
      { x, y: top - 11, width: 26, height: 0 },
      { name: 'Pattern', form: 'line', stroke: { colour, width: 2, ...(dash ? { dash } : {}) } },
    );
    x -= 16;
  }
  for (const [index, text] of (titles ?? []).entries())
    slide.shape(
      { x: page.margin + index * pitch + 1, y: box.y + box.height + 4, width: pitch - 2, height: below },
      { name: 'Step', text: [text], inset: [2, 0] },
    );
}

function verdictColour(verdict: Verdict, { theme }: Making): string {
  return { better: theme.mood.good.text, worse: theme.mood.bad.text, same: theme.muted, new: theme.moment.truth.text, gone: theme.muted }[
    verdict
  ];
}

/** A table of all steps, over more slides where it is long. */
function stepSlides(making: Making, shown: JourneyMap): Slide[] {
  const { deck } = making.strings;
  const { top } = begin(making, deck.whatChanged);
  const { pages, head } = largest(making, widths, sizes, (size) => pagesAt(making, shown, page.footer - 6 - top, size));
  return pages.map(({ lines, notes }, index) => {
    const { slide, top: from } = begin(making, numbered(deck.whatChanged, index, pages.length));
    putTable(making, slide, from, { lines: [head, ...lines], widths, name: deck.whatChanged, alt: deck.whatChanged });
    slide.notes = notes;
    return slide;
  });
}

function pagesAt(making: Making, shown: JourneyMap, height: number, size: number): Paged {
  const { strings, theme } = making;
  const { deck, lanes } = strings;
  const head = headOf(making, [deck.step, deck.became, lanes.feels.label, deck.changed], size);
  const room = height - heightOf(head, widths, making);
  const pages = new Pages(room);
  const add = (line: Line, following: number, notes: readonly string[]) => {
    const { page: to } = pages.take(heightOf(line, widths, making), following);
    to.lines.push(line);
    to.notes.push(...notes);
  };
  for (const [index, stage] of shown.stages.entries()) {
    const rows = stage.steps.map((step) => ({ step, ...rowOf(making, step, room, size) }));
    const [first] = rows;
    const colours = theme.stages[index % theme.stages.length] ?? { fill: theme.panel.fill, text: theme.text };
    const name = { text: [paragraph(stage.title, size, { bold: true, colour: colours.text })], fill: colours.fill, across: 4 };
    const covered = { text: [], fill: colours.fill, covered: 'row' as const };
    if (!stage.implicit && first) add({ cells: [name, covered, covered, covered] }, heightOf(first.line, widths, making), [stage.title]);
    for (const { step, line, notes } of rows) add(line, 0, [step.title, ...notes.map(({ text }) => `– ${text}`)]);
  }
  return { head, pages: pages.all };
}

function rowOf(making: Making, step: Step, room: number, size: number): { line: Line; notes: Said[] } {
  const { telling, strings, theme } = making;
  if (!isShown(step)) return { line: { cells: [cell(paragraph(step.title, size)), cell(), cell(), cell()] }, notes: [] };
  const { verdict } = step.compared;
  const told = (lane: keyof typeof comparedWords): Said[] => comparedWords[lane].step?.(step, telling) ?? [];
  const texts = (lines: readonly Said[]): Paragraph[] => lines.map(({ text }) => paragraph(text, size, { above: 2 }));
  const changed = (['time', 'moments', 'touchpoints', 'pains', 'opportunities'] as const).flatMap(told);
  const [first, ...more] = told('steps');
  const became = [
    paragraph(first?.text ?? strings.compare.verdicts[verdict], size, { bold: true, colour: verdictColour(verdict, making) }),
  ];
  const line: Line = {
    cells: [
      cell(
        paragraph(step.title, size, { bold: true, ...(verdict === 'gone' ? { colour: theme.muted } : {}) }),
        ...texts(more).map((each) => ({ ...each, size: size - 1 })),
      ),
      cell(...became),
      cell(...texts(told('feels'))),
      cell(...texts(changed)),
    ],
  };
  const [kept = line] = shortenedTo([line], widths, room - 40, making);
  return { line: kept, notes: [...told('steps'), ...told('feels'), ...changed] };
}
