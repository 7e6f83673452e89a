/** Bullets and numbers of lists, marks of headings, boxes to tick, each with the blank behind it. */
const bullets = /(?:(?:[-*+•·‣▪▸►○●–—>]|#{1,6}|\(?\d{1,3}[.)]|\(?[a-z]\)|\[[ xX]?\])[ \t\u00a0\u3000]+)+/uy;

/** The offset behind the bullets that a text has at an offset; the offset itself where it has none. */
export function afterBullets(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (code <= 34 || (isLetter && text[at + 1] !== ')')) return at;
  bullets.lastIndex = at;
  return bullets.test(text) ? bullets.lastIndex : at;
}
