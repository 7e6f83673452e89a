import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { formatEdits } from '../../src/language/format/index.ts';
import soak, { maps } from '../soak/laid-out.ts';
import { repeat } from '../soak/soak.ts';
import { format, formatSafely } from './formatted.ts';

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/format-any`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

describe('laid out, a file says the same, keeps its comments and what could not be read, and stays so', () => {
  test.each([...maps])('%s', (_, text) => {
    formatSafely(text);
    const withReturns = text.replace(/\r?\n/g, '\r\n');
    expect(formatSafely(withReturns), 'with CRLF').toBe(format(text).replace(/\n/g, '\r\n'));
  });
});

test(`so does any text (seed ${seed})`, { timeout: 120_000 }, async () => {
  expect((await repeat(soak, soak.small, seed)).failures).toEqual([]);
});

// Were it as slow as the square of its length, it would not end here.
describe('a text of a megabyte is laid out', () => {
  const much = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));
  test.each([
    ['statements on a line', `journey J stage S step a ${much('does "x" ')}`],
    ['statements with comments on a line', `journey J stage S step a ${much('does "x" /* c */ ')}`],
    ['a list', `journey J\n  channels ${much('"A", ')}B`],
    ['parts on a line', `journey J\nstage S\nstep a\n${much('touchpoint T via C owner O ')}`],
    ['comments', much('// why\n')],
    ['comments behind one another', `team A ${much('/* c */ ')}`],
    ['a text', `journey J\n  goal "${much('wo rd ')}"`],
    ['a long text', `journey J\n  goal """\n${much('  wo rd\n')}"""`],
    ['blank lines', `team A${much('\n \t')}`],
    ['lines that cannot be read', much('?? what is this\n')],
    ['one line that cannot be read', much('?? what is this ')],
    ['digits', `journey J\n  metric m ${much('1 400 ')}`],
    ['opening marks', much('/* " “ ')],
  ])('%s', (_, text) => {
    const document = readDocument('file:///maps/map.journey', 1, text);
    const edits = formatEdits(document);
    expect(edits.every(({ start, end }) => start <= end && end <= text.length)).toBe(true);
  });
});
