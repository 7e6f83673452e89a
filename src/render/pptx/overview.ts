import { toneOf } from '../../draw/feel/moods.ts';
import type { Persona, Step } from '../../map/model.ts';
import { columnsOf, drawCurve, legend } from './curve.ts';
import { begin, fact, type Making, wide } from './deck.ts';
import { page } from './look.ts';
import { momentList } from './moments.ts';
import { factNotes, type Noted, stepNotes } from './notes.ts';
import { avatar } from './persona.ts';
import type { Slide } from './slide.ts';
import { type Paragraph, paragraph } from './text.ts';
import { edge, type Figure, figure } from './tiles.ts';

const people = { radius: 20, width: 200, gap: 10, most: 4 };
const tile = { width: 124, height: 43, gap: 7 };
const heads = { height: 30, gap: 3 };

/** A map on one slide: who, what for, how it feels on average, how much is ours, and the curve over all stages with its key moments. */
export function overviewSlide(making: Making, told: Noted): Slide {
  const { map, strings, theme, set, pictures } = making;
  const { logo, logoRoom: room } = pictures;
  const kind = map.type ? [paragraph(strings.type[map.type], 12, { colour: theme.muted })] : [];
  const aside = logo ? room.width + 16 : 0;
  const { slide, top } = begin(making, map.title, { below: kind, aside });
  if (logo) {
    const at = { x: page.margin + wide - room.width, y: 22, width: room.width, height: room.height };
    if (theme.plate !== 'none')
      slide.shape({ x: at.x - 5, y: at.y - 4, width: at.width + 10, height: at.height + 8 }, { name: 'Plate', fill: theme.plate });
    slide.picture(at, logo, 'Logo', '');
  }
  let y = top;
  const tiles = figures(making);
  const across = tiles.length === 4 ? 2 : tiles.length;
  const besideTiles = wide - across * (tile.width + tile.gap) - 12;
  for (const [index, each] of tiles.entries()) {
    const x = page.margin + wide - (across - (index % across)) * (tile.width + tile.gap) + tile.gap;
    figure(
      making,
      slide,
      { x, y: y + Math.floor(index / across) * (tile.height + tile.gap), width: tile.width, height: tile.height },
      each,
    );
  }
  const tilesHeight = Math.ceil(tiles.length / Math.max(1, across)) * (tile.height + tile.gap);
  const who = whoTravels(making, slide, y, besideTiles);
  const goals = wants(making);
  const textWidth = besideTiles - who.width - 8;
  const shown = set.shortened(goals, textWidth, Math.max(who.height, 93));
  const high = set.height(shown, textWidth) + 2;
  if (shown.length > 0) slide.shape({ x: page.margin + who.width, y, width: textWidth, height: high }, { name: strings.goal, text: shown });
  y += Math.max(shown.length > 0 ? high : 0, who.height, tilesHeight) + 12;
  const bare = map.stages.filter((stage) => stage.steps.length === 0).flatMap((stage) => ['', ...stepNotes(told, stage, [], strings)]);
  slide.notes = [told.description, '', ...factNotes(told.facts, strings), ...bare];
  const steps = map.stages.flatMap((stage) => stage.steps);
  if (steps.length === 0) {
    slide.shape(
      { x: page.margin, y, width: wide, height: 60 },
      { name: 'Empty', text: [paragraph(strings.empty, 14, { colour: theme.muted })] },
    );
    return slide;
  }
  curvePart(making, slide, y, steps);
  return slide;
}

function figures({ map, strings, theme }: Making): Figure[] {
  const { mood, touchpoints, ours, heard, time } = map.figures;
  const { figures: names } = strings;
  return [
    ...(mood === undefined ? [] : [{ value: strings.signed(mood), name: names.mood, colour: theme.mood[toneOf(mood)].text }]),
    ...(touchpoints === 0
      ? []
      : [
          { value: `${ours} / ${touchpoints}`, name: names.ours, colour: theme.text },
          { value: `${heard} / ${touchpoints}`, name: names.heard, colour: theme.text },
        ]),
    ...(time === undefined ? [] : [{ value: strings.duration(time), name: strings.deck.inAll, colour: theme.text }]),
  ];
}

/** Those who travel, with photo or initials; what room they take. */
function whoTravels(making: Making, slide: Slide, y: number, most: number): { width: number; height: number } {
  const { map, strings, theme, set } = making;
  const shown = map.personas.slice(0, people.most);
  if (shown.length === 0) return { width: 0, height: 0 };
  const alone = shown.length === 1;
  const radius = alone ? 28 : people.radius;
  const textOf = (each: Persona, size: number): Paragraph[] => [
    paragraph(each.title, size, { bold: true }),
    ...(each.role || each.segment
      ? [paragraph(strings.facts([each.role, each.segment]), Math.max(8.5, size - 2.5), { colour: theme.muted, above: 1 })]
      : []),
  ];
  const sizes = alone ? [14, 13, 12, 11] : [11, 10, 9.5];
  const longest = Math.max(...shown.flatMap((each) => textOf(each, sizes[0] ?? 11)).map((each) => set.width(each) * 1.03 + 4));
  const width = Math.min(radius * 2 + 10 + longest, alone ? 250 : people.width, most / 2);
  const high = radius * 2 + (alone ? 12 : 8);
  const perColumn = 2;
  const room = width - radius * 2 - 10;
  for (const [index, each] of shown.entries()) {
    const x = page.margin + Math.floor(index / perColumn) * (width + people.gap);
    const top = y + (index % perColumn) * high;
    avatar(making, slide, each, { x: x + radius, y: top + high / 2 }, radius);
    const rest = index === people.most - 1 ? map.personas.length - people.most : 0;
    const more = rest > 0 ? [paragraph(strings.deck.more(rest), 9, { colour: theme.muted, above: 1 })] : [];
    const size = sizes.find((points) => set.height([...textOf(each, points), ...more], room) <= high) ?? sizes.at(-1) ?? 10;
    slide.shape(
      { x: x + radius * 2 + 10, y: top, width: room, height: high },
      { name: each.title, text: set.shortened([...textOf(each, size), ...more], room, high), anchor: 'middle' },
    );
  }
  const columns = Math.ceil(shown.length / perColumn);
  const rows = Math.min(perColumn, shown.length);
  return { width: columns * (width + people.gap) + 10, height: rows * high };
}

function wants(making: Making): Paragraph[] {
  const { map, strings } = making;
  const size = 11.5;
  return [
    ...map.goals.map(({ text }, index) => fact(index === 0 ? strings.goal : '', text, size, making)),
    ...map.businessGoals.map(({ text }, index) => fact(index === 0 ? strings.about.businessGoals : '', text, size, making)),
    ...(map.scenario ? [fact(strings.about.scenario, map.scenario, size, making)] : []),
  ];
}

/** The curve over all stages, below their names and above the steps' or the key moments'. */
function curvePart(making: Making, slide: Slide, start: number, steps: readonly Step[]): void {
  const { map, strings, set } = making;
  const top = start + legend(making, slide, page.margin + wide, start);
  const pitch = wide / steps.length;
  let x = page.margin;
  const named = map.stages.filter((stage) => stage.steps.length > 0);
  const hasHeads = !named.every((stage) => stage.implicit);
  for (const [index, stage] of named.entries()) {
    const width = pitch * stage.steps.length;
    if (hasHeads)
      stageHead(making, slide, { x, y: top, width: width - heads.gap, height: heads.height }, stage.implicit ? '' : stage.title, index);
    x += width;
  }
  const from = top + (hasHeads ? heads.height + 4 : 0);
  const titles = stepTitles(making, steps, pitch);
  const titlesHeight = titles ? Math.max(...titles.map((text) => set.height([text], pitch - 6))) + 4 : 0;
  const moments = steps.flatMap((step) => step.moments.map((moment) => ({ moment, step })));
  const least = 110;
  const list = momentList(making, moments, page.footer - 6 - from - least - titlesHeight - 6);
  const bottom = page.footer - 6 - list.height - titlesHeight - (titles ? 4 : 0) - (list.height > 0 ? 8 : 0);
  const box = { x: page.margin, y: from, width: wide, height: Math.min(280, bottom - from) };
  let below = box.y + box.height;
  if (steps.some(({ feelings }) => feelings.length > 0)) {
    const radius = pitch >= 24 ? Math.min(11, pitch / 4.4) : Math.max(1.2, Math.min(4, pitch / 4));
    const words = pitch >= 46 ? { words: pitch >= 62 ? 9.5 : 9 } : {};
    const alt = strings.description(map);
    drawCurve(making, slide, box, columnsOf(steps, pitch), {
      radius,
      ...words,
      moments: 'numbered',
      parts: partsOf(making, pitch),
      alt,
      name: strings.lanes.feels.label,
    });
  } else below = from;
  if (titles) {
    for (const [index, text] of titles.entries())
      slide.shape(
        { x: page.margin + index * pitch + 1, y: below + 4, width: pitch - 2, height: titlesHeight },
        { name: 'Step', text: [text], inset: [2, 0] },
      );
    below += titlesHeight + 4;
  }
  if (list.height > 0) list.put(slide, below + 8);
}

/** Where one stage ends and the next begins, from the left. */
function partsOf({ map }: Making, pitch: number): number[] {
  const parts: number[] = [];
  let at = 0;
  for (const stage of map.stages.filter((each) => each.steps.length > 0).slice(0, -1)) {
    at += stage.steps.length * pitch;
    parts.push(at - heads.gap / 2);
  }
  return parts;
}

function stageHead(
  { theme, set }: Making,
  slide: Slide,
  box: { x: number; y: number; width: number; height: number },
  title: string,
  index: number,
): void {
  const colours = theme.stages[index % theme.stages.length] ?? { fill: theme.panel.fill, stroke: theme.panel.stroke, text: theme.text };
  const room = box.width - 8;
  const size = [12, 11, 10, 9, 8].find((each) => {
    const text = paragraph(title, each, { bold: true });
    return set.holdsWords([text], room) && set.height([text], room) <= box.height - 2;
  });
  const text = paragraph(title, size ?? 8, { bold: true, colour: colours.text, align: 'middle' });
  const shown =
    size === undefined && room < 24
      ? [paragraph(`${index + 1}`, 8, { bold: true, colour: colours.text, align: 'middle' })]
      : set.shortened([text], room, box.height - 2);
  slide.shape(box, {
    name: title,
    form: 'roundRect',
    radius: 6,
    fill: colours.fill,
    ...edge(colours),
    text: shown,
    anchor: 'middle',
    inset: [4, 0],
  });
}

/** The titles of steps, where all can be read below the curve. */
function stepTitles({ theme, set }: Making, steps: readonly Step[], pitch: number): Paragraph[] | undefined {
  for (const size of [10.5, 10, 9.5, 9]) {
    const texts = steps.map(({ title }) => paragraph(title, size, { align: 'middle', colour: theme.text }));
    if (texts.every((text) => set.holdsWords([text], pitch - 6) && set.lines(text, pitch - 6) <= 4)) return texts;
  }
  return undefined;
}
