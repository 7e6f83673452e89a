/**
 * The words of the language, in one table: what each statement is called, where it may stand, what it takes, and what it is for.
 * The reader, completion, hover, the colouring and the reference page all read it; nothing else knows a keyword.
 */

export const scopes = ['persona', 'team', 'channel', 'system', 'touchpoint', 'journey', 'stage', 'step'] as const;
/** The spaces that names live in. */
export type Scope = (typeof scopes)[number];

/** What stands at a place in a statement. */
export type Takes =
  | { is: 'name' } // the name of what this statement declares
  | { is: 'title' } // a second text, shown instead of the name
  | { is: 'text' }
  | { is: 'ref'; scope: Scope; list?: true }
  | { is: 'persona' } // a persona before a text or a score
  | { is: 'label' } // a free name: of a measure, a promise, a column
  | { is: 'choice'; of: readonly string[] }
  | { is: 'flag'; of: readonly string[] } // a choice without a word before it, wherever parts may stand
  | { is: 'score' }
  | { is: 'value' }
  | { is: 'duration' }
  | { is: 'date' }
  | { is: 'time' } // a clock time, or a text
  | { is: 'ticket' }; // a text, or a single word

export interface Place {
  /** Under which it is found in `Statement.items` or, for lists, `Statement.lists`. */
  slot: Slot;
  takes: Takes;
  optional?: true;
}

export interface Part extends Place {
  word: string;
  /** Words read as this one and rewritten to it. */
  also?: readonly string[];
}

// biome-ignore format: a list
export type Slot =
  | 'name' | 'title' | 'text' | 'persona' | 'score' | 'choice' | 'label' | 'value' | 'duration' | 'date' | 'time' | 'ref' | 'refs'
  | 'whose' | 'contact' | 'via' | 'owner' | 'link' | 'from' | 'to' | 'met' | 'target' | 'on' | 'file' | 'column' | 'lasts' | 'severity'
  | 'impact' | 'effort' | 'due' | 'status' | 'ticket' | 'by' | 'using' | 'after' | 'when';

/** What holds other statements. `file` is the top level. */
export type Holder = 'file' | 'persona' | 'journey' | 'stage' | 'step' | 'touchpoint' | 'pain' | 'opportunity';

export interface StatementDefinition {
  kind: Kind;
  /** The word, or words, that open it. */
  word: string;
  in: readonly Holder[];
  /** What follows the word, in this order. */
  head: readonly Place[];
  /** What may follow in any order, each behind its own word. */
  parts: readonly Part[];
  /** May stand once only in what holds it. */
  once?: true;
  /** What it is for, in a sentence or two for somebody who maps journeys. */
  about: string;
  example: string;
}

const name: Place = { slot: 'name', takes: { is: 'name' } };
const title: Place = { slot: 'title', takes: { is: 'title' }, optional: true };
const text: Place = { slot: 'text', takes: { is: 'text' } };
const someText: Place = { ...text, optional: true };
const persona: Place = { slot: 'persona', takes: { is: 'persona' }, optional: true };
const ref = (scope: Scope): Place => ({ slot: 'ref', takes: { is: 'ref', scope } });
const refs = (scope: Scope): Place => ({ slot: 'refs', takes: { is: 'ref', scope, list: true } });
const choice = (...of: string[]): Place => ({ slot: 'choice', takes: { is: 'choice', of } });
const part = (word: string, takes: Takes, slot: Slot = word as Slot, also?: string[]): Part => ({
  word,
  slot,
  takes,
  optional: true,
  ...(also ? { also } : {}),
});
const flag = (slot: Slot, ...of: string[]): Part => ({ word: '', slot, takes: { is: 'flag', of }, optional: true });

const levels = ['low', 'medium', 'high'] as const;
export const channelKinds = [
  'web',
  'mobile',
  'email',
  'phone',
  'chat',
  'sms',
  'social',
  'mail',
  'store',
  'person',
  'device',
  'other',
] as const;

const owner = part('owner', { is: 'ref', scope: 'team' }, 'owner', ['by']);
const by = part('by', { is: 'ref', scope: 'team' }, 'by', ['owner']);
const when = part('when', { is: 'text' }, 'when', ['if']);
const target = part('target', { is: 'value' });
const link = part('link', { is: 'text' });
const step = ['step'] as const;
const fact = (kind: Kind, about: string, example: string): StatementDefinition => ({
  kind,
  word: kind,
  in: ['persona'],
  head: [text],
  parts: [],
  about,
  example,
});
const perceived = (kind: Kind, about: string, example: string): StatementDefinition => ({
  kind,
  word: kind,
  in: step,
  head: [persona, text],
  parts: [],
  about,
  example,
});

// biome-ignore format: a table reads best as one
export const definitions: readonly StatementDefinition[] = [
  {
    kind: 'persona', word: 'persona', in: ['file'], head: [name, title], parts: [],
    about: 'Who travels: a precise, named person who stands for a group of customers. Its role, needs and words follow below it.',
    example: 'persona Vera "Vera Cruz"',
  },
  { ...fact('role', 'What the persona does for a living, or is to us.', 'role "HR adviser"'), once: true },
  { ...fact('segment', 'The group of customers that the persona stands for.', 'segment "Office staff"'), once: true },
  fact('need', 'What the persona needs in order to reach the goal.', 'need "To know where the order stands"'),
  fact('motivation', 'What drives the persona.', 'motivation "Looks after new colleagues herself"'),
  fact('frustration', 'What annoys the persona today.', 'frustration "Has to chase people for news"'),
  { ...fact('quote', 'A sentence in the persona’s own words.', 'quote "I just want it to work."'), once: true },
  { ...fact('photo', 'A picture of the persona: a PNG, JPEG, WebP or SVG file beside the map, of at most 1 MB.', 'photo "vera.png"'), once: true },
  {
    kind: 'prefers', word: 'prefers', in: ['persona'], head: [refs('channel')], parts: [],
    about: 'The channels that the persona likes best, the favourite first.', example: 'prefers Phone, Portal',
  },
  {
    kind: 'team', word: 'team', in: ['file'], head: [name, title],
    parts: [flag('whose', 'external', 'customer'), part('contact', { is: 'text' })],
    about: 'A team that answers for touchpoints. `external`: not ours, so that we do not control what it owns; `customer`: the customer’s own people.',
    example: 'team "Parcel carrier" external contact "dispatch@carrier.example"',
  },
  {
    kind: 'channel', word: 'channel', in: ['file'],
    head: [name, title, { slot: 'choice', takes: { is: 'choice', of: channelKinds }, optional: true }], parts: [],
    about: 'A means of contact, and its kind: web, mobile, email, phone, chat, sms, social, mail, store, person, device or other.',
    example: 'channel Portal web',
  },
  {
    kind: 'system', word: 'system', in: ['file'], head: [name, title], parts: [flag('whose', 'external')],
    about: 'A system that staff use behind the scenes. `external`: another company runs it.', example: 'system CMDB',
  },
  {
    kind: 'touchpoint', word: 'touchpoint', in: ['file', 'step'], head: [name, title],
    parts: [part('via', { is: 'ref', scope: 'channel' }), owner],
    about: 'A contact between customer and organisation: `via` which channel, and which team is its `owner`. What is said once holds wherever the name stands again.',
    example: 'touchpoint "Order form" via Portal owner "Service desk"',
  },
  {
    kind: 'journey', word: 'journey', in: ['file'], head: [name, title], parts: [part('for', { is: 'ref', scope: 'persona', list: true }, 'refs')],
    about: 'A journey map: one scenario of one persona, or a few, from its beginning to its end.', example: 'journey "Order a new laptop" for Vera',
  },
  {
    kind: 'for', word: 'for', in: ['journey'], head: [refs('persona')], parts: [],
    about: 'The personas whose journey it is.', example: 'for Vera',
  },
  {
    kind: 'type', word: 'type', in: ['journey'], head: [choice('current', 'future', 'day')], parts: [], once: true,
    about: 'The state that is mapped: `current` as it is, `future` as we want it, `day` a day in the life.', example: 'type current',
  },
  {
    kind: 'view', word: 'view', in: ['journey'], head: [choice('map', 'macro', 'blueprint', 'compare', 'persona')], parts: [], once: true,
    about: 'The view that the journey opens in: `map` all of it, `macro` its key moments, `blueprint` with what staff do, `compare` beside the map that it improves, `persona` who travels.', example: 'view map',
  },
  {
    kind: 'scenario', word: 'scenario', in: ['journey'], head: [text], parts: [], once: true,
    about: 'What happens, in a sentence: the one thing that is mapped.', example: 'scenario "A colleague’s laptop dies and she orders a new one"',
  },
  {
    kind: 'scope', word: 'scope', in: ['journey'], head: [], parts: [part('from', { is: 'text' }), part('to', { is: 'text' })], once: true,
    about: 'Where the journey begins and where it ends.', example: 'scope from "The old laptop fails" to "One month of use"',
  },
  {
    kind: 'learn', word: 'learn', in: ['journey'], head: [text], parts: [],
    about: 'What the map shall tell us.', example: 'learn "Where do we lose her trust?"',
  },
  {
    kind: 'goal', word: 'goal', in: ['persona', 'journey', 'stage'], head: [text], parts: [],
    about: 'What the customer wants: of life (persona), of the journey, or of us at this stage.', example: 'goal "Back at work quickly"',
  },
  {
    kind: 'business goal', word: 'business goal', in: ['journey', 'stage'], head: [text], parts: [],
    about: 'What we want: of the journey, or at this stage.', example: 'business goal "Orders come in through the portal"',
  },
  {
    kind: 'expects', word: 'expects', in: ['journey', 'stage', 'step'], head: [text], parts: [flag('met', 'met', 'unmet')],
    about: 'What the customer counts on; at a step also whether it comes true: `met` or `unmet`.', example: 'expects "Ready within three days" unmet',
  },
  {
    kind: 'channels', word: 'channels', in: ['journey'], head: [refs('channel')], parts: [],
    about: 'The channels that the map covers.', example: 'channels Portal, Phone',
  },
  {
    kind: 'involves', word: 'involves', in: ['journey'], head: [refs('team')], parts: [],
    about: 'The teams that took part in the map.', example: 'involves "Service desk", "IT logistics"',
  },
  {
    kind: 'metric', word: 'metric', in: ['journey', 'stage', 'step'],
    head: [{ slot: 'label', takes: { is: 'label' } }, { slot: 'value', takes: { is: 'value' }, optional: true }],
    parts: [target, part('on', { is: 'date' }), part('from', { is: 'text' }, 'file'), part('column', { is: 'label' })],
    about: 'Something measured, with the value to reach: nps, csat, ces, conversion, volume, cost … Without a value, `from` a data file it is the last number in the column of its name, or in the `column` named; with `on`, of the rows of that day.',
    example: 'metric nps -12 target 20',
  },
  {
    kind: 'improves', word: 'improves', in: ['journey'], head: [ref('journey')], parts: [], once: true,
    about: 'The current map that this future map improves.', example: 'improves "Order a new laptop"',
  },
  {
    kind: 'part of', word: 'part of', in: ['journey'], head: [ref('journey')], parts: [], once: true,
    about: 'The larger journey that this one belongs to.', example: 'part of "First year"',
  },
  {
    kind: 'evidence', word: 'evidence', in: ['persona', 'journey', 'stage', 'step'], head: [text], parts: [link],
    about: 'What this rests on: interviews, a survey, comments. What rests on none is a hypothesis, and is drawn as one.',
    example: 'evidence "6 interviews, spring 2026" link "https://example.org/notes"',
  },
  {
    kind: 'reviewed', word: 'reviewed', in: ['journey'], head: [{ slot: 'date', takes: { is: 'date' } }], parts: [], once: true,
    about: 'When the map was last checked against reality.', example: 'reviewed 2026-10-01',
  },
  {
    kind: 'stage', word: 'stage', in: ['journey'], head: [name, title], parts: [part('owner', { is: 'ref', scope: 'team' }, 'ref')],
    about: 'A phase of the journey in the customer’s eyes. Its goal, measures and steps follow below it.', example: 'stage Request',
  },
  {
    kind: 'owner', word: 'owner', in: ['stage'], head: [ref('team')], parts: [], once: true,
    about: 'The team that answers for all touchpoints of the stage that name no other.', example: 'owner "IT logistics"',
  },
  {
    kind: 'step', word: 'step', in: ['stage'], head: [name, title], parts: [],
    about: 'One moment of the customer’s time: what she does, thinks and feels, and where she meets us.', example: 'step form "Look for the form"',
  },
  perceived('does', 'What the customer does.', 'does "Searches the intranet"'),
  perceived('thinks', 'What the customer thinks, in her own words.', 'thinks "Which of these three is mine?"'),
  perceived('says', 'What the customer says aloud.', 'says "Can you help me?"'),
  perceived('sees', 'What the customer sees.', 'sees "Three forms with the same name"'),
  perceived('hears', 'What the customer hears, also from others.', 'hears "Everybody waits two weeks"'),
  {
    kind: 'feels', word: 'feels', in: step, head: [persona, { slot: 'score', takes: { is: 'score' } }, someText], parts: [],
    about: 'How the customer feels here: a score from -2 (awful) to +2 (delighted), and the word for it.', example: 'feels -1 "lost"',
  },
  {
    kind: 'absent', word: 'absent', in: step, head: [refs('persona')], parts: [],
    about: 'This persona is not there at this step.', example: 'absent Paul',
  },
  {
    kind: 'listens', word: 'listens', in: ['touchpoint'],
    head: [text, { slot: 'label', takes: { is: 'label' }, optional: true }, { slot: 'value', takes: { is: 'value' }, optional: true }],
    parts: [target],
    about: 'A listening post on the touchpoint above: a survey, say, and what it measures.', example: 'listens "Two questions on the thank-you page" csat 3.2/5',
  },
  {
    kind: 'promises', word: 'promises', in: ['touchpoint', 'step'], head: [{ slot: 'label', takes: { is: 'label' } }, text], parts: [],
    about: 'What we tell the customer there. Two touchpoints that promise different things are a defect.', example: 'promises "Delivery time" "3 days"',
  },
  {
    kind: 'silence', word: 'silence', in: step, head: [text], parts: [part('lasts', { is: 'duration' })],
    about: 'A contact that the customer misses, and for how long she waits for it.', example: 'silence "No word after the order" lasts 5d',
  },
  {
    kind: 'moment', word: 'moment', in: step, head: [choice('truth', 'delight', 'irritant'), someText], parts: [],
    about: 'A key moment: a moment of `truth` decides, a `delight` enchants, an `irritant` annoys.', example: 'moment irritant "The forms look alike"',
  },
  {
    kind: 'pain', word: 'pain', in: step, head: [persona, text], parts: [part('severity', { is: 'choice', of: levels })],
    about: 'What stands in the customer’s way, and how badly.', example: 'pain "Nobody knows which form to use" severity high',
  },
  {
    kind: 'opportunity', word: 'opportunity', in: step, head: [text],
    parts: [part('impact', { is: 'choice', of: levels }), part('effort', { is: 'choice', of: levels }), owner],
    about: 'What could be better here, what it would bring and cost.', example: 'opportunity "One form that asks what you need" impact high effort low',
  },
  {
    kind: 'action', word: 'action', in: ['pain', 'opportunity'], head: [text],
    parts: [
      owner, part('due', { is: 'date' }), part('status', { is: 'choice', of: ['planned', 'doing', 'done', 'dropped'] }), part('ticket', { is: 'ticket' }),
    ],
    about: 'What is done about the pain or opportunity above, by whom and by when.',
    example: 'action "Merge the forms" owner "Service desk" due 2026-12-15 status planned ticket "SD-412"',
  },
  {
    kind: 'frontstage', word: 'frontstage', in: step, head: [text], parts: [by, part('using', { is: 'ref', scope: 'system', list: true })],
    about: 'What staff do where the customer sees it, by which team and with which systems.', example: 'frontstage "Hands over the laptop" by "Service desk"',
  },
  {
    kind: 'backstage', word: 'backstage', in: step, head: [text], parts: [by, part('using', { is: 'ref', scope: 'system', list: true })],
    about: 'What staff do out of the customer’s sight, by which team and with which systems.', example: 'backstage "Checks the stock" by "IT logistics" using CMDB',
  },
  {
    kind: 'handoff', word: 'handoff', in: step, head: [someText],
    parts: [
      part('from', { is: 'ref', scope: 'team' }),
      { word: 'to', slot: 'to', takes: { is: 'ref', scope: 'team' } },
      part('after', { is: 'duration' }),
    ],
    about: 'Work that passes from one team to another inside. Each one is a risk.', example: 'handoff from "Service desk" to "IT logistics" after 2d',
  },
  {
    kind: 'at', word: 'at', in: step, head: [{ slot: 'time', takes: { is: 'time' } }], parts: [], once: true,
    about: 'When the step happens: a clock time, or words.', example: 'at 09:10',
  },
  {
    kind: 'takes', word: 'takes', in: step, head: [{ slot: 'duration', takes: { is: 'duration' } }], parts: [], once: true,
    about: 'How long the step takes the customer.', example: 'takes 10min',
  },
  {
    kind: 'waits', word: 'waits', in: step, head: [{ slot: 'duration', takes: { is: 'duration' } }], parts: [], once: true,
    about: 'How long the customer waits here.', example: 'waits 2d',
  },
  {
    kind: 'decides', word: 'decides', in: step, head: [text], parts: [],
    about: 'The question that decides which way the journey goes from here.', example: 'decides "Does one of them fit?"',
  },
  {
    kind: 'leads to', word: 'leads to', in: step, head: [ref('step')], parts: [when],
    about: 'The step that follows, and on what condition. Without it the next step of the file follows.', example: 'leads to call when "no form fits"',
  },
  {
    kind: 'ends', word: 'ends', in: step, head: [someText], parts: [when],
    about: 'The journey ends here, always or `when` something happens.', example: 'ends "She gives up and borrows one"',
  },
  {
    kind: 'alongside', word: 'alongside', in: step, head: [ref('step')], parts: [], once: true,
    about: 'The step of the same stage with which this one starts.', example: 'alongside call',
  },
  {
    kind: 'replaces', word: 'replaces', in: step, head: [refs('step')], parts: [],
    about: 'On a future map: the steps of the current one that this step stands for.', example: 'replaces form, call',
  },
  {
    kind: 'drops', word: 'drops', in: step, head: [refs('step')], parts: [],
    about: 'On a future map: the steps of the current one that are no longer needed.', example: 'drops call',
  },
];

// biome-ignore format: a list
export type Kind =
  | 'persona' | 'role' | 'segment' | 'need' | 'motivation' | 'frustration' | 'quote' | 'photo' | 'prefers' | 'team' | 'channel' | 'system'
  | 'touchpoint' | 'journey' | 'for' | 'type' | 'view' | 'scenario' | 'scope' | 'learn' | 'goal' | 'business goal' | 'expects' | 'channels'
  | 'involves' | 'metric' | 'improves' | 'part of' | 'evidence' | 'reviewed' | 'stage' | 'owner' | 'step' | 'does' | 'thinks' | 'says'
  | 'sees' | 'hears' | 'feels' | 'absent' | 'listens' | 'promises' | 'silence' | 'moment' | 'pain' | 'opportunity' | 'action' | 'frontstage'
  | 'backstage' | 'handoff' | 'at' | 'takes' | 'waits' | 'decides' | 'leads to' | 'ends' | 'alongside' | 'replaces' | 'drops';

const byKind = new Map<Kind, StatementDefinition>(definitions.map((definition) => [definition.kind, definition]));

/** The definition of a kind of statement. */
export function definitionOf(kind: Kind): StatementDefinition {
  return byKind.get(kind) as StatementDefinition;
}

/** Statements by the first word that opens them: `leads` finds `leads to`. Lower case. */
export const byFirstWord = new Map<string, StatementDefinition>(
  definitions.map((definition) => [definition.word.split(' ')[0] as string, definition]),
);
