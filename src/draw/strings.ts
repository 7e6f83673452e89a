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
  /** Who of several is not there. */
  absent(personas: readonly string[]): string;
  hypothesis: string;
  /** What signs say, where nobody can point at them. */
  legend: { proven: string; hypothesis: string; teams: Record<Team['kind'], string>; listens: string; promises: string; silence: string };
  /** Where there is no step, and where there are stages for one. */
  empty: string;
  noStep: string;
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
    /** Of an opportunity. */
    carriedOut: string;
    /** Before the name of the map that this one improves. */
    improves: string;
    /** Below a count. */
    steps(verdict: Exclude<Verdict, 'same'>, count: number): string;
    painsAnswered: string;
    improvesNothing: string;
    unknown(name: string): string;
    description(map: string, before: string, counts: Comparison['counts']): string;
  };
  /** What a click on the sign in a stage's head does. */
  foldStage: string;
  unfoldStage: string;
  /** Slides: their own titles, heads of tables, and short words where a picture has signs. */
  deck: {
    step: string;
    /** The customer, below a step's title. */
    does: string;
    pains: string;
    opportunities: string;
    otherActions: string;
    action: string;
    who: string;
    due: string;
    status: string;
    ticket: string;
    noAction: string;
    opportunity: string;
    inAll: string;
    beforeAndAfter: string;
    whatChanged: string;
    became: string;
    changed: string;
    /** Whose team, where it is not ours. */
    owner: Record<Exclude<Team['kind'], 'ours'>, string>;
    /** What a slide had no room for. */
    more(count: number): string;
  };
  /** How many steps are folded into one column. */
  folded(count: number): string;
  /** In words: the steps that are folded. */
  otherSteps: string;
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
