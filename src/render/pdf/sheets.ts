import type { Part } from '../../draw/part.ts';
import type { Scene } from '../../draw/scene.ts';
import { page } from '../../draw/styles.ts';
import { lowestOf, windowsOf } from './cuts.ts';
import { groupsOf } from './groups.ts';
import type { Window } from './paint.ts';

/** How a map is drawn for pages: the part of it that is asked for, and how wide it is to be between its margins. */
export type Draw = (wanted: { part?: Part; least?: number; width?: number }) => Scene;

/** A page as it will be painted. */
export interface Sheet {
  scene: Scene;
  /** Points to a pixel of the picture. */
  scale: number;
  window: Window;
  /** The header, the stages and the steps' titles stand above the window again, for the picture began on an earlier page. */
  repeats: Repeats;
}

export interface Repeats {
  header: boolean;
  heads: boolean;
  /** How high all that is, in pixels of the picture. */
  height: number;
}

/** How high what signs mean is, with what is above it; in pixels of the picture. */
function legendHeight(scene: Scene): number {
  const region = scene.regions.find(({ key }) => key === 'legend');
  return region ? region.height + aboveLegend : 0;
}

/** In points. */
interface PageSize {
  width: number;
  height: number;
}

export interface Sheets extends PageSize {
  sheets: Sheet[];
}

/** Of a page, in points: from its edge to the picture; for the line at its foot where there are several. */
export const margin = 26;
export const foot = 20;
/** Above the picture's header, in its own pixels. */
export const aboveHeader = 24;
/** The smallest text of a picture is 11 px: no less than 6 points, and a little less where that saves a page. */
const smallest = 6 / 11;
const tightest = 5.6 / 11;
/** A picture of few columns is not made larger than this. */
const largest = 0.9;
const inSteps = [0.8, 0.72, 0.65, 0.6];
/** Of pictures with more columns only the smallest size is tried. */
const mostTried = 120;
/** And whether they stand better on pages that are upright is told from some of them. */
const groupsTried = 8;
const betweenHeads = 12;
const belowRepeated = 8;
/** With less room than this below it the header is not repeated, nor are the stages. */
const leastBelow = 260;

/** Above the foot, what signs mean. */
const aboveLegend = 10;

/** Lays a picture on pages of a size, upright or on their sides: as few as there can be, and then as large as it can be. */
export function sheetsFor(draw: Draw, [short, long]: readonly [number, number]): Sheets {
  const natural = draw({});
  const ways = [
    { width: long, height: short },
    { width: short, height: long },
  ];
  const alone = ways.flatMap((way) => onOnePage(draw, natural, way) ?? []).sort((a, b) => scaleOf(b) - scaleOf(a));
  if (alone[0]) return alone[0];
  const isLong = natural.columns.length > mostTried;
  const tried = ways.map((way) => split(draw, natural, way, smallest, isLong ? groupsTried : undefined));
  const [flat, upright] = tried.map(({ sheets, share }) => sheets.length / share) as [number, number];
  const better = upright < flat ? 1 : 0;
  if (isLong) return split(draw, natural, ways[better] as PageSize, smallest);
  const fewest = tried[better] as Sheets;
  for (const scale of inSteps) {
    const larger = split(draw, natural, fewest, scale);
    if (larger.sheets.length <= fewest.sheets.length) return larger;
  }
  return fewest;
}

function scaleOf({ sheets }: Sheets): number {
  return sheets[0]?.scale ?? 0;
}

/** The whole picture on one page, where its text can be read there. */
function onOnePage(draw: Draw, natural: Scene, { width, height }: PageSize): Sheets | undefined {
  const room = { width: width - margin * 2, height: height - margin * 2 };
  const sizeOf = (scene: Scene) =>
    Math.min(largest, room.width / inkWidth(scene), room.height / (lowestOf(scene) - aboveHeader + legendHeight(scene)));
  let [scene, scale] = [natural, sizeOf(natural)];
  if (scale < tightest) return undefined;
  // What is laid out wider may be higher or lower, and so be asked for once more.
  for (let again = 0; again < 3; again++) {
    const wider = draw(filling(natural, room.width / scale));
    const next = sizeOf(wider);
    if (next < tightest) break;
    const isSettled = Math.abs(next - scale) < 0.002;
    [scene, scale] = [wider, next];
    if (isSettled) break;
  }
  return { width, height, sheets: [{ scene, scale, window: { top: 0, bottom: scene.height }, repeats: nothing }] };
}

const nothing: Repeats = { header: false, heads: false, height: 0 };

function inkWidth(scene: Scene): number {
  return scene.width - page.margin * 2;
}

/** What makes a picture so wide between its margins; one of cards is laid out within that width, and larger only where it has several. */
function filling(natural: Scene, width: number): { least?: number; width?: number } {
  return isOnColumns(natural) ? { least: width } : { width: width + page.margin * 2 };
}

function isOnColumns({ regions }: Scene): boolean {
  return regions.some(({ key }) => key.startsWith('stage:'));
}

/** The picture on several pages, with so many points to a pixel; or only its first groups of steps, and which share of all columns these are. */
function split(draw: Draw, natural: Scene, { width, height }: PageSize, scale: number, most?: number): Sheets & { share: number } {
  const room = { width: (width - margin * 2) / scale, height: (height - margin * 2 - foot) / scale };
  const groups = isOnColumns(natural) ? groupsOf(natural, room.width - (page.columnsAt - page.margin)) : [undefined];
  const some = groups.slice(0, most);
  const sheets = some.flatMap((group, index) => {
    const part = group && { shows: new Set(group), about: index === groups.length - 1 };
    return sheetsOf((width) => draw(part ? { part, least: width } : filling(natural, width)), room, scale);
  });
  const count = (all: typeof groups) => all.reduce((sum, group) => sum + (group?.length ?? 1), 0);
  return { width, height, sheets, share: count(some) / count(groups) };
}

/** One picture on as many pages as its height asks for. */
function sheetsOf(drawn: (width: number) => Scene, room: { width: number; height: number }, scale: number): Sheet[] {
  let scene = drawn(room.width);
  // One column may be wider than a page, and a picture a little too high to stand on it.
  const wide = Math.min(1, room.width / inkWidth(scene));
  const signs = legendHeight(scene);
  const high = room.height / (lowestOf(scene) - aboveHeader + signs);
  let fitting = high < wide && high * scale >= tightest ? high : wide;
  if (high < 1 && fitting === high) {
    scene = drawn(room.width / fitting);
    fitting = Math.min(fitting, room.width / inkWidth(scene), room.height / (lowestOf(scene) - aboveHeader + legendHeight(scene)));
  }
  const height = room.height / fitting - signs;
  const repeated = repeatedOf(scene, height);
  const first = height + aboveHeader;
  const windows = windowsOf(scene, { first, next: first - repeated.height });
  const lanesEnd = Math.max(0, ...scene.regions.filter(({ key }) => key === 'labels').map((each) => each.y + each.height));
  return windows.map((window, index) => {
    const repeats = index === 0 ? nothing : window.top >= lanesEnd ? { ...repeated, heads: false } : repeated;
    return { scene, scale: scale * fitting, window, repeats };
  });
}

/** What of a picture stands on each of its pages, as far as that leaves room for the rest. */
function repeatedOf(scene: Scene, room: number): Repeats {
  const heightOf = (key: string) => scene.regions.find((region) => region.key === key)?.height ?? 0;
  const [header, heads, titles] = [heightOf('header'), heightOf('heads'), scene.titles?.height ?? 0];
  const both = aboveHeader + header + betweenHeads + heads + titles + belowRepeated;
  const columns = aboveHeader + heads + titles + belowRepeated;
  if (header > 0 && room - both >= leastBelow) return { header: true, heads: true, height: both };
  if (heads + titles > 0 && room - columns >= leastBelow) return { header: false, heads: true, height: columns };
  return { header: false, heads: false, height: aboveHeader };
}
