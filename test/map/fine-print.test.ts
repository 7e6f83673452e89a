import { describe, expect, test } from 'vitest';
import type { JourneyMap, Step, Touchpoint } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';

/** A case: what holds, the text, and what a projection of its first map must be. */
type Cases = readonly (readonly [holds: string, text: string, expected: readonly string[]])[];

function each(what: string, cases: Cases, project: (map: JourneyMap, all: JourneyMap[]) => string[]): void {
  describe(what, () => {
    test.each(cases)('%s', (_, text, expected) => {
      const all = mapsOf(text);
      expect(project(all[0] as JourneyMap, all)).toEqual(expected);
    });
  });
}

const stepsOf = (map: JourneyMap): Step[] => map.stages.flatMap((stage) => stage.steps);

/** The statements of a step, in a journey that is for Vera and Paul. */
const inStep = (...lines: string[]): string => `persona Vera\npersona Paul\njourney J for Vera, Paul\nstage S\nstep a\n${lines.join('\n')}`;

function touchpoint({ title, channel, owner, listens, promises }: Touchpoint): string {
  const posts = listens.map(({ text }) => ` listens ${text}`).join('');
  const promised = promises.map(({ name, text }) => ` promises ${name}: ${text}`).join('');
  return `${title} via ${channel?.name} owner ${owner?.name}${posts}${promised}`;
}

each(
  'say it once',
  [
    [
      'what a touchpoint says itself counts first',
      'touchpoint Form "The form" via Portal owner Desk\n listens "declared"\njourney J\nstage S owner Staff\nstep a\ntouchpoint Form via Phone owner Carrier\n listens "own"',
      ['The form via Phone owner Carrier listens own'],
    ],
    [
      'then its declaration, part by part, also where that stands below',
      'journey J\nstage S owner Staff\nstep a\ntouchpoint Form via Phone\nteam T\ntouchpoint Form "The form" via Portal owner Desk\n listens "declared"\n promises "Delivery" "3 days"',
      ['The form via Phone owner Desk listens declared promises Delivery: 3 days'],
    ],
    [
      'then its first mention in the journey, across stages',
      'journey J\nstage S\nstep a\ntouchpoint form "The form" via Portal owner Desk\n listens "first"\nstage T owner Staff\nstep b\ntouchpoint form\nstep c\ntouchpoint form via Phone owner Carrier\n listens "third"\nstep d\ntouchpoint form',
      [
        'The form via Portal owner Desk listens first',
        'The form via Portal owner Desk listens first',
        'The form via Phone owner Carrier listens third',
        'The form via Portal owner Desk listens first',
      ],
    ],
    [
      'then, of the owner, its stage, whether on its line or below',
      'journey J\nstage S owner Staff\nstep a\ntouchpoint X\nstage T\nowner Carrier\nstep b\ntouchpoint X\nstage U\nstep c\ntouchpoint X',
      ['X via undefined owner Staff', 'X via undefined owner Carrier', 'X via undefined owner undefined'],
    ],
    [
      'another journey says nothing of it',
      'journey J\nstage S\nstep a\ntouchpoint X\njourney K\nstage S\nstep a\ntouchpoint X via Phone owner Desk',
      ['X via undefined owner undefined'],
    ],
    [
      'a touchpoint without a name shares with no other',
      'journey J\nstage S\nstep a\ntouchpoint via Phone owner Desk\nstep b\ntouchpoint',
      [' via Phone owner Desk', ' via undefined owner undefined'],
    ],
    [
      'a promise is the mention’s own, or the declaration’s',
      'journey J\nstage S\nstep a\ntouchpoint X\n promises "Delivery" "3 days"\nstep b\ntouchpoint X',
      ['X via undefined owner undefined promises Delivery: 3 days', 'X via undefined owner undefined'],
    ],
  ],
  (map) => stepsOf(map).flatMap((step) => step.touchpoints.map(touchpoint)),
);

each(
  'feelings',
  [
    ['no persona named: all feel it', inStep('feels -1 "lost"'), ['Vera -1 lost', 'Paul -1 lost']],
    ['one named, the others by the general one, in any order', inStep('feels -1', 'feels Paul 2 "glad"'), ['Paul 2 glad', 'Vera -1']],
    ['one named and no general one: the other feels nothing', inStep('feels Paul 2'), ['Paul 2']],
    ['who is absent feels nothing', inStep('feels -1', 'absent Vera'), ['Paul -1']],
    ['all absent', inStep('absent Vera, Paul', 'feels -1'), []],
    ['all named: the general one speaks for nobody', inStep('feels Vera 1', 'feels Paul 2', 'feels -2'), ['Vera 1', 'Paul 2']],
    ['a second feeling of one persona does not count', inStep('feels Vera 1', 'feels Vera -2'), ['Vera 1']],
    ['a second general one does not count', inStep('feels 1', 'feels -2'), ['Vera 1', 'Paul 1']],
    ['a persona in quotes', inStep('feels "Vera" 1 "glad"'), ['Vera 1 glad']],
    ['beyond the scale it is drawn at its end', inStep('feels 7'), ['Vera 2', 'Paul 2']],
    ['minus signs and dashes', inStep('feels Vera −2', 'feels Paul –1'), ['Vera -2', 'Paul -1']],
    ['a journey for nobody', 'journey J\nstage S\nstep a\nfeels +1 "glad"', ['undefined 1 glad']],
    ['personas named below the journey', 'journey J\nfor Vera\nfor Paul\nstage S\nstep a\nfeels 0', ['Vera 0', 'Paul 0']],
  ],
  (map) =>
    stepsOf(map).flatMap((step) =>
      step.feelings.map(({ persona, score, word }) =>
        [persona, score, word]
          .map((each) => (each === undefined ? (each === persona ? 'undefined' : '') : each))
          .join(' ')
          .trim(),
      ),
    ),
);

each(
  'whose an owner is',
  [
    [
      'ours unless external or the customer’s; undeclared where nobody says',
      'team Desk\nteam Carrier external\nteam Buyers customer contact "b@example.org"\nteam Both contact "x" external\njourney J\nstage S\nstep a\ntouchpoint A owner Desk\ntouchpoint B owner Carrier\ntouchpoint C owner Buyers\ntouchpoint D owner Ghost\ntouchpoint E\ntouchpoint F owner Both',
      ['A ours', 'B external', 'C customer', 'D undeclared', 'E undefined', 'F external', '6 touchpoints, 1 ours, 0 heard'],
    ],
    [
      'listened to, wherever it is said',
      'team Desk\ntouchpoint B owner Desk\n listens "declared"\njourney J\nstage S\nstep a\ntouchpoint A owner Desk\n listens "A survey" csat 3.2/5\nstep b\ntouchpoint A\ntouchpoint B\ntouchpoint C',
      ['A ours', 'A ours', 'B ours', 'C undefined', '4 touchpoints, 3 ours, 3 heard'],
    ],
  ],
  (map) => [
    ...stepsOf(map).flatMap((step) => step.touchpoints.map(({ name, owner }) => `${name} ${owner?.kind}`)),
    `${map.figures.touchpoints} touchpoints, ${map.figures.ours} ours, ${map.figures.heard} heard`,
  ],
);

each(
  'a hypothesis rests on no evidence of the step, its stage or its journey',
  [
    ['on none', 'journey J\nstage S\nstep a\nstep b', ['a', 'b']],
    ['on the step’s', 'journey J\nstage S\nstep a\nevidence "x"\nstep b', ['b']],
    ['on the stage’s', 'journey J\nstage S\nevidence "x"\nstep a\nstep b\nstage T\nstep c', ['c']],
    ['on the journey’s', 'journey J\nevidence "x"\nstage S\nstep a\nstage T\nstep b', []],
    ['not on the persona’s', 'persona Vera\nevidence "x"\njourney J for Vera\nstage S\nstep a', ['a']],
    ['not on that of a step before it', 'journey J\nstage S\nstep a\nevidence "x"\nstage T\nstep b', ['b']],
  ],
  (map) => stepsOf(map).flatMap((step) => (step.hypothesis ? [step.name] : [])),
);

/** A journey of steps, each with its own statements. */
const flow = (steps: Record<string, string>): string =>
  `journey J\n${Object.entries(steps)
    .map(([name, own]) => (name.startsWith('stage') ? name : `step ${name}\n${own}`))
    .join('\n')}`;

each(
  'where a step leads',
  [
    ['to the next of the file, across stages', flow({ 'stage S': '', a: '', b: '', 'stage T': '', c: '' }), ['a > b', 'b > c', 'c']],
    ['where it says, and not to the next', flow({ 'stage S': '', a: 'leads to c', b: '', c: '' }), ['a > c', 'b > c', 'c']],
    ['back', flow({ 'stage S': '', a: '', b: 'leads to a', c: '' }), ['a > b', 'b > a', 'c']],
    ['nowhere where it ends', flow({ 'stage S': '', a: 'ends "x"', b: '' }), ['a ends', 'b']],
    ['on, where it ends only sometimes', flow({ 'stage S': '', a: 'ends when "lost"', b: '' }), ['a > b ends (lost)', 'b']],
    ['on, where no condition holds', flow({ 'stage S': '', a: 'leads to c when "x"', b: '', c: '' }), ['a > c (x) > b', 'b > c', 'c']],
    [
      'not on, where something else is sure',
      flow({ 'stage S': '', a: 'leads to c when "x"\nends', b: '', c: '' }),
      ['a > c (x) ends', 'b > c', 'c'],
    ],
    [
      'not on, where it is decided',
      flow({ 'stage S': '', a: 'decides "?"\nleads to c when "x"\nleads to b when "y"', b: '', c: '' }),
      ['a > c (x) > b (y)', 'b > c', 'c'],
    ],
    [
      'nor where one of the decided ways ends',
      flow({ 'stage S': '', a: 'decides "?"\nleads to c when "x"\nends when "y"', b: '', c: '' }),
      ['a > c (x) ends (y)', 'b > c', 'c'],
    ],
    ['on, where something is decided and no way given', flow({ 'stage S': '', a: 'decides "?"', b: '' }), ['a > b', 'b']],
    ['alongside: both lead to what follows the later', flow({ 'stage S': '', a: '', b: 'alongside a', c: '' }), ['a > c', 'b > c', 'c']],
    [
      'alongside one that stands further up',
      flow({ 'stage S': '', a: '', b: '', c: 'alongside a', d: '' }),
      ['a > d', 'b > c', 'c > d', 'd'],
    ],
    ['three of them', flow({ 'stage S': '', a: '', b: 'alongside a', c: 'alongside b', d: '' }), ['a > d', 'b > d', 'c > d', 'd']],
    ['alongside each other', flow({ 'stage S': '', a: 'alongside b', b: 'alongside a', c: '' }), ['a > c', 'b > c', 'c']],
    [
      'alongside itself, or one of another stage, is alongside none',
      flow({ 'stage S': '', a: 'alongside a', 'stage T': '', b: 'alongside a', c: '' }),
      ['a > b', 'b > c', 'c'],
    ],
    ['to a name that no step has', flow({ 'stage S': '', a: 'leads to x', b: '' }), ['a > ?x', 'b']],
    ['to a step of this journey, not of another', `${flow({ 'stage S': '', a: 'leads to b' })}\njourney K\nstage S\nstep b`, ['a > ?b']],
    [
      'to the first where two have the name',
      flow({ 'stage S': '', a: 'leads to b', 'stage T': '' }).concat('\nstep b "One"\nstep b "Two"'),
      ['a > b', 'b > b~n2', 'b'],
    ],
  ],
  (map) => {
    const last = (id = ''): string => id.split('/step:').at(-1) as string;
    return stepsOf(map).map((step) => {
      const ways = step.next.map(
        ({ to, name, when }) => ` > ${to === undefined ? `?${name}` : last(to)}${when === undefined ? '' : ` (${when})`}`,
      );
      return [step.name, ...ways, ...step.ends.map(({ when }) => ` ends${when === undefined ? '' : ` (${when})`}`)].join('');
    });
  },
);

each(
  'what a line joins',
  [
    [
      'a touchpoint directly above, or its own children',
      inStep('touchpoint X', 'listens "1"', 'promises "D" "2"', 'listens "3"'),
      ['X: 1, 3, D=2'],
    ],
    ['no touchpoint further up', inStep('touchpoint X', 'does "x"', 'listens "1"', 'promises "D" "2"'), ['X: ', 'step: 1, D=2']],
    ['the last of two', inStep('touchpoint X', 'touchpoint Y', 'listens "1"'), ['X: ', 'Y: 1']],
    [
      'a pain or an opportunity directly above',
      inStep('pain "p"', 'action "1"', 'action "2"', 'opportunity "o"', 'action "3"'),
      ['p: 1, 2', 'o: 3'],
    ],
    ['no pain further up', inStep('pain "p"', 'does "x"', 'action "1"'), ['p: ', 'step: 1']],
    ['not a touchpoint from below a pain', inStep('touchpoint X', 'pain "p"', 'listens "1"'), ['X: ', 'p: ', 'step: 1']],
    ['not one of the step before', `${inStep('touchpoint X')}\nstep b\nlistens "1"`, ['X: ', 'step: 1']],
  ],
  (map) =>
    stepsOf(map).flatMap((step) => {
      const texts = (list: readonly { text: string }[]): string[] => list.map(({ text }) => text);
      const promised = (list: readonly { name: string; text: string }[]): string[] => list.map(({ name, text }) => `${name}=${text}`);
      const own = [...texts(step.listens), ...promised(step.promises), ...texts(step.actions)].join(', ');
      return [
        ...step.touchpoints.map((each) => `${each.name}: ${[...texts(each.listens), ...promised(each.promises)].join(', ')}`),
        ...[...step.pains, ...step.opportunities].map((each) => `${each.text}: ${texts(each.actions).join(', ')}`),
        ...(own ? [`step: ${own}`] : []),
      ];
    }),
);

each(
  'whose a statement is',
  [
    [
      'above the first step: the stage’s',
      'journey J\nstage S\nmetric m 1\nexpects "e"\nevidence "v"\ngoal "g"\nbusiness goal "b"\nowner T\nstep a',
      ['J', 'S m e v g b T', 'a'],
    ],
    [
      'below a step: the step’s, where it can have it',
      'journey J\nstage S\nstep a\nmetric m 1\nexpects "e"\nevidence "v"',
      ['J', 'S', 'a m e v'],
    ],
    [
      'below a step: the stage’s, where only that can',
      'journey J\nstage S\nstep a\ngoal "g"\nbusiness goal "b"\nowner T\nstep c\nmetric m 1',
      ['J', 'S g b T', 'a', 'c m'],
    ],
    [
      'above the first stage: the journey’s',
      'journey J\nmetric m 1\nexpects "e"\nevidence "v"\ngoal "g"\nbusiness goal "b"\nstage S',
      ['J m e v g b', 'S'],
    ],
    ['what only a journey has is the journey’s wherever it stands', 'journey J\nstage S\nstep a\nscenario "s"', ['J s', 'S', 'a']],
  ],
  (map) => {
    type Holder = { title: string } & Pick<Step, 'metrics' | 'expects' | 'evidence'> &
      Partial<Pick<JourneyMap, 'goals' | 'businessGoals' | 'scenario'> & { owner: { name: string } }>;
    const says = ({ title, metrics, expects, evidence, goals = [], businessGoals = [], owner, scenario }: Holder): string =>
      [
        title,
        ...metrics.map(({ name }) => name),
        ...[...expects, ...evidence, ...goals, ...businessGoals].map(({ text }) => text),
        owner?.name,
        scenario,
      ]
        .filter((each) => each !== undefined)
        .join(' ');
    return [says(map), ...map.stages.flatMap((stage) => [says(stage), ...stage.steps.map(says)])];
  },
);

each(
  'the top level',
  [
    ['a declaration closes the journey above it', 'journey J\nstage S\nstep a\npersona Vera\nneed "n"\ntouchpoint X via Phone', ['J: a']],
    [
      'so a touchpoint after one is a declaration',
      'journey J\nstage S\nstep a\nteam T\ntouchpoint X\njourney K\nstage S\nstep b\ntouchpoint Y',
      ['J: a', 'K: b+1'],
    ],
    ['without one it belongs to the open step', 'journey J\nstage S\nstep a\ntouchpoint X', ['J: a+1']],
    ['before the first journey it is a declaration', 'touchpoint X\njourney J\nstage S\nstep a', ['J: a']],
    [
      'in the middle of a journey the journey goes on',
      'journey J\nstage S\nstep a\nteam T\nstep b\nchannel C\nstage U\nstep c',
      ['J: a, b, c'],
    ],
    ['and a touchpoint goes on with the step', 'journey J\nstage S\nstep a\nteam T\ntouchpoint X\nfeels 1', ['J: a+1']],
    ['a second journey begins with nothing', 'journey J\nstage S\nstep a\njourney K\nstage S\nstep a', ['J: a', 'K: a']],
    ['steps in no stage and stages in no journey are drawn', 'step a\nstep b\nstage S\nstep c', ['undefined: a, b, c']],
  ],
  (_, all) =>
    all.map(
      (map) =>
        `${map.name || undefined}: ${stepsOf(map)
          .map((step) => `${step.name}${step.touchpoints.length ? `+${step.touchpoints.length}` : ''}`)
          .join(', ')}`,
    ),
);
