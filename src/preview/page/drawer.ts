import { branded, Drawing, stringsOf } from '../../draw/index.ts';
import { tellMap } from '../../exchange/telling.ts';
import type { Draw } from './board.ts';
import type { Tell } from './teller.ts';

/** Draws maps, and keeps what it drew for the next time. Where `findings` are asked for, the header says how many there are. */
export function drawer({ findings }: { findings: boolean }): Draw {
  const drawing = new Drawing();
  return ({ map, before, marks, language, lanes, brand, pictures }, theme, width, view, folded) =>
    drawing.draw(map, {
      theme: branded(theme, brand?.accent),
      ...(findings ? { marks } : {}),
      width,
      view,
      ...(folded ? { folded } : {}),
      labels: stringsOf(language),
      ...(before ? { before } : {}),
      ...(lanes ? { lanes } : {}),
      ...(brand?.font === undefined ? {} : { font: brand.font }),
      ...pictures,
    });
}

/** Tells maps in words. */
export const tell: Tell = ({ map, before, language, lanes }, view, columns) =>
  tellMap(map, stringsOf(language), { view, columns, ...(before ? { before } : {}), ...(lanes ? { lanes } : {}) });
