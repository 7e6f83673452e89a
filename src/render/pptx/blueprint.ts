import { words } from '../../exchange/cells.ts';
import type { LaneName } from '../../language/names/settings.ts';
import type { Stage, Step, System, Work } from '../../map/model.ts';
import { badge, cellOf } from './cells.ts';
import { layOut } from './columns.ts';
import { begin, type Making, numbered } from './deck.ts';
import { cell, type Line, putTable, shortenedTo } from './grid.ts';
import { page } from './look.ts';
import { type Noted, stepNotes } from './notes.ts';
import type { Slide } from './slide.ts';
import { type Paragraph, paragraph, type Run } from './text.ts';

const names = 96;

/** What is behind a stage: what the customer meets and does, and below three lines what staff do in view, out of view, and with which systems. */
export function blueprintSlides(making: Making, stage: Stage, told: Noted): Slide[] {
  const { map, theme, strings } = making;
  const colours = theme.stages[Math.max(0, map.stages.indexOf(stage)) % theme.stages.length] ?? {
    fill: theme.panel.fill,
    text: theme.text,
  };
  const title = stage.implicit ? map.title : stage.title;
  const { top } = begin(making, title);
  const room = page.footer - 6 - top;
  const pages = layOut(making, stage.steps, { names, room }, (some, size) => linesOf(making, some, size, colours));
  return pages.map(({ steps: columns, size, widths }, index) => {
    const { slide, top: from } = begin(making, numbered(title, index, pages.length), { colour: colours.text });
    const lines = shortenedTo(linesOf(making, columns, size, colours), widths, room, making);
    putTable(making, slide, from, { lines, widths, name: title, alt: strings.list(columns.map((step) => step.title)) });
    slide.notes = stepNotes(told, stage, columns, strings);
    return slide;
  });
}

function linesOf(making: Making, steps: readonly Step[], size: number, colours: { fill: string; text: string }): Line[] {
  const { strings, theme, telling } = making;
  const { blueprint, lanes } = strings;
  const label = (text: string) => cell(paragraph(text, Math.min(10, size), { bold: true, colour: theme.muted }));
  const row = (name: string, of: (step: Step) => Paragraph[], fill?: string): Line[] => {
    const cells = steps.map((step) => {
      const text = of(step);
      return text.length > 0 && fill !== undefined ? { text, fill } : { text };
    });
    return cells.every(({ text }) => text.length === 0) ? [] : [{ cells: [label(name), ...cells] }];
  };
  const line = (name: keyof typeof blueprint.lines, width: number, dash?: 'dash' | 'sysDot'): Line => ({
    cells: [
      { text: [paragraph(blueprint.lines[name], 9, { bold: true, colour: theme.text })], across: steps.length + 1 },
      ...steps.map(() => ({ text: [], covered: 'row' as const })),
    ],
    rule: { colour: theme.icon, width, ...(dash ? { dash } : {}) },
  });
  const told = (lane: LaneName) => (step: Step) =>
    (words[lane].step?.(step, telling) ?? []).map(({ text }) => paragraph(text, size, { above: 3 }));
  const works = (list: 'frontstage' | 'backstage') => (step: Step) => step[list].flatMap((each) => work(each, size, making));
  const systems = row(
    blueprint.systems.label,
    (step) => systemsOf(step).map(({ title }) => paragraph(title, size, { above: 2 })),
    theme.panel.fill,
  );
  return [
    {
      cells: [
        label(strings.deck.step),
        ...steps.map((step) => ({
          text: [paragraph(step.title, size + 1, { bold: true, colour: colours.text })],
          fill: colours.fill,
          anchor: 'middle' as const,
        })),
      ],
    },
    ...row(blueprint.evidence.label, (step) => cellOf('touchpoints', step, size, making)),
    ...row(blueprint.actions.label, told('steps')),
    ...row(lanes.time.label, told('time')),
    line('interaction', 1.5, 'dash'),
    ...row(lanes.frontstage.label, works('frontstage'), theme.panel.fill),
    line('visibility', 2.5),
    ...row(lanes.backstage.label, works('backstage'), theme.panel.fill),
    ...row(lanes.handoffs.label, told('handoffs')),
    ...(systems.length > 0 ? [line('internal', 1.5, 'sysDot'), ...systems] : []),
  ];
}

/** What staff do, and below it who does. */
function work({ text, by }: Work, size: number, making: Making): Paragraph[] {
  const who: readonly Run[] = badge(by, making, making.strings.blueprint.nobody);
  return [paragraph(text, size, { above: 5 }), { runs: who, size: size - 0.5, above: 1 }];
}

function systemsOf({ frontstage, backstage }: Step): System[] {
  const used = [...frontstage, ...backstage].flatMap(({ using }) => using);
  return [...new Map(used.map((system) => [system.name, system])).values()];
}
