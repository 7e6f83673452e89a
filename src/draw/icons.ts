import { path, round } from './nodes.ts';
import type { SceneNode } from './scene.ts';

/** Line icons on a grid of 16. */
const shapes = {
  web: 'M3.25 2.75h9.5a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-7.5a1.5 1.5 0 0 1 1.5-1.5zM1.75 6.25h12.5',
  mobile:
    'M5.75 1.75h4.5a1.5 1.5 0 0 1 1.5 1.5v9.5a1.5 1.5 0 0 1-1.5 1.5h-4.5a1.5 1.5 0 0 1-1.5-1.5v-9.5a1.5 1.5 0 0 1 1.5-1.5zM7.25 11.9h1.5',
  email:
    'M3.25 3.25h9.5a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-6.5a1.5 1.5 0 0 1 1.5-1.5zM2.3 4.4 8 8.8l5.7-4.4',
  phone:
    'M5.4 1.9 3.2 2.4c-.8.2-1.3.9-1.2 1.8C2.5 9.4 6.6 13.5 11.8 14c.9.1 1.6-.4 1.8-1.2l.5-2.2-3.3-1.6-1.5 1.5C7.6 9.6 6.4 8.4 5.5 6.7l1.5-1.5z',
  chat: 'M3.25 2.5h9.5a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5H7.9L4.75 13.75V11h-1.5a1.5 1.5 0 0 1-1.5-1.5V4a1.5 1.5 0 0 1 1.5-1.5zM5 5.6h6M5 8h3.75',
  sms: 'M3.25 2.5h9.5a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5H7.9L4.75 13.75V11h-1.5a1.5 1.5 0 0 1-1.5-1.5V4a1.5 1.5 0 0 1 1.5-1.5zM5.1 6.75h.01M8 6.75h.01M10.9 6.75h.01',
  social:
    'M8 13.4C4 10.7 1.9 8.4 1.9 6c0-1.9 1.4-3.2 3.1-3.2 1.3 0 2.4.7 3 1.9.6-1.2 1.7-1.9 3-1.9 1.7 0 3.1 1.3 3.1 3.2 0 2.4-2.1 4.7-6.1 7.4z',
  /** The front of a letter, with stamp and address: the back is that of an e-mail. */
  mail: 'M3.25 3.25h9.5a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-6.5a1.5 1.5 0 0 1 1.5-1.5zM10 5.35h2.15v2.3H10zM4 8.4h3.6M4 10.6h2.4',
  store:
    'M3 8.3v4.45c0 .4.3.75.75.75h8.5c.4 0 .75-.3.75-.75V8.3M3.1 2.5h9.8l1.35 3.3c0 1.1-.9 2-2.05 2A2.08 2.08 0 0 1 10.1 5.8 2.08 2.08 0 0 1 8 7.8a2.08 2.08 0 0 1-2.1-2 2.08 2.08 0 0 1-2.1 2c-1.15 0-2.05-.9-2.05-2z',
  person: 'M8 8a2.9 2.9 0 1 0 0-5.8A2.9 2.9 0 0 0 8 8zM2.6 13.9c.4-2.3 2.6-3.6 5.4-3.6s5 1.3 5.4 3.6',
  device:
    'M3.25 2.25h9.5a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-5.5a1.5 1.5 0 0 1 1.5-1.5zM8 10.75v3M5 13.75h6',
  other: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5zM8 8h.01',
  ear: 'M4.6 6.3a3.5 3.5 0 1 1 6.6 1.6c-.6 1.1-1.6 1.5-1.8 3-.2 1.7-1.1 2.9-2.6 2.9-1.3 0-2.1-.9-2.1-2.1M6.8 6.4a1.35 1.35 0 1 1 2.5.7c-.4.6-1 .8-1 1.7',
  silent: 'M5 4.3a3.5 3.5 0 0 1 6.2 3.6c-.3.5-.6.9-.9 1.2M9.3 11c-.2 1.7-1.1 2.8-2.5 2.8-1.3 0-2.1-.9-2.1-2.1M4.6 6.3v-.1M2.5 2.5l11 11',
  clock: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5zM8 4.9V8l2.1 1.4',
  flag: 'M4 14V2.6M4 3h7.6L9.9 5.8l1.7 2.8H4',
  arrow: 'M2.5 8h10.7M9.2 4l4 4-4 4',
  out: 'M4.5 11.5l7-7M5.9 4.5h5.6v5.6',
  check: 'M3 8.6l3.3 3.2L13 4.9',
  cross: 'M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6',
  fork: 'M2.5 8H6c2 0 2.5-4 4.5-4h3M6 8c2 0 2.5 4 4.5 4h3M11.3 1.8 13.5 4l-2.2 2.2M11.3 9.8l2.2 2.2-2.2 2.2',
  up: 'M8 13V3.2M4.2 7 8 3.2 11.8 7',
  down: 'M8 3v9.8M4.2 9 8 12.8 11.8 9',
  level: 'M3 6h10M3 10h10',
  fold: 'M2.5 4.2 6.3 8l-3.8 3.8M13.5 4.2 9.7 8l3.8 3.8',
  unfold: 'M6.3 4.2 2.5 8l3.8 3.8M9.7 4.2 13.5 8l-3.8 3.8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  stop: 'M4.25 3.25h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-7.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1z',
  goal: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 10.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM8 8h.01',
  drive: 'M9 1.8 3.6 9h3.9L7 14.2 12.4 7H8.5z',
  cloud: 'M4.7 12.6a3 3 0 0 1-.4-5.9 4 4 0 0 1 7.7 1.1 2.45 2.45 0 0 1-.3 4.8z',
  book: 'M8 4.3C6.6 3.2 4.6 2.9 2.5 3v9.4c2.1-.1 4.1.2 5.5 1.3 1.4-1.1 3.4-1.4 5.5-1.3V3C11.4 2.9 9.4 3.2 8 4.3zM8 4.3v9.4',
  system: 'M3 4.2c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4.2v7.6c0 1.1 2.2 2 5 2s5-.9 5-2V4.2M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  beside: 'M3 5.5h8M8.5 3l2.5 2.5L8.5 8M5 11h8M10.5 8.5 13 11l-2.5 2.5',
} as const;

export type IconName = keyof typeof shapes;

/** Whether an icon, by its path data, points along the time: in a picture that runs from right to left it points the other way. */
export function pointsAlong(d: string): boolean {
  return d === shapes.arrow || d === shapes.out || d === shapes.fork || d === shapes.beside;
}

/** An icon with its top left corner at a place. The line keeps its width at every size; beside small text it is a little thinner. */
export function icon(key: string, name: IconName, x: number, y: number, colour: string, size = 16): SceneNode {
  const scale = round(size / 16);
  return path(key, shapes[name], {
    transform: `translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${scale})`}`,
    fill: 'none',
    stroke: colour,
    'stroke-width': (size < 16 ? 1.25 : 1.4) / scale,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}
