import { viewNames } from '../language/names/settings.ts';
import type {
  Action,
  Channel,
  CustomerPromise,
  Duration,
  Ending,
  Evidence,
  Expectation,
  Feeling,
  Figures,
  Handoff,
  JourneyMap,
  ListeningPost,
  Mark,
  Metric,
  Moment,
  Named,
  Note,
  Opportunity,
  Pain,
  Persona,
  Quantity,
  Saying,
  Silence,
  Stage,
  Step,
  System,
  Team,
  Touchpoint,
  Way,
  Work,
} from '../map/model.ts';
import { isFlag, isNumber, isText, list, oneOf, optional, record } from './shapes.ts';
import type { ThinMap } from './thin.ts';

/** The map's model as something that can be checked: a field that the model has and this has not is no program. */

const text = optional(isText);
const level = optional(oneOf('low', 'medium', 'high'));
const named = record<Named>({ name: isText, title: isText });
const note = record<Note>({ id: isText, text: isText });
const notes = list(note);
const evidence = list(record<Evidence>({ id: isText, text: isText, link: text }));
const quantity = optional(record<Quantity>({ text: isText, value: isNumber }));
const duration = optional(record<Duration>({ text: isText, minutes: isNumber }));
const from = optional(record<NonNullable<Metric['from']>>({ file: isText, column: text }));
const metrics = list(record<Metric>({ id: isText, name: isText, value: quantity, target: quantity, on: text, from }));
const kinds = oneOf('web', 'mobile', 'email', 'phone', 'chat', 'sms', 'social', 'mail', 'store', 'person', 'device', 'other');
const channel = record<Channel>({ name: isText, title: isText, declared: isFlag, kind: kinds });
const whose = oneOf('ours', 'external', 'customer', 'undeclared');
const team = record<Team>({ name: isText, title: isText, kind: whose, contact: text });
const system = record<System>({ name: isText, title: isText, kind: whose });
const sayings = list(record<Saying>({ id: isText, text: isText, persona: text }));
const feelings = list(record<Feeling>({ id: isText, persona: text, score: isNumber, word: text }));
const expects = list(record<Expectation>({ id: isText, text: isText, met: optional(isFlag) }));
const listens = list(record<ListeningPost>({ id: isText, text: isText, metric: text, value: quantity, target: quantity }));
const against = optional(list(record<{ text: string; at: string }>({ text: isText, at: isText })));
const promises = list(record<CustomerPromise>({ id: isText, name: isText, text: isText, against }));
const silences = list(record<Silence>({ id: isText, text: isText, lasts: duration }));
const moments = list(record<Moment>({ id: isText, kind: oneOf('truth', 'delight', 'irritant'), text }));
const status = optional(oneOf('planned', 'doing', 'done', 'dropped'));
const actions = list(record<Action>({ id: isText, text: isText, owner: optional(team), due: text, status, ticket: text }));
const pains = list(record<Pain>({ id: isText, text: isText, persona: text, severity: level, actions }));
const opportunities = list(record<Opportunity>({ id: isText, text: isText, impact: level, effort: level, owner: optional(team), actions }));
const works = list(record<Work>({ id: isText, text: isText, by: optional(team), using: list(system) }));
const handoffs = list(record<Handoff>({ id: isText, from: optional(team), to: optional(team), text, after: duration }));
const touchpoints = list(
  record<Touchpoint>({
    id: isText,
    name: isText,
    title: isText,
    doc: text,
    channel: optional(channel),
    owner: optional(team),
    listens,
    promises,
  }),
);

const persona = record<Persona>({
  id: isText,
  name: isText,
  title: isText,
  declared: isFlag,
  role: text,
  segment: text,
  quote: text,
  photo: text,
  goals: list(isText),
  needs: list(isText),
  motivations: list(isText),
  frustrations: list(isText),
  prefers: list(isText),
  channels: optional(list(channel)),
  evidence,
});

const step = record<Step>({
  id: isText,
  name: isText,
  title: isText,
  doc: text,
  hypothesis: isFlag,
  at: text,
  takes: duration,
  waits: duration,
  does: sayings,
  thinks: sayings,
  says: sayings,
  sees: sayings,
  hears: sayings,
  feelings,
  absent: list(isText),
  expects,
  touchpoints,
  silences,
  moments,
  pains,
  opportunities,
  actions,
  promises,
  listens,
  frontstage: works,
  backstage: works,
  handoffs,
  metrics,
  evidence,
  decides: notes,
  next: list(record<Way>({ to: text, name: text, when: text })),
  ends: list(record<Ending>({ id: isText, text, when: text })),
  alongside: text,
  replaces: list(named),
  drops: list(named),
});

const stage = record<Stage>({
  id: isText,
  name: isText,
  title: isText,
  doc: text,
  implicit: optional(isFlag),
  goals: notes,
  businessGoals: notes,
  expects,
  metrics,
  evidence,
  owner: optional(team),
  steps: list(step),
});

const figures = record<Figures>({ mood: optional(isNumber), time: text, touchpoints: isNumber, ours: isNumber, heard: isNumber });

/** Whether something is a map that can be drawn and told, once the places of stages that are known are filled in. */
export const isThinMap = record<ThinMap>({
  id: isText,
  name: isText,
  title: isText,
  doc: text,
  type: optional(oneOf('current', 'future', 'day')),
  view: optional(oneOf(...viewNames)),
  personas: list(persona),
  scenario: text,
  scope: optional(record<NonNullable<JourneyMap['scope']>>({ from: text, to: text })),
  learn: notes,
  goals: notes,
  businessGoals: notes,
  expects,
  channels: list(channel),
  involves: list(team),
  metrics,
  improves: optional(named),
  partOf: optional(named),
  evidence,
  reviewed: text,
  figures,
  stages: list((value) => (typeof value === 'number' ? Number.isInteger(value) && value >= 0 : stage(value))),
});

/** What was found on one element. */
export const areMarks = list(record<Mark>({ code: isText, severity: oneOf('error', 'warning', 'info', 'hint'), message: isText }));
