import LineBreaker from 'linebreak';
import { clustersOf } from './clusters.ts';
import type { Face } from './fonts.ts';
import { glued } from './glued.ts';
import type { Measure } from './measure.ts';

/** A text cut where a line may end. */
export interface Words {
  /** In order; spaces at a part's end are not in `text` but in `space`. */
  parts: { text: string; width: number; space: number; last: boolean }[];
  /** Width of the longest part: a line at least that wide breaks no word. */
  widest: number;
  /** Of facts with dots between them, how wide a dot is, which no line ends with; see `breakLines`. Else 0. */
  dot: number;
}

export interface Lines {
  lines: string[];
  /** Width of the longest line. */
  width: number;
  /** Something was left out: the last line ends with an ellipsis. */
  cut: boolean;
}

/** Another font has other widths. */
const knownBy = new WeakMap<Measure, Map<string, Words>>();
const mostKnown = 20_000;
const softHyphen = '\u00ad';
/** A soft hyphen, and the sign that forbids a line's end: both only steer the breaking. */
const unseen = /[\u00ad\u2060]/g;
/** Between facts: at a line's end it parts nothing. */
const dot = '\u00a0·';
const separator = /\u00a0·$/;
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const alphabetic = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Text as it can be drawn: no control characters, no half letters, one space at a time. Line ends stay. */
export function tidy(text: string): string {
  if (/^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/.test(text) && !text.includes('  ')) return text.trim();
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\ufffd-\uffff]/gu, (c) => (c === '\n' ? c : ''))
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** More of one text, in UTF-16 units, is not drawn: some four hundred lines in a column. */
const mostDrawn = 10_000;

/** Cuts a text (made tidy) at the places where Unicode lets a line end, each part measured. Of a text beyond all measure, the beginning. */
export function wordsOf(whole: string, size: number, face: Face, measure: Measure): Words {
  const text = whole.length > mostDrawn ? `${whole.slice(0, mostDrawn).toWellFormed()}…` : whole;
  const key = `${face} ${size} ${text}`;
  const known = knownBy.get(measure) ?? new Map<string, Words>();
  knownBy.set(measure, known);
  const cached = known.get(key);
  if (cached) return cached;
  const space = measure(' ', size, face);
  const words: Words = { parts: [], widest: 0, dot: text.includes(dot) ? measure(dot, size, face) : 0 };
  for (const { raw, last } of cuts(glued(tidy(text)))) {
    const part = raw.trimEnd();
    const shown = part.endsWith(softHyphen) ? `${part.slice(0, -1)}-` : part;
    const width = measure(shown, size, face);
    words.parts.push({ text: part, width, space: (raw.length - part.length) * space, last });
    words.widest = Math.max(words.widest, width);
  }
  if (known.size >= mostKnown) known.clear();
  known.set(key, words);
  return words;
}

/** Parts with their spaces. The simple way gives what the library would for text of letters and spaces, at a tenth of its time. */
function cuts(text: string): { raw: string; last: boolean }[] {
  if (/^[A-Za-z\u00c0-\u024f0-9 ,.'’]*$/.test(text) && !/ [,.]/.test(text)) {
    return (text.match(/[^ ]+ ?/g) ?? []).map((raw) => ({ raw, last: false }));
  }
  const found: { raw: string; last: boolean }[] = [];
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.position > from) {
      const parts = wordsWithin(text.slice(from, next.position));
      const ends = next.required && next.position < text.length;
      found.push(...parts.map((raw, index) => ({ raw, last: ends && index === parts.length - 1 })));
    }
    from = next.position;
  }
  return found;
}

/** Scripts that put no space between words: Unicode's rules of line breaking leave where a word ends to a dictionary. */
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Two letters of such a script, of which the second may begin a line: no sign that repeats or shortens what stands before it. */
const between = new RegExp(`^${spaceless.source}(?![ๆฯໆຯៗ]|\\p{M})${spaceless.source}`, 'u');
let dictionary: Intl.Segmenter | undefined;

/** What stands between two places where a line may end, cut between words of a script without spaces, as the dictionary of the runtime has them. */
function wordsWithin(text: string): string[] {
  if (!spaceless.test(text)) return [text];
  dictionary ??= new Intl.Segmenter('th', { granularity: 'word' });
  const found: string[] = [];
  for (const { segment } of dictionary.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && !between.test((last.at(-1) ?? '') + segment)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/**
 * Breaks words into lines no wider than `width` pixels. A word longer than the line is broken between letters as the reader sees them.
 * With more lines than `most`, the last one ends in an ellipsis and `cut` is true. No word is left alone on the last line where a little less
 * width gives it company. Of facts with dots between them none is parted that fits on a line, and one that does not begins on a line of its own.
 */
export function breakLines(
  words: Words,
  width: number,
  size: number,
  face: Face,
  measure: Measure,
  most = Number.POSITIVE_INFINITY,
): Lines {
  const broken = fill(words, width, size, face, measure, most);
  const lastIsFact = words.dot > 0 && separator.test(words.parts.at(-2)?.text ?? '');
  if (lastIsFact || words.widest > width || !endsAlone(broken, width, size, face, measure)) return broken;
  const least = Math.max(words.widest, width * leastShare);
  let better: Lines | undefined;
  for (let room = width - width / 16; room >= least; room -= width / 16) {
    const narrower = fill(words, room, size, face, measure, most);
    if (narrower.cut || narrower.lines.length > broken.lines.length) break;
    if (!endsAlone(narrower, width, size, face, measure)) return narrower;
    if (endsWithFewSigns(broken) && !endsWithFewSigns(narrower)) better ??= narrower;
  }
  return better ?? broken;
}

/** By how much lines may become narrower for the sake of the last one. */
const leastShare = 0.55;

/** With the marks that French sets off. */
const isOneWord = /^\S+([\u00a0\u202f][»!?:;]+)*$/;

/** Whether the last of several lines is one word, and a short one. */
function endsAlone({ lines, cut }: Lines, width: number, size: number, face: Face, measure: Measure): boolean {
  const last = lines.at(-1);
  return last !== undefined && lines.length > 1 && !cut && isOneWord.test(last) && measure(last, size, face) < width / 2;
}

/** Whether the last line, of a script that writes words without spaces, is only a sign or two. */
function endsWithFewSigns({ lines }: Lines): boolean {
  const last = lines.at(-1) ?? '';
  return ideographic.test(last) && (last.match(/[\p{L}\p{N}]/gu) ?? []).length < 3;
}

/** As much on each line as fits. */
function fill(whole: Words, width: number, size: number, face: Face, measure: Measure, most: number): Lines {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let gap = 0;
  const end = () => {
    if (line !== '') lines.push(line.endsWith(softHyphen) ? `${line.slice(0, -1)}-` : line);
    line = '';
    used = 0;
    gap = 0;
  };
  const words =
    whole.widest > width ? { ...whole, parts: whole.parts.flatMap((_, at) => loosened(whole, at, width, size, face, measure)) } : whole;
  for (const [index, part] of words.parts.entries()) {
    if (line !== '' && used + gap + (words.dot > 0 ? factWidth(words, index, width) : part.width) > width) end();
    if (widthAt(words, index) > width) {
      for (const piece of pieces(part.text, width, size, face, measure)) {
        end();
        line = piece;
        used = measure(piece, size, face);
      }
    } else {
      line += (gap > 0 ? ' ' : '') + part.text;
      used += gap + part.width;
    }
    gap = part.space;
    if (part.last) end();
    if (lines.length > most) break;
  }
  end();
  const cut = lines.length > most;
  if (cut) lines.splice(most - 1, lines.length, shorten(lines[most - 1] ?? '', width, size, face, measure));
  const shown = lines.map((each, index) => (index < lines.length - 1 ? each.replace(separator, '') : each).replace(unseen, ''));
  return { lines: shown, width: Math.max(0, ...shown.map((each) => measure(each, size, face))), cut };
}

/** How wide a part is at a line's end, where it ends with no dot. */
function widthAt({ parts, dot: wide }: Words, at: number): number {
  const { text, width } = parts[at] ?? { text: '', width: 0 };
  return wide > 0 && separator.test(text) ? width - wide : width;
}

/** How wide what begins at a part is: a fact as a whole, which has no room beside others where it is wider than a line, else that part. */
function factWidth(words: Words, from: number, width: number): number {
  const { parts } = words;
  const own = widthAt(words, from);
  if (from === 0 || !separator.test(parts[from - 1]?.text ?? '')) return own;
  let all = own;
  for (let at = from; !separator.test(parts[at]?.text ?? '') && at + 1 < parts.length; at++)
    all += (parts[at]?.space ?? 0) + widthAt(words, at + 1);
  return all <= width ? all : Number.POSITIVE_INFINITY;
}

/** A blank that holds words together, and no mark with its word. */
const loose = /(?<!«)\u00a0(?![»!?:;·])/;

/** What has no room together on one line, parted at the blanks that hold it together. */
function loosened(whole: Words, index: number, width: number, size: number, face: Face, measure: Measure): Words['parts'] {
  const part = whole.parts[index];
  if (!part) return [];
  if (widthAt(whole, index) <= width) return [part];
  const words = part.text.split(loose);
  const space = measure(' ', size, face);
  return words.map((text, at) =>
    at < words.length - 1
      ? { text, width: measure(text, size, face), space, last: false }
      : { ...part, text, width: measure(text, size, face) },
  );
}

/** A word cut into pieces that fit, about as long as each other, with a hyphen where letters of one alphabet are parted. */
function pieces(word: string, width: number, size: number, face: Face, measure: Measure): string[] {
  const letters = clustersOf(word).map((segment) => ({ segment, wide: measure(segment, size, face) }));
  const room = Math.max(1, width - measure('-', size, face));
  const whole = letters.reduce((sum, { wide }) => sum + wide, 0);
  const count = Math.ceil(whole / room);
  const each = whole / count;
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment, wide } of letters) {
    if (piece !== '' && (used + wide > room || (found.length < count - 1 && used + wide / 2 > each))) {
      found.push(alphabetic.test(piece.slice(-1)) && alphabetic.test(segment) ? `${piece}-` : piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += wide;
  }
  if (piece !== '') found.push(piece);
  return found;
}

/** As much of a text as fits on one line with an ellipsis. */
function shorten(text: string, width: number, size: number, face: Face, measure: Measure): string {
  const room = width - measure('…', size, face);
  let short = '';
  let used = 0;
  for (const segment of clustersOf(text)) {
    used += measure(segment, size, face);
    if (used > room) break;
    short += segment;
  }
  return `${short.replace(unended, '')}…`;
}

/** What parts or joins, and so ends nothing: a hyphen where a word was parted, a comma, a dot between facts. */
const unended = /(?<=\S)[\s,;:·、，\-\u2010]+$/u;
