import { type ComponentChild, h } from 'preact';
import type { ViewName } from '../../language/names/settings.ts';
import type { Mark } from '../../map/model.ts';
import type { Texts } from '../texts.ts';
import { Found } from './found.ts';
import { Invite, Message } from './message.ts';
import { countsOf, idsWith, type Model } from './model.ts';
import { Picture, type PictureProps } from './picture.ts';
import { Toolbar, type ToolbarProps } from './toolbar.ts';

export interface ViewProps {
  texts: Texts;
  model: Model;
  /** Absent as long as there is nothing to show. */
  picture: PictureProps | undefined;
  view: ViewName;
  /** What was found about the selection. */
  found: readonly Mark[];
  /** For those who do not see the selection. */
  spoken: string;
  on: Pick<ToolbarProps, 'onChoose' | 'onView' | 'onFinding' | 'onZoom'> & {
    onClick(event: MouseEvent): void;
    onKey(event: KeyboardEvent): void;
    onScroll(): void;
    onCopy(text: string, button: HTMLElement): void;
  };
}

/** The whole page. The scrolling part is always there, so that its place outlives a text without a picture. */
export function View({ texts, model, picture, view, found, spoken, on }: ViewProps): ComponentChild {
  const { reply, shown, notice } = model;
  return h(
    'div',
    { class: 'page' },
    h(Toolbar, {
      texts,
      journeys: reply?.journeys ?? [],
      journey: shown?.map.id,
      view: picture && view,
      counts: countsOf(reply),
      leads: { error: leads(picture, idsWith(reply, 'error')), rest: leads(picture, idsWith(reply, 'rest')) },
      unreadable: reply?.why === 'unreadable',
      scale: picture?.scale,
      ...on,
    }),
    notice !== undefined && h('p', { class: 'notice', role: 'status' }, notice),
    h(Found, { marks: found }),
    h(
      'div',
      { class: 'stage' },
      scrolling(texts, picture, on),
      picture === undefined && h('div', { class: 'instead' }, instead(texts, model, on.onCopy)),
    ),
    h('div', { class: 'spoken', 'aria-live': 'polite' }, spoken || undefined),
  );
}

function leads(picture: PictureProps | undefined, ids: string[]): boolean {
  return picture !== undefined && ids.length > 0;
}

function scrolling(texts: Texts, picture: PictureProps | undefined, on: ViewProps['on']): ComponentChild {
  return h(
    'div',
    {
      class: `view ${picture === undefined ? 'empty' : ''}`,
      style: { background: picture?.scene.background },
      tabIndex: picture === undefined ? -1 : 0,
      role: 'group',
      'aria-label': picture?.scene.title,
      'aria-description': picture && `${picture.scene.description} ${texts.keys}`,
      onClick: on.onClick,
      onKeyDown: on.onKey,
      onScroll: on.onScroll,
    },
    picture && h(Picture, picture),
  );
}

function instead(texts: Texts, { reply }: Model, onCopy: ViewProps['on']['onCopy']): ComponentChild {
  if (reply === undefined) return h('p', { class: 'waiting' }, texts.waiting);
  if (reply.why === 'empty' || reply.why === 'declares') return h(Invite, { invitation: texts[reply.why], texts, onCopy });
  return h(Message, texts.unreadable);
}
