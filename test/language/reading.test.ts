import { describe, expect, test } from 'vitest';
import { mapsOf, read } from './facts.ts';

/** What a file was read as, a line for each statement: its kind and what it says in each place, and `!` for each problem. */
function statements(text: string): string[] {
  return read(text)
    .document.nodes.filter((node) => !node.implied)
    .map(({ kind, statement: { items, lists, problems } }) =>
      [
        kind,
        ...Object.entries(items).map(([slot, item]) => `${slot}=${item.text}`),
        ...Object.entries(lists).map(([slot, list]) => `${slot}=${list.map((item) => item.text).join('+')}`),
        ...problems.map(() => '!'),
      ].join(' | '),
    );
}

type Cases = readonly (readonly [text: string, ...expected: string[]])[];

function reads(what: string, cases: Cases): void {
  describe(what, () => {
    test.each(cases.map(([text, ...expected]) => [text, expected] as const))('%j', (text, expected) => {
      expect(statements(text)).toEqual(expected);
    });
  });
}

reads('a name', [
  ['step form', 'step | name=form'],
  ['step need', 'step | name=need'],
  ['stage Learn', 'stage | name=Learn'],
  ['channel phone phone', 'channel | name=phone | choice=phone'],
  ['channel phone', 'channel | name=phone'],
  ['channel web "The site" web', 'channel | name=web | title=The site | choice=web'],
  ['team external', 'team | name=external'],
  ['team external contact "c"', 'team | whose=external | contact=c | !'],
  ['team équipe-SAV', 'team | name=équipe-SAV'],
  ['team 客服', 'team | name=客服'],
  ['team Größe_2', 'team | name=Größe_2'],
  ['persona नैना', 'persona | name=नैना'],
  ['step form "Look for the form"', 'step | name=form | title=Look for the form'],
  ['step "Look for the form"', 'step | name=Look for the form'],
  ['step "look" "Look for the form"', 'step | name=look | title=Look for the form'],
  ['step formular', 'step | name=formular'],
  ['metric need 5', 'metric | label=need | value=5'],
  ['leads to to', 'leads to | ref=to'],
  ['leads to when', 'leads to | ref=when'],
  ['owner owner', 'owner | ref=owner'],
  ['improves current', 'improves | ref=current'],
  ['alongside step', 'alongside | ref=step'],
]);

reads('where a word could equally go on the statement it does, and the name is missing', [
  ['touchpoint via Portal', 'touchpoint | via=Portal | !'],
  ['touchpoint owner "Desk"', 'touchpoint | owner=Desk | !'],
  ['touchpoint "via" via Portal', 'touchpoint | name=via | via=Portal'],
  ['stage owner "Desk"', 'stage | ref=Desk | !', 'owner | ref=Desk'],
  ['journey for Vera', 'journey | refs=Vera | !', 'for | refs=Vera'],
  ['metric target 80%', 'metric | target=80% | !'],
  ['leads to when "yes"', 'leads to | when=yes | !'],
]);

reads('a text', [
  ['does "a"', 'does | text=a'],
  ['does "say \\"go\\" now"', 'does | text=say "go" now'],
  ['does "a\\\\b"', 'does | text=a\\b'],
  ['does "one\\ntwo"', 'does | text=one\ntwo'],
  ['does "a\\tb"', 'does | text=a\\tb'],
  ['does ""', 'does | text='],
  ['does " a "', 'does | text= a '],
  ['does “Which one?”', 'does | text=Which one?'],
  ['does “She said “no” twice”', 'does | text=She said “no” twice'],
  ['does „Welches?“', 'does | text=Welches?'],
  ['does „Welches?”', 'does | text=Welches?'],
  ['does „Welches?"', 'does | text=Welches?'],
  ['does “Which one?"', 'does | text=Which one?'],
  ['does « Lequel ? »', 'does | text=Lequel ?'],
  ['does «Lequel «ou» celui-ci ?»', 'does | text=Lequel «ou» celui-ci ?'],
  ['does 「どれ「か」」', 'does | text=どれ「か」'],
  ['does “5" wide”', 'does | text=5" wide'],
  ['does "http://example.org" // a comment', 'does | text=http://example.org'],
  ['does "a /* b"', 'does | text=a /* b'],
  ['does """one line"""', 'does | text=one line'],
  ['does """say "go" now"""', 'does | text=say "go" now'],
  ['does """\n    first\n      second\n\n    third\n  """', 'does | text=first\n  second\n\nthird'],
  ['does """first\n    second"""', 'does | text=first\nsecond'],
  ['does """\r\n  a\r\n  b\r\n"""', 'does | text=a\nb'],
  ['does """\n  step aside\n  journey on\n"""\nthinks "b"', 'does | text=step aside\njourney on', 'thinks | text=b'],
  ['does """"""', 'does | text='],
]);

reads('a text that is not closed ends with its line, or before the parts that follow', [
  ['does "a\nthinks "b"', 'does | text=a | !', 'thinks | text=b'],
  ['does "a   \nthinks "b"', 'does | text=a | !', 'thinks | text=b'],
  ['pain "Nobody knows severity high', 'pain | text=Nobody knows | severity=high | !'],
  ['opportunity "One form impact high effort low', 'opportunity | text=One form | impact=high | effort=low | !'],
  ['does "a thinks "b"', 'does | text=a | !', 'thinks | text=b'],
  ['evidence "6 interviews link "https://example.org"', 'evidence | text=6 interviews | link=https://example.org | !'],
  ['does “a\nthinks "b"', 'does | text=a | !', 'thinks | text=b'],
  ['does """a\n  b\nthinks "c"', 'does | text=a\nb | !', 'thinks | text=c'],
  ['does """a\nb', 'does | text=a\nb | !'],
  ['does "', 'does | text= | !'],
  ['does "The button says "Go" now"', 'does | text=The button says "Go" now | !'],
]);

reads('a comment', [
  ['does "a" // thinks "b"', 'does | text=a'],
  ['// does "a"\nthinks "b"', 'thinks | text=b'],
  ['/* does "a"\nthinks "b"\n*/ says "c"', 'says | text=c'],
  ['does /* one */ "a" /* two */', 'does | text=a'],
  ['does /*\n*/ "a"', 'does | text=a'],
  ['/* unclosed\nmore of it\ndoes "a"', 'does | text=a'],
  ['does "a" /* unclosed\nthinks "b" /* and closed */', 'does | text=a', 'thinks | text=b'],
  ['does "a"//b', 'does | text=a'],
  ['/**/does "a"/**/', 'does | text=a'],
]);

reads('white space and line breaks carry no meaning', [
  ['\ufeffdoes "a"', 'does | text=a'],
  ['does\n"a"', 'does | text=a'],
  ['does "a"\r\nthinks "b"\rsays "c"', 'does | text=a', 'thinks | text=b', 'says | text=c'],
  ['does\u00a0"a"\u3000thinks\t"b"', 'does | text=a', 'thinks | text=b'],
  ['does "a" thinks "b" feels 1 "c"', 'does | text=a', 'thinks | text=b', 'feels | score=1 | text=c'],
  ['step a does "b" step c does "d"', 'step | name=a', 'does | text=b', 'step | name=c', 'does | text=d'],
  [
    'action "a"\n  owner T\n\n  // still the same\n  due 2026-12-15\n  status done',
    'action | text=a | owner=T | due=2026-12-15 | status=done',
  ],
  ['touchpoint X\n  via Phone\n  owner Desk', 'touchpoint | name=X | via=Phone | owner=Desk'],
  ['using "A"', 'unreadable | !'],
  ['backstage "a" using One,\n  Two,\n  Three', 'backstage | text=a | using=One+Two+Three'],
]);

reads('parts come in any order', [
  ['touchpoint X owner Desk via Phone', 'touchpoint | name=X | owner=Desk | via=Phone'],
  ['team T contact "c" external', 'team | name=T | contact=c | whose=external'],
  ['team T external contact "c"', 'team | name=T | whose=external | contact=c'],
  ['action "a" status done due 2026-12-15 owner T ticket SD-1', 'action | text=a | status=done | due=2026-12-15 | owner=T | ticket=SD-1'],
  ['handoff after 2d to U from T "by hand"', 'handoff | after=2d | to=U | from=T | text=by hand'],
  ['scope to "b" from "a"', 'scope | to=b | from=a'],
  ['metric nps target 20 -12', 'metric | label=nps | target=20 | value=-12'],
]);

reads('words are read in any case, with a colon, and as their like', [
  ['STEP form', 'step | name=form'],
  ['Step: form', 'step | name=form'],
  ['does : "a"', 'does | text=a'],
  ['Business Goal "a"', 'business goal | text=a'],
  ['touchpoint X by Desk', 'touchpoint | name=X | owner=Desk'],
  ['backstage "a" owner Desk', 'backstage | text=a | by=Desk'],
  ['leads to a if "b"', 'leads to | ref=a | when=b'],
  ['moment TRUTH', 'moment | choice=truth'],
]);

reads('a persona before what she says or feels', [
  ['thinks Vera "a"', 'thinks | persona=Vera | text=a'],
  ['thinks "Vera" "a"', 'thinks | persona=Vera | text=a'],
  ['feels Vera -1 "a"', 'feels | persona=Vera | score=-1 | text=a'],
  ['pain Vera "a" severity low', 'pain | persona=Vera | text=a | severity=low'],
  ['feels -1', 'feels | score=-1'],
]);

describe('documentation', () => {
  test.each([
    ['/// One.\nstep a', 'One.'],
    ['/// One.\n/// Two.\nstep a', 'One.\nTwo.'],
    ['///One.\r\n///   Two.\r\nstep a', 'One.\n  Two.'],
    ['/// One.\n// aside\nstep a', 'One.'],
    ['// aside\nstep a', undefined],
    ['/// One.\n\nstep a', undefined],
    ['does "x" /// not of the next\nstep a', undefined],
    ['    /// One.\n  step a "A"', 'One.'],
    ['\ufeff/// One.\nstep a', 'One.'],
  ])('%j', (text, doc) => {
    const map = mapsOf(`journey J\nstage S\n${text}`)[0];
    expect(map?.stages[0]?.steps.at(-1)?.doc).toBe(doc);
  });

  test('of all that has a name', () => {
    const [map] = mapsOf(
      '/// A\npersona Vera\n/// B\ntouchpoint X\n/// C\njourney J for Vera\n/// D\nstage S\n/// E\nstep a\n/// F\ntouchpoint Y\ntouchpoint X',
    );
    expect([
      map?.doc,
      map?.stages[0]?.doc,
      map?.stages[0]?.steps[0]?.doc,
      ...(map?.stages[0]?.steps[0]?.touchpoints.map(({ doc }) => doc) ?? []),
    ]).toEqual(['C', 'D', 'E', 'F', 'B']);
  });
});

describe('values', () => {
  test.each([
    ['1400', 1400],
    ['6.2', 6.2],
    ['6,2', 6.2],
    ['-12', -12],
    ['−12', -12],
    ['–12', -12],
    ['- 12', -12],
    ['+5', 5],
    ['61%', 61],
    ['61 %', 61],
    ['６１％', 61],
    ['٦١', 61],
    ['1 400', 1400],
    ['1\u00a0400', 1400],
    ['1\u202f400,5', 1400.5],
    ["1'400", 1400],
    ['1.400.000', 1400000],
    ['1,400.50', 1400.5],
    ['44% of 1400', 44],
    ['44 % of 1 400', 44],
    ['3.2/5', 3.2],
    ['3.2 of 5', 3.2],
    ['3,2 / 5', 3.2],
    ['38 EUR', 38],
    ['38 €', 38],
    ['€38', 38],
    ['€ 38', 38],
    ['£38', 38],
    ['1400 per month', 1400],
    ['1 400 per month', 1400],
    ['3 days', 3],
    ['0', 0],
  ])('metric m %s', (text, value) => {
    const { document } = read(`journey J\nmetric m ${text} target ${text}`);
    expect(document.nodes.flatMap(({ statement }) => statement.problems)).toEqual([]);
    expect(mapsOf(document.text)[0]?.metrics[0]).toMatchObject({ value: { value }, target: { value } });
  });

  test.each([
    ['45s', 0.75],
    ['10min', 10],
    ['2h', 120],
    ['3d', 4320],
    ['2w', 20160],
    ['6mo', 259200],
    ['2-5d', 2880],
    ['1h30min', 90],
    ['2 d', 2880],
    ['2 days', 2880],
    ['2days', 2880],
    ['1 day', 1440],
    ['30 minutes', 30],
    ['45 secs', 0.75],
    ['1h 30min', 90],
    ['1 h 30 min', 90],
    ['2–5 d', 2880],
    ['2 - 5 days', 2880],
    ['２ｄ', 2880],
    ['٣ d', 4320],
    ['2 Tage', 2880],
    ['3 Wochen', 30240],
    ['2 Std', 120],
    ['2 jours', 2880],
    ['3 mois', 129600],
    ['2 días', 2880],
    ['1 hora', 60],
  ])('waits %s', (text, minutes) => {
    const { document } = read(`journey J\nstage S\nstep a\nwaits ${text}\nfeels 1`);
    expect(document.nodes.flatMap(({ statement }) => statement.problems)).toEqual([]);
    expect(mapsOf(document.text)[0]?.stages[0]?.steps[0]).toMatchObject({ waits: { minutes }, feelings: [{ score: 1 }] });
  });

  test.each([
    ['at 09:10', '09:10'],
    ['at 9:10', '09:10'],
    ['at ０９：１０', '09:10'],
    ['at "Monday, 09:10"', 'Monday, 09:10'],
    ['at "noon"', 'noon'],
    ['at 25:10', undefined],
  ])('%s', (text, at) => {
    expect(mapsOf(`journey J\nstage S\nstep a\n${text}`)[0]?.stages[0]?.steps[0]?.at).toBe(at);
  });

  test.each([
    ['2026-12-15', '2026-12-15'],
    ['15.12.2026', '2026-12-15'],
    ['1.2.2026', '2026-02-01'],
    ['2028-02-29', '2028-02-29'],
    ['２０２６-１２-１５', '2026-12-15'],
    ['٢٠٢٦-١٢-١٥', '2026-12-15'],
    ['15/12/2026', '2026-12-15'],
    ['2026/12/15', '2026-12-15'],
    ['15 December 2026', '2026-12-15'],
    ['December 15, 2026', '2026-12-15'],
    ['15. Dezember 2026', '2026-12-15'],
    ['1er mars 2026', '2026-03-01'],
    ['15 de diciembre de 2026', '2026-12-15'],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['December', undefined],
  ])('reviewed %s', (text, date) => {
    expect(mapsOf(`journey J\nreviewed ${text}`)[0]?.reviewed).toBe(date);
  });
});

// What looks ahead may find that a mark is another one than it seemed; then all is read anew that has it in it.
reads('a line on which a mark closes what nothing opened', [
  ['step n feels 1 metric n e step"p"', 'step | name=n feels 1 metric n e step"p | !'],
]);
