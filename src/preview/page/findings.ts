import { type ComponentChild, h } from 'preact';
import { counted, type Texts } from '../texts.ts';
import { icon } from './icons.ts';
import type { Counts, Kind } from './model.ts';

export interface FindingsProps {
  texts: Texts;
  journeys: readonly { id: string; title: string }[];
  /** Id of the journey drawn. */
  journey: string | undefined;
  counts: Counts;
  /** Of which kind there is one to go to. */
  leads: Record<Kind, boolean>;
  /** The text as it is now cannot be read, and the picture is of an earlier one. */
  unreadable: boolean;
  onChoose(journey: string): void;
  onFinding(kind: Kind): void;
}

/** The beginning of a panel's bar: which journey of the file is shown, and what was found on it. */
export function Findings(props: FindingsProps): ComponentChild {
  return [chooser(props), errors(props), rest(props)];
}

function chooser({ texts, journeys, journey, onChoose }: FindingsProps): ComponentChild {
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

function errors(props: FindingsProps): ComponentChild {
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

function rest({ texts, counts: { warnings, remarks }, leads, onFinding }: FindingsProps): ComponentChild {
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
    h('span', { class: 'counts' }, parts.join(', ')),
  );
}
