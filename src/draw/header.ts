import type { Element, JourneyMap, Mark } from '../map/model.ts';
import type { Context } from './context.ts';
import { toneOf } from './feel/moods.ts';
import { breakLines, wordsOf } from './lines.ts';
import { logoFor } from './logo.ts';
import { element, markAt } from './marks.ts';
import { group, label, node, rect } from './nodes.ts';
import { personaCards } from './personas.ts';
import { type Piece, stack } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { styles } from './styles.ts';
import { baseline, paragraph, textAttrs, textNode } from './text.ts';

const side = 22;
const gap = 24;
const lowest = 112;
/** With less room beside it the logo stands above all else. */
const leastBesideLogo = 620;
/** Between figures. */
const figureGap = 22;
/** A title narrower than this stands below the persona, and figures below a title narrower than this. */
const narrowTitle = 300;
/** So much of a title's line, with the kind of map behind it, keeps its room beside the cards of several personas. */
const wideTitle = 560;
const besideTitle = 150;

/** Who, what, which state, how it feels, how much is ours, how much we listen to, how many findings; `width` in pixels at 100 %. */
export function header(
  map: JourneyMap,
  context: Context,
  width: number,
  findings: Mark[] | undefined,
  words?: HeaderWords,
): { height: number; nodes: SceneNode[] } {
  const logo = logoFor(context);
  const beside = logo !== undefined && width - side * 2 - logo.width - gap >= leastBesideLogo;
  const right = side + (logo && beside ? logo.width + gap : 0);
  const above = logo && !beside ? logo.height + 10 : 0;
  const inner = width - side - right;
  const figures = figureRow([...(words?.figures ?? figuresOf(map, context)), ...findingsOf(findings, context)], context);
  const title = titleBlock(map, context, words?.facts ?? []);
  const besideCards = gap * 3 + figures.narrow + Math.max(narrowTitle, Math.min(wideTitle, oneLine(map.title, context)));
  const beforeTitle = personaCards(map, context, inner, Math.min(inner - besideCards, inner / 2));
  const besidePersonas = inner - (beforeTitle ? beforeTitle.width + gap * 2 : 0);
  const stacked = besidePersonas < narrowTitle;
  const personas = stacked ? personaCards(map, context, inner) : beforeTitle;
  const titleWidth = stacked ? inner : besidePersonas;
  const row = [figures.width, figures.narrow].find((wide) => titleWidth - wide - gap >= narrowTitle);
  const besideFigures = row ? titleWidth - row - gap : titleWidth;

  const shown = title.lay(0, 0, besideFigures);
  const figuresBelow = row === undefined && figures.width > 0;
  const rowHeight = Math.max(shown.height + (figuresBelow ? figures.height(titleWidth) + 16 : 0), stacked ? 0 : (personas?.height ?? 0));
  const height = above + Math.max(lowest, rowHeight + 36 + (stacked && personas ? personas.height + 20 : 0));

  const nodes: SceneNode[] = [
    rect('ground', 0.5, 0.5, width - 1, height - 1, { rx: 13.5, fill: context.theme.panel.fill, stroke: context.theme.panel.stroke }),
  ];
  if (logo) nodes.push(logo.lay(width - side - logo.width, 14));
  let [left, top, room] = [side, 18 + above, height - above - 36];
  if (personas && stacked) {
    nodes.push(...personas.lay(side, top));
    top += personas.height + 20;
    room -= personas.height + 20;
  } else if (personas) {
    nodes.push(...personas.lay(side, (above + height - personas.height) / 2));
    const at = side + personas.width + gap;
    nodes.push(
      node('line', 'divider', { x1: at, x2: at, y1: above + 20, y2: height - 20, stroke: context.theme.panel.divider, 'stroke-width': 1 }),
    );
    left = at + gap;
  }
  const content = shown.height + (figuresBelow ? figures.height(titleWidth) + 16 : 0);
  const titleTop = top + Math.max(0, (room - content) / 2);
  nodes.push(...title.lay(left, titleTop, besideFigures).nodes);
  if (row) nodes.push(...figures.lay(width - right - row, top + (room - figures.height(row)) / 2, row));
  else if (figuresBelow) nodes.push(...figures.lay(left - figureGap / 2, titleTop + shown.height + 16, titleWidth));
  return { height, nodes };
}

/** How wide a title is on one line, with the kind of map behind it. */
function oneLine(title: string, { measure, theme }: Context): number {
  const { size, face } = styles.journeyTitle(theme.text);
  return measure(title, size, face) + besideTitle;
}

/** The journey's title with its kind, its goals and what is expected. */
function titleBlock(map: JourneyMap, context: Context, more: HeaderWords['facts']): Piece {
  const { strings } = context;
  const facts: { what: Partial<Element> & { text: string }; name: string }[] = [
    ...more.map(({ name, text }) => ({ what: { text }, name })),
    ...map.goals.map((goal, index) => ({ what: goal, name: index === 0 ? strings.goal : '' })),
    ...map.expects.map((expected, index) => ({ what: expected, name: index === 0 ? strings.expects : '' })),
  ];
  const style = styles.body(context.theme.faint);
  const names = Math.max(0, ...facts.map(({ name }) => context.measure(name, style.size, style.face)));
  const lines = facts.map(({ what, name }, index) => factLine(context, what, name, names + 10, index));
  return stack([heading(map, context), ...(lines.length > 0 ? [stack(lines, 3)] : [])], 7);
}

function factLine(context: Context, what: Partial<Element> & { text: string }, name: string, room: number, index: number): Piece {
  const style = styles.body(context.theme.faint);
  const key = (word: string) => (what.id === undefined ? `${word}-${index}` : word);
  const text = paragraph(context, key('text'), what.text, styles.body(context.theme.muted), { most: 3 });
  const piece: Piece = {
    need: text.need + room,
    lay(x, y, width) {
      const laid = text.lay(x + room, y, width - room);
      const named = name === '' ? [] : [label(key('name'), x, y + baseline(style.size, style.leading), name, textAttrs(style))];
      return { height: laid.height, nodes: [...named, ...laid.nodes] };
    },
  };
  return what.id === undefined ? piece : element(context, what.id, piece, 'gutter');
}

/** The title, and the kind of map after its last line or, where there is no room, below it. */
function heading(map: JourneyMap, context: Context): Piece {
  const { theme, strings, measure } = context;
  const sizes = [styles.journeyTitle(theme.text), styles.longTitle(theme.text), styles.longestTitle(theme.text)].map((style) => ({
    style,
    words: wordsOf(map.title, style.size, style.face, measure),
  }));
  const smallest = sizes.at(-1) as (typeof sizes)[number];
  return {
    need: smallest.words.widest,
    lay(x, y, width) {
      const { style, words } = sizes.find((size) => size.words.widest <= width) ?? smallest;
      const { lines, width: used, cut } = breakLines(words, width, style.size, style.face, measure, context.inFull ? undefined : 3);
      const base = y + baseline(style.size, style.leading);
      const whole = [cut ? map.title : undefined, map.doc].filter((each) => each !== undefined).join('\n\n');
      const nodes: SceneNode[] = [
        textNode('title', x, base, lines, style, undefined, whole, context.leftward ? 0 : used),
        ...markAt(context, map.id, x - 12, y + style.leading / 2),
      ];
      let height = lines.length * style.leading;
      if (map.type) {
        const kind = typeBadge(context, strings.type[map.type]);
        const last = measure(lines.at(-1) ?? '', style.size, style.face);
        const fits = last + 14 + kind.width <= width;
        nodes.push(kind.lay(fits ? x + last + 14 : x, fits ? y + height - style.leading / 2 - 9 : y + height + 3));
        if (!fits) height += 24;
      }
      return { height, nodes: [group('journey', { 'data-id': map.id }, nodes)] };
    },
  };
}

function typeBadge({ theme, measure }: Context, text: string): { width: number; lay(x: number, y: number): SceneNode } {
  const style = styles.badge(theme.badge.text);
  const width = measure(text, style.size, style.face) + 24;
  return {
    width,
    lay: (x, y) =>
      group('type', {}, [
        rect('ground', x, y, width, 20, { rx: 10, fill: theme.badge.fill }),
        label('name', x + width / 2, y + baseline(style.size, 20), text, { ...textAttrs(style), 'text-anchor': 'middle' }),
      ]),
  };
}

interface Figures {
  /** On one line, all as wide as the widest, and each as wide as it is. */
  width: number;
  narrow: number;
  height(width: number): number;
  lay(x: number, y: number, width: number): SceneNode[];
}

/** A number with what it counts. */
export interface Figure {
  key: string;
  value: string;
  name: string;
  fill: string;
}

/** What a view has the header say: facts above the map's goals, and figures instead of its own. */
export interface HeaderWords {
  facts: { name: string; text: string }[];
  figures: Figure[];
}

function figuresOf(map: JourneyMap, { theme, strings }: Context): Figure[] {
  const { mood, touchpoints, ours, heard } = map.figures;
  const { figures: names } = strings;
  const all: Figure[] = [];
  if (mood !== undefined) all.push({ key: 'mood', value: strings.signed(mood), name: names.mood, fill: theme.mood[toneOf(mood)].text });
  if (touchpoints > 0) {
    all.push({ key: 'ours', value: `${ours} / ${touchpoints}`, name: names.ours, fill: theme.text });
    all.push({ key: 'heard', value: `${heard} / ${touchpoints}`, name: names.heard, fill: theme.text });
  }
  return all;
}

function findingsOf(findings: Mark[] | undefined, context: Context): Figure[] {
  if (!findings) return [];
  const name = context.strings.figures.findings(findings.length);
  return [{ key: 'findings', value: `${findings.length}`, name, fill: colourOf(findings, context) }];
}

/** The figures, each above what it counts: on one line, all as wide as the widest or each as wide as it is, else in as many rows as the width asks for. */
function figureRow(all: readonly Figure[], { theme, measure }: Context): Figures {
  const value = styles.figure(theme.text);
  const small = styles.small(theme.muted);
  const own = all.map(
    ({ value: text, name }) => Math.max(measure(text, value.size, value.face), measure(name, small.size, small.face)) + figureGap,
  );
  const each = Math.max(86 + figureGap, ...own);
  const narrow = own.reduce((sum, wide) => sum + wide, 0);
  const rowHeight = 52;
  /** The widths of the columns: as few rows as it takes, all about as long, with columns as wide as each other where there is room. */
  const columnsIn = (width: number): number[] => {
    for (let rows = 1; rows < all.length; rows++) {
      const count = Math.ceil(all.length / rows);
      if (count * each <= width) return Array.from({ length: count }, () => each);
      const tight = Array.from({ length: count }, (_, column) => Math.max(...own.filter((__, index) => index % count === column)));
      if (tight.reduce((sum, wide) => sum + wide, 0) <= width) return tight;
    }
    return [each];
  };
  return {
    width: all.length * each,
    narrow,
    height: (width) => Math.ceil(all.length / columnsIn(width).length) * (rowHeight + 8) - 8,
    lay(x, y, width) {
      const columns = columnsIn(width);
      const count = columns.length;
      let from = x;
      return all.map((figure, index) => {
        const wide = columns[index % count] ?? each;
        if (index % count === 0) from = x;
        const at = from + wide / 2;
        from += wide;
        const top = y + Math.floor(index / count) * (rowHeight + 8);
        return group(`figure-${figure.key}`, {}, [
          label('value', at, top + baseline(value.size, 30), figure.value, {
            ...textAttrs({ ...value, fill: figure.fill }),
            'text-anchor': 'middle',
          }),
          label('name', at, top + 34 + baseline(small.size, 16), figure.name, { ...textAttrs(small), 'text-anchor': 'middle' }),
        ]);
      });
    },
  };
}

function colourOf(findings: Mark[], { theme }: Context): string {
  if (findings.some((mark) => mark.severity === 'error')) return theme.mood.bad.text;
  return findings.some((mark) => mark.severity === 'warning') ? theme.mood.neutral.text : theme.text;
}
