import type { JourneyMap } from '../map/model.ts';
import { pointsAlong } from './icons.ts';
import { isRightToLeft, round } from './nodes.ts';
import type { Region, Scene, SceneNode, StepColumn } from './scene.ts';

/**
 * Whether a map is read from right to left, as Arabic, Hebrew and Persian ones are: most of its titles are. Those of teams and systems do not count, as
 * many have names in Latin letters.
 */
export function readsLeftward({ title, stages }: JourneyMap): boolean {
  const titles = [title, ...stages.flatMap((stage) => [stage.title, ...stage.steps.map((step) => step.title)])];
  const told = titles.filter((each) => /\p{L}/u.test(each));
  return told.filter(isRightToLeft).length * 2 > told.length;
}

/**
 * A scene as in a mirror, time running from right to left: every place is mirrored, no text and no sign is, but for signs that point along the time.
 * The same node is mirrored to the same object again.
 */
export function mirrored(scene: Scene): Scene {
  const across = <Box extends Region | StepColumn>(box: Box): Box => ({ ...box, x: round(scene.width - box.x - box.width) });
  const whole = (region: Region): Region => ({
    ...across(region),
    ...(region.pin === 'left' ? { pin: 'right' as const } : {}),
    children: region.children.map((child) => mirroredNode(child, region.width)),
  });
  return {
    ...scene,
    leftward: true,
    regions: scene.regions.map(whole),
    ...(scene.titles ? { titles: whole(scene.titles) } : {}),
    columns: scene.columns.map(across),
  };
}

const known = new WeakMap<SceneNode, { width: number; node: SceneNode }>();

/** A node mirrored within a width: what stood at x stands at width − x. */
function mirroredNode(node: SceneNode, width: number): SceneNode {
  const last = known.get(node);
  if (last?.width === width) return last.node;
  const made = mirror(node, width);
  known.set(node, { width, node: made });
  return made;
}

function mirror(node: SceneNode, width: number): SceneNode {
  const { tag, attrs, children } = node;
  if (tag === 'title' || tag === 'linearGradient') return node;
  if (tag === 'path') return { ...node, attrs: mirroredPath(attrs, width) };
  const transform = /^translate\((\S+) (\S+)\)(.*)$/.exec(String(attrs.transform ?? ''));
  if (tag === 'g' && transform) {
    const [, x, y, rest] = transform;
    const moved = { ...attrs, transform: `translate(${round(width - Number(x))} ${y})${rest}` };
    return withChildren({ ...node, attrs: moved }, children, 0);
  }
  const at = (name: string, wide = 0) => (attrs[name] === undefined ? {} : { [name]: round(width - Number(attrs[name]) - wide) });
  const places =
    tag === 'rect' || tag === 'image'
      ? at('x', Number(attrs.width))
      : tag === 'circle'
        ? at('cx')
        : tag === 'line'
          ? { ...at('x1'), ...at('x2') }
          : tag === 'text' || tag === 'tspan'
            ? at('x')
            : {};
  const placed = { ...attrs, ...places };
  return withChildren({ ...node, attrs: tag === 'text' ? otherEnd(placed) : placed }, children, width);
}

function withChildren(node: SceneNode, children: SceneNode[] | undefined, width: number): SceneNode {
  return children ? { ...node, children: children.map((child) => mirroredNode(child, width)) } : node;
}

/** A text that began at its place ends there, in either direction of writing. */
function otherEnd({ 'text-anchor': anchor, ...attrs }: SceneNode['attrs']): SceneNode['attrs'] {
  if (anchor === 'middle') return { ...attrs, 'text-anchor': anchor };
  return anchor === 'end' ? attrs : { ...attrs, 'text-anchor': 'end' };
}

/** A sign with a place of its own keeps its looks, unless it points along the time; any other line is mirrored. */
function mirroredPath(attrs: SceneNode['attrs'], width: number): SceneNode['attrs'] {
  const { d = '', transform } = attrs;
  if (transform === undefined) return { ...attrs, d: mirroredLine(String(d), width) };
  const [, x, y, scale = '1'] = /^translate\((\S+) (\S+)\)(?: scale\((\S+)\))?$/.exec(String(transform)) ?? [];
  const turned = pointsAlong(String(d));
  const left = width - Number(x) - (turned ? 0 : 16 * Number(scale));
  return {
    ...attrs,
    transform: `translate(${round(left)} ${y})${turned ? ` scale(-${scale} ${scale})` : scale === '1' ? '' : ` scale(${scale})`}`,
  };
}

/** How many numbers each command of a path takes, and which of them are places or lengths across. */
const commands: Record<string, { numbers: number; across: number[] }> = {
  M: { numbers: 2, across: [0] },
  L: { numbers: 2, across: [0] },
  H: { numbers: 1, across: [0] },
  V: { numbers: 1, across: [] },
  C: { numbers: 6, across: [0, 2, 4] },
  S: { numbers: 4, across: [0, 2] },
  Q: { numbers: 4, across: [0, 2] },
  T: { numbers: 2, across: [0] },
  A: { numbers: 7, across: [5] },
  Z: { numbers: 0, across: [] },
};

/** Path data mirrored: places at `width` − x, lengths with the other sign, and arcs turning the other way. */
function mirroredLine(d: string, width: number): string {
  return [...d.matchAll(/([a-z])([^a-z]*)/gi)]
    .map(([, letter = '', rest = '']) => {
      const { numbers, across } = commands[letter.toUpperCase()] ?? { numbers: 0, across: [] };
      if (numbers === 0) return letter;
      const relative = letter === letter.toLowerCase();
      const values = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([value], index) => {
        const at = index % numbers;
        if (across.includes(at)) return relative ? round(-Number(value)) : round(width - Number(value));
        return numbers === 7 && at === 4 ? 1 - Number(value) : value;
      });
      return `${letter}${values.join(' ')}`;
    })
    .join('');
}
