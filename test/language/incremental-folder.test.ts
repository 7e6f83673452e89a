import { expect, test } from 'vitest';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import { Kept } from '../../src/language/rules/kept.ts';
import soak from '../soak/incremental-folder.ts';
import { repeat } from '../soak/soak.ts';
import { today } from './any-text.ts';

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/incremental`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

test.each([
  ['a line becomes a comment, and joins the statement below it', 'x\nstep a\nstep b\nstep c\n', '//step a\nstep b\nstep c\n'],
  ['the last word becomes another', 'journey J\nstage S\nstep', 'journey J\nstage S\nsteps'],
  ['a line break becomes half of one', 'stage S\rstep a\rstep b\r', 'stage S\r\nstep a\rstep b\r'],
  ['a long text opens', 'stage S\nstep a\nstep b\n', 'stage S\ndoes """\nstep a\n"""\nstep b\n'],
  ['all goes', 'stage S\nstep a\n', ''],
  ['all comes', '', 'stage S\nstep a\n'],
])('where a text is cut does not depend on what it was: %s', (_, before, after) => {
  const cutOf = ({ segments }: JourneyDocument): string[] => segments.map(({ text }) => text);
  const old = readDocument('file:///map.journey', 0, before);
  expect(cutOf(readDocument('file:///map.journey', 1, after, old))).toEqual(cutOf(readDocument('file:///map.journey', 1, after)));
});

test.each([
  ['a fix declares something where declarations stand', 'persona P\n  prefers W\n', 'stage S\n\npersona P\n  prefers W\n'],
  ['what stands below it moves', 'journey J\nstage S\nstep a\n', '// so\n\njourney J\nstage S\nstep a\n'],
  ['the line break is another', 'journey J\nstage S\nstep a\n', '\r\njourney J\nstage S\nstep a\n'],
])('what is kept of findings does not depend on what was: %s', (_, before, after) => {
  const [folder, kept] = [new Folder(), new Kept()];
  const old = readDocument('file:///map.journey', 0, before);
  const fixed = (document: JourneyDocument): unknown => {
    folder.set(document);
    return check({ document, folder, today }, true, kept).map(({ code, start, end, fixes }) => ({ code, start, end, fixes }));
  };
  fixed(old);
  const fresh = new Folder();
  const document = readDocument('file:///map.journey', 1, after);
  fresh.set(document);
  const anew = check({ document, folder: fresh, today }).map(({ code, start, end, fixes }) => ({ code, start, end, fixes }));
  expect(anew).not.toEqual([]);
  expect(fixed(readDocument('file:///map.journey', 1, after, old))).toEqual(anew);
});

test(`${soak.name} (seed ${seed})`, { timeout: 300_000 }, async () => {
  expect((await repeat(soak, soak.small, seed)).failures).toEqual([]);
});
