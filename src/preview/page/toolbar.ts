import { type ComponentChild, h } from 'preact';
import { type ViewName, viewNames } from '../../language/names/settings.ts';
import { counted, filled, type Texts } from '../texts.ts';
import { icon } from './icons.ts';
import type { Counts, Kind } from './model.ts';
import { percent } from './zoom.ts';

export interface ToolbarProps {
  texts: Texts;
  journeys: readonly { id: string; title: string }[];
  /** Id of the journey drawn. */
  journey: string | undefined;
  /** The view drawn; absent without a picture. */
  view: ViewName | undefined;
  counts: Counts;
  /** Of which kind there is one to go to. */
  leads: Record<Kind, boolean>;
  /** The text as it is now cannot be read, and the picture is of an earlier one. */
  unreadable: boolean;
  /** Whether the table is shown; absent where there is nothing to show. */
  table: boolean | undefined;
  /** Absent without a picture. */
  scale: number | undefined;
  onChoose(journey: string): void;
  onView(view: ViewName): void;
  onTable(): void;
  onFinding(kind: Kind): void;
  onZoom(to: 'in' | 'out' | 'reset' | 'width' | 'all'): void;
}

/** The quiet bar above the picture. */
export function Toolbar(props: ToolbarProps): ComponentChild {
  return h(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': props.texts.toolbar },
    h('div', { class: 'side' }, chooser(props), errors(props), rest(props)),
    h('div', { class: 'side' }, views(props), table(props), zoom(props)),
  );
}

function chooser({ texts, journeys, journey, onChoose }: ToolbarProps): ComponentChild {
  if (journeys.length < 2) return undefined;
  return h(
    'select',
    {
      class: 'chooser',
      'aria-label': texts.journey,
      title: texts.journeys,
      value: journey ?? '',
      onChange: (event: Event) => onChoose((event.currentTarget as HTMLSelectElement).value),
    },
    journeys.map(({ id, title }) => h('option', { key: id, value: id }, title)),
  );
}

function views({ texts, view, onView }: ToolbarProps): ComponentChild {
  if (view === undefined) return undefined;
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
    viewNames.map((name) => h('option', { key: name, value: name }, texts.views[name])),
  );
}

function table({ texts, table: isShown, onTable }: ToolbarProps): ComponentChild {
  if (isShown === undefined) return undefined;
  return h(
    'button',
    { type: 'button', class: 'quiet toggle', title: texts.asTable, 'aria-pressed': isShown ? 'true' : 'false', onClick: onTable },
    icon('table'),
    texts.table,
  );
}

function errors(props: ToolbarProps): ComponentChild {
  const { texts, unreadable } = props;
  const { errors: number } = props.counts;
  if (number === 0 && !unreadable) return undefined;
  const parts = [...(unreadable ? [texts.cannotBeRead] : []), ...(number > 0 ? [counted(number, texts.errors)] : [])];
  const text = parts.join(', ');
  const title = unreadable ? texts.asItWas : texts.whatErrorsAre;
  if (unreadable || !props.leads.error) return h('span', { class: 'badge', role: 'status', title }, icon('error'), text);
  return h(
    'button',
    { type: 'button', class: 'quiet badge', title, onClick: () => props.onFinding('error') },
    icon('error'),
    h('span', { role: 'status' }, text),
  );
}

function rest({ texts, counts: { warnings, remarks }, leads, onFinding }: ToolbarProps): ComponentChild {
  const parts = [warnings > 0 && counted(warnings, texts.warnings), remarks > 0 && counted(remarks, texts.remarks)].filter(
    (part) => part !== false,
  );
  if (parts.length === 0) return undefined;
  return h(
    'button',
    {
      type: 'button',
      class: 'quiet findings',
      disabled: !leads.rest,
      title: texts.whatRestIs,
      onClick: () => onFinding('rest'),
    },
    icon('finding'),
    parts.join(', '),
  );
}

function zoom({ texts, scale, onZoom }: ToolbarProps): ComponentChild {
  if (scale === undefined) return undefined;
  const button = (name: string, to: Parameters<typeof onZoom>[0], content: ComponentChild, more = '') =>
    h('button', { type: 'button', class: `quiet ${more}`, title: name, 'aria-label': name, onClick: () => onZoom(to) }, content);
  return h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': texts.zoom },
    button(texts.zoomOut, 'out', icon('minus')),
    button(filled(texts.zoomIs, percent(scale)), 'reset', percent(scale), 'percent'),
    button(texts.zoomIn, 'in', icon('plus')),
    button(texts.fitWidth, 'width', icon('width')),
    button(texts.fitAll, 'all', icon('all')),
  );
}
