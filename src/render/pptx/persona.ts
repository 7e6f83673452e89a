import { initials } from '../../draw/initials.ts';
import { moodOf } from '../../draw/persona/curve.ts';
import { proof } from '../../exchange/cells.ts';
import type { Persona } from '../../map/model.ts';
import { columnsOf, drawCurve } from './curve.ts';
import { begin, type Making, numbered, wide } from './deck.ts';
import { page } from './look.ts';
import { factNotes, type Noted } from './notes.ts';
import type { Box, Slide } from './slide.ts';
import { type Paragraph, paragraph } from './text.ts';
import { edge } from './tiles.ts';

const side = 250;
const gap = 16;
const curveHeight = 104;

/** A round photo, or initials where there is none. */
export function avatar(
  { pictures, theme }: Making,
  slide: Slide,
  persona: Persona,
  { x, y }: { x: number; y: number },
  radius: number,
): void {
  const box: Box = { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
  const photo = pictures.photos.get(persona.name);
  if (photo) {
    slide.picture(box, photo, persona.title, persona.title, true);
    return;
  }
  const text = [paragraph(initials(persona.title), Math.round(radius * 0.7), { bold: true, align: 'middle', colour: theme.avatar.text })];
  slide.shape(box, { name: persona.title, form: 'ellipse', fill: theme.avatar.fill, text, anchor: 'middle', onOneLine: true });
}

/** Somebody who travels: who that is, what they want, what stands in their way, and how the journey feels to them. */
export function personaSlides(making: Making, persona: Persona, told: Noted): Slide[] {
  const { strings, theme, map } = making;
  const sections = sectionsOf(persona, making);
  const mean = moodOf(map, persona);
  const role = strings.facts([persona.role, persona.segment]);
  const below = role === '' ? [] : [paragraph(role, 13, { colour: theme.muted })];
  const { top: trial } = begin(making, persona.title, { below });
  const room = page.footer - 8 - trial - (mean === undefined ? 0 : curveHeight + 26);
  const width = wide - side - gap * 2;
  const pages = pagesOf(making, sections, width, room - 8);
  return pages.map(({ blocks, size }, index) => {
    const { slide, top } = begin(making, numbered(persona.title, index, pages.length), { below });
    introduce(making, slide, persona, { x: page.margin, y: top + 8, width: side, height: room - 8 });
    place(making, slide, blocks, { x: page.margin + side + gap * 2, y: top + 8, width, height: room - 8 }, size);
    if (mean !== undefined) mood(making, slide, persona, mean, page.footer - 8 - curveHeight - 20);
    const own = told.personas.find(({ id }) => id === persona.id);
    slide.notes = own ? [persona.title, ...factNotes(own.facts, strings)] : [];
    return slide;
  });
}

interface Section {
  name: string;
  items: Paragraph[];
}

function sectionsOf(persona: Persona, making: Making): Section[] {
  const { strings, theme } = making;
  const { about } = strings;
  const lists = (['goals', 'needs', 'motivations', 'frustrations'] as const).map(
    (key): Section => ({
      name: about[key],
      items: persona[key].map((text) => paragraph(text, 12, { bullet: true, above: 2 })),
    }),
  );
  const evidence = persona.evidence.map((each) => {
    const { text, link } = proof(each);
    return link === undefined
      ? paragraph(text, 12, { above: 2, bullet: true })
      : paragraph(each.text, 12, { above: 2, link: link.address, bullet: true });
  });
  const none = [paragraph(strings.persona.hypothesis, 12, { above: 2, colour: theme.muted, italic: true })];
  return [
    ...lists,
    { name: about.prefers, items: persona.prefers.map((text) => paragraph(text, 12, { bullet: true, above: 2 })) },
    { name: about.evidence, items: evidence.length > 0 ? evidence : none },
  ].filter(({ items }) => items.length > 0);
}

/** Portrait and quote. */
function introduce(making: Making, slide: Slide, persona: Persona, { x, y, width, height }: Box): void {
  const { strings, theme, set } = making;
  const radius = Math.min(64, Math.max(36, (height - 60) / 3));
  avatar(making, slide, persona, { x: x + radius, y: y + radius }, radius);
  const below = y + radius * 2 + 14;
  const left = height - radius * 2 - 14;
  const notes = persona.declared ? [] : [paragraph(strings.persona.undeclared, 11, { colour: theme.muted, above: 6 })];
  const quote = persona.quote ?? '';
  const quoted = (size: number) => [
    ...(quote.trim() ? [paragraph(strings.quote(quote), size, { italic: true, colour: theme.text })] : []),
    ...notes,
  ];
  const size = [20, 18, 16, 14, 13, 12, 11].find((each) => set.height(quoted(each), width) <= left) ?? 11;
  const text = set.shortened(quoted(size), width, left);
  if (text.length > 0)
    slide.shape({ x, y: below, width, height: Math.min(left, set.height(text, width) + 2) }, { name: strings.about.quote, text });
}

interface Block extends Section {
  height: number;
}

const inset = { across: 12, down: 9 };

/** Sections on as few slides as can be read, in two columns. */
function pagesOf(making: Making, sections: readonly Section[], width: number, room: number): { blocks: Block[][]; size: number }[] {
  for (const size of [15, 14, 13, 12, 11.5, 11]) {
    const columns = columnsAt(making, sections, width, room, size);
    if (columns.length <= 2) return [{ blocks: columns, size }];
  }
  const columns = columnsAt(making, sections, width, room, 12);
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) => ({
    blocks: columns.slice(index * 2, index * 2 + 2),
    size: 12,
  }));
}

/** Blocks below each other in as many columns as they take. One too long for a column goes on in the next. */
function columnsAt({ set }: Making, sections: readonly Section[], width: number, room: number, size: number): Block[][] {
  const inner = (width - gap) / 2 - inset.across * 2;
  const heightOf = (section: Section) => set.height(textOf(section, size), inner) + inset.down * 2 + 1;
  const whole = sections.reduce((sum, section) => sum + heightOf(section) + 10, -10);
  const fair = Math.max(whole / 2, 1);
  const columns: Block[][] = [[]];
  let used = 0;
  const put = (section: Section) => {
    const height = heightOf(section);
    const isFair = used + height / 2 <= fair || columns.length > 1;
    if (used > 0 && (used + height > room || !isFair)) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push({ ...section, height: Math.min(room, height) });
    used += height + 10;
  };
  for (const { name, items } of sections) {
    let part: Paragraph[] = [];
    for (const item of items) {
      if (part.length > 0 && heightOf({ name, items: [...part, item] }) > room) {
        put({ name, items: part });
        part = [];
      }
      part.push(item);
    }
    put({ name, items: part });
  }
  return columns;
}

function textOf({ name, items }: Section, size: number): Paragraph[] {
  return [paragraph(name, size, { bold: true }), ...items.map((each) => ({ ...each, size }))];
}

function place(making: Making, slide: Slide, columns: readonly Block[][], { x, y, width }: Box, size: number): void {
  const { theme, set } = making;
  const each = (width - gap) / 2;
  for (const [index, blocks] of columns.entries()) {
    let top = y;
    for (const block of blocks) {
      const [name, ...items] = textOf(block, size);
      const head = name
        ? [
            {
              ...name,
              runs: name.runs.map((run) => ({ ...run, colour: theme.badge.text === theme.background ? theme.text : theme.badge.text })),
            },
          ]
        : [];
      const text = set.shortened([...head, ...items], each - inset.across * 2, block.height - inset.down * 2);
      slide.shape(
        { x: x + index * (each + gap), y: top, width: each, height: block.height },
        {
          name: block.name,
          form: 'roundRect',
          radius: 8,
          fill: theme.panel.fill,
          ...edge(theme.panel),
          text,
          inset: [inset.across, inset.down],
        },
      );
      top += block.height + 10;
    }
  }
}

/** How the journey feels to one of those who travel. */
function mood(making: Making, slide: Slide, persona: Persona, mean: number, top: number): void {
  const { map, strings, theme, set } = making;
  const title = [paragraph(strings.persona.mood(map.title, strings.signed(mean)), 11, { bold: true, colour: theme.muted })];
  slide.shape({ x: page.margin, y: top, width: wide, height: 16 }, { name: 'Mood', text: set.shortened(title, wide, 16) });
  const steps = map.stages.flatMap((stage) =>
    stage.steps.map((step) => ({
      ...step,
      feelings: step.feelings
        .filter(({ persona: whose }) => whose === undefined || whose === persona.name)
        .map((each) => ({ ...each, persona: persona.name })),
    })),
  );
  const pitch = wide / steps.length;
  const box = { x: page.margin, y: top + 20, width: wide, height: curveHeight };
  const radius = pitch >= 24 ? Math.min(9, pitch / 4.4) : Math.max(1.2, Math.min(4, pitch / 4));
  const words = pitch >= 46 ? { words: 9 } : {};
  const said = steps.flatMap((step) => step.feelings.map(({ score, word }) => strings.facts([step.title, word, strings.signed(score)])));
  drawCurve(making, slide, box, columnsOf(steps, pitch), {
    personas: [persona],
    radius,
    ...words,
    alt: said.join('; '),
    name: persona.title,
  });
}
