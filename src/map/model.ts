/**
 * The journey map as plain data: JSON only, no syntax and no source ranges. Every view, export and figure reads this.
 *
 * Ids are paths of names (`journey:Order/stage:Request/step:form/pain:1`), so that an edit that only moves lines changes none.
 * Text is as written, with escapes resolved. Lists are in the order of the file.
 */

import type { ViewName } from '../language/names/settings.ts';

/** Anything that can be pointed at: clicked, framed, marked with a finding. */
export interface Element {
  /** Unique within the folder. */
  id: string;
}

/** Something of another map: the name as written, and the title to show, which is the name where no file has it. */
export interface Named {
  name: string;
  title: string;
}

/** A statement that is one text. */
export interface Note extends Element {
  text: string;
}

/** Where a link of `evidence` or a ticket leads, as written. */
export interface Evidence extends Note {
  link?: string;
}

/** A measure: `metric nps -12 target 20`. Values are kept as written (`61%`, `3.2/5`) with the number that opens them. */
export interface Metric extends Element {
  name: string;
  value?: Quantity;
  target?: Quantity;
  /** ISO date. */
  on?: string;
  from?: { file: string; column?: string };
}

/** A number with its unit. `text` is what to show. */
export interface Quantity {
  text: string;
  /** The first number in it, `61` of `61%`. */
  value: number;
}

/** A time span as written (`5d`, `2-5d`), with its length. */
export interface Duration {
  text: string;
  /** In minutes, the shorter end of a range; a day counts 24 hours, a month 30 days. */
  minutes: number;
}

export interface Persona extends Element {
  /** As other statements refer to it. */
  name: string;
  /** As shown. */
  title: string;
  /** Some file of the folder declares it. */
  declared: boolean;
  role?: string;
  segment?: string;
  quote?: string;
  photo?: string;
  goals: string[];
  needs: string[];
  motivations: string[];
  frustrations: string[];
  /** Titles of channels. */
  prefers: string[];
  /** The same as channels, where there are any. */
  channels?: Channel[];
  evidence: Evidence[];
}

export type ChannelKind =
  | 'web'
  | 'mobile'
  | 'email'
  | 'phone'
  | 'chat'
  | 'sms'
  | 'social'
  | 'mail'
  | 'store'
  | 'person'
  | 'device'
  | 'other';

export interface Channel {
  name: string;
  title: string;
  declared: boolean;
  kind: ChannelKind;
}

/** Whose team it is. `undeclared`: named, but no file of the folder says whose. */
export type TeamKind = 'ours' | 'external' | 'customer' | 'undeclared';

export interface Team {
  name: string;
  title: string;
  kind: TeamKind;
  contact?: string;
}

export interface System {
  name: string;
  title: string;
  kind: 'ours' | 'external' | 'undeclared';
}

export interface JourneyMap extends Element {
  name: string;
  title: string;
  /** The `///` above it. */
  doc?: string;
  type?: 'current' | 'future' | 'day';
  view?: ViewName;
  personas: Persona[];
  scenario?: string;
  scope?: { from?: string; to?: string };
  learn: Note[];
  goals: Note[];
  businessGoals: Note[];
  expects: Expectation[];
  channels: Channel[];
  involves: Team[];
  metrics: Metric[];
  improves?: Named;
  partOf?: Named;
  evidence: Evidence[];
  /** ISO date. */
  reviewed?: string;
  figures: Figures;
  stages: Stage[];
}

/** What the header says at a glance. */
export interface Figures {
  /** Mean of all feelings, −2 … +2; absent where nobody feels anything. */
  mood?: number;
  /** What all steps take and wait, `5d3h`; absent where none says. Of steps alongside one another the longest counts. */
  time?: string;
  /** Touchpoints in steps, and how many of them a team of ours owns, and how many have a listening post. */
  touchpoints: number;
  ours: number;
  heard: number;
}

export interface Stage extends Element {
  name: string;
  title: string;
  doc?: string;
  /** Steps stood in no stage, so one was supposed: it has no head to show. */
  implicit?: boolean;
  goals: Note[];
  businessGoals: Note[];
  expects: Expectation[];
  metrics: Metric[];
  evidence: Evidence[];
  owner?: Team;
  steps: Step[];
}

export interface Step extends Element {
  name: string;
  title: string;
  doc?: string;
  /** No evidence on the step, its stage or its journey. */
  hypothesis: boolean;
  at?: string;
  takes?: Duration;
  waits?: Duration;
  does: Saying[];
  thinks: Saying[];
  says: Saying[];
  sees: Saying[];
  hears: Saying[];
  /** At most one per persona of the journey: `feels` without a persona is already spread over those it speaks for. */
  feelings: Feeling[];
  /** Names of personas. */
  absent: string[];
  expects: Expectation[];
  touchpoints: Touchpoint[];
  silences: Silence[];
  moments: Moment[];
  pains: Pain[];
  opportunities: Opportunity[];
  /** Actions that stand under no pain and no opportunity. */
  actions: Action[];
  /** Promises and listening posts that stand under no touchpoint. */
  promises: CustomerPromise[];
  listens: ListeningPost[];
  frontstage: Work[];
  backstage: Work[];
  handoffs: Handoff[];
  metrics: Metric[];
  evidence: Evidence[];
  decides: Note[];
  /** Where the step leads, explicit or by order; ids of steps. */
  next: Way[];
  ends: Ending[];
  /** Id of the step with which it starts. */
  alongside?: string;
  /** Steps of the journey that this one improves. */
  replaces: Named[];
  drops: Named[];
}

/** `does "…"`, `thinks Vera "…"`. */
export interface Saying extends Note {
  /** Name of the persona, where one is named. */
  persona?: string;
}

export interface Feeling extends Element {
  /** Name of the persona; absent where the journey has none. */
  persona?: string;
  /** −2 … +2; a score outside is drawn at the nearest end. */
  score: number;
  word?: string;
}

export interface Expectation extends Note {
  met?: boolean;
}

export interface Touchpoint extends Element {
  name: string;
  title: string;
  doc?: string;
  channel?: Channel;
  owner?: Team;
  listens: ListeningPost[];
  promises: CustomerPromise[];
}

export interface ListeningPost extends Note {
  metric?: string;
  value?: Quantity;
  target?: Quantity;
}

/** What we tell the customer there: `promises "Delivery time" "3 days"`. */
export interface CustomerPromise extends Element {
  name: string;
  text: string;
  /** What else is promised under this name in the journey, and at which touchpoint or step, by their titles. */
  against?: { text: string; at: string }[];
}

export interface Silence extends Note {
  lasts?: Duration;
}

export interface Moment extends Element {
  kind: 'truth' | 'delight' | 'irritant';
  text?: string;
}

export type Level = 'low' | 'medium' | 'high';

export interface Pain extends Note {
  persona?: string;
  severity?: Level;
  actions: Action[];
}

export interface Opportunity extends Note {
  impact?: Level;
  effort?: Level;
  owner?: Team;
  actions: Action[];
}

export interface Action extends Note {
  owner?: Team;
  /** ISO date. */
  due?: string;
  status?: 'planned' | 'doing' | 'done' | 'dropped';
  ticket?: string;
}

/** What staff do, in view or out of it. */
export interface Work extends Note {
  by?: Team;
  using: System[];
}

export interface Handoff extends Element {
  from?: Team;
  /** Absent where the text does not say. */
  to?: Team;
  text?: string;
  after?: Duration;
}

export interface Way {
  /** Id of the step it leads to; absent where no step has that name. */
  to?: string;
  /** As written, where it is. */
  name?: string;
  when?: string;
}

export interface Ending extends Element {
  text?: string;
  when?: string;
}

/** A finding as a view shows it: no position, the element says where. */
export interface Mark {
  code: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
}
