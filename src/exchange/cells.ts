import type { Strings } from '../draw/strings.ts';
import type { LaneName } from '../language/names/settings.ts';
import type { Action, Evidence, Expectation, JourneyMap, Metric, Saying, Stage, Step, Touchpoint, Work } from '../map/model.ts';

/** What is said at one place, a line each. */
export type Lines = string[];

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
      ...step.absent.map((name) => telling.strings.absent(person(name, telling))),
      ...(step.doc ? [step.doc] : []),
    ],
  },
  time: {
    step: ({ at, takes, waits }, { strings }) => [
      ...(at ? [at] : []),
      ...(takes ? [strings.takes(takes.text)] : []),
      ...(waits ? [strings.waits(waits.text)] : []),
    ],
  },
  thinks: { step: ({ thinks }, telling) => thinks.map((each) => said(each, telling, true)) },
  says: { step: ({ says }, telling) => says.map((each) => said(each, telling, true)) },
  sees: { step: ({ sees }, telling) => sees.map((each) => said(each, telling)) },
  hears: { step: ({ hears }, telling) => hears.map((each) => said(each, telling)) },
  feels: {
    step: ({ feelings, hypothesis }, telling) => {
      const { strings } = telling;
      const felt = feelings.map(({ persona, score, word }) => by(persona, strings.facts([strings.signed(score), word]), telling));
      return feelings.length && hypothesis ? [...felt, strings.hypothesis] : felt;
    },
  },
  moments: {
    step: ({ moments }, { strings }) => moments.map(({ kind, text }) => strings.facts([strings.moment[kind], text])),
  },
  touchpoints: {
    step: ({ touchpoints, silences, listens, promises }, telling) => {
      const { strings } = telling;
      return [
        ...touchpoints.flatMap((each) => contact(each, telling)),
        ...silences.map(({ text, lasts }) => strings.facts([strings.silence(text), lasts && strings.lasts(lasts.text)])),
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
      pains.flatMap(({ text, persona, severity, actions }) => [
        telling.strings.facts([by(persona, text, telling), severity && telling.strings.severity(severity)]),
        ...actions.map((each) => done(each, telling)),
      ]),
  },
  opportunities: {
    step: ({ opportunities, actions }, telling) => {
      const { strings } = telling;
      return [
        ...opportunities.flatMap(({ text, impact, effort, owner, actions: own }) => [
          strings.facts([
            text,
            impact && `${strings.impact} ${strings.levels[impact]}`,
            effort && `${strings.effort} ${strings.levels[effort]}`,
            owner?.title,
          ]),
          ...own.map((each) => done(each, telling)),
        ]),
        ...actions.map((each) => done(each, telling)),
      ];
    },
  },
  frontstage: { step: ({ frontstage }, telling) => frontstage.map((each) => worked(each, telling)) },
  backstage: { step: ({ backstage }, telling) => backstage.map((each) => worked(each, telling)) },
  handoffs: {
    step: ({ handoffs }, { strings }) =>
      handoffs.map(({ from, to, text, after }) =>
        strings.facts([strings.handoff(from?.title, to?.title), text, after && strings.after(after.text)]),
      ),
  },
  flow: {
    step: (step, { strings, titles }) => [
      ...step.decides.map(({ text }) => text),
      ...step.next
        .filter(({ when, name }) => when !== undefined || name !== undefined)
        .map(({ to, name, when }) => `→ ${strings.leadsTo((to === undefined ? undefined : titles.get(to)) ?? name ?? '', when)}`),
      ...step.ends.map(({ text, when }) => strings.ends(text, when)),
      ...(step.alongside === undefined ? [] : [strings.alongside(titles.get(step.alongside) ?? '')]),
      ...(step.replaces.length ? [strings.replaces(strings.list(step.replaces.map(({ title }) => title)))] : []),
      ...(step.drops.length ? [strings.drops(strings.list(step.drops.map(({ title }) => title)))] : []),
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
    stage: ({ businessGoals, owner }, { strings }) => [
      ...businessGoals.map(({ text }) => text),
      ...(owner ? [strings.answers(owner.title)] : []),
    ],
  },
};

function person(name: string, { map }: Telling): string {
  return map.personas.find((persona) => persona.name === name)?.title ?? name;
}

/** With whose it is, where there are several. */
function by(name: string | undefined, text: string, telling: Telling): string {
  return name === undefined || telling.map.personas.length < 2 ? text : telling.strings.by(person(name, telling), text);
}

function said({ persona, text }: Saying, telling: Telling, quoted = false): string {
  return by(persona, quoted ? telling.strings.quote(text) : text, telling);
}

function contact({ title, doc, channel, owner, listens, promises }: Touchpoint, telling: Telling): Lines {
  const { strings } = telling;
  const kind = channel && (channel.declared ? strings.channels[channel.kind] : strings.undeclaredChannel);
  const through = channel
    ? channel.title.toLowerCase() === kind?.toLowerCase()
      ? channel.title
      : `${channel.title} (${kind})`
    : undefined;
  const whose = owner && (owner.kind === 'ours' ? owner.title : `${owner.title} (${strings.teams[owner.kind]})`);
  return [strings.facts([title, through, whose ?? strings.nobody]), ...(doc ? [doc] : []), ...heard(listens, promises, telling)];
}

function heard(listens: Touchpoint['listens'], promises: Touchpoint['promises'], { strings }: Telling): Lines {
  return [
    ...listens.map(({ text, metric, value, target }) =>
      strings.facts([strings.listens(text), metric && strings.measure(metric, value?.text, target?.text)]),
    ),
    ...promises.map(({ name, text, against = [] }) =>
      strings.facts([strings.promises(strings.promise(name, text)), ...against.map((other) => strings.against(other.text, other.at))]),
    ),
  ];
}

function expected({ text, met }: Expectation, { strings }: Telling): string {
  return strings.facts([text, met === undefined ? undefined : met ? strings.met : strings.unmet]);
}

function done({ text, status, due, ticket, owner }: Action, { strings }: Telling): string {
  return `→ ${strings.facts([text, status && strings.status[status], due && strings.due(due), ticket, owner?.title])}`;
}

function worked({ text, by: team, using }: Work, { strings }: Telling): string {
  return strings.facts([text, team?.title, using.length ? strings.using(strings.list(using.map(({ title }) => title))) : undefined]);
}

/** A measure in words. */
export function measured({ name, value, target, on, from }: Metric, { strings }: Telling): string {
  return strings.facts([
    strings.measure(name, value?.text, target?.text),
    on && strings.asOf(on),
    from && strings.fromFile(from.file, from.column),
  ]);
}

/** What something rests on, and where that is. */
export function proof({ text, link }: Evidence): string {
  return link === undefined ? text : `${text} (${link})`;
}
