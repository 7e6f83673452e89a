import { describe, expect, test } from 'vitest';
import { Drawing, drawMap } from '../../src/draw/index.ts';
import type { Scene, SceneNode } from '../../src/draw/scene.ts';
import { dark, light } from '../../src/draw/themes.ts';
import type { JourneyMap, Step } from '../../src/map/model.ts';
import { nodesOf } from './geometry-of-scene.ts';
import { longMap, map, maps, marksOnAll } from './maps.ts';

/** Every node by its way of keys, without its children. */
function byPath(scene: Scene): Map<string, string> {
  const found = new Map<string, string>();
  for (const { children, ...region } of scene.regions) {
    found.set(region.key, JSON.stringify(region));
    for (const { node, above } of nodesOf(children)) {
      found.set([region.key, ...above.map(({ key }) => key), node.key].join(' > '), JSON.stringify({ ...node, children: undefined }));
    }
  }
  return found;
}

function differing(a: Scene, b: Scene): string[] {
  const [before, after] = [byPath(a), byPath(b)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}

function step(of: JourneyMap, name: string): Step {
  const found = of.stages.flatMap((stage) => stage.steps).find((each) => each.name === name);
  if (!found) throw new Error(`There is no step ${name}`);
  return found;
}

/** Changes of one word to one of the same width (its letters in another order), by what they change. */
const edits: Record<string, (edited: JourneyMap) => void> = {
  title: (edited) => {
    step(edited, 'form').title = 'Look for the mrof';
  },
  does: (edited) => {
    (step(edited, 'form').does[0] as { text: string }).text = 'Searches the tranneti';
  },
  thinks: (edited) => {
    (step(edited, 'form').thinks[0] as { text: string }).text = 'Which of seeth three is mine?';
  },
  feeling: (edited) => {
    (step(edited, 'nothing').feelings[0] as { word?: string }).word = 'gorfotten';
  },
  touchpoint: (edited) => {
    (step(edited, 'form').touchpoints[0] as { title: string }).title = 'Order mrof';
  },
  pain: (edited) => {
    (step(edited, 'form').pains[0] as { text: string }).text = 'Nobody knows which form to sue';
  },
  action: (edited) => {
    (step(edited, 'form').opportunities[0]?.actions[0] as { text: string }).text = 'Merge the morfs';
  },
  stage: (edited) => {
    (edited.stages[1] as { title: string }).title = 'Wtai';
  },
  goal: (edited) => {
    (edited.stages[1]?.businessGoals[0] as { text: string }).text = 'No calls about open roders';
  },
};

describe('a change of one word to one of the same width', () => {
  test.each(Object.keys(edits))('%s changes one node', (name) => {
    const before = map('laptop');
    const after = map('laptop');
    edits[name]?.(after);
    expect(differing(drawMap(before, { theme: light }), drawMap(after, { theme: light }))).toHaveLength(1);
  });
});

describe('a drawing that is used again', () => {
  test.each([...Object.keys(maps), 'twelve'])('draws the map %s as a new one would', (name) => {
    const first = name === 'twelve' ? longMap(12) : map(name);
    const drawing = new Drawing();
    const turns: [JourneyMap, Parameters<typeof drawMap>[1]][] = [
      [first, { theme: light }],
      [structuredClone(first), { theme: light }],
      [structuredClone(first), { theme: light, marks: marksOnAll(first) }],
      [
        { ...structuredClone(first), stages: structuredClone(first).stages.slice(1) },
        { theme: light, marks: {} },
      ],
      [structuredClone(first), { theme: dark, width: 500 }],
      [map('personas'), { theme: dark }],
    ];
    for (const [drawn, options] of turns) expect(drawing.draw(drawn, options)).toEqual(drawMap(drawn, options));
  });

  test('gives the same node for a step that stayed', () => {
    const drawing = new Drawing();
    const before = drawing.draw(map('laptop'), { theme: light });
    const edited = map('laptop');
    (edits.does as (edited: JourneyMap) => void)(edited);
    const after = drawing.draw(edited, { theme: light });
    const stepsOf = (scene: Scene) => scene.regions.filter(({ key }) => key.startsWith('stage:')).flatMap(({ children }) => children);
    const [was, is] = [stepsOf(before), stepsOf(after)];
    const changed = is.filter((node: SceneNode, index) => node !== was[index]).map(({ attrs }) => attrs['data-id']);
    expect(changed).toEqual([step(edited, 'form').id]);
  });

  test('follows the title of a step that another one names', () => {
    const drawing = new Drawing();
    drawing.draw(map('everything'), { theme: light });
    const edited = map('everything');
    step(edited, 'second').title = 'Renamed';
    expect(JSON.stringify(drawing.draw(edited, { theme: light }))).toContain('Renamed when “yes”');
  });
});
