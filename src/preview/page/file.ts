import { h } from 'preact';
import type { FileTexts } from '../texts.ts';
import { Card, cardOf } from './card.ts';
import type { Around } from './host.ts';
import { icon } from './icons.ts';
import type { Tell } from './teller.ts';

/** How the reader goes from light to dark colours and back. */
export interface Switch {
  isDark(): boolean;
  toggle(): void;
}

/** What a file shows besides the map: its name, a switch for the colours where they are the reader's to choose, and what the selected element says. */
export function aroundFile(texts: FileTexts, tell: Tell, colours: Switch | undefined): Around {
  return {
    start: ({ shown }) => h('span', { class: 'name' }, shown?.map.title),
    end: () =>
      colours &&
      h(
        'button',
        {
          type: 'button',
          class: 'quiet toggle dark',
          title: texts.dark,
          'aria-label': texts.dark,
          'aria-pressed': colours.isDark() ? 'true' : 'false',
          onClick: colours.toggle,
        },
        icon('dark'),
      ),
    above: () => undefined,
    over({ id }, shown, view, act) {
      const card = id === undefined ? undefined : cardOf(tell(shown, view, 1), id);
      return card && h(Card, { ...card, texts, leftward: tell(shown, view, 1).leftward === true, onClose: act.clear });
    },
    instead: () => undefined,
  };
}
