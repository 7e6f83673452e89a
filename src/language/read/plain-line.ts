import { byFirstWord, type Part, type Place, type StatementDefinition } from '../statements.ts';
import { endOfLine } from './ahead.ts';
import { isoDate } from './dates.ts';
import { docAbove } from './doc.ts';
import { longerOpenings } from './other-words.ts';
import type { Item, Statement } from './statement.ts';
import { keywords } from './tokens.ts';

/**
 * Reads a segment that is one statement on one line, written just as the language has it. Most lines are, and reading them so takes a
 * fraction of what looking for all that somebody may have meant does.
 *
 * @returns What the full reading would give; undefined where anything stands that it has to look at.
 */
export function readPlain(text: string): Statement | undefined {
  return new PlainLine(text).statement();
}

const quoteMark = 34;
const plus = 43;
const comma = 44;
const hyphen = 45;
const slash = 47;
const backslash = 92;
const underscore = 95;

/** A plain quantity, with what it is per or its currency. */
const quantity = /[-+]?\d{1,6}(?:\.\d{1,2})?(?:%|\/\d{1,3})?(?: per [a-z]{3,12}| [A-Z]{3})?(?=\s|$)/y;

/** A stretch of the line that was passed over: a text in quotes, or a word. */
type Piece = 'text' | 'word' | 'number' | 'end' | undefined;

class PlainLine {
  private readonly text: string;
  /** Where the piece looked at begins, and the offset behind it. */
  private start = 0;
  private end = 0;
  /** A line break stands before the piece. */
  private isFresh = false;
  private readonly items: Statement['items'] = {};
  private lists: Statement['lists'] | undefined;
  private words: Statement['words'];

  constructor(text: string) {
    this.text = text;
  }

  statement(): Statement | undefined {
    const { text } = this;
    const piece = this.next();
    const first = this.start;
    const definition = piece === 'word' ? byFirstWord.get(this.written()) : undefined;
    if (!definition || (definition.word.includes(' ') && !this.isSecondWord(definition))) return undefined;
    const keyword = { start: first, end: this.end };
    const end = this.rest(definition);
    if (end === undefined || definition.parts.some(({ slot, optional }) => !optional && !this.items[slot])) return undefined;
    const { items, lists = noLists, words } = this;
    const statement: Statement = { kind: definition.kind, start: first, end, keyword, items, lists, problems: noProblems };
    if (words) statement.words = words;
    const doc = text.lastIndexOf('///', first) >= 0 ? docAbove(text.slice(0, first)) : undefined;
    if (doc !== undefined) statement.doc = doc;
    return statement;
  }

  private isSecondWord(definition: StatementDefinition): boolean {
    return this.next() === 'word' && !this.isFresh && definition.word.endsWith(` ${this.written()}`);
  }

  /** Fills the places of the head, then the parts; gives the offset behind them. */
  private rest(definition: StatementDefinition): number | undefined {
    let last = this.end;
    let piece = this.next();
    if (piece === 'word' && !this.isFresh && opensLonger(definition, this.written())) return undefined;
    let head = 0;
    for (let place = definition.head[0]; place; place = definition.head[++head]) {
      const filled = this.isFresh ? false : this.fill(place, definition, piece);
      if (filled === undefined || (!filled && !place.optional)) return undefined;
      if (!filled && (this.isFresh || (piece === 'word' && this.partAt(definition)))) break;
      if (!filled) continue;
      last = this.end;
      piece = this.next();
      if (place.takes.is === 'persona' && (this.isFresh || piece !== (definition.kind === 'feels' ? 'number' : 'text'))) return undefined;
    }
    if (definition.head.slice(head).some(({ optional }) => !optional)) return undefined;
    for (; piece === 'word' || piece === 'text'; piece = this.next()) {
      if (!(piece === 'word' ? this.fillPart(definition) : this.fillBehind(definition.head[head]))) return undefined;
      last = this.end;
    }
    return piece === 'end' ? last : undefined;
  }

  /** Goes to the next piece. Undefined where anything else stands than a plain one with a blank, a comma or nothing behind it. */
  private next(): Piece {
    const { text } = this;
    let at = this.end;
    this.isFresh = false;
    let code = text.charCodeAt(at);
    for (; ; code = text.charCodeAt(++at)) {
      if (code === 10 || code === 13) this.isFresh = true;
      else if (code === slash && text.charCodeAt(at + 1) === slash) at = endOfLine(text, at) - 1;
      else if (!isBlank(code)) break;
    }
    this.start = at;
    if (code === quoteMark) {
      for (at++; ; at++) {
        code = text.charCodeAt(at);
        if (code === quoteMark) break;
        if (code === backslash || code === 10 || code === 13 || Number.isNaN(code)) return undefined;
      }
      this.end = at + 1;
      return at > this.start + 1 && this.isApart() ? 'text' : undefined;
    }
    if (isLetter(code)) {
      while (isLetter(code) || isDigit(code) || code === hyphen || code === underscore) code = text.charCodeAt(++at);
      this.end = at;
      return this.isApart() ? 'word' : undefined;
    }
    if (isDigit(code) || code === hyphen || code === plus) {
      while (code >= 37 && code <= 122 && code !== comma) code = text.charCodeAt(++at);
      this.end = at;
      return this.isApart() ? 'number' : undefined;
    }
    return at >= text.length ? 'end' : undefined;
  }

  private isApart(): boolean {
    const code = this.text.charCodeAt(this.end);
    return isBlank(code) || code === comma || Number.isNaN(code);
  }

  private fillPart(definition: StatementDefinition): true | undefined {
    const part = this.partAt(definition);
    if (!part || this.items[part.slot] || this.lists?.[part.slot]) return undefined;
    if (part.takes.is === 'flag') return this.fillWhere(part.slot, true);
    const word = { start: this.start, end: this.end };
    const piece = this.next();
    if (this.isFresh || !this.fill(part, definition, piece)) return undefined;
    this.words = { ...this.words, [part.slot]: word };
    return true;
  }

  /** Fills a place of the head behind a part: the text of `handoff from A to B "by hand"`. */
  private fillBehind(place: Place | undefined): true | undefined {
    if (place?.takes.is !== 'text' || this.isFresh || this.items[place.slot]) return undefined;
    return this.fillWhere(place.slot, true);
  }

  private item(): Item {
    const { text, start, end } = this;
    const quoted = text.charCodeAt(start) === quoteMark;
    return { text: quoted ? text.slice(start + 1, end - 1) : text.slice(start, end), start, end, quoted };
  }

  private partAt({ parts }: StatementDefinition): Part | undefined {
    const word = this.text.slice(this.start, this.end);
    for (const part of parts) if (part.word === word || (part.takes.is === 'flag' && part.takes.of.includes(word))) return part;
    return undefined;
  }

  /** Fills a place with the piece looked at. False where it is not for this place; undefined where only the full reading can tell. */
  private fill(place: Place, definition: StatementDefinition, piece: Piece): boolean | undefined {
    const { takes, slot } = place;
    if (piece === undefined) return undefined;
    if (piece === 'end') return false;
    switch (takes.is) {
      case 'text':
      case 'title':
        return piece === 'text' ? this.fillWhere(slot, true) : false;
      case 'name':
      case 'label':
        if (piece === 'number' || (piece === 'word' && this.partAt(definition))) return false;
        return this.fillName(slot, piece);
      case 'ref':
        if (takes.list) return this.fillList(slot, piece);
        return this.fillName(slot, piece);
      case 'ticket':
        return this.fillName(slot, piece);
      case 'persona':
        if (piece === 'text') return this.hasTextBehind() || definition.kind === 'feels' ? undefined : false;
        if (piece !== 'word') return false;
        if (definition.parts.some((part) => part.takes.is === 'choice' && part.takes.of.includes(this.written()))) return undefined;
        if (definition.kind === 'feels' && !/^\p{Lu}/u.test(this.text[this.start] as string)) return undefined;
        return this.fillName(slot, piece);
      case 'choice':
        return this.fillWhere(slot, piece === 'word' && takes.of.includes(this.text.slice(this.start, this.end)));
      case 'score':
        return this.fillWhere(slot, piece === 'number' && this.matches(/^[-+]?\d$/));
      case 'value':
        return piece === 'number'
          ? this.fillQuantity(slot)
          : piece === 'word' && place.optional && this.partAt(definition)
            ? false
            : undefined;
      case 'duration':
        return this.fillWhere(slot, piece === 'number' && this.matches(/^\d{1,5}(?:s|min|h|d|w|mo)$/) && this.isLast());
      case 'date':
        return this.fillWhere(slot, piece === 'number' && this.matches(/^\d{4}-\d\d-\d\d$/) && isoDate(this.written()) === this.written());
      case 'time':
        if (piece === 'text') return this.fillWhere(slot, true);
        return this.fillWhere(slot, piece === 'number' && this.matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/) && this.isLast());
      case 'flag':
        return undefined;
    }
  }

  private written(): string {
    return this.text.slice(this.start, this.end);
  }

  private matches(pattern: RegExp): boolean {
    return pattern.test(this.written());
  }

  private fillWhere(slot: Place['slot'], fits: boolean): true | undefined {
    if (!fits || !this.isSingle()) return undefined;
    this.items[slot] = this.item();
    return true;
  }

  private fillQuantity(slot: Place['slot']): true | undefined {
    quantity.lastIndex = this.start;
    if (!quantity.test(this.text)) return undefined;
    this.end = quantity.lastIndex;
    return this.fillWhere(slot, true);
  }

  private fillName(slot: Place['slot'], piece: Piece): true | undefined {
    if (!this.isName(piece) || !this.isSingle()) return undefined;
    this.items[slot] = this.item();
    return true;
  }

  private fillList(slot: Place['slot'], piece: Piece): true | undefined {
    const items: Item[] = [];
    for (;;) {
      if (!this.isName(piece)) return undefined;
      items.push(this.item());
      if (this.text.charCodeAt(this.end) !== comma) break;
      this.end++;
      piece = this.next();
      if (this.isFresh) return undefined;
    }
    this.lists ??= {};
    this.lists[slot] = items;
    return true;
  }

  /** Whether a piece is a name that is no word of the language. */
  private isName(piece: Piece): boolean {
    return piece === 'text' || (piece === 'word' && !keywords.has(this.written().toLowerCase()));
  }

  /** Whether no comma stands behind the piece. */
  private isSingle(): true | undefined {
    return this.text.charCodeAt(this.end) === comma ? undefined : true;
  }

  private hasTextBehind(): boolean {
    let at = this.end;
    while (this.text.charCodeAt(at) === 32) at++;
    return this.text.charCodeAt(at) === quoteMark;
  }

  /** Whether nothing but a comment stands behind the piece. */
  private isLast(): boolean {
    const { start, end, isFresh } = this;
    const isEnd = this.next() === 'end';
    [this.start, this.end, this.isFresh] = [start, end, isFresh];
    return isEnd;
  }
}

/** The second words of what opens another statement with the same first one: `pain point`. */
const secondWords = new Map(
  [...longerOpenings].map(([definition, openings]) => [definition, new Set(openings.map((words) => words.split(' ')[1] as string))]),
);

function opensLonger(definition: StatementDefinition, word: string): boolean {
  return secondWords.get(definition)?.has(word.toLowerCase()) === true;
}

/** Whether a UTF-16 unit is a blank or a line break of those that nearly all files have. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

// Most statements have neither, and a long file has many: they share what is empty, which nobody writes to once they are read.
export const noProblems: Statement['problems'] = [];
export const noLists: Statement['lists'] = {};
Object.freeze(noProblems);
Object.freeze(noLists);
