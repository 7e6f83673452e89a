import { type ComponentChild, h } from 'preact';
import { type HtmlNode, said } from '../../exchange/html-table.ts';
import type { Fact, ToldMap } from '../../exchange/told.ts';
import type { FileTexts } from '../texts.ts';
import { icon } from './icons.ts';

/** All that a map says of one element: its name, if it has one, and by what it is said, what. */
export interface CardWords {
  title: string | undefined;
  facts: Fact[];
}

/** What is told of an element; nothing where that is nothing. */
export function cardOf({ id: whole, title, facts, personas, stages }: ToldMap, id: string): CardWords | undefined {
  const persona = personas.find((each) => each.id === id);
  const named = [{ id: whole, title }, ...personas, ...stages, ...stages.flatMap(({ tables }) => tables.flatMap(({ steps }) => steps))];
  const rows = stages.flatMap(({ tables }) =>
    tables.flatMap(({ rows: own }) => own.map(({ name, cells }) => ({ name, lines: cells.flat() }))),
  );
  const all = [...facts, ...personas.flatMap((each) => each.facts), ...stages.flatMap((each) => each.facts), ...rows];
  const own = persona?.facts ?? all.map(({ name, lines }) => ({ name, lines: lines.filter((line) => line.id === id) }));
  const card = { title: named.find((each) => each.id === id)?.title, facts: own.filter(({ lines }) => lines.length > 0) };
  return card.title || card.facts.length > 0 ? card : undefined;
}

interface CardProps extends CardWords {
  texts: FileTexts;
  leftward: boolean;
  onClose(): void;
}

/** The words of the selected element, whole, where the picture may have shortened them, with their links. */
export function Card({ title, facts, texts, leftward, onClose }: CardProps): ComponentChild {
  return h(
    'div',
    {
      class: 'card',
      role: 'group',
      'aria-label': title ?? facts[0]?.name,
      ...(leftward ? { dir: 'rtl' } : {}),
      onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && onClose(),
    },
    h('button', { type: 'button', class: 'quiet close', title: texts.close, 'aria-label': texts.close, onClick: onClose }, icon('close')),
    h(
      'div',
      { class: 'sayings', tabIndex: 0 },
      title ? h('p', { class: 'title' }, title) : undefined,
      facts.map(({ name, lines }) => [
        name ? h('p', { class: 'of' }, name) : undefined,
        lines.map((line) => h('p', null, shown(said(line)))),
      ]),
    ),
  );
}

function shown(node: HtmlNode | string): ComponentChild {
  if (typeof node === 'string') return node;
  const { 'data-id': _, ...attrs } = node.attrs;
  return h(node.tag as string, attrs, node.children.map(shown));
}
