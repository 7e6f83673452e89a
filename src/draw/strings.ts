import type { Comparison, Verdict } from '../map/compare.ts';
import type { Action, ChannelKind, JourneyMap, Level, Moment, Team } from '../map/model.ts';

export type LaneKey =
  | 'stages'
  | 'steps'
  | 'time'
  | 'says'
  | 'thinks'
  | 'sees'
  | 'hears'
  | 'feels'
  | 'moments'
  | 'touchpoints'
  | 'expects'
  | 'pains'
  | 'opportunities'
  | 'frontstage'
  | 'backstage'
  | 'handoffs'
  | 'flow'
  | 'measures'
  | 'evidence'
  | 'goals';

/** Every word on the picture that is not the map's own. A tongue is one such table. */
export interface Strings {
  lanes: Record<LaneKey, { label: string; sub?: string }>;
  type: Record<NonNullable<JourneyMap['type']>, string>;
  goal: string;
  expects: string;
  figures: { mood: string; ours: string; heard: string; findings(count: number): string };
  /** A signed number of one decimal, for the mood. */
  signed(value: number): string;
  moment: Record<Moment['kind'], string>;
  nobody: string;
  /** Whose team, under the pointer. */
  teams: Record<Team['kind'], string>;
  channels: Record<ChannelKind, string>;
  undeclaredChannel: string;
  noChannel: string;
  impact: string;
  effort: string;
  levels: Record<Level, string>;
  severity(level: Level): string;
  status: Record<NonNullable<Action['status']>, string>;
  due(date: string): string;
  date(iso: string): string;
  /** `5d` in words. */
  duration(text: string): string;
  lasts(duration: string): string;
  takes(duration: string): string;
  waits(duration: string): string;
  after(duration: string): string;
  /** What a whole journey takes. */
  inAll(duration: string): string;
  /** What somebody thinks or says, in this tongue's quotes. */
  quote(text: string): string;
  /** Who thinks or says it. */
  by(person: string, text: string): string;
  promise(name: string, text: string): string;
  /** What is promised elsewhere under the same name. */
  against(text: string, at: string): string;
  measure(name: string, value: string | undefined, target: string | undefined): string;
  asOf(date: string): string;
  fromFile(file: string, column: string | undefined): string;
  /** A contact that is missed, and a listening post, in words. */
  silence(text: string): string;
  listens(text: string): string;
  promises(promise: string): string;
  /** What a map is: as it is today, as we want it … */
  kind: string;
  met: string;
  unmet: string;
  using(systems: string): string;
  handoff(from: string | undefined, to: string | undefined): string;
  leadsTo(step: string, when: string | undefined): string;
  ends(text: string | undefined, when: string | undefined): string;
  alongside(step: string): string;
  /** On the line between steps that begin together. */
  atOnce: string;
  replaces(steps: string): string;
  drops(steps: string): string;
  answers(team: string): string;
  absent(persona: string): string;
  hypothesis: string;
  /** Where there is no step. */
  empty: string;
  blueprint: {
    evidence: { label: string; sub?: string };
    actions: { label: string; sub?: string };
    systems: { label: string; sub?: string };
    lines: Record<'interaction' | 'visibility' | 'internal', string>;
    /** Where work names no team. */
    nobody: string;
    /** Where no work is written. */
    invitation: string;
    /** For those who do not see the picture: what stands behind the customer's steps. */
    description(teams: number, handoffs: number, systems: number): string;
  };
  persona: {
    /** Above the curve of what a persona feels on a journey, with the mean. */
    mood(journey: string, mean: string): string;
    undeclared: string;
    hypothesis: string;
    /** Where the journey has no persona. */
    invitation: string;
  };
  /** What became of a map that another improves. */
  compare: {
    verdicts: Record<Verdict, string>;
    /** The two curves. */
    curves: { before: string; after: string };
    /** Below the curves' names where there are several personas. */
    mean: string;
    change(before: string, after: string): string;
    takes(before: string | undefined, after: string | undefined): string;
    waits(before: string | undefined, after: string | undefined): string;
    less(duration: string): string;
    more(duration: string): string;
    heard: string;
    unheard: string;
    spoken: string;
    silent: string;
    answered: string;
    done: string;
    open: string;
    /** Before the name of the map that this one improves. */
    improves: string;
    /** Below a count. */
    steps(verdict: Exclude<Verdict, 'same'>, count: number): string;
    painsAnswered: string;
    improvesNothing: string;
    unknown(name: string): string;
    description(map: string, before: string, counts: Comparison['counts']): string;
  };
  /** How many steps are folded into one column. */
  folded(count: number): string;
  /** Where a view of what decides is asked for and nothing is said to. */
  noKeyMoment: string;
  about: Record<
    | 'scenario'
    | 'scope'
    | 'learn'
    | 'businessGoals'
    | 'measures'
    | 'channels'
    | 'involves'
    | 'improves'
    | 'partOf'
    | 'evidence'
    | 'reviewed'
    | 'quote'
    | 'needs'
    | 'goals'
    | 'motivations'
    | 'frustrations'
    | 'prefers',
    string
  >;
  scope(from: string | undefined, to: string | undefined): string;
  list(items: string[]): string;
  /** What is known, after each other on one line; what is absent is left out. */
  facts(items: (string | undefined)[]): string;
  /** For those who do not see the picture. */
  description(map: JourneyMap): string;
}

const noBreak = '\u00a0';
/** Takes no room, and no line ends at it; it is left out of what is drawn. */
const joiner = '\u2060';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const units: Record<string, [string, string]> = {
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  mo: ['month', 'months'],
};

function englishDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso;
}

/**
 * `1h30min` → `1 hour 30 minutes`, `2-5d` → `2–5 days`, each number kept on a line with its unit; what is no duration stays as it is.
 *
 * @param words - One and many of each unit, by its abbreviation.
 * @param isOne - Whether an amount, as written, or a range takes the first of the two.
 */
export function durationWith(
  text: string,
  words: Readonly<Record<string, [string, string]>>,
  isOne: (from: string, to?: string) => boolean,
): string {
  if (!/^(\d+([.,]\d+)?(-\d+([.,]\d+)?)?(s|min|h|d|w|mo))+$/.test(text)) return text;
  return [...text.matchAll(/([\d.,]+)(?:-([\d.,]+))?(s|mo|min|h|d|w)(?![a-z])/g)]
    .map(
      ([, from = '', to, unit]) =>
        `${to ? `${from}–${joiner}${to}` : from}${noBreak}${words[unit ?? '']?.[isOne(from, to) ? 0 : 1] ?? unit}`,
    )
    .join(' ');
}

const englishDuration = (text: string) => durationWith(text, units, (from, to) => !to && from === '1');

/** A number below zero with a sign as wide as the plus. */
const withMinus = (text: string) => text.replace(/^-(?=\d)/, '−');
/** A few words on one line; more may be parted, as they may be wider than a column. */
const together = (text: string) => (text.length <= 20 ? text.replaceAll(' ', noBreak) : text);
const when = (condition: string | undefined) => (condition ? `when “${condition}”` : undefined);
const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** `waits 5 days → 2 days`; what is only before stands in the past. */
const spans = (is: string, was: string, before: string | undefined, after: string | undefined) =>
  after === undefined
    ? `${was} ${englishDuration(before ?? '')}`
    : `${is} ${[before, after].flatMap((each) => (each === undefined ? [] : englishDuration(each))).join(' → ')}`;

export const english: Strings = {
  lanes: {
    stages: { label: 'Stages', sub: 'what they want' },
    steps: { label: 'Steps', sub: 'what they do' },
    time: { label: 'Time', sub: 'when, how long' },
    says: { label: 'Says' },
    thinks: { label: 'Thinks' },
    sees: { label: 'Sees' },
    hears: { label: 'Hears' },
    feels: { label: 'Feels' },
    moments: { label: 'Key moments' },
    touchpoints: { label: 'Touchpoints', sub: 'channel, owner' },
    expects: { label: 'Expects', sub: 'what comes true' },
    pains: { label: 'Pains' },
    opportunities: { label: 'Opportunities', sub: 'and what is done' },
    frontstage: { label: 'Front stage', sub: 'in view' },
    backstage: { label: 'Backstage', sub: 'out of view' },
    handoffs: { label: 'Handoffs', sub: 'from team to team' },
    flow: { label: 'Ways', sub: 'where it forks' },
    measures: { label: 'Measures' },
    evidence: { label: 'Evidence', sub: 'what it rests on' },
    goals: { label: 'Our goals' },
  },
  type: { current: 'as it is today', future: 'as we want it', day: 'a day in the life' },
  goal: 'Goal',
  expects: 'Expects',
  figures: {
    mood: 'mood, −2 … +2',
    ours: 'touchpoints ours',
    heard: 'listened to',
    findings: (count) => (count === 1 ? 'finding' : 'findings'),
  },
  signed(value) {
    const text = Math.abs(value).toFixed(1);
    return text === '0.0' ? '0.0' : `${value < 0 ? '−' : '+'}${text}`;
  },
  moment: { truth: 'moment of truth', delight: 'delight', irritant: 'irritant' },
  nobody: 'nobody owns this',
  teams: {
    ours: 'a team of ours',
    external: 'not ours: we do not control it',
    customer: 'the customer’s own people',
    undeclared: 'no file says whose team this is',
  },
  channels: {
    web: 'web',
    mobile: 'mobile',
    email: 'e-mail',
    phone: 'phone',
    chat: 'chat',
    sms: 'text message',
    social: 'social media',
    mail: 'mail',
    store: 'store',
    person: 'in person',
    device: 'device',
    other: 'other',
  },
  undeclaredChannel: 'not declared',
  noChannel: 'no channel named',
  impact: 'impact',
  effort: 'effort',
  levels: { low: 'low', medium: 'medium', high: 'high' },
  severity: (level) => `severity ${level}`,
  status: { planned: 'planned', doing: 'doing', done: 'done', dropped: 'dropped' },
  due: (date) => `due ${englishDate(date)}`.replaceAll(' ', noBreak),
  date: englishDate,
  duration: englishDuration,
  lasts: (duration) => `for ${englishDuration(duration)}`,
  takes: (duration) => together(`takes ${englishDuration(duration)}`),
  waits: (duration) => together(`waits ${englishDuration(duration)}`),
  after: (duration) => `after ${englishDuration(duration)}`,
  inAll: (duration) => `${englishDuration(duration)} in all`,
  quote: (text) => `“${text}”`,
  by: (person, text) => `${person}: ${text}`,
  promise: (name, text) => `${name}: ${text}`,
  against: (text, at) => `but “${text}” at ${at}`,
  measure: (name, value, target) => {
    const short = /^(nps|csat|ces|clv|fcr|aht|sla)$/i.test(name) ? name.toUpperCase() : name;
    const goal = target === undefined ? undefined : `target${noBreak}${withMinus(target)}`;
    return english.facts([value === undefined ? short : `${short}${noBreak}${withMinus(value)}`, goal]);
  },
  asOf: (date) => `on ${englishDate(date)}`,
  fromFile: (file, column) => (column === undefined ? `from ${file}` : `from ${file}, ${column}`),
  silence: (text) => `silence: ${text}`,
  listens: (text) => `we listen: ${text}`,
  promises: (promise) => `we promise: ${promise}`,
  kind: 'Kind of map',
  met: 'comes true',
  unmet: 'does not come true',
  using: (systems) => `with ${systems}`,
  handoff: (from, to) => [from, `to ${to ?? '?'}`].filter(Boolean).join(' '),
  leadsTo: (step, condition) => [step, when(condition)].filter(Boolean).join(' '),
  ends: (text, condition) => [text ?? 'ends here', when(condition)].filter(Boolean).join(' '),
  alongside: (step) => `at the same time as “${step}”`,
  atOnce: 'at the same time',
  replaces: (steps) => `replaces ${steps}`,
  drops: (steps) => `drops ${steps}`,
  answers: (team) => `${team} answers for it`,
  absent: (persona) => `${persona} is not there`,
  hypothesis: 'a hypothesis: it rests on no evidence',
  empty: 'No step yet. Write a stage and its first step, and the picture begins here.',
  blueprint: {
    evidence: { label: 'Physical evidence', sub: 'what they meet, whose it is' },
    actions: { label: 'Customer actions', sub: 'what they do' },
    systems: { label: 'Support processes', sub: 'systems behind the work' },
    lines: { interaction: 'Line of interaction', visibility: 'Line of visibility', internal: 'Line of internal interaction' },
    nobody: 'no team named',
    invitation:
      'Nothing behind the scenes yet. Write under a step what staff do in view (frontstage "Answers the call" by "Service desk"), out of view (backstage "Checks the stock" by Logistics using CRM), and what changes hands (handoff from "Service desk" to Logistics after 2d).',
    description: (teams, handoffs, systems) =>
      `Behind the scenes: ${many(teams, 'team')}, ${many(handoffs, 'handoff')}, ${many(systems, 'system')}.`,
  },
  persona: {
    mood: (journey, mean) => `How “${journey}” feels${noBreak}· ${mean} on average`,
    undeclared: 'no file declares this persona',
    hypothesis: 'a hypothesis: no evidence stands behind this card',
    invitation:
      'No persona yet. Write who travels (persona Vera "Vera Cruz" with a role, goals and needs) and name her where the journey begins (journey "Order a laptop" for Vera).',
  },
  compare: {
    verdicts: { better: 'better', worse: 'worse', same: 'same', new: 'new', gone: 'gone' },
    curves: { before: 'before', after: 'after' },
    mean: 'mean of all',
    change: (before, after) => `${before} → ${after}`,
    takes: (before, after) => spans('takes', 'took', before, after),
    waits: (before, after) => spans('waits', 'waited', before, after),
    less: (duration) => `${englishDuration(duration)} less`,
    more: (duration) => `${englishDuration(duration)} more`,
    heard: 'now listened to',
    unheard: 'no longer listened to',
    spoken: 'no longer silent',
    silent: 'still silent',
    answered: 'answered: no longer there',
    done: 'answered: what was planned is done',
    open: 'still there',
    improves: 'Improves',
    steps: (verdict, count) => `${count === 1 ? 'step' : 'steps'} ${verdict}`,
    painsAnswered: 'pains answered',
    improvesNothing: 'Nothing to compare with: this map improves no other. Below its journey, write: improves "the name of the other map".',
    unknown: (name) => `Nothing to compare with: there is no journey named “${name}” in this folder. Check the name after improves.`,
    description: (map, before, { better, worse, same, new: added, gone, answered, pains }) =>
      [
        `${map} Compared with “${before}”:`,
        `${many(better, 'step')} better, ${worse} worse, ${same} the same, ${added} new, ${gone} gone.`,
        pains === 0 ? '' : `${answered} of ${many(pains, 'pain')} answered.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  folded: (count) => `+${count}`,
  noKeyMoment: 'No key moment yet. Below the step that decides, write: moment truth "why it decides" (or moment delight, moment irritant).',
  about: {
    scenario: 'Scenario',
    scope: 'Scope',
    learn: 'To find out',
    businessGoals: 'Our goals',
    measures: 'Measures',
    channels: 'Channels',
    involves: 'Involved',
    improves: 'Improves',
    partOf: 'Part of',
    evidence: 'Evidence',
    reviewed: 'Reviewed',
    quote: 'Says',
    needs: 'Needs',
    goals: 'Goals',
    motivations: 'Motivations',
    frustrations: 'Frustrations',
    prefers: 'Prefers',
  },
  scope: (from, to) => [from === undefined ? '' : `from “${from}”`, to === undefined ? '' : `to “${to}”`].filter(Boolean).join(' '),
  list: (items) => items.join(', '),
  facts: (items) => items.filter(Boolean).join(`${noBreak}· `),
  description(map) {
    const steps = map.stages.reduce((sum, stage) => sum + stage.steps.length, 0);
    const { mood, touchpoints, ours, heard } = map.figures;
    return [
      `A customer-journey map${map.personas.length > 0 ? ` of ${map.personas.map((persona) => persona.title).join(', ')}` : ''}:`,
      `${many(map.stages.length, 'stage')}, ${many(steps, 'step')}.`,
      mood === undefined ? '' : `Mood ${english.signed(mood)} between −2 and +2.`,
      touchpoints === 0 ? '' : `${many(touchpoints, 'touchpoint')}, ${ours} ours, ${heard} listened to.`,
    ]
      .filter(Boolean)
      .join(' ');
  },
};
