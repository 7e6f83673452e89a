import type { Region, Scene } from '../../draw/scene.ts';
import type { Box } from './geometry.ts';

/**
 * The stages of a long picture that are out of sight are filled after the first frame, a few at a time, so that it is there soon and keys are answered
 * in between. Whoever asks the page for its elements has them filled at once.
 */

/** A picture of fewer steps is filled at once: it takes no longer than two frames. */
const longFrom = 80;
/** What a few at a time may take, in milliseconds. */
const slice = 8;

interface Waiting {
  region: Region;
  fill(): void;
}

const waiting = new Map<object, Waiting>();
let isPlanned = false;

/** Whether a region may wait: a stage of a long picture that is not within sight, or no farther from it than that is wide. */
export function mayWait(scene: Scene, region: Region, sight: Box): boolean {
  return scene.columns.length > longFrom && region.key.startsWith('stage:') && !isNear(region, sight);
}

function isNear({ x, width }: Region, sight: Box): boolean {
  return x < sight.x + sight.width * 2 && x + width > sight.x - sight.width;
}

/** Fills a region later. While it waits, `owner` may ask again with what is newer. */
export function fillLater(owner: object, region: Region, fill: () => void): void {
  waiting.set(owner, { region, fill });
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

/** Fills what waits: all of it, or what is within sight or near it. */
export function fillNow(sight?: Box): void {
  for (const [owner, { region, fill }] of waiting) {
    if (sight && !isNear(region, sight)) continue;
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
