import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { fixAll } from '../../src/language/features/code-actions-fix-all.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { tokenize } from '../../src/language/read/tokens.ts';
import { check } from '../../src/language/rules/index.ts';

/*
 * Lines that are anything but right, made of what lines are made of: what a whole file is mended by may set quotes and words and change the
 * order, but keeps every word and number that somebody wrote, and buries none in a text.
 */

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/kept-words`. */
const seed = Number(process.env.JOURNEY_SEED ?? 11);

const today = '2026-11-22';

const head = `persona Amina
persona "Anne & Louis"
team Desk
team "Call centre"
system Ledger
channel Phone phone
journey "Order" for Amina, "Anne & Louis"
  goal "Order"
  stage "Request"
    step one
`;

const openings = [
  'does',
  'says',
  'feels',
  'feels Amina',
  'pain',
  'opportunity',
  'touchpoint',
  'backstage',
  'handoff',
  'leads to',
  'metric',
  'waits',
  'step',
  'owner',
];
const names = ['Amina', 'Anne & Louis', '"Anne & Louis"', 'Desk', '"Call centre"', 'Call centre', 'Ledger', 'Phone', 'one'];
const texts = ['"red apple"', '"green pear"', '"blue plum"'];
const numbers = ['-2', '+1', '2', '3d', '09:30', '61%', '4/5'];
const words = ['kettle', 'lantern', 'Harbour', 'meadow ribbon', 'Sees the orchard'];
const brackets = ['(pebble)', '(severity high)', '(61%)', '(-2)', '[marble]'];
const parts = ['owner', 'via', 'by', 'using', 'to', 'from', 'severity', 'high', 'after', 'when', 'target', 'and', 'or', ',', ';', ':', '='];

const line = fc
  .tuple(
    fc.constantFrom(...openings),
    fc.array(fc.oneof(...[names, texts, numbers, words, brackets, parts].map((each) => fc.constantFrom(...each))), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([opening, pieces]) => [opening, ...pieces].join(' '));

function fixed(text: string): string {
  const folder = new Folder();
  const document = readDocument('file:///maps/map.journey', 1, text);
  folder.set(document);
  const context = { document, folder };
  return fixAll(context, check({ ...context, today }), (other) => check({ ...other, today })).text;
}

/** The words and numbers of a text that tell something by themselves: not those that say how the others belong together, nor units. */
function said(text: string): string[] {
  const own = new Set([...parts, 'feels', 'absent', 'd', 'h', 'min']);
  const runs = text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  return runs.map((each) => each.replace(/^0+(?=\d)/, '')).filter((each) => !own.has(each));
}

function texted(text: string): string[] {
  return tokenize(text).flatMap(({ kind, value }) => (kind === 'text' ? [value] : []));
}

/** What no text newly holds: quotes, brackets, scores; and where values stand, any number. */
const buriedAnywhere = /["“”()[\]]|(?:^|\s)[-+]\d|\d\/\d/;
const buried = /["“”()[\]]|(?:^|\s)[-+]?\d/;

test(`fixing a whole file keeps what its lines say (seed ${seed})`, { timeout: 120_000 }, () => {
  let changed = 0;
  fc.assert(
    fc.property(line, (written) => {
      const before = `${head}      ${written}\n`;
      const after = fixed(before);
      if (after !== before) changed++;
      const left = said(after);
      for (const word of said(before)) {
        const at = left.indexOf(word);
        expect(at, `${word} of ${written}\n${after.slice(head.length)}`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
      const now = texted(after);
      for (const text of texts.filter((each) => written.includes(each))) expect(now, after.slice(head.length)).toContain(text.slice(1, -1));
      for (const text of now.filter((each) => !texted(before).includes(each))) {
        expect(text, `${written}\n${after.slice(head.length)}`).not.toMatch(
          /^(?:waits|metric|feels)/.test(written) ? buried : buriedAnywhere,
        );
        for (const each of texts) expect(text).not.toContain(each.slice(1, -1));
      }
    }),
    { numRuns: 1500, seed },
  );
  expect(changed).toBeGreaterThan(200);
});
