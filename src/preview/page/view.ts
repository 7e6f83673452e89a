import { type ComponentChild, h } from 'preact';
import type { ViewName } from '../../language/names/settings.ts';
import type { PageTexts } from '../texts.ts';
import { Picture, type PictureProps } from './picture.ts';
import { Table, type TableProps } from './table.ts';
import { Toolbar, type ToolbarProps } from './toolbar.ts';

export interface ViewProps {
  texts: PageTexts;
  /** What is said in a line of its own. */
  notice: string | undefined;
  /** Absent as long as there is nothing to show. */
  picture: PictureProps | undefined;
  /** Shown instead of the picture. */
  table: TableProps | undefined;
  view: ViewName;
  views: readonly ViewName[];
  /** What stands at both ends of the bar, above the picture, over it, and instead of it. */
  around: Record<'start' | 'end' | 'above' | 'over' | 'instead', ComponentChild>;
  /** For those who do not see the selection. */
  spoken: string;
  on: Pick<ToolbarProps, 'onView' | 'onTable' | 'onZoom'> & {
    onClick(event: MouseEvent): void;
    onKey(event: KeyboardEvent): void;
    onScroll(): void;
    onReaderClick(event: MouseEvent): void;
    onReaderKey(event: KeyboardEvent): void;
    onReaderScroll(): void;
  };
}

/** The whole page. The scrolling part is always there, so that its place outlives a text without a picture. */
export function View({ texts, notice, picture, table, view, views, around, spoken, on }: ViewProps): ComponentChild {
  const isShown = (picture ?? table) !== undefined;
  return h(
    'div',
    { class: 'page' },
    h(
      'header',
      null,
      h(Toolbar, {
        texts,
        start: around.start,
        end: around.end,
        views,
        view: isShown ? view : undefined,
        table: isShown ? table !== undefined : undefined,
        scale: table ? undefined : picture?.scale,
        ...on,
      }),
      notice !== undefined && h('p', { class: 'notice', role: 'status' }, notice),
      around.above,
    ),
    h(
      'main',
      { class: 'stage' },
      picture && !table && h('h1', { class: 'unseen' }, picture.scene.title),
      scrolling(texts, picture, table === undefined, on),
      table && reading(texts, table, on),
      isShown ? around.over : h('div', { class: 'instead' }, around.instead),
    ),
    h('div', { class: 'spoken', 'aria-live': 'polite' }, spoken || undefined),
  );
}

/** @param isShown - Else the picture is kept out of sight, so that its place is still there when it comes back. */
function scrolling(texts: PageTexts, picture: PictureProps | undefined, isShown: boolean, on: ViewProps['on']): ComponentChild {
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

function reading(texts: PageTexts, table: TableProps, on: ViewProps['on']): ComponentChild {
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
