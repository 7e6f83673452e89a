import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Comparison, compareMaps } from '../../src/map/compare.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';

/** Compares two maps, each given by its lines below `journey`. */
function compared(before: string, after: string, persona = ''): Comparison {
  const who = persona ? ` for ${persona}` : '';
  const maps = mapsOf(`journey Now${who}\n${before}\njourney Then${who}\n  improves Now\n${after}`);
  return compareMaps(maps[0] as JourneyMap, maps[1] as JourneyMap);
}

/** A line per stage: its name before and after, and what became of its steps. */
function told({ stages }: Comparison): string[] {
  return stages.map(({ before, after, steps }) => {
    const each = steps.map((step) => {
      const names = step.before.map(({ name }) => name).join('+');
      const change = step.change === undefined ? '' : ` ${step.change}`;
      return `${names}>${step.after?.name ?? ''} ${step.verdict}${change}`;
    });
    return [`${before?.name ?? ''}>${after?.name ?? ''}`, ...each].join(', ');
  });
}

const stage = (...steps: string[]) => ['stage S', ...steps.map((each) => `step ${each}`)].join('\n');

describe('steps', () => {
  test.each<[what: string, before: string, after: string, expected: string[]]>([
    [
      'of one name are the same step',
      stage('a\nfeels -1', 'b\nfeels 1'),
      stage('a\nfeels 1', 'b\nfeels 1'),
      ['S>S, a>a better 2, b>b same 0'],
    ],
    ['without a feeling are the same', stage('a'), stage('a\nfeels 2'), ['S>S, a>a same']],
    ['that feel worse are worse', stage('a\nfeels 2'), stage('a\nfeels -2'), ['S>S, a>a worse -4']],
    ['are new and gone', stage('a', 'b'), stage('a', 'c'), ['S>S, a>a same, b> gone, >c new']],
    ['gone at the beginning stand at the beginning', stage('b', 'a'), stage('a'), ['S>S, b> gone, a>a same']],
    [
      'gone one after the other stay in their order',
      stage('a', 'b', 'c', 'd'),
      stage('a', 'd'),
      ['S>S, a>a same, b> gone, c> gone, d>d same'],
    ],
    ['replace others', stage('a\nfeels -1', 'b\nfeels 0'), stage('c\nreplaces a, b\nfeels 1'), ['S>S, a+b>c better 2']],
    [
      'are compared with the worst of those they replace',
      stage('a\nfeels -1', 'b\nfeels 2'),
      stage('c\nreplaces a, b\nfeels 0'),
      ['S>S, a+b>c better 1'],
    ],
    ['stand for their own name and those they replace', stage('a', 'b'), stage('a\nreplaces b'), ['S>S, a+b>a same']],
    ['that replace their own name stand for it once', stage('a'), stage('a\nreplaces a'), ['S>S, a>a same']],
    ['may be replaced by two', stage('a'), stage('b\nreplaces a', 'c\nreplaces a'), ['S>S, a>b same, a>c same']],
    ['that are dropped stand behind who drops them', stage('a', 'b', 'c'), stage('b', 'a\ndrops c'), ['S>S, b>b same, a>a same, c> gone']],
    [
      'that are dropped stand before who drops them where they stood before',
      stage('a', 'b'),
      stage('b\ndrops a'),
      ['S>S, a> gone, b>b same'],
    ],
    ['dropped together stay in their order', stage('a', 'b', 'c'), stage('a\ndrops b, c'), ['S>S, a>a same, b> gone, c> gone']],
    ['that are dropped and still there are there', stage('a'), stage('a\ndrops a'), ['S>S, a>a same']],
    ['of an unknown name replace nothing', stage('a'), stage('b\nreplaces z'), ['S>S, a> gone, >b new']],
    ['of one name in two normal forms are the same', stage('"Cafe\u0301"'), stage('"Caf\u00e9"'), ['S>S, Cafe\u0301>Caf\u00e9 same']],
    ['that feel out of the scale count as its end', stage('a\nfeels 2'), stage('a\nfeels 9'), ['S>S, a>a same 0']],
  ])('%s', (_, before, after, expected) => {
    expect(told(compared(before, after))).toEqual(expected);
  });

  test('are worse where one of several feels worse, whatever the others do', () => {
    const before = stage('a\nfeels Vera -2\nfeels Paul 1');
    const after = stage('a\nfeels Vera 2\nfeels Paul 0');
    const [only] = compared(before, after, 'Vera, Paul').stages.flatMap(({ steps }) => steps);
    expect(only?.verdict).toBe('worse');
    expect(only?.moods.map(({ persona, change }) => `${persona} ${change}`)).toEqual(['Vera 4', 'Paul -1']);
    expect(only?.change).toBe(1.5);
  });
});

describe('stages', () => {
  test.each<[what: string, before: string, after: string, expected: string[]]>([
    [
      'of other names match by their steps',
      'stage A\nstep a\nstage B\nstep b',
      'stage C\nstep a\nstage D\nstep b',
      ['A>C, a>a same', 'B>D, b>b same'],
    ],
    [
      'of one name match whatever stands in them',
      'stage A\nstep a\nstage B\nstep b',
      'stage B\nstep a\nstage A\nstep b',
      ['B>B, a>a same', 'A>A, b>b same'],
    ],
    [
      'that are gone stand where they stood',
      'stage A\nstep a\nstage B\nstep b\nstage C\nstep c',
      'stage A\nstep a\nstage C\nstep c',
      ['A>A, a>a same', 'B>, b> gone', 'C>C, c>c same'],
    ],
    ['that are gone at the beginning stand there', 'stage A\nstep a\nstage B\nstep b', 'stage B\nstep b', ['A>, a> gone', 'B>B, b>b same']],
    [
      'whose steps all went elsewhere are gone and empty',
      'stage A\nstep a\nstage B\nstep b',
      'stage A\nstep a\nstep b',
      ['A>A, a>a same, b>b same', 'B>'],
    ],
    ['may be new', 'stage A\nstep a', 'stage A\nstep a\nstage N\nstep n', ['A>A, a>a same', '>N, >n new']],
    ['may not be there at all', 'step a\nfeels 1', 'step a\nfeels 2', ['>, a>a better 1']],
  ])('%s', (_, before, after, expected) => {
    expect(told(compared(before, after))).toEqual(expected);
  });
});

describe('pains', () => {
  const pains = (before: string, after: string) => {
    const { stages, counts } = compared(before, after);
    const each = stages.flatMap(({ steps }) => steps.flatMap((step) => step.pains));
    return [...each.map(({ before: was, after: is, status }) => `${(is ?? was)?.text} ${status}`), `${counts.answered}/${counts.pains}`];
  };

  test.each<[what: string, before: string, after: string, expected: string[]]>([
    ['that are no longer there are answered', stage('a\npain "p"'), stage('a'), ['p answered', '1/1']],
    ['of a step that is gone are answered', stage('a\npain "p"', 'b'), stage('b'), ['p answered', '1/1']],
    ['that are still there are open', stage('a\npain "p"'), stage('a\npain "p"'), ['p open', '0/1']],
    ['at another step are told there', stage('a\npain "p"', 'b'), stage('a', 'b\npain "p"'), ['p open', '0/1']],
    ['may be new', stage('a'), stage('a\npain "p"'), ['p new', '0/0']],
    ['whose action is done are answered', stage('a\npain "p"'), stage('a\npain "p"\naction "do" status done'), ['p answered', '1/1']],
    [
      'whose action was done before are answered',
      stage('a\npain "p"\naction "do" status done'),
      stage('a\npain "p"'),
      ['p answered', '1/1'],
    ],
    [
      'whose opportunity is done are answered',
      stage('a\npain "p"\nopportunity "o"\naction "do" status done'),
      stage('a\npain "p"'),
      ['p answered', '1/1'],
    ],
    [
      'about which not all is done are open',
      stage('a\npain "p"'),
      stage('a\npain "p"\naction "x" status done\naction "y" status doing'),
      ['p open', '0/1'],
    ],
    ['about which all was given up are open', stage('a\npain "p"'), stage('a\npain "p"\naction "x" status dropped'), ['p open', '0/1']],
  ])('%s', (_, before, after, expected) => {
    expect(pains(before, after)).toEqual(expected);
  });
});

describe('opportunities', () => {
  const chances = (before: string, after: string) =>
    compared(before, after).stages.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.opportunities.map(({ before: was, after: is, status }) => `${step.after?.name ?? '-'}: ${(is ?? was)?.text} ${status}`),
      ),
    );

  test.each<[what: string, before: string, after: string, expected: string[]]>([
    ['that are no longer there are gone', stage('a\nopportunity "o"'), stage('a'), ['a: o gone']],
    ['of a step that is gone are gone', stage('a\nopportunity "o"', 'b'), stage('b'), ['-: o gone']],
    ['that are still there are kept', stage('a\nopportunity "o"'), stage('a\nopportunity "o" impact high'), ['a: o kept']],
    ['at another step are told there', stage('a\nopportunity "o"', 'b'), stage('a', 'b\nopportunity "o"'), ['b: o kept']],
    ['may be new', stage('a'), stage('a\nopportunity "o"'), ['a: o new']],
    ['are done where all that was planned is', stage('a\nopportunity "o"\naction "do" status done'), stage('a'), ['a: o done']],
    [
      'are kept where not all is done',
      stage('a\nopportunity "o"\naction "x" status done'),
      stage('a\nopportunity "o"\naction "y" status doing'),
      ['a: o kept'],
    ],
    ['are gone where all was given up', stage('a\nopportunity "o"\naction "x" status dropped'), stage('a'), ['a: o gone']],
  ])('%s', (_, before, after, expected) => {
    expect(chances(before, after)).toEqual(expected);
  });
});

describe('key moments', () => {
  const moments = (before: string, after: string) =>
    compared(before, after).stages.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.moments.map(({ before: was, after: is }) =>
          [was, is].map((each) => (each ? `${each.kind} ${each.text ?? ''}` : '').trim()).join(' > '),
        ),
      ),
    );

  test.each<[what: string, before: string, after: string, expected: string[]]>([
    [
      'of one kind are the same',
      stage('a\nmoment truth "it decides"'),
      stage('a\nmoment truth "it still does"'),
      ['truth it decides > truth it still does'],
    ],
    ['without a text are the same', stage('a\nmoment delight'), stage('a\nmoment delight'), ['delight > delight']],
    [
      'of another kind are others',
      stage('a\nmoment irritant "slow"'),
      stage('a\nmoment delight "fast"'),
      [' > delight fast', 'irritant slow > '],
    ],
    [
      'that say the same go together first',
      stage('a\nmoment truth "x"\nmoment truth "y"'),
      stage('a\nmoment truth "y"\nmoment truth "z"'),
      ['truth y > truth y', 'truth x > truth z'],
    ],
    ['of a step that is gone are gone', stage('a\nmoment truth', 'b'), stage('b'), ['truth > ']],
    ['follow the step that replaces theirs', stage('a\nmoment truth "x"'), stage('b\nreplaces a\nmoment truth "x"'), ['truth x > truth x']],
  ])('%s', (_, before, after, expected) => {
    expect(moments(before, after)).toEqual(expected);
  });
});

test('contacts, silences, promises and times are paired', () => {
  const before = stage(
    'a\ntakes 25min\ntouchpoint Form via Web\ntouchpoint Fax\nsilence "none"\npromises "Time" "3 days"',
    'b\ntakes 5min\nwaits 2d\ntouchpoint Desk owner Staff',
  );
  const after = stage(
    'c\nreplaces a, b\ntakes 10min\ntouchpoint Form via Phone\nlistens "Asked"\ntouchpoint Desk owner Bot\ntouchpoint Chat\npromises "Time" "2 days"',
  );
  const [step] = compared(before, after).stages.flatMap(({ steps }) => steps);
  expect([step?.takes?.before?.text, step?.takes?.after?.text, step?.waits?.before?.text, step?.waits?.after]).toEqual([
    '30min',
    '10min',
    '2d',
    undefined,
  ]);
  expect(
    step?.touchpoints.map(({ before: was, after: is, ...changed }) => {
      const which = Object.entries(changed).flatMap(([key, value]) => (value ? key : []));
      return [was?.name ?? '', is?.name ?? '', ...which].join(' ');
    }),
  ).toEqual(['Form Form channel listened', 'Desk Desk owner', ' Chat', 'Fax ']);
  expect(step?.silences.map(({ before: was, after: is }) => [was?.text, is?.text])).toEqual([['none', undefined]]);
  expect(step?.promises.map(({ name, before: was, after: is }) => [name, was?.text, is?.text])).toEqual([['Time', '3 days', '2 days']]);
});

test('a map that is compared with itself has all its steps in their order and nothing new or gone', () => {
  for (const file of ['order-a-new-laptop/current', 'one-problem-four-channels/broadband', 'livraison-d-un-canape/canape']) {
    const [map] = mapsOf(readFileSync(join(import.meta.dirname, `../../samples/${file}.journey`), 'utf8')) as [JourneyMap];
    const { stages, counts } = compareMaps(structuredClone(map), map);
    expect(stages.flatMap(({ steps }) => steps.map(({ after }) => after?.id))).toEqual(
      map.stages.flatMap(({ steps }) => steps.map(({ id }) => id)),
    );
    const size = map.stages.flatMap(({ steps }) => steps).length;
    expect(counts).toMatchObject({ better: 0, worse: 0, new: 0, gone: 0, same: size });
  }
});

test('nothing of either map is lost, and the order of the later one stays, whatever is replaced and dropped', () => {
  let seed = 7;
  const upTo = (count: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % count;
  };
  const lines = (isLater: boolean) =>
    Array.from({ length: 1 + upTo(4) }, () => [
      `stage S${upTo(4)}`,
      ...Array.from({ length: upTo(5) }, () => [
        `step n${upTo(9)}`,
        ...(isLater && upTo(3) === 0 ? [`replaces n${upTo(9)}, n${upTo(9)}`] : []),
        ...(isLater && upTo(3) === 0 ? [`drops n${upTo(9)}`] : []),
      ]).flat(),
    ])
      .flat()
      .join('\n');
  for (let round = 0; round < 150; round++) {
    const [before, after] = mapsOf(`journey Now\n${lines(false)}\njourney Then\nimproves Now\n${lines(true)}`) as [JourneyMap, JourneyMap];
    const { stages } = compareMaps(before, after);
    const all = stages.flatMap(({ steps }) => steps);
    const stepsOf = (map: JourneyMap) => map.stages.flatMap(({ steps }) => steps);
    expect(all.flatMap((step) => step.after ?? [])).toEqual(stepsOf(after));
    expect(new Set(all.flatMap((step) => step.before))).toEqual(new Set(stepsOf(before)));
    expect(new Set(stages.flatMap((stage) => stage.before ?? []))).toEqual(new Set(before.stages));
  }
});
