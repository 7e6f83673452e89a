import { expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import type { Node } from '../../src/language/tree/node.ts';
import { buildMap } from '../../src/map/build.ts';

/** How often the children of the only stage are looked at while a map of so many steps is made. */
function looks(steps: number): number {
  const step = (index: number): string => `  step s${index}\n    feels 1\n    touchpoint T${index} via Phone\n    pain "x"\n`;
  const text = `journey J\nstage S\n${Array.from({ length: steps }, (_, index) => step(index)).join('')}`;
  const document = readDocument('file:///a.journey', 1, text);
  const folder = new Folder();
  folder.set(document);
  const journey = journeysOf(document)[0] as Node;
  const stage = journey.children[0] as Node;
  let count = 0;
  stage.children = new Proxy(stage.children, {
    get(children, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count++;
      return Reflect.get(children, key) as unknown;
    },
  });
  expect(buildMap(journey, { document, folder }).stages[0]?.steps).toHaveLength(steps);
  return count;
}

test('a stage of many steps costs as much more as it has more of them', () => {
  const few = looks(500);
  expect(few).toBeGreaterThan(0);
  expect(looks(2000)).toBeLessThan(few * 5);
});
