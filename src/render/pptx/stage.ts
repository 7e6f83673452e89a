import { expected } from '../../exchange/cells.ts';
import { lanes as allLanes, type LaneName } from '../../language/names/settings.ts';
import type { Stage, Step } from '../../map/model.ts';
import { cellOf, laneName } from './cells.ts';
import { layOut } from './columns.ts';
import { columnsOf, drawCurve, legend } from './curve.ts';
import { begin, type Making, numbered } from './deck.ts';
import { cell, heightsOf, type Line, putTable, shortenedTo } from './grid.ts';
import { page } from './look.ts';
import { type Noted, stepNotes } from './notes.ts';
import { type Box, cellInset, type Slide } from './slide.ts';
import { type Paragraph, paragraph, type Run } from './text.ts';

/** What a slide shows of each step where nobody says which lanes they want. The rest stands in the notes. */
const usual: readonly LaneName[] = ['steps', 'thinks', 'says', 'sees', 'hears', 'moments', 'touchpoints', 'pains', 'opportunities'];
/** Of the names of lanes, in points. */
const nameSize = 9.5;
const band = { height: 92, highest: 140, radius: 11, words: 10, below: 6 };

/** The slides of a stage: its steps as columns, in one slide where they can be read there. */
export function stageSlides(making: Making, stage: Stage, told: Noted): Slide[] {
  const { map, theme, strings } = making;
  const steps = stage.steps;
  const index = map.stages.findIndex(({ id }) => id === stage.id);
  const colours = theme.stages[Math.max(0, index) % theme.stages.length] ?? {
    fill: theme.panel.fill,
    text: theme.text,
    stroke: theme.text,
  };
  const title = stage.implicit ? map.title : stage.title;
  const below = stageFacts(stage, making);
  const hasCurve = steps.some(({ feelings }) => feelings.length > 0) && (making.job.lanes ?? ['feels']).includes('feels');
  const { top: trial } = begin(making, title, { below });
  const room = page.footer - 6 - trial - (map.personas.length > 1 ? 16 : 0) - (hasCurve ? band.height + band.below : 0);
  const names = namesWidth(making, steps);
  const pages = layOut(making, steps, { names, room }, (some, size) => linesOf(making, some, lanesOf(making, some), size, colours));
  return pages.map(({ steps: columns, size, widths }, at) => {
    const { slide, top } = begin(making, numbered(title, at, pages.length), { below, colour: colours.text });
    const right = page.margin + widths.reduce((sum, each) => sum + each, 0);
    let y = top;
    let lanes: readonly LaneName[] = lanesOf(making, columns);
    if (hasCurve && columns.some(({ feelings }) => feelings.length > 0)) {
      y += legend(making, slide, right, y);
      const heights = heightsOf(linesOf(making, columns, lanes, size, colours), widths, making);
      const left = page.footer - 6 - y - heights.reduce((sum, each) => sum + each, 0) - band.below;
      const box = {
        x: page.margin + names,
        y,
        width: right - page.margin - names,
        height: Math.max(band.height, Math.min(band.highest, left)),
      };
      if (!moods(making, slide, columns, box)) lanes = withFeelings(lanes);
      y += box.height + band.below;
    }
    const lines = shortenedTo(linesOf(making, columns, lanes, size, colours), widths, page.footer - 4 - y, making);
    putTable(making, slide, y, { lines, widths, name: title, alt: strings.list(columns.map((step) => step.title)) });
    slide.notes = stepNotes(told, stage, columns, strings);
    return slide;
  });
}

/** The piece of the curve above columns, which comes from the step before and goes on to the one after; false where a word found no place. */
function moods(making: Making, slide: Slide, columns: readonly Step[], box: Box): boolean {
  const { strings, theme, map } = making;
  const all = map.stages.flatMap((each) => each.steps);
  const [first, last] = [columns[0], columns.at(-1)].map((step) => all.findIndex(({ id }) => id === step?.id));
  const before = all.slice(Math.max(0, (first ?? 0) - 1), first);
  const after = all.slice((last ?? 0) + 1, (last ?? 0) + 2);
  const width = box.width / columns.length;
  const placed = columnsOf([...before, ...columns, ...after], width, -width * before.length);
  const alt = columns.map((step) => `${step.title}: ${felt(step, making)}`).join('; ');
  const name = strings.lanes.feels.label;
  slide.shape(
    { x: page.margin + cellInset.across, y: box.y + 4, width: box.x - page.margin - 8, height: 16 },
    { name: 'Lane', text: [paragraph(name, nameSize, { bold: true, colour: theme.muted })] },
  );
  return !drawCurve(making, slide, box, placed, { ...band, moments: 'plain', alt, name }).lacksWords;
}

function withFeelings(lanes: readonly LaneName[]): readonly LaneName[] {
  const at = lanes.indexOf('moments');
  return at < 0 ? [...lanes, 'feels'] : [...lanes.slice(0, at), 'feels', ...lanes.slice(at)];
}

function felt(step: Step, { strings }: Making): string {
  return strings.list(step.feelings.map(({ score, word }) => strings.facts([strings.signed(score), word]))) || '–';
}

/** What the customer and we want of a stage, who answers for it, and what is measured. */
function stageFacts(stage: Stage, making: Making): Paragraph[] {
  const { strings, telling, theme } = making;
  const size = 11.5;
  const joined = (texts: readonly string[]) => texts.join('; ');
  const facts: [string, string][] = [
    [strings.goal, joined(stage.goals.map(({ text }) => text))],
    [strings.about.businessGoals, joined(stage.businessGoals.map(({ text }) => text))],
    [strings.expects, joined(stage.expects.map((each) => expected(each, telling).text))],
    [strings.about.measures, joined(stage.metrics.map(({ name, value, target }) => strings.measure(name, value?.text, target?.text)))],
    ['', stage.owner ? strings.answers(stage.owner.title) : ''],
  ];
  const said = facts.filter(([, text]) => text.trim() !== '');
  const runs = said.flatMap(([name, text], index): Run[] => [
    ...(index > 0 ? [{ text: '   ' }] : []),
    ...(name ? [{ text: `${name}\u00a0 `, bold: true, colour: theme.faint }] : []),
    { text },
  ]);
  return runs.length > 0 ? [{ runs, size }] : [];
}

/** The lanes that have something to show. */
export function lanesOf(making: Making, steps: readonly Step[]): LaneName[] {
  const wanted = making.job.lanes ?? usual;
  const known = allLanes.map(({ name }) => name);
  return wanted
    .filter((lane) => known.includes(lane) && lane !== 'feels' && lane !== 'time' && lane !== 'goals')
    .filter((lane) => steps.some((step) => cellOf(lane, step, 10, making).length > 0));
}

/** The width of the column that names the lanes: none of their words is broken. */
function namesWidth(making: Making, steps: readonly Step[]): number {
  const texts = ['feels' as const, ...lanesOf(making, steps)].map((lane) => laneName(lane, making));
  const longest = texts.flatMap((text) => text.split(' ')).map((word) => making.set.width(paragraph(word, nameSize, { bold: true })));
  return Math.min(130, Math.max(66, ...longest.map((width) => width * 1.03 + 2 * cellInset.across + 2)));
}

function linesOf(
  making: Making,
  steps: readonly Step[],
  lanes: readonly LaneName[],
  size: number,
  colours: { fill: string; text: string },
): Line[] {
  const { strings, theme } = making;
  const head: Line = {
    cells: [
      cell(paragraph(strings.deck.step, nameSize, { bold: true, colour: theme.muted })),
      ...steps.map((step) => ({ text: headOf(step, size, colours.text, making), fill: colours.fill, anchor: 'middle' as const })),
    ],
  };
  const fills: Partial<Record<LaneName, string>> = { pains: theme.pain.fill, opportunities: theme.opportunity.fill };
  return [
    head,
    ...lanes.map((lane): Line => {
      const fill = fills[lane];
      return {
        cells: [
          cell(paragraph(laneName(lane, making), nameSize, { bold: true, colour: theme.muted })),
          ...steps.map((step) => {
            const text = cellOf(lane, step, size, making);
            return text.length > 0 && fill !== undefined ? { text, fill } : { text };
          }),
        ],
      };
    }),
  ];
}

/** A step's title, and when it is and how long it takes. */
function headOf(step: Step, size: number, colour: string, { strings, theme }: Making): Paragraph[] {
  const time = strings.facts([step.at, step.takes && strings.takes(step.takes.text), step.waits && strings.waits(step.waits.text)]);
  return [
    paragraph(step.title, size + 1, { bold: true, colour }),
    ...(time === '' ? [] : [paragraph(time, size - 1, { colour: theme.text, above: 1 })]),
  ];
}
