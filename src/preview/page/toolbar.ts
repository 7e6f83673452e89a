import { type ComponentChild, h } from 'preact';
import { icon } from './icons.ts';
import type { Counts, Kind } from './model.ts';
import { count } from './texts.ts';
import { percent } from './zoom.ts';

export interface ToolbarProps {
  journeys: readonly { id: string; title: string }[];
  /** Id of the journey drawn. */
  journey: string | undefined;
  counts: Counts;
  /** Of which kind there is one to go to. */
  leads: Record<Kind, boolean>;
  /** The text as it is now cannot be read, and the picture is of an earlier one. */
  unreadable: boolean;
  /** Of the text that the picture shows; absent without a picture. */
  version: number | undefined;
  /** Absent without a picture. */
  scale: number | undefined;
  onChoose(journey: string): void;
  onFinding(kind: Kind): void;
  onZoom(to: 'in' | 'out' | 'reset' | 'width' | 'all'): void;
}

/** The quiet bar above the picture. */
export function Toolbar(props: ToolbarProps): ComponentChild {
  return h(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': 'Preview' },
    h('div', { class: 'side' }, chooser(props), errors(props), rest(props)),
    h('div', { class: 'side' }, version(props), zoom(props)),
  );
}

function chooser({ journeys, journey, onChoose }: ToolbarProps): ComponentChild {
  if (journeys.length < 2) return undefined;
  return h(
    'select',
    {
      class: 'chooser',
      'aria-label': 'Journey',
      title: 'Journeys of this file',
      value: journey ?? '',
      onChange: (event: Event) => onChoose((event.currentTarget as HTMLSelectElement).value),
    },
    journeys.map(({ id, title }) => h('option', { key: id, value: id }, title)),
  );
}

function errors(props: ToolbarProps): ComponentChild {
  const { unreadable } = props;
  const { errors: number } = props.counts;
  if (number === 0 && !unreadable) return undefined;
  const text = unreadable ? `cannot be read${number > 0 ? `, ${count(number, 'error')}` : ''}` : count(number, 'error');
  const title = unreadable
    ? 'The text cannot be read as it stands. The picture shows it as it was.'
    : 'Statements of this file that cannot be read, or that say something impossible. Go to the next';
  if (unreadable || !props.leads.error) return h('span', { class: 'badge', role: 'status', title }, icon('error'), text);
  return h(
    'button',
    { type: 'button', class: 'quiet badge', title, onClick: () => props.onFinding('error') },
    icon('error'),
    h('span', { role: 'status' }, text),
  );
}

function rest({ counts: { warnings, remarks }, leads, onFinding }: ToolbarProps): ComponentChild {
  const parts = [warnings > 0 && count(warnings, 'warning'), remarks > 0 && count(remarks, 'remark')].filter((part) => part !== false);
  if (parts.length === 0) return undefined;
  return h(
    'button',
    {
      type: 'button',
      class: 'quiet findings',
      disabled: !leads.rest,
      title: 'What was found on this journey besides errors. Go to the next',
      onClick: () => onFinding('rest'),
    },
    icon('finding'),
    parts.join(', '),
  );
}

function version({ version: number }: ToolbarProps): ComponentChild {
  if (number === undefined) return undefined;
  return h('span', { class: 'version', title: 'Version of the text that the picture shows' }, `version ${number}`);
}

function zoom({ scale, onZoom }: ToolbarProps): ComponentChild {
  if (scale === undefined) return undefined;
  const button = (name: string, to: Parameters<typeof onZoom>[0], content: ComponentChild, more = '') =>
    h('button', { type: 'button', class: `quiet ${more}`, title: name, 'aria-label': name, onClick: () => onZoom(to) }, content);
  return h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
    button('Zoom out', 'out', icon('minus')),
    button(`Zoom is ${percent(scale)}. Show at 100 %`, 'reset', percent(scale), 'percent'),
    button('Zoom in', 'in', icon('plus')),
    button('Fit the width', 'width', icon('width')),
    button('Fit all', 'all', icon('all')),
  );
}
