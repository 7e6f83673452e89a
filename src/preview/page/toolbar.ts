import { type ComponentChild, h } from 'preact';
import { type ViewName, viewNames } from '../../language/names/settings.ts';
import { filled, type PageTexts } from '../texts.ts';
import { icon } from './icons.ts';
import { percent } from './zoom.ts';

export interface ToolbarProps {
  texts: PageTexts;
  /** What the bar begins with, and what it ends with. */
  start: ComponentChild;
  end: ComponentChild;
  /** Those to choose from. */
  views: readonly ViewName[];
  /** The view drawn; absent without a picture. */
  view: ViewName | undefined;
  /** Whether the table is shown; absent where there is nothing to show. */
  table: boolean | undefined;
  /** Absent without a picture. */
  scale: number | undefined;
  onView(view: ViewName): void;
  onTable(): void;
  onZoom(to: 'in' | 'out' | 'reset' | 'width' | 'all'): void;
}

/** The quiet bar above the picture. */
export function Toolbar(props: ToolbarProps): ComponentChild {
  return h(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': props.texts.toolbar },
    h('div', { class: 'side about' }, props.start),
    h('div', { class: 'side' }, views(props), table(props), zoom(props), props.end),
  );
}

function views({ texts, views: all, view, onView }: ToolbarProps): ComponentChild {
  if (view === undefined || all.length < 2) return undefined;
  return h(
    'select',
    {
      class: 'chooser views',
      'aria-label': texts.view,
      title: texts.view,
      value: view,
      onChange: (event: Event) => {
        const chosen = viewNames.find((name) => name === (event.currentTarget as HTMLSelectElement).value);
        if (chosen) onView(chosen);
      },
    },
    all.map((name) => h('option', { key: name, value: name }, texts.views[name])),
  );
}

function table({ texts, table: isShown, onTable }: ToolbarProps): ComponentChild {
  if (isShown === undefined) return undefined;
  return h(
    'button',
    {
      type: 'button',
      class: 'quiet toggle',
      title: texts.asTable,
      'aria-label': texts.table,
      'aria-pressed': isShown ? 'true' : 'false',
      onClick: onTable,
    },
    icon('table'),
    h('span', { class: 'word' }, texts.table),
  );
}

function zoom({ texts, scale, onZoom }: ToolbarProps): ComponentChild {
  if (scale === undefined) return undefined;
  const button = (name: string, to: Parameters<typeof onZoom>[0], content: ComponentChild, more = '') =>
    h('button', { type: 'button', class: `quiet ${more}`, title: name, 'aria-label': name, onClick: () => onZoom(to) }, content);
  return h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': texts.zoom },
    button(texts.zoomOut, 'out', icon('minus'), 'step'),
    button(filled(texts.zoomIs, percent(scale)), 'reset', percent(scale), 'percent'),
    button(texts.zoomIn, 'in', icon('plus'), 'step'),
    button(texts.fitWidth, 'width', icon('width')),
    button(texts.fitAll, 'all', icon('all')),
  );
}
