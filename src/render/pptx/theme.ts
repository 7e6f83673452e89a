import type { Fonts, Palette } from './look.ts';
import { el, names, type Xml } from './xml.ts';

/** The colours of notes, which are printed. */
export const paper: Palette = {
  isDark: false,
  names: new Map(),
  slots: [
    ['dk1', '#000000'],
    ['lt1', '#ffffff'],
    ['dk2', '#44546a'],
    ['lt2', '#e7e6e6'],
    ['accent1', '#3b63d8'],
    ['accent2', '#2f9e6b'],
    ['accent3', '#b7791f'],
    ['accent4', '#d9544a'],
    ['accent5', '#5d3fa6'],
    ['accent6', '#1b6178'],
    ['hlink', '#2f52c0'],
    ['folHlink', '#2f52c0'],
  ],
};

/** Colours and fonts of a deck, by which all of it can be changed at once. */
export function themePart({ slots }: Palette, { latin, eastAsian, complex }: Fonts): Xml {
  const colours = slots.map(([name, colour]) => el(`a:${name}`, {}, el('a:srgbClr', { val: colour.slice(1).toUpperCase() })));
  const family = (tag: string) =>
    el(tag, {}, el('a:latin', { typeface: latin }), el('a:ea', { typeface: eastAsian }), el('a:cs', { typeface: complex }));
  const paint = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }));
  const thrice = (each: Xml) => each.repeat(3);
  const formats = [
    el('a:fillStyleLst', {}, thrice(paint)),
    el('a:lnStyleLst', {}, thrice(el('a:ln', { w: 9525 }, paint))),
    el('a:effectStyleLst', {}, thrice(el('a:effectStyle', {}, el('a:effectLst')))),
    el('a:bgFillStyleLst', {}, thrice(paint)),
  ];
  return el(
    'a:theme',
    { 'xmlns:a': names['xmlns:a'], name: 'Journey' },
    el(
      'a:themeElements',
      {},
      el('a:clrScheme', { name: 'Journey' }, ...colours),
      el('a:fontScheme', { name: 'Journey' }, family('a:majorFont'), family('a:minorFont')),
      el('a:fmtScheme', { name: 'Journey' }, ...formats),
    ),
  );
}

/** Which of the theme's colours are ground and text. */
export function colourMap(isDark: boolean): Xml {
  const same = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name) => [name, name]);
  const basic = isDark ? { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' } : { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  return el('p:clrMap', { ...basic, ...Object.fromEntries(same) });
}
