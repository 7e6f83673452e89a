import type { Context } from './context.ts';
import { group, node, rect } from './nodes.ts';
import type { SceneNode } from './scene.ts';

/** The largest that a logo is drawn, in pixels at 100 %, and the size of one that does not say how wide it is to its height. */
const most = { width: 160, height: 32 };
const unknown = { width: 96, height: 32 };
/** From the edge of its plate. */
const [across, down] = [6, 4];

/** A logo with the room that its plate takes, whether there is one or not: a map is laid out alike in every theme. */
export interface LaidLogo {
  width: number;
  height: number;
  lay(x: number, y: number): SceneNode;
}

/** The logo of a house; nothing where it has none. What is made of pixels is not made larger. */
export function logoFor({ logo, theme }: Context): LaidLogo | undefined {
  if (logo === undefined || !isImage(logo.href)) return undefined;
  const { width, height } = logo.size ?? unknown;
  const fit = Math.min(most.width / width, most.height / height);
  const scale = /^data:image\/svg/i.test(logo.href) ? fit : Math.min(1, fit);
  const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  // A photograph has a ground of its own.
  const plated = theme.plate !== 'none' && !/^data:image\/jpeg/i.test(logo.href);
  return {
    width: wide + across * 2,
    height: high + down * 2,
    lay: (x, y) =>
      group('logo', {}, [
        ...(plated ? [rect('plate', x, y, wide + across * 2, high + down * 2, { rx: 6, fill: theme.plate })] : []),
        node('image', 'picture', {
          x: x + across,
          y: y + down,
          width: wide,
          height: high,
          href: logo.href,
          preserveAspectRatio: 'xMaxYMid meet',
        }),
      ]),
  };
}

/** Only data of an image: a picture asks nobody for anything. */
export function isImage(address: string): boolean {
  return /^data:image\/(png|jpeg|webp|svg\+xml)[;,]/i.test(address);
}
