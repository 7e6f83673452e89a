import { type ComponentChild, h } from 'preact';
import type { Texts } from '../texts.ts';

/** A calm sentence in place of a picture. */
export function Message({ title, body }: { title: string; body: string }): ComponentChild {
  return h('div', { class: 'message' }, h('h1', null, title), h('p', null, words(body)));
}

/** An invitation to write, with a text to begin with. */
export function Invite({
  invitation,
  texts,
  onCopy,
}: {
  invitation: Texts['empty'];
  texts: Texts;
  onCopy(text: string, button: HTMLElement): void;
}): ComponentChild {
  const { title, body, example } = invitation;
  return h(
    'div',
    { class: 'message' },
    h('h1', null, title),
    h('p', null, words(body)),
    h('pre', { class: 'example', tabIndex: 0, role: 'group', 'aria-label': texts.example }, h('code', null, example)),
    h(
      'button',
      { type: 'button', class: 'copy', onClick: (event: Event) => onCopy(example, event.currentTarget as HTMLElement) },
      texts.copy,
    ),
  );
}

/** A sentence whose words of the language, which stand in backticks, are shown as code. */
function words(sentence: string): ComponentChild[] {
  return sentence.split('`').map((part, index) => (index % 2 ? h('code', null, part) : part));
}
