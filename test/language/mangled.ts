import fc from 'fast-check';

const blanks = [' ', '  ', '    ', '\t', '\u00a0', '\u3000', ' \t ', '     '];
const starts = ['', '  ', '\t', '      ', ' ', '\u3000'];
const comments = ['', '', '', '', '', ' // why', '     // a note, far off', '/* so */', ' /* of\n  two lines */', '\t/// no doc'];

/**
 * A map as somebody writes it who cares for nothing but the words: blanks, line breaks, comments and capitals as the numbers say. Texts in quotes
 * stay.
 */
export function carelessly(text: string, numbers: readonly number[]): string {
  let at = 0;
  const next = (): number => numbers[at++ % numbers.length] as number;
  const choose = <T>(list: readonly T[]): T => list[next() % list.length] as T;
  const chance = (percent: number): boolean => next() % 100 < percent;
  return text
    .split('\n')
    .map((line) => {
      if (line.trim().startsWith('//')) return choose(starts) + line.trim();
      const [words = '', comment = ''] = apart(line);
      const mixed = words
        .trim()
        .split(/("[^"]*"?)/)
        .map((piece) => (piece.startsWith('"') ? piece : piece.replace(/ +/g, () => (chance(40) ? choose(blanks) : ' '))))
        .join('');
      const keyword = mixed.replace(/^[a-z]+/, (word) => (chance(10) ? `${word[0]?.toUpperCase()}${word.slice(1)}` : word));
      const colon = chance(5) ? keyword.replace(/^(\p{L}+) /u, '$1: ') : keyword;
      return choose(starts) + colon + (comment || choose(comments));
    })
    .map((line) => line + (chance(6) ? choose(['\n\n', '\n \n\n', ' ', '\r\n']) : '\n'))
    .join('')
    .replace(/\n(?=[^/]*$)/g, (mark) => (chance(6) ? ' ' : mark));
}

/** A line's words and the comment behind them. */
function apart(line: string): [string, string] {
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isText = !isText;
    else if (!isText && line.startsWith('//', at)) return [line.slice(0, at), ` ${line.slice(at)}`];
  }
  return [line, ''];
}

// biome-ignore format: a list
const pieces = [
  '"', '""', '"""', '“', '”', '„', '«', '»', '「', '」', '\\', '\\"', '/*', '*/', '//', '///', ',', ':', '，', '-', '−', '%', '\0', '\ud800',
  '\ufeff', '\r\n', '\r', '\n', '\n\n\n', '\u2028', '\u0085', '\t', '\u00a0', '\u3000', '\u200b', '😀', 'e\u0301', 'step', 'stage ', 'journey',
  ' via ', ' owner ', '\nowner X\n', 'feels', 'for ', 'when', 'leads to', 'business', '\ntouchpoint ', '\npersona', ' // c', '\n// c\n', '\n\n// c\n\n',
  ' /* c */ ', '/* c\n   d */', '\n"""a\n  b\n c"""', '２ 日', ' 2 days', ' 61 %', ' £38', ' −2', ' 1 400', ' by X', ' if "x"', ' STATUS Done',
];

/** A change at some place of a text: something goes, something comes. */
export const splice = fc
  .record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    text: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })),
  })
  .map(({ at, length, text }) => (all: string): string => {
    const start = Math.floor(at * all.length);
    return all.slice(0, start) + text + all.slice(start + length);
  });
