import { expect, test } from 'vitest';
import { codeLenses } from '../../../src/language/features/code-lenses.ts';
import { inlayHints } from '../../../src/language/features/inlay-hints.ts';
import { semanticTokens, tokensIn } from '../../../src/language/features/semantic-tokens.ts';
import { tongueOf } from '../../../src/server/tongues.ts';
import { read } from '../facts.ts';

const others = {
  'file:///maps/teams.journey':
    'team Desk\nteam Carrier external\nteam Buyers customer\nchannel Phone phone\nsystem CMDB external\ntouchpoint Hotline via Phone owner Desk\n  listens "A survey"\n',
};

const map = `persona Vera
team Idle
journey Order for Vera, Ana
stage Request owner Desk
  step form
    takes 25min
    feels -1 "lost"
    touchpoint Form via Portal
    touchpoint Hotline
    touchpoint Van via Phone owner Carrier
    moment irritant "Alike"
  step call
    takes 2h
    alongside form
    feels Vera 2 "glad"
    leads to nowhere
  step wait
    waits 3d
    feels 0
stage Delivery
  step parcel
    feels 1
    touchpoint Hotline
    backstage "Checks" by Ghost using CMDB
`;

const context = read(map, others);

test('semantic tokens tell whose a thing is, what nobody declares, and what delights or irritates', () => {
  expect(tokensIn(context.document, semanticTokens(context))).toEqual([
    '1: Vera persona.declaration',
    '2: Idle team.declaration.ours',
    '3: Order journey.declaration',
    '3: Vera persona',
    '3: Ana persona.unknown',
    '4: Request stage.declaration',
    '4: Desk team.ours',
    '5: form step.declaration',
    '7: -1 irritant',
    '8: Form touchpoint.ours',
    '8: Portal channel.unknown',
    '9: Hotline touchpoint.ours',
    '10: Van touchpoint.external',
    '10: Phone channel',
    '10: Carrier team.external',
    '11: irritant irritant',
    '12: call step.declaration',
    '14: form step',
    '15: Vera persona',
    '15: 2 delight',
    '16: nowhere step.unknown',
    '17: wait step.declaration',
    '20: Delivery stage.declaration',
    '21: parcel step.declaration',
    '22: 1 delight',
    '23: Hotline touchpoint.ours',
    '24: Ghost team.unknown',
    '24: CMDB system.external',
  ]);
});

test('a touchpoint is not unknown because its owner is', () => {
  const { document, ...rest } = read('journey J\nstage S\n  step a\n    touchpoint T owner Ghost\n', {});
  expect(tokensIn(document, semanticTokens({ document, ...rest }))).toContain('4: T touchpoint');
});

test('semantic tokens of a part of the file are those of its statements', () => {
  const start = map.indexOf('  step call');
  const data = semanticTokens(context, { start, end: map.indexOf('    leads to') - 1 });
  expect(tokensIn(context.document, data)).toEqual(['12: call step.declaration', '14: form step', '15: Vera persona', '15: 2 delight']);
});

const commands = { showReferences: 'show', preview: 'preview' };
const lenses = (): string[] =>
  codeLenses(context, commands).map(
    ({ range, command }) => `${range.start.line + 1}: ${command?.title}${command?.command ? ` → ${command.command}` : ''}`,
  );

test('lenses tell who uses a persona, team or channel, where it is used more than once, and how a stage feels', () => {
  expect(lenses()).toEqual([
    '1: named in 2 places → show',
    '3: Show the picture → preview',
    '4: mood 0 on average, from −1 to +2',
    '20: mood +1',
  ]);
});

test.each([
  ['en', '2: mood +0.3 on average, from −1 to +2'],
  ['fr', '2: humeur +0,3 en moyenne, de −1 à +2'],
] as const)('a mood between two numbers is written as readers of %s write it', (language, expected) => {
  const between = read('journey J\nstage S\nstep a\nfeels -1\nstep b\nfeels 0\nstep c\nfeels 2\n', {});
  const [, stage] = codeLenses({ ...between, tongue: tongueOf(language) }, commands);
  expect(`${(stage?.range.start.line ?? -1) + 1}: ${stage?.command?.title}`).toBe(expected);
});

test('hints show what follows from elsewhere: channel, owner, not ours, listened to, and the time gone by', () => {
  const hints = inlayHints(context, { start: 0, end: map.length }).map(({ position, label }) => `${position.line + 1}: ${label}`);
  expect(hints.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
    '5: 25min so far',
    '8: owner Desk',
    '9: via Phone · owner Desk · we listen',
    '10: not ours',
    '12: 2h so far',
    '17: 3d 2h so far',
    '23: via Phone · owner Desk · we listen',
  ]);
});
