import { isShown } from '../draw/compare/shown.ts';
import { short } from '../draw/compare/signs.ts';
import type { Strings } from '../draw/strings.ts';
import { durationText } from '../language/names/time.ts';
import type { ComparedStep, Comparison } from '../map/compare.ts';
import type { CustomerPromise, Duration, JourneyMap, Moment, Silence, Step } from '../map/model.ts';
import type { Change, ComparedOpportunity, ComparedPain } from '../map/written.ts';
import { by, type Line, type Lines, line, type Telling, type Words, weighed, whose } from './cells.ts';
import type { Fact } from './told.ts';

/** The lanes of a comparison in words: what became of each step, and of what it holds. */
export const comparedWords: Readonly<Record<'steps' | 'time' | 'feels' | 'moments' | 'touchpoints' | 'pains' | 'opportunities', Words>> = {
  steps: { step: comparing(becameOf) },
  time: {
    step: comparing(({ takes, waits }, step, telling) => [
      ...(takes ? spans('takes', takes, step, telling) : []),
      ...(waits ? spans('waits', waits, step, telling) : []),
    ]),
  },
  feels: {
    step: (step, { strings }) => {
      if (!isShown(step)) return [];
      const { before, after } = strings.compare.curves;
      const felt = ({ id, score, word }: { id: string; score: number; word?: string }, when: string): Line => ({
        id,
        text: strings.by(when, strings.facts([strings.signed(score), word])),
      });
      return [...step.felt.map((each) => felt(each, before)), ...step.feelings.map((each) => felt(each, after))];
    },
  },
  moments: { step: comparing((compared, _, telling) => compared.moments.flatMap((each) => moment(each, telling))) },
  touchpoints: {
    step: comparing((compared, _, telling) => {
      const isKept = compared.before.length > 0 && compared.after !== undefined;
      return [
        ...compared.touchpoints.flatMap((each) => contact(each, isKept, telling)),
        ...compared.silences.flatMap((each) => silence(each, isKept, telling)),
        ...compared.promises.map((each) => promise(each, isKept, telling)),
      ];
    }),
  },
  pains: { step: comparing((compared, _, telling) => compared.pains.flatMap((each) => pain(each, telling))) },
  opportunities: { step: comparing((compared, _, telling) => compared.opportunities.flatMap((each) => chance(each, telling))) },
};

/** What became of a map as a whole. */
export function comparedFacts(before: JourneyMap, after: JourneyMap, { counts }: Comparison, strings: Strings): Fact[] {
  const { compare: words, figures } = strings;
  const change = <T>(name: string, was: T | undefined, is: T | undefined, said: (value: T) => string): Fact => {
    const text = words.change(was === undefined ? '–' : said(was), is === undefined ? '–' : said(is));
    return { name, lines: was === undefined && is === undefined ? [] : [{ text }] };
  };
  const ours = ({ ours: count, touchpoints }: JourneyMap['figures']) => (touchpoints > 0 ? `${count}/${touchpoints}` : undefined);
  return [
    { name: words.improves, lines: [{ text: before.title }] },
    change(strings.lanes.time.label, before.figures.time, after.figures.time, strings.duration),
    change(figures.mood, before.figures.mood, after.figures.mood, strings.signed),
    change(figures.ours, ours(before.figures), ours(after.figures), (text) => text),
    ...(['better', 'worse', 'new', 'gone'] as const).map((verdict) => ({
      name: words.steps(verdict, counts[verdict]),
      lines: [{ text: `${counts[verdict]}` }],
    })),
    { name: words.painsAnswered, lines: counts.pains > 0 ? [{ text: `${counts.answered} / ${counts.pains}` }] : [] },
  ];
}

function comparing(tell: (compared: ComparedStep, step: Step, telling: Telling) => Lines): NonNullable<Words['step']> {
  return (step, telling) => (isShown(step) ? tell(step.compared, step, telling) : []);
}

function becameOf({ verdict, change, moods, before, after }: ComparedStep, step: Step, telling: Telling): Lines {
  const { strings } = telling;
  const { compare } = strings;
  const old = before.map(({ title }) => title);
  const isRenamed = after !== undefined && old.length > 0 && (old.length > 1 || old[0] !== after.title);
  const by10th = change === undefined || Math.abs(change) < 0.05 ? '' : ` ${short(telling, change)}`;
  return [
    ...line(step, `${compare.verdicts[verdict]}${by10th}`),
    ...moods
      .filter((mood) => mood.change !== 0)
      .flatMap(({ persona, before: was, after: is, change: more }) =>
        line(step, by(persona, strings.facts([compare.change(short(telling, was), short(telling, is)), short(telling, more)]), telling)),
      ),
    ...line(step, isRenamed ? compare.change(strings.list(old), after.title) : undefined),
    ...line(step, step.doc),
  ];
}

function spans(key: 'takes' | 'waits', { before, after }: Change<Duration>, step: Step, { strings }: Telling): Lines {
  const { compare } = strings;
  const said = compare[key](before?.text, after?.text);
  const more = (after?.minutes ?? 0) - (before?.minutes ?? 0);
  if (!before || !after || more === 0) return line(step, said);
  const by = durationText(Math.abs(more));
  return line(step, strings.facts([said, more < 0 ? compare.less(by) : compare.more(by)]));
}

function contact(pair: ComparedStep['touchpoints'][number], isKept: boolean, telling: Telling): Lines {
  const { strings } = telling;
  const { compare } = strings;
  const { before, after } = pair;
  if (!after) return before ? [{ id: before.id, text: strings.facts([before.title, compare.verdicts.gone]) }] : [];
  const hears = after.listens.length > 0;
  const facts = strings.facts([
    after.title,
    whose(after.owner, strings),
    !before && isKept ? compare.verdicts.new : undefined,
    pair.owner ? compare.change(before?.owner?.title ?? strings.nobody, after.owner?.title ?? strings.nobody) : undefined,
    pair.channel ? compare.change(before?.channel?.title ?? strings.noChannel, after.channel?.title ?? strings.noChannel) : undefined,
    pair.listened || (!before && hears) ? (hears ? compare.heard : compare.unheard) : undefined,
  ]);
  return [{ id: after.id, text: facts }, ...line(after, after.doc)];
}

function silence({ before, after }: Change<Silence>, isKept: boolean, { strings }: Telling): Lines {
  const { compare } = strings;
  const became = after ? (before ? compare.silent : isKept ? compare.verdicts.new : undefined) : compare.spoken;
  const shown = after ?? before;
  return shown ? [{ id: shown.id, text: strings.facts([strings.silence(shown.text), became]) }] : [];
}

function promise({ before, after, name }: Change<CustomerPromise> & { name: string }, isKept: boolean, { strings }: Telling): Line {
  const { compare } = strings;
  const isOther = before && after && before.text !== after.text;
  const text = isOther ? compare.change(before.text, after.text) : (after ?? before)?.text;
  const became = !isKept || (before && after) ? undefined : after ? compare.verdicts.new : compare.verdicts.gone;
  const { id } = after ?? before ?? {};
  return { ...(id === undefined ? {} : { id }), text: strings.promise(name, strings.facts([text, became])) };
}

function pain({ before, after, status, done }: ComparedPain, telling: Telling): Lines {
  const { strings } = telling;
  const { compare } = strings;
  const shown = after ?? before;
  const became = { answered: done ? compare.done : compare.answered, open: compare.open, new: compare.verdicts.new }[status];
  if (!shown) return [];
  const severity = shown.severity && strings.severity(shown.severity);
  return [{ id: shown.id, text: strings.facts([by(shown.persona, shown.text, telling), became, severity]) }];
}

function moment({ before, after }: Change<Moment>, { strings }: Telling): Lines {
  const { compare } = strings;
  const shown = after ?? before;
  if (!shown) return [];
  const words = ({ text = '', kind }: Moment) => (text.trim() === '' ? strings.moment[kind] : text);
  const isOther = before && after && words(before) !== words(after);
  const text = isOther ? compare.change(words(before), words(after)) : words(shown);
  const became = after ? (before ? compare.open : compare.verdicts.new) : compare.verdicts.gone;
  const kind = strings.moment[shown.kind];
  return [{ id: shown.id, text: strings.facts([text, became, text === kind ? '' : kind]) }];
}

function chance({ before, after, status }: ComparedOpportunity, { strings }: Telling): Lines {
  const { compare } = strings;
  const shown = after ?? before;
  if (!shown) return [];
  const became = { done: compare.carriedOut, kept: compare.open, new: compare.verdicts.new, gone: compare.verdicts.gone }[status];
  return [{ id: shown.id, text: strings.facts([shown.text, ...(status === 'gone' ? [] : weighed(shown, strings)), became]) }];
}
