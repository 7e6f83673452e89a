import {
  absentAt,
  type Context,
  declarationOf,
  feelingsAt,
  isHypothesis,
  personasOf,
  restsOnEvidence,
  stepNamed,
} from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { measuredValue } from '../language/names/measured.ts';
import { improvedBy } from '../language/names/references.ts';
import { isoDate } from '../language/read/values.ts';
import { idOf } from '../language/tree/ids.ts';
import { above, childrenOf, type Node, nameOf, namesIn, textOf, titleOf } from '../language/tree/node.ts';
import { compact } from './compact.ts';
import { figuresOf } from './figures.ts';
import { flowOf } from './flow.ts';
import type { Evidence, Expectation, JourneyMap, Metric, Named, Note, Persona, Saying, Stage, Step } from './model.ts';
import { contradictions } from './promises.ts';
import { durationIn, quantityIn, quantityOf, timeIn } from './quantities.ts';
import { actionsUnder, channelNamed, listeningPost, promiseOf, systemNamed, teamNamed, touchpointOf } from './touchpoints.ts';

/** The map of one journey of a file, as every view reads it. Where journey, stages or steps are implied, so they are in the map. */
export function buildMap(journey: Node, context: Context): JourneyMap {
  const { document } = context;
  const names = personasOf(journey).map(({ text }) => text);
  const first = (kind: Parameters<typeof childrenOf>[1]): Node | undefined => childrenOf(journey, kind)[0];
  const choice = (kind: 'type' | 'view'): string | undefined => first(kind) && textOf(first(kind) as Node, 'choice');
  const scope = first('scope');
  const stages = childrenOf(journey, 'stage').map((stage) => buildStage(stage, names, context));
  flowOf(journey, stages, context);
  contradictions(stages);
  return compact<JourneyMap>({
    id: idOf(document, journey),
    name: nameOf(journey),
    title: titleOf(journey),
    doc: journey.statement.doc,
    type: choice('type') as JourneyMap['type'],
    view: choice('view') as JourneyMap['view'],
    personas: names.map((name) => personaNamed(name, context)),
    scenario: first('scenario') && textOf(first('scenario') as Node, 'text'),
    scope: scope && compact({ from: textOf(scope, 'from'), to: textOf(scope, 'to') }),
    learn: notes(journey, 'learn', context),
    goals: notes(journey, 'goal', context),
    businessGoals: notes(journey, 'business goal', context),
    expects: expectations(journey, context),
    channels: childrenOf(journey, 'channels').flatMap((node) => namesIn(node, 'refs').map(({ text }) => channelNamed(text, context))),
    involves: childrenOf(journey, 'involves').flatMap((node) => namesIn(node, 'refs').map(({ text }) => teamNamed(text, context))),
    metrics: metrics(journey, context),
    improves: journeyNamed(first('improves'), context),
    partOf: journeyNamed(first('part of'), context),
    evidence: evidence(journey, context),
    reviewed: first('reviewed') && isoDate(textOf(first('reviewed') as Node, 'date') ?? ''),
    figures: figuresOf(journey, stages),
    stages,
  });
}

function buildStage(stage: Node, personas: readonly string[], context: Context): Stage {
  const owner = childrenOf(stage, 'owner').flatMap((node) => namesIn(node, 'ref'))[0];
  const grounded = restsOnEvidence(stage);
  return compact<Stage>({
    id: idOf(context.document, stage),
    name: nameOf(stage),
    title: titleOf(stage),
    doc: stage.statement.doc,
    implicit: stage.implied,
    goals: notes(stage, 'goal', context),
    businessGoals: notes(stage, 'business goal', context),
    expects: expectations(stage, context),
    metrics: metrics(stage, context),
    evidence: evidence(stage, context),
    owner: owner && teamNamed(owner.text, context),
    steps: childrenOf(stage, 'step').map((step) => buildStep(step, grounded, personas, context)),
  });
}

function buildStep(step: Node, grounded: boolean, personas: readonly string[], context: Context): Step {
  const { document } = context;
  const id = (node: Node): string => idOf(document, node);
  const first = (kind: Parameters<typeof childrenOf>[1]): Node | undefined => childrenOf(step, kind)[0];
  const all = <T>(kind: Parameters<typeof childrenOf>[1], make: (node: Node) => T): T[] => childrenOf(step, kind).map(make);
  const work = (node: Node) =>
    compact({
      id: id(node),
      text: textOf(node, 'text') ?? '',
      by: named(node, 'by', (name) => teamNamed(name, context)),
      using: namesIn(node, 'using').map(({ text }) => systemNamed(text, context)),
    });
  const named = <T>(node: Node, slot: 'by' | 'owner' | 'from' | 'to', make: (name: string) => T): T | undefined => {
    const name = textOf(node, slot);
    return name === undefined ? undefined : make(name);
  };
  return compact<Step>({
    id: id(step),
    name: nameOf(step),
    title: titleOf(step),
    doc: step.statement.doc,
    hypothesis: isHypothesis(step, grounded),
    at: timeIn(first('at')),
    takes: durationIn(first('takes'), 'duration'),
    waits: durationIn(first('waits'), 'duration'),
    does: sayings(step, 'does', context),
    thinks: sayings(step, 'thinks', context),
    says: sayings(step, 'says', context),
    sees: sayings(step, 'sees', context),
    hears: sayings(step, 'hears', context),
    feelings: feelingsAt(step, personas).map(({ persona, score, node }) =>
      compact({
        id: persona === undefined || textOf(node, 'persona') !== undefined || personas.length < 2 ? id(node) : `${id(node)}@${persona}`,
        persona,
        score: Math.max(-2, Math.min(2, score)),
        word: textOf(node, 'text'),
      }),
    ),
    absent: personas.filter((persona) => absentAt(step).includes(nameKey(persona))),
    expects: expectations(step, context),
    touchpoints: all('touchpoint', (node) => touchpointOf(node, context)),
    silences: all('silence', (node) => compact({ id: id(node), text: textOf(node, 'text') ?? '', lasts: durationIn(node, 'lasts') })),
    moments: childrenOf(step, 'moment').flatMap((node) => {
      const kind = textOf(node, 'choice') as Step['moments'][number]['kind'] | undefined;
      return kind ? [compact({ id: id(node), kind, text: textOf(node, 'text') })] : [];
    }),
    pains: all('pain', (node) =>
      compact({
        id: id(node),
        text: textOf(node, 'text') ?? '',
        persona: textOf(node, 'persona'),
        severity: textOf(node, 'severity') as Step['pains'][number]['severity'],
        actions: actionsUnder(node, context),
      }),
    ),
    opportunities: all('opportunity', (node) =>
      compact({
        id: id(node),
        text: textOf(node, 'text') ?? '',
        impact: textOf(node, 'impact') as Step['opportunities'][number]['impact'],
        effort: textOf(node, 'effort') as Step['opportunities'][number]['effort'],
        owner: named(node, 'owner', (name) => teamNamed(name, context)),
        actions: actionsUnder(node, context),
      }),
    ),
    actions: actionsUnder(step, context),
    promises: all('promises', (node) => promiseOf(node, context)),
    listens: all('listens', (node) => listeningPost(node, context)),
    frontstage: all('frontstage', work),
    backstage: all('backstage', work),
    handoffs: childrenOf(step, 'handoff').flatMap((node) => {
      const to = named(node, 'to', (name) => teamNamed(name, context));
      const from = named(node, 'from', (name) => teamNamed(name, context));
      const text = textOf(node, 'text');
      return to || from || text ? [compact({ id: id(node), from, to, text, after: durationIn(node, 'after') })] : [];
    }),
    metrics: metrics(step, context),
    evidence: evidence(step, context),
    decides: notes(step, 'decides', context),
    next: [],
    ends: all('ends', (node) => compact({ id: id(node), text: textOf(node, 'text'), when: textOf(node, 'when') })),
    alongside: undefined,
    replaces: stepsBefore(step, 'replaces', context),
    drops: stepsBefore(step, 'drops', context),
  });
}

function journeyNamed(node: Node | undefined, { folder }: Context): Named | undefined {
  const name = node && textOf(node, 'ref');
  const found = name === undefined ? undefined : folder.find('journey', name)[0];
  return name === undefined ? undefined : { name, title: (found && titleOf(found.node)) || name };
}

function stepsBefore(step: Node, kind: 'replaces' | 'drops', context: Context): Named[] {
  const names = childrenOf(step, kind).flatMap((node) => namesIn(node, 'refs').map(({ text }) => text));
  const journey = names.length ? above(step, 'journey') : undefined;
  const [before] = journey ? improvedBy(journey, context) : [];
  return names.map((name) => {
    const found = before && stepNamed(before.node, name);
    return { name, title: (found && titleOf(found)) || name };
  });
}

/** The persona of a name: its card where some file declares it, else the name alone. */
export function personaNamed(name: string, context: Context): Persona {
  const declaration = declarationOf(context.folder, 'persona', name) ?? namelessIn(context);
  const empty = { goals: [], needs: [], motivations: [], frustrations: [], prefers: [], evidence: [] };
  if (!declaration) return { id: `persona:${name}`, name, title: name, declared: false, ...empty };
  const { node, document } = declaration;
  const texts = (kind: Parameters<typeof childrenOf>[1]): string[] =>
    childrenOf(node, kind).flatMap((child) => textOf(child, 'text') ?? []);
  const channels = childrenOf(node, 'prefers').flatMap((child) => namesIn(child, 'refs').map(({ text }) => channelNamed(text, context)));
  return compact<Persona>({
    id: idOf(document, node),
    name,
    title: titleOf(node) || name,
    declared: true,
    role: texts('role')[0],
    segment: texts('segment')[0],
    quote: texts('quote')[0],
    photo: texts('photo')[0],
    goals: texts('goal'),
    needs: texts('need'),
    motivations: texts('motivation'),
    frustrations: texts('frustration'),
    prefers: channels.map(({ title }) => title),
    channels: channels.length > 0 ? channels : undefined,
    evidence: evidence(node, { ...context, document }),
  });
}

/** The only persona of the file whose name is missing, as happens while it is typed: it stands in for a name that nobody has. */
function namelessIn({ document }: Context): { node: Node; document: Context['document'] } | undefined {
  const nameless = document.roots.filter((node) => node.kind === 'persona' && !nameOf(node));
  return nameless.length === 1 && nameless[0]?.children.length ? { node: nameless[0], document } : undefined;
}

function notes(holder: Node, kind: 'goal' | 'business goal' | 'learn' | 'decides', { document }: Context): Note[] {
  return childrenOf(holder, kind).map((node) => ({ id: idOf(document, node), text: textOf(node, 'text') ?? '' }));
}

function sayings(step: Node, kind: 'does' | 'thinks' | 'says' | 'sees' | 'hears', { document }: Context): Saying[] {
  return childrenOf(step, kind).map((node) =>
    compact({ id: idOf(document, node), text: textOf(node, 'text') ?? '', persona: textOf(node, 'persona') }),
  );
}

function expectations(holder: Node, { document }: Context): Expectation[] {
  return childrenOf(holder, 'expects').map((node) => {
    const met = textOf(node, 'met');
    return compact({ id: idOf(document, node), text: textOf(node, 'text') ?? '', met: met === undefined ? undefined : met === 'met' });
  });
}

function evidence(holder: Node, { document }: Context): Evidence[] {
  return childrenOf(holder, 'evidence').map((node) =>
    compact({ id: idOf(document, node), text: textOf(node, 'text') ?? '', link: textOf(node, 'link') }),
  );
}

function metrics(holder: Node, context: Context): Metric[] {
  return childrenOf(holder, 'metric').map((node) => {
    const file = textOf(node, 'file');
    const measured = textOf(node, 'value') === undefined ? measuredValue(node, context) : undefined;
    const day = textOf(node, 'on');
    return compact<Metric>({
      id: idOf(context.document, node),
      name: textOf(node, 'label') ?? '',
      value: measured ? quantityOf(measured.text) : quantityIn(node, 'value'),
      target: quantityIn(node, 'target'),
      on: day === undefined ? measured?.on : isoDate(day),
      from: file === undefined ? undefined : compact({ file, column: textOf(node, 'column') }),
    });
  });
}
