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

  /** Keys of the nodes that an edit of a long map made anew, by region. */
  function madeAnew(count: number, edit: (edited: JourneyMap) => void): Map<string, string[]> {
    const before = longMap(count);
    const after = structuredClone(before);
    edit(after);
    const drawing = new Drawing();
    const regionsOf = (scene: Scene) => [...scene.regions, ...(scene.titles ? [scene.titles] : [])];
    const known = new Set(
      regionsOf(drawing.draw(before, { theme: light })).flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node)),
    );
    const regions = regionsOf(drawing.draw(after, { theme: light }));
    const fresh = regions.map(
      ({ key, children }) => [key, [...nodesOf(children)].flatMap(({ node }) => (known.has(node) ? [] : [node.key]))] as const,
    );
    return new Map(fresh.filter(([, keys]) => keys.length > 0));
  }

  /** What an edit of one word to one of the same width makes anew besides the few nodes that are made each time, such as lines and names of lanes. */
  const reach: Record<string, { edit: (step: Step) => void; regions: string[] }> = {
    title: {
      edit: (edited) => {
        edited.title = swapped(edited.title);
      },
      regions: ['stage'],
    },
    does: {
      edit: (edited) => {
        (edited.does[0] as { text: string }).text = swapped((edited.does[0] as { text: string }).text);
      },
      regions: ['stage'],
    },
    feeling: {
      edit: (edited) => {
        (edited.feelings[0] as { score: number }).score += 0.5;
      },
      regions: ['stage', 'curve'],
    },
  };
  const swapped = (text: string) => text.replace(/(.)(.)$/, '$2$1');
  /** Most nodes of a region that are made each time, or for each edit of a step. */
  const always: Record<string, number> = {
    header: 40,
    lanes: 15,
    labels: 40,
    corner: 4,
    heads: 1,
    titles: 3,
    curve: 7,
    ways: 1,
    about: 40,
  };

  test.each(Object.keys(reach))('makes anew no more of a map of 400 steps than of one of 40: %s', (name) => {
    const { edit, regions } = reach[name] as (typeof reach)[string];
    const inStep = (edited: JourneyMap) => edit(edited.stages[1]?.steps[1] as Step);
    const [few, many] = [madeAnew(40, inStep), madeAnew(400, inStep)];
    expect([...many].map(([key, keys]) => [key, keys.length])).toEqual([...few].map(([key, keys]) => [key, keys.length]));
    const more = [...many].filter(([key, keys]) => keys.length > (always[key] ?? 0)).map(([key]) => key);
    expect(more.map((key) => key.replace(/:.*/, ''))).toEqual(regions);
    expect(more.filter((key) => key.startsWith('stage:'))).toEqual([`stage:${longMap(40).stages[1]?.id}`]);
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
