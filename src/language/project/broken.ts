import { createScanner, type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { type Message, say, short } from '../message.ts';
import type { Span } from '../read/statement.ts';
import type { FoundFix } from '../rules/rule.ts';
import type { ProjectFinding } from './finding.ts';

/** More places than these are not told: mostly they follow from the first. */
const most = 20;

interface Token extends Span {
  text: string;
}

/** Where a text breaks JSON, one finding a line: what follows on the same line mostly follows from the first. */
export function brokenJson(text: string, root: Node | undefined, errors: readonly ParseError[]): ProjectFinding[] {
  if (!errors.length) return [];
  const tokens = tokensOf(text);
  const end = root ? root.offset + root.length : text.length;
  const found: ProjectFinding[] = [];
  let told = -1;
  for (const [index, error] of errors.entries()) {
    // A text that is not closed swallows the comma behind it.
    if (printParseErrorCode(error.error) === 'CommaExpected' && isOpenText(errors[index - 1])) continue;
    const line = endOfLine(text, error.offset);
    if (line <= told || found.length === most) continue;
    told = line;
    const token = tokens.find((each) => each.start <= error.offset && error.offset < each.end);
    const before = tokens.findLast((each) => each.end <= error.offset);
    const code = error.offset >= end && token ? 'EndOfFileExpected' : printParseErrorCode(error.error);
    found.push({ severity: 'error', json: true, ...describe(code, token, before ?? { start: 0, end: 0 }) });
  }
  return found;
}

interface Told extends Span {
  message: Message;
  fixes: FoundFix[];
}

/** What is wrong at a token, or behind the last one where there is none. */
function describe(code: string, token: Token | undefined, before: Span): Told {
  const last = { start: Math.max(before.start, before.end - 1), end: before.end };
  const told = (message: Message, fixes: FoundFix[], { start, end }: Span = token ?? last): Told => ({ start, end, message, fixes });
  if (code === 'EndOfFileExpected') return told(say('What follows the last brace does not count.'), []);
  if (token && /^['’‘“”]?[\p{L}\p{N}$_@./-]+['’‘“”]?$/u.test(token.text) && !/^(?:-?\d[\d.eE+-]*|true|false|null)$/.test(token.text)) {
    const quoted = JSON.stringify(token.text.replace(/['’‘“”]/g, ''));
    return told(say('`{0}` needs quotation marks: {1}.', short(token.text), quoted), [write(quoted, token)]);
  }
  switch (code) {
    case 'CommaExpected':
      return told(say('A comma is missing before this.'), [insert(',', before.end)]);
    case 'ColonExpected':
      return told(say('A colon is missing between the name of the setting and its value.'), [insert(':', before.end)]);
    case 'CloseBraceExpected':
      return told(say('A `{0}` is missing here.', '}'), [insert('}', before.end)], last);
    case 'CloseBracketExpected':
      return told(say('A `{0}` is missing here.', ']'), [insert(']', before.end)], last);
    case 'PropertyNameExpected':
      if (!token) return told(say('A `{0}` is missing here.', '}'), [insert('}', before.end)]);
      return told(say('The name of a setting belongs here, in quotation marks.'), []);
    case 'ValueExpected':
      return told(say('A value is missing here.'), []);
    case 'UnexpectedEndOfString': {
      const end = token ? token.start + token.text.replace(/[\s,}\]]+$/, '').length : last.end;
      return told(say('A quotation mark is missing at the end of this text.'), [insert('"', end)]);
    }
    case 'UnexpectedEndOfComment':
      return told(say('This comment is not closed: `{0}` is missing.', '*/'), []);
    default:
      return told(say('This cannot be read.'), []);
  }
}

function insert(mark: string, at: number): FoundFix {
  return { title: say('Insert `{0}`', mark), edits: [{ start: at, end: at, text: mark }], preferred: true };
}

function write(text: string, { start, end }: Span): FoundFix {
  return { title: say('Write `{0}`', text), edits: [{ start, end, text }], preferred: true };
}

function tokensOf(text: string): Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (start >= text.length || start === end) return tokens;
    tokens.push({ start, end, text: text.slice(start, end) });
  }
}

function isOpenText(error: ParseError | undefined): boolean {
  return error !== undefined && printParseErrorCode(error.error) === 'UnexpectedEndOfString';
}

function endOfLine(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}
