/** Room between sliding words and the end of their stage, in the scene's pixels. */
const right = 26;

/**
 * How far words must slide to the right to stay in sight, and never out of their stage.
 *
 * @param hidden how much of the stage, from its left edge, is scrolled out of sight
 * @param room the width that is left beside the words
 */
export function slideBy(hidden: number, room: number): number {
  return Math.round(Math.max(0, Math.min(hidden, room)) * 100) / 100;
}

/**
 * Slides the names of the stages that are scrolled out of sight in part.
 *
 * @param view what scrolls
 * @param scale of the picture; 1 is 100 %
 */
export function slideTitles(view: HTMLElement, scale: number): void {
  const heads = view.querySelector('[data-region="heads"]');
  if (heads === null) return;
  const covered = view.querySelector('.left[data-region="corner"]')?.getBoundingClientRect().right;
  const edge = covered ?? view.getBoundingClientRect().left;
  for (const words of heads.querySelectorAll<SVGGraphicsElement>('[data-slides]')) {
    const stage = words.parentElement?.querySelector(':scope > path')?.getBoundingClientRect();
    if (stage === undefined) continue;
    const text = words.getBBox();
    const by = slideBy((edge - stage.left) / scale, stage.width / scale - text.width - right - 22);
    const transform = by > 0 ? `translate(${by} 0)` : null;
    if (transform === words.getAttribute('transform')) continue;
    if (transform === null) words.removeAttribute('transform');
    else words.setAttribute('transform', transform);
  }
}
