import type { LaneName } from '../../language/names/settings.ts';
import { type Comparison, compareMaps } from '../../map/compare.ts';
import type { JourneyMap } from '../../map/model.ts';
import { comparedMoments } from '../compare/moments.ts';
import { comparedOpportunities } from '../compare/opportunities.ts';
import { comparedPains } from '../compare/pains.ts';
import { apart, shownMap } from '../compare/shown.ts';
import { comparedSteps } from '../compare/steps.ts';
import { comparedTime } from '../compare/time.ts';
import { comparedTouchpoints } from '../compare/touchpoints.ts';
import type { Context } from '../context.ts';
import type { DrawOptions } from '../drawing.ts';
import { english } from '../english.ts';
import { toneOf } from '../feel/moods.ts';
import type { HeaderWords } from '../header.ts';
import { lanesNamed } from '../lanes/index.ts';
import type { Lane } from '../lanes/lane.ts';
import type { Plan } from './plan.ts';

const all: readonly (Lane | 'feels')[] = [
  comparedSteps,
  comparedTime,
  'feels',
  comparedMoments,
  comparedTouchpoints,
  comparedPains,
  comparedOpportunities,
];

/**
 * A map beside the one that it improves, which the options give as `before`: the steps of both, what became of each, and two curves. Without it
 * the map as a whole, and what to write.
 */
export function compare(map: JourneyMap, { before, lanes, labels: strings = english }: DrawOptions): Plan {
  if (!before) {
    const note = map.improves === undefined ? strings.compare.improvesNothing : strings.compare.unknown(map.improves.name);
    return { map, lanes: lanesNamed(lanes), about: true, note };
  }
  const comparison = compareMaps(apart(before), map);
  return {
    map: shownMap(map, comparison, strings),
    lanes: lanesOf(lanes),
    about: false,
    header: (context) => headerWords(before, map, comparison, context),
    description: strings.compare.description(strings.description(map), before.title, comparison.counts),
  };
}

/** Of the lanes that are asked for those that can be compared; all of these where none is. */
function lanesOf(names: readonly LaneName[] | undefined): readonly (Lane | 'feels')[] {
  const keyOf = (lane: Lane | 'feels') => (lane === 'feels' ? lane : lane.key);
  const wanted = (names ?? []).flatMap((name) => all.find((lane) => keyOf(lane) === name) ?? []);
  return wanted.length === 0 ? all : wanted;
}

function headerWords(before: JourneyMap, after: JourneyMap, { counts }: Comparison, { strings, theme }: Context): HeaderWords {
  const { compare: words } = strings;
  const change = <T>(was: T | undefined, is: T | undefined, said: (value: T) => string) =>
    words.change(was === undefined ? '–' : said(was), is === undefined ? '–' : said(is));
  const [was, is] = [before.figures, after.figures];
  const ours = ({ ours: count, touchpoints }: JourneyMap['figures']) => (touchpoints > 0 ? `${count}/${touchpoints}` : '–');
  const counted = (['better', 'worse', 'new', 'gone'] as const).map((verdict) => {
    const ink = { better: theme.mood.good.text, worse: theme.mood.bad.text, new: theme.text, gone: theme.text }[verdict];
    return {
      key: verdict,
      value: `${counts[verdict]}`,
      name: words.steps(verdict, counts[verdict]),
      fill: counts[verdict] ? ink : theme.text,
    };
  });
  return {
    facts: [
      { name: words.improves, text: before.title },
      ...(was.time === undefined && is.time === undefined
        ? []
        : [{ name: strings.lanes.time.label, text: change(was.time, is.time, strings.duration) }]),
    ],
    figures: [
      ...(was.mood === undefined && is.mood === undefined
        ? []
        : [
            {
              key: 'mood',
              value: change(was.mood, is.mood, strings.signed),
              name: strings.figures.mood,
              fill: theme.mood[toneOf(is.mood ?? 0)].text,
            },
          ]),
      ...(was.touchpoints + is.touchpoints > 0
        ? [{ key: 'ours', value: words.change(ours(was), ours(is)), name: strings.figures.ours, fill: theme.text }]
        : []),
      ...counted,
      ...(counts.pains > 0
        ? [{ key: 'answered', value: `${counts.answered} / ${counts.pains}`, name: words.painsAnswered, fill: theme.text }]
        : []),
    ],
  };
}
