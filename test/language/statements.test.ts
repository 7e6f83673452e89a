import { describe, expect, test } from 'vitest';
import { definitions, type Holder, type StatementDefinition } from '../../src/language/statements.ts';
import { mapsOf, read } from './facts.ts';

/** What must stand above a statement so that it stands properly. */
const above: Record<Holder, string> = {
  file: '',
  persona: 'journey J for Vera\nstage S\npersona Vera\n',
  journey: 'journey J\n',
  stage: 'journey J\nstage S\n',
  step: 'journey J for Vera, Paul\nstage S\nstep a\n',
  touchpoint: 'journey J\nstage S\nstep a\ntouchpoint T\n',
  pain: 'journey J\nstage S\nstep a\npain "p"\n',
  opportunity: 'journey J\nstage S\nstep a\nopportunity "o"\n',
};

const places = definitions.flatMap((definition) =>
  definition.in.map((holder): [string, StatementDefinition, Holder] => [`${definition.word} in a ${holder}`, definition, holder]),
);

describe('the example of each statement', () => {
  test.each(places)('%s reads without a problem and stands where it may', (_, definition, holder) => {
    const { nodes } = read(above[holder] + definition.example).document;
    expect(nodes.flatMap(({ statement }) => statement.problems)).toEqual([]);
    expect(nodes.filter(({ misplaced, implied }) => misplaced || implied)).toEqual([]);
    const found = nodes.find(
      ({ kind, statement }) => kind === definition.kind && statement.end - statement.start === definition.example.length,
    );
    expect(found?.parent?.kind).toBe(holder === 'file' ? undefined : holder);
  });

  test.each(places.filter(([, definition, holder]) => holder !== 'file' && definition.kind !== 'alongside'))(
    '%s is in the map, with all its texts',
    (_, definition, holder) => {
      const text = above[holder] + definition.example;
      const statement = read(text).document.nodes.findLast(({ kind }) => kind === definition.kind)?.statement;
      const said = [...Object.values(statement?.items ?? {}), ...Object.values(statement?.lists ?? {}).flat()].map((item) => item.text);
      const map = JSON.stringify(mapsOf(text));
      const drawn = (each: string): boolean => map.includes(JSON.stringify(each).slice(1, -1)) || each === 'met' || each === 'unmet';
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((each) => !drawn(each))).toEqual([]);
    },
  );

  test('declarations are known by their names', () => {
    const { folder } = read(
      definitions
        .filter((definition) => definition.in.includes('file'))
        .map(({ example }) => example)
        .join('\n'),
    );
    expect(['persona', 'team', 'channel', 'system', 'journey'].map((scope) => folder.namesOf(scope as 'team'))).toEqual([
      ['Vera'],
      ['Parcel carrier'],
      ['Portal'],
      ['CMDB'],
      ['Order a new laptop'],
    ]);
  });
});

test('no two statements open with the same word', () => {
  const words = definitions.map(({ word }) => word.split(' ')[0]);
  expect(new Set(words).size).toBe(words.length);
});
