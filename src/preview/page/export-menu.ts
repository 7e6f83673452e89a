import { type ComponentChild, h } from 'preact';
import { type Format, formats } from '../../render/job.ts';
import type { Texts } from '../texts.ts';
import { icon } from './icons.ts';

const id = 'export-menu';

/** A button, and the menu of formats that it opens. What is open and what has the focus is the browser's affair. */
export function ExportMenu({ texts, onExport }: { texts: Texts; onExport(format: Format): void }): ComponentChild {
  return [
    h(
      'button',
      {
        type: 'button',
        class: 'quiet export',
        title: texts.exportAs,
        'aria-label': texts.export,
        'aria-haspopup': 'menu',
        popovertarget: id,
      },
      icon('export'),
      h('span', { class: 'word' }, texts.export),
    ),
    h(
      'div',
      {
        id,
        class: 'menu',
        popover: 'auto',
        role: 'menu',
        'aria-label': texts.export,
        onBeforeToggle: place,
        onKeyDown: move,
        onMouseMove: point,
      },
      formats.map((format, index) =>
        h(
          'button',
          {
            key: format,
            type: 'button',
            role: 'menuitem',
            tabIndex: -1,
            autofocus: index === 0,
            onClick: (event: Event) => {
              menuOf(event).hidePopover();
              onExport(format);
            },
          },
          h('b', null, texts.formats[format].name, h('span', null, `.${format}`)),
          h('span', null, texts.formats[format].use),
        ),
      ),
    ),
  ];
}

function menuOf({ currentTarget }: Event): HTMLElement {
  return (currentTarget as HTMLElement).closest('[popover]') as HTMLElement;
}

/** The widest that a menu may be, and what it keeps from the edges of the page, in pixels. */
const widest = 430;
const margin = 6;

/** Puts a menu that is about to open below its button, their ends in line, but within the page. */
function place(event: Event): void {
  const menu = menuOf(event);
  const button = menu.parentElement?.querySelector(`[popovertarget="${menu.id}"]`)?.getBoundingClientRect();
  if (!button) return;
  const end = Math.min(Math.max(button.right, widest + margin), innerWidth - margin);
  menu.style.right = `${innerWidth - end}px`;
  menu.style.top = `${button.bottom + 2}px`;
  menu.style.maxWidth = `${Math.min(widest, innerWidth - 2 * margin)}px`;
  menu.style.maxHeight = `${innerHeight - button.bottom - 2 - margin}px`;
}

/** One item is marked: that under the mouse has the focus. */
function point({ target }: MouseEvent): void {
  (target as Element).closest<HTMLElement>('[role="menuitem"]')?.focus();
}

/** The arrow keys go round; a letter goes to the next item that begins with it. */
function move(event: KeyboardEvent): void {
  const items = itemsOf(menuOf(event));
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = target(event, items, at);
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[to]?.focus();
}

function target({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, items: HTMLElement[], at: number): number | undefined {
  const last = items.length - 1;
  if (key === 'ArrowDown') return at < last ? at + 1 : 0;
  if (key === 'ArrowUp') return at > 0 ? at - 1 : last;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const begins = (item: HTMLElement) => item.textContent?.toLowerCase().startsWith(key.toLowerCase());
  const next = items.findIndex((item, index) => index > at && begins(item));
  const found = next < 0 ? items.findIndex(begins) : next;
  return found < 0 ? undefined : found;
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}
