import { Component, type ComponentChild, createRef, h } from 'preact';
import { familiesWith } from '../../draw/fonts.ts';
import type { Region, Scene, SceneNode } from '../../draw/scene.ts';
import type { Theme } from '../../draw/themes.ts';
import { atOnce, fillLater, forget, isMissing, isWaiting } from './filling.ts';
import type { Box } from './geometry.ts';
import { patchNodes } from './svg.ts';

export interface PictureProps {
  scene: Scene;
  scale: number;
  /** What of the picture is to be seen, in the scene's pixels. */
  sight: Box;
  theme: Theme;
  /** Which edges keep what is pinned to them. */
  pins: { top: boolean; left: boolean };
  /** Round the step under the cursor, in the scene's pixels. */
  frame: Box | undefined;
  /** Round the selected element: per region, in the region's own pixels. */
  selection: ReadonlyMap<string, Box>;
}

/**
 * The drawn map: each region an `<svg>` of its own, all laid over each other in one cell of a grid, so that a pinned one can stick
 * within the whole picture. Zooming sets their sizes, so that text is drawn sharp at every scale.
 */
export function Picture({ scene, scale, sight, theme, pins, frame, selection }: PictureProps): ComponentChild {
  return h(
    'div',
    {
      class: 'picture',
      style: {
        width: px(scene.width * scale),
        height: px(scene.height * scale),
        background: scene.background,
        fontFamily: familiesWith(scene.font),
      },
    },
    titles(scene, scale, pins.top),
    scene.regions.map((region) =>
      h(
        'div',
        {
          key: region.key,
          class: `region ${stuck(region, pins, scene.leftward)}`,
          'data-region': region.key,
          style: scene.leftward ? fromRight(region, scene, scale) : placed(region, scale, scene.background),
        },
        h(RegionSvg, { region, first: () => atOnce(scene, region, sight), sight }),
        outline(selection.get(region.key), scale, theme.frame.stroke),
      ),
    ),
    frame &&
      h('div', {
        key: ' frame',
        class: 'frame',
        style: {
          ...placed(frame, scale),
          borderColor: theme.frame.stroke,
          borderWidth: px(theme.frame.width),
          background: theme.frame.fill === 'none' ? 'transparent' : theme.frame.fill,
        },
      }),
  );
}

/** The steps' titles below what is pinned at the top. They are hidden until one has scrolled past the steps, see `passTitles`. */
function titles({ titles: strip, regions, background }: Scene, scale: number, pinned: boolean): ComponentChild {
  if (strip === undefined || !pinned) return undefined;
  const heads = regions.find(({ pin }) => pin === 'top')?.height ?? 0;
  const style = { ...placed(strip, scale, background), '--below': px(heads * scale) };
  return h('div', { key: ' titles', class: 'titles', 'aria-hidden': 'true', style }, h(RegionSvg, { region: strip }));
}

interface RegionProps {
  region: Region;
  /** What of it is drawn at once where it is new; all of it without this. */
  first?(): Region;
  sight?: Box;
}

/** A region's content. Its size is that of the box round it, so that zooming leaves it alone. */
class RegionSvg extends Component<RegionProps> {
  readonly #group = createRef<SVGGElement>();
  #drawn: readonly SceneNode[] = [];

  override shouldComponentUpdate(next: RegionProps): boolean {
    return next.region !== this.props.region;
  }

  override render(): ComponentChild {
    const { width, height } = this.props.region;
    // Regions overlap, so only what is drawn in them takes the pointer, and not their rectangles.
    return h('svg', { viewBox: `0 0 ${width} ${height}` }, h('g', { 'pointer-events': 'auto', ref: this.#group }));
  }

  override componentDidMount(): void {
    this.#drawFirst();
  }

  override componentDidUpdate(): void {
    if (isWaiting(this)) this.#drawFirst();
    else this.#draw(this.props.region);
  }

  override componentWillUnmount(): void {
    forget(this);
  }

  /** What can wait is drawn later. */
  #drawFirst(): void {
    const { region, first, sight } = this.props;
    const now = first?.() ?? region;
    this.#draw(now);
    if (now === region || !sight) forget(this);
    else fillLater(this, { isMissed: (seen) => isMissing(region, sight, seen), fill: () => this.#draw(this.props.region) });
  }

  #draw({ children }: Region): void {
    if (this.#group.current) patchNodes(this.#group.current, this.#drawn, children);
    this.#drawn = children;
  }
}

/** Regions as wide as the view: they scroll up and down, and keep still when the lanes scroll sideways. */
const steady = new Set(['header', 'about']);

function stuck({ pin, key }: Region, pins: { top: boolean; left: boolean }, leftward = false): string {
  if (steady.has(key)) return 'steady';
  const top = pins.top && (pin === 'top' || pin === 'corner');
  const side = pins.left && (pin === 'left' || pin === 'right' || pin === 'corner');
  return `${top ? 'top ' : ''}${side ? (leftward ? 'right' : 'left') : ''}`;
}

/** The place of a region by its distance from the right edge, to which it can stick only so. */
function fromRight(region: Region, { width, background }: Scene, scale: number): Record<string, string> {
  const right = px((width - region.x - region.width) * scale);
  const { marginLeft, '--left': left, ...style } = placed(region, scale, background);
  return { ...style, marginRight: right, '--right': right, justifySelf: 'end' };
}

function placed(box: Box, scale: number, background?: string): Record<string, string> {
  return {
    marginLeft: px(box.x * scale),
    '--left': px(box.x * scale),
    marginTop: px(box.y * scale),
    width: px(box.width * scale),
    height: px(box.height * scale),
    ...(background === undefined ? {} : { '--ground': background }),
  };
}

function outline(box: Box | undefined, scale: number, color: string): ComponentChild {
  if (box === undefined) return undefined;
  const room = 3;
  return h('div', {
    class: 'selection',
    style: {
      left: px(box.x * scale - room),
      top: px(box.y * scale - room),
      width: px(box.width * scale + 2 * room),
      height: px(box.height * scale + 2 * room),
      borderColor: color,
    },
  });
}

function px(length: number): string {
  return `${Math.round(length * 100) / 100}px`;
}
