import { type ComponentChild, h } from 'preact';
import type { Mark } from '../../map/model.ts';
import { icon } from './icons.ts';

/** What was found about the selected element, as text that needs no pointer to rest on it. */
export function Found({ marks }: { marks: readonly Mark[] }): ComponentChild {
  if (marks.length === 0) return undefined;
  return h(
    'ul',
    { class: 'found' },
    marks.map(({ severity, message }, index) =>
      h('li', { key: index, class: severity }, icon(severity === 'error' ? 'error' : 'finding'), h('span', null, message)),
    ),
  );
}
