import type { Region, Scene, SceneNode } from '../../draw/scene.ts';
import type { Box } from './geometry.ts';

/**
 * What of a long picture is out of sight is filled after the first frame, a little at a time, so that the picture is there soon and keys are answered
 * in between. Whoever asks the page for its elements has all of it filled at once.
 */

/** A picture of fewer steps is filled at once: it takes no longer than two frames. */
const longFrom = 80;
/** What a little at a time may take, in milliseconds. */
const slice = 8;

interface Waiting {
  /** Whether something that is to be seen is missing, if one sees this of the picture. */
  isMissed(sight: Box): boolean;
  fill(): void;
}

const waiting = new Map<object, Waiting>();
let isPlanned = false;

/**
 * What of a region is drawn at once: of a long picture's stage that is neither in sight nor near it nothing, of the curve over all stages what is.
 * The region itself where nothing of it waits.
 */
export function atOnce(scene: Scene, region: Region, sight: Box): Region {
  if (scene.columns.length <= longFrom) return region;
  const near = nearTo(sight);
  if (region.key.startsWith('stage:')) return overlap(region, near) ? region : { ...region, children: [] };
  if (region.key !== 'curve') return region;
  const isNear = ({ attrs }: SceneNode) => {
    const x = /^translate\((\S+) /.exec(String(attrs.transform ?? ''))?.[1];
    return x === undefined || overlap({ x: region.x + Number(x), width: 0 }, near);
  };
  const children = region.children.map((child) => (child.children ? { ...child, children: child.children.filter(isNear) } : child));
  return { ...region, children };
}

/** Whether a part of a region that was drawn at once misses something, now that one sees this of the picture. */
export function isMissing(region: Region, drawnFor: Box, sight: Box): boolean {
  if (region.key.startsWith('stage:')) return overlap(region, sight);
  const near = nearTo(drawnFor);
  return sight.x < near.x || sight.x + sight.width > near.x + near.width;
}

/** As much again on both sides. */
function nearTo({ x, width }: Box): Pick<Box, 'x' | 'width'> {
  return { x: x - width, width: width * 3 };
}

function overlap(a: Pick<Box, 'x' | 'width'>, b: Pick<Box, 'x' | 'width'>): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x;
}

/** Fills something later. While it waits, its owner may ask again with what is newer. */
export function fillLater(owner: object, what: Waiting): void {
  waiting.set(owner, what);
  document.body.dataset.filling = '';
  if (isPlanned) return;
  isPlanned = true;
  requestAnimationFrame(() => setTimeout(fillSome));
}

/** Whether anything waits. */
export function isFilling(): boolean {
  return waiting.size > 0;
}

export function isWaiting(owner: object): boolean {
  return waiting.has(owner);
}

/** It is gone, and need not be filled any more. */
export function forget(owner: object): void {
  waiting.delete(owner);
  finish();
}

/** Fills what waits: all of it, or what is missed where one sees this of the picture. */
export function fillNow(sight?: Box): void {
  for (const [owner, { isMissed, fill }] of waiting) {
    if (sight && !isMissed(sight)) continue;
    waiting.delete(owner);
    fill();
  }
  finish();
}

function fillSome(): void {
  const until = performance.now() + slice;
  for (const [owner, { fill }] of waiting) {
    waiting.delete(owner);
    fill();
    if (performance.now() > until) break;
  }
  isPlanned = waiting.size > 0;
  if (isPlanned) setTimeout(fillSome);
  else finish();
}

function finish(): void {
  if (waiting.size === 0) delete document.body.dataset.filling;
}
