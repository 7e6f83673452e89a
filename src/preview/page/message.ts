import { type ComponentChild, h } from 'preact';
import type { Invitation } from './texts.ts';

/** A calm sentence in place of a picture. */
export function Message({ title, body }: { title: string; body?: string }): ComponentChild {
  return h('div', { class: 'message' }, h('h1', null, title), body !== undefined && h('p', null, body));
}

/** An invitation to write, with a text to begin with. */
export function Invite({
  invitation,
  onCopy,
}: {
  invitation: Invitation;
  onCopy(text: string, button: HTMLElement): void;
}): ComponentChild {
  const { title, body, example } = invitation;
  return h(
    'div',
    { class: 'message' },
    h('h1', null, title),
    h('p', null, body),
    h('pre', { class: 'example', tabIndex: 0, 'aria-label': 'Example' }, h('code', null, example)),
    h(
      'button',
      { type: 'button', class: 'copy', onClick: (event: Event) => onCopy(example, event.currentTarget as HTMLElement) },
      'Copy the example',
    ),
  );
}
