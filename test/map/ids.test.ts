import { describe, expect, test } from 'vitest';
import { mapsOf } from '../language/facts.ts';

function idsOf(text: string): string[] {
  const ids: string[] = [];
  JSON.stringify(mapsOf(text), (key, value: unknown) => {
    if (key === 'id') ids.push(value as string);
    return value;
  });
  return ids;
}

const map = `persona Vera
journey "Order a laptop" for Vera
  goal "A"
stage Request
  step form "Look"
    does "x"
    does "y"
    feels 1
    touchpoint Form
      listens "z"
    pain "p"
      action "q"
  step call
    pain "p"
`;

test('are paths of names', () => {
  expect(idsOf(map)).toContain('journey:Order a laptop/stage:Request/step:form/does:2');
  expect(idsOf(map)).toContain('journey:Order a laptop/stage:Request/step:form/pain:1/action:1');
  expect(idsOf(map)).toContain('journey:Order a laptop/stage:Request/step:form/touchpoint:Form/listens:1');
});

describe('stay the same', () => {
  test.each([
    ['when lines move', map.replaceAll('\n', '\n\n  ')],
    ['when a title changes', map.replace('"Look"', '"Look for it"')],
    ['when a text changes', map.replace('"x"', '"something else"')],
    ['when a name is put in quotes', map.replace('step form', 'step "form"')],
    ['when what has no element is added', map.replace('persona Vera', 'persona Vera\n  role "HR"\nteam T\nsystem S')],
  ])('%s', (_, text) => {
    expect(idsOf(text)).toEqual(idsOf(map));
  });
});

test.each([
  ['of names with the marks of a path', 'journey "a/b"\nstage "c~d"\nstep "/"\nstep "~1"\nstep "~"\ndoes "x"\nstep "feels:1@Vera"'],
  [
    'of steps named by numbers beside some of no name',
    'journey J\nstage S\nstep "1"\nstep\ndoes "x"\nstep "2"\nstep\ndoes "y"\nstage "1"\nstage',
  ],
  ['of things of one name', 'journey J\nstage S\nstep a\nstep a\nstep "a~n2"\nstage S\nstep a\ntouchpoint T\ntouchpoint T'],
  [
    'of feelings spread over personas',
    'persona A\npersona "B/C"\njourney J for A, "B/C"\nstage S\nstep a\nfeels 1\nstep b\nfeels A 1\nfeels 2',
  ],
  [
    'of listening posts said elsewhere',
    'touchpoint T\nlistens "x"\nlistens "y"\njourney J\nstage S\nstep a\ntouchpoint T\nstep b\ntouchpoint T\nlistens "z"',
  ],
  ['of journeys of one name', 'journey J\nstage S\njourney J\nstage S'],
  ['of what stands in no step', 'journey J\ndoes "x"\nstage S\ndoes "y"\nstep a\nstage "S"\ndoes "z"'],
  ['of personas that nobody declares', 'journey J for "x/y", "journey:J"\nstage S'],
])('each stands for one thing: %s', (_, text) => {
  const ids = idsOf(text);
  expect(ids.length).toBeGreaterThan(1);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
