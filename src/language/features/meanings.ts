import { type Message, say } from '../message.ts';
import { fold } from '../read/near.ts';
import type { Kind, Slot } from '../statements.ts';

/* What the fixed values, the parts and the usual measures of the language mean: for hovers, and beside completions. */

const levels = {
  severity: {
    low: say('a nuisance: the customer gets by'),
    medium: say('it costs the customer time, money or trust'),
    high: say('the customer may give up, complain or leave'),
  },
  impact: {
    low: say('few customers would notice'),
    medium: say('this step would feel better'),
    high: say('the journey as a whole would feel better'),
  },
  effort: {
    low: say('done within days'),
    medium: say('done within weeks, by one team'),
    high: say('a project, or more than one team'),
  },
} as const;

/** By slot, or by kind of statement where the slot is that of many. */
const meanings: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  ...levels,
  status: {
    planned: say('decided, not begun'),
    doing: say('begun'),
    done: say('finished'),
    dropped: say('will not be done'),
  },
  met: { met: say('the expectation comes true'), unmet: say('the expectation is disappointed') },
  whose: { external: say('not ours: we do not control it'), customer: say('the customer’s own people: not ours either') },
  type: {
    current: say('the journey as it is today'),
    future: say('the journey as we want it'),
    day: say('a day in the life, with or without us'),
  },
  view: {
    map: say('stages and steps with what the customer feels'),
    blueprint: say('the same, with what staff do in front and behind the scenes'),
    compare: say('beside the map that it improves: what is better, worse, new and gone'),
    persona: say('the persona in full'),
    macro: say('the stages alone, at a glance'),
  },
  moment: {
    truth: say('a moment of truth: here the customer decides for or against us'),
    delight: say('better than the customer expected'),
    irritant: say('a small thing that annoys every time'),
  },
  channel: {
    web: say('a web site or portal'),
    mobile: say('an app on a phone or tablet'),
    email: say('e-mail'),
    phone: say('a call, or a voice menu'),
    chat: say('a chat with staff or a bot'),
    sms: say('a text message'),
    social: say('social media'),
    mail: say('a letter or parcel'),
    store: say('a shop, branch or counter'),
    person: say('staff face to face, elsewhere'),
    device: say('a machine or the product itself'),
    other: say('none of the others'),
  },
};

/** What a fixed value means where it stands; nothing for what is none. */
export function meaningOf(kind: Kind, slot: Slot, value: string): Message | undefined {
  const table = meanings[slot === 'choice' ? kind : slot];
  return table && Object.hasOwn(table, value) ? table[value] : undefined;
}

/** By the word of the part; the same word says the same in every statement, but for those behind a slash. */
const parts: Readonly<Record<string, Message>> = {
  via: say('The channel of the contact.'),
  owner: say('The team that answers for it.'),
  by: say('The team that does it.'),
  using: say('The systems that are used for it.'),
  for: say('The personas whose journey it is.'),
  contact: say('How the team is reached: an address, a number.'),
  link: say('Where it can be read: an address on the web, or a file of this folder.'),
  severity: say('How much it stands in the customer’s way: `low`, `medium` or `high`.'),
  impact: say('What it would bring: `low`, `medium` or `high`.'),
  effort: say('What it would cost: `low`, `medium` or `high`.'),
  due: say('The day by which it is to be done.'),
  status: say('How far it is: `planned`, `doing`, `done` or `dropped`.'),
  ticket: say('Where the work is tracked: a number, or the address of the ticket.'),
  lasts: say('How long the customer waits for it.'),
  after: say('How long it takes until the other team has it.'),
  when: say('The condition on which the journey goes this way.'),
  target: say('The value to reach.'),
  on: say('The day of the value.'),
  column: say('The column of the file. Without it, the one of the measure’s own name.'),
  'handoff/from': say('The team that passes the work on.'),
  'handoff/to': say('The team that takes it over.'),
  'scope/from': say('Where the journey begins.'),
  'scope/to': say('Where the journey ends.'),
  'metric/from': say('The data file that the value is read from, beside the map.'),
};

/** What the word of a part adds to a statement. */
export function meaningOfPart(kind: Kind, word: string): Message | undefined {
  return parts[`${kind}/${word}`] ?? (Object.hasOwn(parts, word) ? parts[word] : undefined);
}

const measures: Readonly<Record<string, Message>> = {
  nps: say('net promoter score, from -100 to 100: would they recommend us?'),
  csat: say('customer satisfaction: a rating such as 3.2/5, or the share of the satisfied'),
  ces: say('customer effort score, mostly from 1 to 7: how easy was it?'),
  conversion: say('the share of those who go on to the next step'),
  volume: say('how many there are in a time'),
  cost: say('what one costs us'),
};

/** The measures that most maps have. */
export const usualMeasures: readonly string[] = Object.keys(measures);

/** What a usual measure tells. */
export function meaningOfMeasure(name: string): Message | undefined {
  const key = fold(name).trim();
  return Object.hasOwn(measures, key) ? measures[key] : undefined;
}
