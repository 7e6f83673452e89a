import { describe, expect, test } from 'vitest';
import { definition } from '../../src/language/features/definition.ts';
import { hover } from '../../src/language/features/hover.ts';
import { check } from '../../src/language/rules/index.ts';
import { today } from './any-text.ts';
import { withCursor } from './cursor.ts';
import { read } from './facts.ts';

const others = {
  'file:///maps/teams.journey': `/// The first whom one calls.
team Desk contact "desk@example.org"
team Carrier external
team Buyers customer
channel Phone phone
/// Where orders begin.
touchpoint Form "The form" via Phone owner Desk
  listens "A survey" csat 3 of 5
`,
};

const map = `persona Vera "Vera Cruz"
  role "HR *adviser*"
  goal "A laptop"
  quote "I want <b>it</b>"
journey "Order" for Vera
  scenario "A laptop dies"
  goal "Work"
stage Request owner Desk
  goal "To order"
  step form "Look for it"
    does "Searches"
    feels -1 "lost"
    touchpoint Form
    touchpoint Chat via Fone owner Carrier
    touchpoint Loan owner Buyers
    leads to call when "no"
    pain "Three forms" severity hihg
  step call
    does "Calls"
`;

/** The map with the cursor behind some text of it, and a stretch of it that is shown. */
function at(behind: string): { text: string; shown: string | undefined; over: string | undefined; declared: string[] } {
  const { text, offset } = withCursor(map.replace(behind, `${behind}|`));
  const context = read(text, others);
  const found = hover(context, offset, check({ ...context, today }));
  const { lines } = context.document;
  const contents = found?.contents as { value: string } | undefined;
  return {
    text,
    shown: contents?.value,
    over: found?.range && text.slice(lines.offsetAt(found.range.start), lines.offsetAt(found.range.end)),
    declared: definition(context, offset).map(({ uri, range }) => {
      const document = context.folder.get(uri);
      return `${uri.split('/').at(-1)} ${document?.text.slice(document.lines.offsetAt(range.start), document.lines.offsetAt(range.end))}`;
    }),
  };
}

describe('hover', () => {
  test.each<[behind: string, over: string, ...shown: string[]]>([
    ['persona Ve', 'Vera', 'Vera Cruz', 'HR \\*adviser\\*', 'A laptop', '&lt;b'],
    ['for Ve', 'Vera', 'Vera Cruz', 'HR \\*adviser\\*'],
    ['stage Request owner De', 'Desk', 'one of our teams', 'desk\\@example\\.org', 'The first whom one calls', 'The form'],
    ['owner Carr', 'Carrier', 'external: not ours', 'Chat'],
    ['owner Buy', 'Buyers', 'the customer’s own people', 'Loan'],
    ['touchpoint Fo', 'Form', 'The form', 'Phone', 'Desk', 'A survey csat 3', 'Where orders begin'],
    ['touchpoint Ch', 'Chat', 'Nobody listens here', 'Carrier'],
    ['leads to ca', 'call', 'step', 'Calls'],
    ['stage Requ', 'Request', 'stage', 'To order', 'Look for it'],
    ['step for', 'form', 'Look for it', 'Searches', 'lost'],
    ['journey "Ord', '"Order"', 'A laptop dies', 'Vera', 'Request'],
    ['    do', 'does', 'What the customer does', '```journey'],
    ['    leads', 'leads to', 'The step that follows'],
    ['Chat vi', 'via', 'A contact between customer and organisation'],
    ['Request own', 'owner', 'answers for all touchpoints'],
    ['Fone', 'Fone', 'Why it matters', 'The way out', 'no channel of this folder'],
    ['severity hi', 'hihg', 'Why it matters', 'The way out'],
    ['step ca', 'call', 'Why it matters', 'feels', 'Calls'],
  ])('behind %j', (behind, over, ...shown) => {
    const found = at(behind);
    expect(found.over).toBe(over);
    for (const each of shown) expect(found.shown).toContain(each);
  });

  test.each([['    does "Sear'], ['  role "HR'], ['stage Request owner Desk\n '], ['    feels -1 "lo']])(
    'has nothing to say behind %j',
    (behind) => {
      expect(at(behind).shown).toBeUndefined();
    },
  );

  test.each(['touchpoint |""', 'journey |"" "" for Vera'])('sets nothing bold where a name is empty: %j', (marked) => {
    const { offset, text } = withCursor(marked);
    const shown = JSON.stringify(hover(read(text), offset, [])?.contents ?? '');
    expect(shown).toMatch(/journey|touchpoint/);
    expect(shown).not.toContain('****');
  });

  test('shows a text as it is, whatever it holds', () => {
    const { offset, text } = withCursor('persona V| "[a](http://x) `b` ![c](d) <img src=x>"');
    const shown = JSON.stringify(hover(read(text), offset, [])?.contents);
    expect(shown).not.toMatch(/(?<!\\)[[\]()`!<]/);
  });
});

describe('go to definition', () => {
  test.each<[behind: string, ...declared: string[]]>([
    ['for Ve', 'map.journey Vera'],
    ['persona Ve', 'map.journey Vera'],
    ['owner De', 'teams.journey Desk'],
    ['touchpoint Fo', 'teams.journey Form'],
    ['touchpoint Ch', 'map.journey Chat'],
    ['leads to ca', 'map.journey call'],
    ['via Fo'],
    ['    do'],
    ['does "Se'],
  ])('behind %j', (behind, ...declared) => {
    expect(at(behind).declared).toEqual(declared);
  });

  test('of a touchpoint that no file declares: its first mention in the journey', () => {
    const { text, offset } = withCursor('journey J\nstage S\nstep a\ntouchpoint X via P\nstep b\ntouchpoint |X');
    expect(definition(read(text), offset).map(({ range }) => range.start.line)).toEqual([3]);
  });

  test('of a name that two files declare: both', () => {
    const { text, offset } = withCursor('team T\njourney J\nstage S owner |T');
    expect(definition(read(text, { 'file:///maps/b.journey': 'team T' }), offset)).toHaveLength(2);
  });

  const both =
    'journey A\nstage S\nstep a\nfeels -1 "lost"\nstep c\njourney B\nimproves A\npart of A\nstage S\nstep a\nreplaces c\nstep d\n';
  test.each([
    ['from a step of a future map: the one of its name, and those that it replaces', 'step a\nreplaces', [2, 4]],
    ['from a stage of a future map: the one of its name', 'S\nstep a\nreplaces', [1]],
    ['from a step that is new: itself', 'd\n', [11]],
    ['from a step of the current map: itself', 'c\njourney', [4]],
    ['from the map that is improved', 'A\npart', [0]],
    ['from the map that it is part of', 'A\nstage S\nstep a\nreplaces', [0]],
  ])('%s', (_, before, lines) => {
    const at = both.indexOf(before) + (before.startsWith('step') ? 5 : 0);
    expect(definition(read(both), at).map(({ range }) => range.start.line)).toEqual(lines);
  });

  test('and its card says how it feels on the current map', () => {
    const at = both.indexOf('step a\nreplaces') + 5;
    expect(JSON.stringify(hover(read(both), at, [])?.contents)).toMatch(/On the current map\*\*: a; \\\\-1 lost/);
  });

  test('of a step that a future map replaces: that of the map it improves', () => {
    const { text, offset } = withCursor('journey A\nstage S\nstep a\njourney B\nimproves A\nstage S\nstep b\nreplaces |a');
    expect(definition(read(text), offset).map(({ range }) => range.start.line)).toEqual([2]);
  });
});
