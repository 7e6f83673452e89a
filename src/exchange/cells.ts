import type { Strings } from '../draw/strings.ts';
import { quotedTitles } from '../draw/wording.ts';
import { addressOf } from '../language/names/addresses.ts';
import type { LaneName } from '../language/names/settings.ts';
import type {
  Action,
  Element,
  Evidence,
  Expectation,
  JourneyMap,
  Metric,
  Opportunity,
  Saying,
  Stage,
  Step,
  Touchpoint,
  Work,
} from '../map/model.ts';

/** One thing that is said, and the id of the element that says it. */
export interface Line {
  text: string;
  id?: string;
  /** The part of the text that is an address, and where that leads: to the web or to mail. */
  link?: { text: string; address: string };
}

/** What is said at one place. */
export type Lines = Line[];

/** What all cells need to know of the map. */
export interface Telling {
  strings: Strings;
  map: JourneyMap;
  /** Titles of steps by id. */
  titles: ReadonlyMap<string, string>;
}

/** The words of a lane at a step, and at a stage as a whole. */
export interface Words {
  step?(step: Step, telling: Telling): Lines;
  stage?(stage: Stage, telling: Telling): Lines;
}

/** All lanes in words: what the picture shows by colour, form or place is said. */
export const words: Readonly<Record<LaneName, Words>> = {
  steps: {
    step: (step, telling) => [
      ...step.does.map((each) => said(each, telling)),
      ...line(step, step.absent.length ? telling.strings.absent(step.absent.map((name) => person(name, telling))) : undefined),
      ...line(step, step.doc),
    ],
  },
  time: {
    step: (step, { strings }) => [
      ...line(step, step.at),
      ...line(step, step.takes && strings.takes(step.takes.text)),
      ...line(step, step.waits && strings.waits(step.waits.text)),
    ],
  },
  thinks: { step: ({ thinks }, telling) => thinks.map((each) => said(each, telling, true)) },
  says: { step: ({ says }, telling) => says.map((each) => said(each, telling, true)) },
  sees: { step: ({ sees }, telling) => sees.map((each) => said(each, telling)) },
  hears: { step: ({ hears }, telling) => hears.map((each) => said(each, telling)) },
  feels: {
    step: (step, telling) => {
      const { strings } = telling;
      const felt = step.feelings.map(({ id, persona, score, word }) => ({
        id,
        text: by(persona, strings.facts([strings.signed(score), word]), telling),
      }));
      return felt.length && step.hypothesis ? [...felt, ...line(step, strings.hypothesis)] : felt;
    },
  },
  moments: {
    step: ({ moments }, { strings }) => moments.map(({ id, kind, text }) => ({ id, text: strings.facts([strings.moment[kind], text]) })),
  },
  touchpoints: {
    step: ({ touchpoints, silences, listens, promises }, telling) => {
      const { strings } = telling;
      return [
        ...touchpoints.flatMap((each) => contact(each, telling)),
        ...silences.map(({ id, text, lasts }) => ({
          id,
          text: strings.facts([strings.silence(text), lasts && strings.lasts(lasts.text)]),
        })),
        ...heard(listens, promises, telling),
      ];
    },
  },
  expects: {
    step: ({ expects }, telling) => expects.map((each) => expected(each, telling)),
    stage: ({ expects }, telling) => expects.map((each) => expected(each, telling)),
  },
  pains: {
    step: ({ pains }, telling) =>
      pains.flatMap(({ id, text, persona, severity, actions }) => [
        { id, text: telling.strings.facts([by(persona, text, telling), severity && telling.strings.severity(severity)]) },
        ...actions.map((each) => done(each, telling)),
      ]),
  },
  opportunities: {
    step: ({ opportunities, actions }, telling) => {
      const { strings } = telling;
      return [
        ...opportunities.flatMap((each) => [
          { id: each.id, text: strings.facts([each.text, ...weighed(each, strings), each.owner?.title]) },
          ...each.actions.map((action) => done(action, telling)),
        ]),
        ...actions.map((each) => done(each, telling)),
      ];
    },
  },
  frontstage: { step: ({ frontstage }, telling) => frontstage.map((each) => worked(each, telling)) },
  backstage: { step: ({ backstage }, telling) => backstage.map((each) => worked(each, telling)) },
  handoffs: {
    step: ({ handoffs }, { strings }) =>
      handoffs.map(({ id, from, to, text, after }) => ({
        id,
        text: strings.facts([strings.handoff(from?.title, to?.title), text, after && strings.after(after.text)]),
      })),
  },
  flow: {
    step: (step, { strings, titles }) => [
      ...step.decides.map(({ id, text }) => ({ id, text })),
      ...step.next
        .filter(({ when, name }) => when !== undefined || name !== undefined)
        .flatMap(({ to, name, when }) =>
          line(step, `→ ${strings.leadsTo((to === undefined ? undefined : titles.get(to)) ?? name ?? '', when)}`),
        ),
      ...step.ends.map(({ id, text, when }) => ({ id, text: strings.ends(text, when) })),
      ...line(step, step.alongside === undefined ? undefined : strings.alongside(titles.get(step.alongside) ?? '')),
      ...line(step, step.replaces.length ? strings.replaces(quotedTitles(step.replaces, strings)) : undefined),
      ...line(step, step.drops.length ? strings.drops(quotedTitles(step.drops, strings)) : undefined),
    ],
  },
  measures: {
    step: ({ metrics }, telling) => metrics.map((each) => measured(each, telling)),
    stage: ({ metrics }, telling) => metrics.map((each) => measured(each, telling)),
  },
  evidence: {
    step: (step) => step.evidence.map(proof),
    stage: (stage) => stage.evidence.map(proof),
  },
  goals: {
    stage: (stage, { strings }) => [
      ...stage.businessGoals.map(({ id, text }) => ({ id, text })),
      ...line(stage, stage.owner && strings.answers(stage.owner.title)),
    ],
  },
};

/** What an element says of itself, if it says it. */
export function line({ id }: Element, text: string | undefined): Lines {
  return text ? [{ id, text }] : [];
}

function person(name: string, { map }: Telling): string {
  return map.personas.find((persona) => persona.name === name)?.title ?? name;
}

/** With whose it is, where there are several. */
export function by(name: string | undefined, text: string, telling: Telling): string {
  return name === undefined || telling.map.personas.length < 2 ? text : telling.strings.by(person(name, telling), text);
}

function said({ id, persona, text }: Saying, telling: Telling, quoted = false): Line {
  return { id, text: by(persona, quoted ? telling.strings.quote(text) : text, telling) };
}

/** Who answers for a touchpoint, and whose that team is where it is not ours. */
export function whose(owner: Touchpoint['owner'], strings: Strings): string {
  if (!owner) return strings.nobody;
  return owner.kind === 'ours' ? owner.title : `${owner.title} (${strings.teams[owner.kind]})`;
}

/** What an opportunity would bring and cost. */
export function weighed({ impact, effort }: Opportunity, { impact: brings, effort: costs, levels }: Strings): (string | undefined)[] {
  return [impact && `${brings} ${levels[impact]}`, effort && `${costs} ${levels[effort]}`];
}

function contact(touchpoint: Touchpoint, telling: Telling): Lines {
  const { title, doc, channel, owner, listens, promises } = touchpoint;
  const { strings } = telling;
  const kind = channel && (channel.declared ? strings.channels[channel.kind] : strings.undeclaredChannel);
  const through = channel
    ? channel.title.toLowerCase() === kind?.toLowerCase()
      ? channel.title
      : `${channel.title} (${kind})`
    : undefined;
  const facts = strings.facts([title, through, whose(owner, strings)]);
  return [{ id: touchpoint.id, text: facts }, ...line(touchpoint, doc), ...heard(listens, promises, telling)];
}

function heard(listens: Touchpoint['listens'], promises: Touchpoint['promises'], { strings }: Telling): Lines {
  return [
    ...listens.map(({ id, text, metric, value, target }) => ({
      id,
      text: strings.facts([strings.listens(text), metric && strings.measure(metric, value?.text, target?.text)]),
    })),
    ...promises.map(({ id, name, text, against = [] }) => ({
      id,
      text: strings.facts([
        strings.promises(strings.promise(name, text)),
        ...against.map((other) => strings.against(other.text, other.at)),
      ]),
    })),
  ];
}

/** What is expected, and whether it came true. */
export function expected({ id, text, met }: Expectation, { strings }: Telling): Line {
  return { id, text: strings.facts([text, met === undefined ? undefined : met ? strings.met : strings.unmet]) };
}

function done({ id, text, status, due, ticket, owner }: Action, { strings }: Telling): Line {
  const facts = strings.facts([text, status && strings.status[status], due && strings.due(due), ticket, owner?.title]);
  return { id, text: `→ ${facts}`, ...linked(ticket) };
}

function worked({ id, text, by: team, using }: Work, { strings }: Telling): Line {
  const systems = using.length ? strings.using(strings.list(using.map(({ title }) => title))) : undefined;
  return { id, text: strings.facts([text, team?.title, systems]) };
}

/** A measure in words. */
export function measured({ id, name, value, target, on, from }: Metric, { strings }: Telling): Line {
  return {
    id,
    text: strings.facts([
      strings.measure(name, value?.text, target?.text),
      on && strings.asOf(on),
      from && strings.fromFile(from.file, from.column),
    ]),
  };
}

/** What something rests on, and where that is. */
export function proof({ id, text, link }: Evidence): Line {
  return { id, text: link === undefined ? text : `${text} (${link})`, ...linked(link) };
}

/** What of a line leads somewhere, if that is an address that is safe to open. */
function linked(text: string | undefined): Pick<Line, 'link'> {
  const address = text === undefined ? undefined : addressOf(text);
  return text === undefined || address === undefined ? {} : { link: { text, address } };
}
