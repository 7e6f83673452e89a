import { arrowAfter } from './nodes.ts';
import type { Strings } from './strings.ts';
import { durationWith, listed, noBreak, quoteWith, spansWith, together } from './wording.ts';

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

const englishDuration = (text: string) => durationWith(text, units, (from, to) => !to && from === '1');
const spans = spansWith(englishDuration);

/** A number below zero with a sign as wide as the plus, and thousands set apart where there are many; a blank is no comma anywhere. */
const quantity = (text: string) =>
  text
    .replace(/^-(?=\d)/, '−')
    .replace(/(?<![\p{L}\d.,_-])\d{5,}(?![\p{L}\d_-])/gu, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, noBreak));
const quote = quoteWith(['“', '”'], ['‘', '’']);
const when = (condition: string | undefined) => (condition ? `when ${quote(condition)}` : undefined);
const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

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
  quote,
  by: (person, text) => `${person}: ${text}`,
  promise: (name, text) => `${name}: ${text}`,
  against: (text, at) => `but ${quote(text)} at ${at}`,
  measure: (name, value, target) => {
    const short = /^(nps|csat|ces|clv|fcr|aht|sla)$/i.test(name) ? name.toUpperCase() : name;
    const goal = target === undefined ? undefined : `target${noBreak}${quantity(target)}`;
    return english.facts([value === undefined ? short : `${short}${noBreak}${quantity(value)}`, goal]);
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
  alongside: (step) => `at the same time as ${quote(step)}`,
  atOnce: 'at the same time',
  replaces: (steps) => `replaces ${steps}`,
  drops: (steps) => `drops ${steps}`,
  answers: (team) => `${team} answers for it`,
  absent: (personas) => `${listed(personas, 'and')} ${personas.length === 1 ? 'is' : 'are'} not there`,
  hypothesis: 'a hypothesis: it rests on no evidence',
  legend: {
    proven: 'rests on evidence',
    hypothesis: 'hypothesis',
    teams: { ours: 'ours', external: 'not ours', customer: 'the customer’s own', undeclared: 'not declared' },
    listens: 'we listen',
    promises: 'we promise',
    silence: 'nobody gets in touch',
  },
  empty: 'No step yet. Write a stage and its first step, and the picture begins here.',
  noStep: 'No step yet. Write the first one below a stage, and the picture begins here.',
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
    mood: (journey, mean) => `How ${quote(journey)} feels${noBreak}· ${mean} on average`,
    undeclared: 'no file declares this persona',
    hypothesis: 'a hypothesis: no evidence stands behind this card',
    invitation:
      'No persona yet. Write who travels (persona Vera "Vera Cruz" with a role, goals and needs) and name her where the journey begins (journey "Order a laptop" for Vera).',
  },
  compare: {
    verdicts: { better: 'better', worse: 'worse', same: 'same', new: 'new', gone: 'gone' },
    curves: { before: 'before', after: 'after' },
    mean: 'mean of all',
    change: (before, after) => `${before} ${arrowAfter(before)} ${after}`,
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
    carriedOut: 'what was planned is done',
    improves: 'Improves',
    steps: (verdict, count) => `${count === 1 ? 'step' : 'steps'} ${verdict}`,
    painsAnswered: 'pains answered',
    improvesNothing: 'Nothing to compare with: this map improves no other. Below its journey, write: improves "the name of the other map".',
    unknown: (name) => `Nothing to compare with: there is no journey named ${quote(name)} in this folder. Check the name after improves.`,
    description: (map, before, { better, worse, same, new: added, gone, answered, pains }) =>
      [
        `${map} Compared with ${quote(before)}:`,
        `${many(better, 'step')} better, ${worse} worse, ${same} the same, ${added} new, ${gone} gone.`,
        pains === 0 ? '' : `${answered} of ${many(pains, 'pain')} answered.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  foldStage: 'Fold this stage',
  unfoldStage: 'Unfold this stage',
  deck: {
    step: 'Step',
    does: 'Does',
    pains: 'Pains and what is done about them',
    opportunities: 'Opportunities and what comes of them',
    otherActions: 'Other actions',
    action: 'Action',
    who: 'Who',
    due: 'By when',
    status: 'Status',
    ticket: 'Ticket',
    noAction: 'no action yet',
    opportunity: 'Opportunity',
    inAll: 'in all',
    beforeAndAfter: 'Before and after',
    whatChanged: 'What becomes of each step',
    became: 'Verdict',
    changed: 'What changes',
    owner: { external: 'external', customer: 'customer’s', undeclared: 'undeclared' },
    more: (count) => `${count} more in the notes`,
  },
  folded: (count) => `+${count}`,
  otherSteps: 'Other steps',
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
  scope: (from, to) =>
    [from === undefined ? '' : `from ${quote(from)}`, to === undefined ? '' : `to ${quote(to)}`].filter(Boolean).join(' '),
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
