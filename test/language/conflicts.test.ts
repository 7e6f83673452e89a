import { expect, test } from 'vitest';
import { findingsOf, taken } from './taken.ts';

const teams = 'file:///maps/teams.journey';
const map = 'file:///maps/map.journey';
const files = {
  [teams]: 'team Desk\nchannel Web web\ntouchpoint Form via Web owner Desk\n  promises Delivery "3 days"\n',
  [map]:
    'persona Vera\njourney Order for Vera\nstage Request\n  step form\n    touchpoint Form\n  step wait\n    promises Delivery "5 days"\n  step again\n    promises Delivery "3d"\n',
};

function conflicts(of: Record<string, string>) {
  return Object.entries(findingsOf(of)).flatMap(([uri, findings]) =>
    findings.filter(({ code }) => code === 'conflicting-promise').map((finding) => ({ uri, finding })),
  );
}

test('a conflict stands at both places and shows the other, also in another file', () => {
  const found = conflicts(files);
  expect(found.map(({ uri, finding }) => [uri, files[map].slice(finding.start, finding.end)])).toEqual([
    [map, 'Form'],
    [map, '"5 days"'],
    [map, '"3d"'],
  ]);
  const shown = found.map(({ finding }) =>
    finding.related?.map(({ document, span }) => [document.uri, document.text.slice(span.start, span.end)]),
  );
  expect(shown).toEqual([[[map, '"5 days"']], [[teams, '"3 days"']], [[map, '"5 days"']]]);
});

test('the value that most say is the one to take; where none is, nothing is taken unasked', () => {
  const preferred = conflicts(files).map(({ finding }) => finding.fixes.filter((fix) => fix.preferred).length);
  expect(preferred).toEqual([0, 1, 0]);
  const two = { ...files, [map]: files[map].replace('"3d"', '"5d"').replace('    touchpoint Form\n', '    promises Delivery "2d"\n') };
  expect(conflicts(two)).toHaveLength(3);
  const even = { ...two, [map]: two[map].replace('    promises Delivery "5 days"\n', '') };
  expect(conflicts(even).flatMap(({ finding }) => finding.fixes.map((fix) => fix.preferred))).toEqual([undefined, undefined]);
});

test('to say elsewhere what is said here changes the declaration where that stands', () => {
  const [, , last] = conflicts(files);
  const [first] = conflicts(files);
  for (const conflict of [first, last]) {
    const [fix] = conflict?.finding.fixes ?? [];
    if (!conflict || !fix) throw new Error('there is no fix');
    const after = taken(files, map, fix).files;
    expect(conflicts(after)).toEqual([]);
    expect(after[teams]).toContain('promises Delivery "5 days"');
    expect(after[map]?.match(/promises Delivery "5 days"/g)).toHaveLength(2);
  }
});
