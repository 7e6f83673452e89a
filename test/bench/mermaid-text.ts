import type { JourneyMap } from '../../src/map/model.ts';

/** The same stages and steps for Mermaid's `journey`, with scores from 1 to 5 as it has them. */
export function mermaidText(map: JourneyMap): string {
  const stages = map.stages.map((stage) => {
    const tasks = stage.steps.map(({ title, feelings }) => `      ${title}: ${Math.round((feelings[0]?.score ?? 0) + 3)}: Vera`);
    return [`    section ${stage.title}`, ...tasks].join('\n');
  });
  return ['journey', `    title ${map.title}`, ...stages].join('\n');
}
