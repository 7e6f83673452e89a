import type { Scene } from '../../draw/scene.ts';
import { toSvg } from '../../draw/svg.ts';
import { toHtmlHead, toHtmlStage } from '../../exchange/html-table.ts';
import type { ToldMap } from '../../exchange/told.ts';
import { withoutHandles } from '../handles.ts';
import { escaped, htmlOf } from './text.ts';

/**
 * A map on a sheet, as HTML: the picture, and below it the same in words. It is what a reader without scripts gets, and what is printed.
 *
 * @param language - Of the words that are not the map's own.
 */
export function sheetHtml(scene: Scene, told: ToldMap, language: string): string {
  const direction = told.leftward ? ' dir="rtl"' : '';
  const parts = [toHtmlHead(told), ...told.stages.map((stage) => toHtmlStage(stage, told.title))];
  const words = parts.map((nodes) => `<section class="part">${htmlOf(nodes)}</section>`).join('');
  const picture = `<div class="paper"${direction} tabindex="0" role="group" aria-label="${escaped(scene.title)}">${toSvg(withoutHandles(scene)).trimEnd()}</div>`;
  return `${picture}<div class="words" lang="${language}"${direction}>${words}</div>`;
}
