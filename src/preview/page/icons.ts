import { h, type VNode } from 'preact';

/** Drawn on 16 × 16, in the colour of the text round them. */
const paths = {
  minus: 'M3.5 8h9',
  plus: 'M3.5 8h9M8 3.5v9',
  width: 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  all: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M5.5 6.5h5v3h-5z',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.2 6.3V13',
  export: 'M8 9.8V2.3M5.2 5L8 2.2 10.8 5M5 7.3H3.3v6.2h9.4V7.3H11',
  close: 'M4 4l8 8M12 4l-8 8',
  dark: 'M13.2 9.9A5.7 5.7 0 0 1 6.1 2.8a5.7 5.7 0 1 0 7.1 7.1z',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.8v4M8 11v.4',
  finding: 'M8 2.2L14.2 13H1.8zM8 6.4v3.2M8 11.2v.3',
};

/** An icon that says nothing to a screen reader: its button has a name. */
export function icon(name: keyof typeof paths): VNode {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    h('path', {
      d: paths[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.3,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}
