/** Room between sliding words and the end of their stage, in the scene's pixels, and before them. */
const right = 26;
/** With the sign that folds the stage. */
const rightOfSign = 44;
const left = 22;

/**
 * How far words must slide along to stay in sight, and never out of their stage.
 *
 * @param hidden how much of the stage, from where it begins, is scrolled out of sight
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
  const leftward = view.classList.contains('leftward');
  const corner = view.querySelector('.left[data-region="corner"], .right[data-region="corner"]')?.getBoundingClientRect();
  const whole = view.getBoundingClientRect();
  const edge = leftward ? (corner?.left ?? whole.right) : (corner?.right ?? whole.left);
  for (const words of heads.querySelectorAll<SVGGraphicsElement>('[data-slides]')) {
    const stage = words.parentElement?.querySelector(':scope > path')?.getBoundingClientRect();
    if (stage === undefined) continue;
    const text = words.getBBox();
    const hidden = leftward ? stage.right - edge : edge - stage.left;
    const end = words.parentElement?.querySelector('[data-fold]') ? rightOfSign : right;
    const by = slideBy(hidden / scale, stage.width / scale - text.width - end - left);
    const transform = by > 0 ? `translate(${leftward ? -by : by} 0)` : null;
    if (transform === words.getAttribute('transform')) continue;
    if (transform === null) words.removeAttribute('transform');
    else words.setAttribute('transform', transform);
  }
}
