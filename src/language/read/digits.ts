/**
 * A value in plain characters: digits of any script as `0` … `9`, signs of full width as narrow ones, dashes as minus signs, blanks of any
 * kind as single spaces.
 */
export function plainDigits(text: string): string {
  if (/^[!-~]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[^\P{Nd}0-9]/gu, digitOf)
    .replace(/[−–—‐‑]/g, '-')
    .replace(/٫/g, '.')
    .replace(/٬/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The decimal digits of a script stand in a row: ten of them, or a multiple of ten. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) as number;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
