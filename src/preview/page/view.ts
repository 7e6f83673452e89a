import { type ComponentChild, h } from 'preact';
import type { ViewName } from '../../language/names/settings.ts';
import type { Mark } from '../../map/model.ts';
import type { Texts } from '../texts.ts';
import { Found } from './found.ts';
import { Invite, Message } from './message.ts';
import { countsOf, idsWith, type Model } from './model.ts';
import { Picture, type PictureProps } from './picture.ts';
import { Table, type TableProps } from './table.ts';
import { Toolbar, type ToolbarProps } from './toolbar.ts';

export interface ViewProps {
  texts: Texts;
  model: Model;
  /** Absent as long as there is nothing to show. */
  picture: PictureProps | undefined;
  /** Shown instead of the picture. */
  table: TableProps | undefined;
  view: ViewName;
  /** What was found about the selection. */
  found: readonly Mark[];
  /** For those who do not see the selection. */
  spoken: string;
  on: Pick<ToolbarProps, 'onChoose' | 'onView' | 'onTable' | 'onFinding' | 'onZoom'> & {
    onClick(event: MouseEvent): void;
    onKey(event: KeyboardEvent): void;
    onScroll(): void;
    onReaderClick(event: MouseEvent): void;
    onReaderKey(event: KeyboardEvent): void;
    onReaderScroll(): void;
    onCopy(text: string, button: HTMLElement): void;
  };
}

/** The whole page. The scrolling part is always there, so that its place outlives a text without a picture. */
export function View({ texts, model, picture, table, view, found, spoken, on }: ViewProps): ComponentChild {
  const { reply, shown, notice } = model;
  const isShown = (picture ?? table) !== undefined;
  return h(
    'div',
    { class: 'page' },
    h(
      'header',
      null,
      h(Toolbar, {
        texts,
        journeys: reply?.journeys ?? [],
        journey: shown?.map.id,
        view: isShown ? view : undefined,
        counts: countsOf(reply),
        leads: { error: leads(isShown, idsWith(reply, 'error')), rest: leads(isShown, idsWith(reply, 'rest')) },
        unreadable: reply?.why === 'unreadable',
        table: isShown ? table !== undefined : undefined,
        scale: table ? undefined : picture?.scale,
        ...on,
      }),
      notice !== undefined && h('p', { class: 'notice', role: 'status' }, notice),
      h(Found, { marks: found }),
    ),
    h(
      'main',
      { class: 'stage' },
      picture && !table && h('h1', { class: 'unseen' }, picture.scene.title),
      scrolling(texts, picture, table === undefined, on),
      table && reading(texts, table, on),
      !isShown && h('div', { class: 'instead' }, instead(texts, model, on.onCopy)),
    ),
    h('div', { class: 'spoken', 'aria-live': 'polite' }, spoken || undefined),
  );
}

function leads(isShown: boolean, ids: string[]): boolean {
  return isShown && ids.length > 0;
}

/** @param isShown - Else the picture is kept out of sight, so that its place is still there when it comes back. */
function scrolling(texts: Texts, picture: PictureProps | undefined, isShown: boolean, on: ViewProps['on']): ComponentChild {
  const isReached = picture !== undefined && isShown;
  return h(
    'div',
    {
      class: `view ${isReached ? '' : 'empty'}`,
      style: { background: picture?.scene.background },
      tabIndex: isReached ? 0 : -1,
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

function reading(texts: Texts, table: TableProps, on: ViewProps['on']): ComponentChild {
  return h(
    'div',
    {
      class: 'reader',
      tabIndex: 0,
      role: 'region',
      'aria-label': table.told.title,
      'aria-description': texts.tableKeys,
      onClick: on.onReaderClick,
      onKeyDown: on.onReaderKey,
      onScroll: on.onReaderScroll,
    },
    h(Table, table),
  );
}

function instead(texts: Texts, { reply }: Model, onCopy: ViewProps['on']['onCopy']): ComponentChild {
  if (reply === undefined) return h('p', { class: 'waiting' }, texts.waiting);
  if (reply.why === 'empty' || reply.why === 'declares') return h(Invite, { invitation: texts[reply.why], texts, onCopy });
  return h(Message, texts.unreadable);
}
