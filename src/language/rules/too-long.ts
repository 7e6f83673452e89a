import type { JourneyDocument } from '../document.ts';
import { english, say, short, type Tongue } from '../message.ts';
import { channelOf, journeysOf, mentionsOf, ownerOf, personasOf, stepsOf, touchpointTitle } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { above, childrenOf, inFile, type Node, nameOf, nameSpan, namesIn, titleOf } from '../tree/node.ts';
import { lineBreakOf, literal, toWrite, written } from './edits.ts';
import { type FoundFix, optionOf, type Rule, type RuleContext } from './rule.ts';

export const tooLong: Rule = {
  code: 'too-long',
  severity: 'info',
  finds: 'a journey of more than 8 stages or 40 steps',
  why: 'What does not fit on a wall is not read. A long journey tells more as a few, each with its own goal and curve, under the larger one that they are part of.',
  example: {
    wrong: `persona Vera\njourney "A year with us" for Vera\n${stages(1, 9)}`,
    right: `persona Vera\njourney "A year with us" for Vera\n${stages(1, 5)}journey "The rest of the year" for Vera\n  part of "A year with us"\n${stages(6, 9)}`,
  },
  fix: 'Splits the last stages off into a journey of their own that is `part of` this one. It is offered where nothing on one side of the cut names or explains anything on the other.',
  options: {
    stages: { default: 8, least: 1, about: 'how many stages a journey may have' },
    steps: { default: 40, least: 1, about: 'how many steps a journey may have' },
  },
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step'],
  *check(context) {
    const most: Size = { stages: optionOf(context, tooLong, 'stages'), steps: optionOf(context, tooLong, 'steps') };
    for (const journey of journeysOf(context.document)) {
      if (journey.implied) continue;
      const own = childrenOf(journey, 'stage').filter(({ implied }) => !implied);
      const size = sizeOf(own);
      if (fits(size, most)) continue;
      const title = short(titleOf(journey));
      yield {
        node: journey,
        ...nameSpan(journey),
        message:
          size.stages > most.stages
            ? say(
                '“{0}” has {1} stages, and more than {2} are hard to see as one way. Split it into parts.',
                title,
                size.stages,
                most.stages,
              )
            : say('“{0}” has {1} steps, and more than {2} are hard to see as one way. Split it into parts.', title, size.steps, most.steps),
        fixes: split(journey, own, most, context),
      };
    }
  },
};

/** The stages of the example, numbered. */
function stages(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `stage Month${from + index}\n  step month${from + index}\n`).join('');
}

interface Size {
  stages: number;
  steps: number;
}

function sizeOf(own: readonly Node[]): Size {
  return { stages: own.length, steps: own.reduce((sum, stage) => sum + stepsIn(stage), 0) };
}

function stepsIn(stage: Node): number {
  return childrenOf(stage, 'step').filter(({ implied }) => !implied).length;
}

function fits(size: Size, most: Size): boolean {
  return size.stages <= most.stages && size.steps <= most.steps;
}

/** The fix that cuts a journey where its halves are the most alike, of the cuts that leave both short enough and change nothing else. */
function split(journey: Node, own: readonly Node[], most: Size, context: RuleContext): FoundFix[] {
  if (!nameKey(nameOf(journey)) || stepsOf(journey).some(({ implied }) => implied)) return [];
  const all = sizeOf(own);
  let steps = 0;
  const cuts = own
    .map((stage, at) => {
      const before = { stages: at, steps };
      steps += stepsIn(stage);
      return { stage, at, before, after: { stages: all.stages - at, steps: all.steps - before.steps } };
    })
    .filter(({ at, before, after }) => at > 0 && fits(before, most) && fits(after, most))
    .sort((a, b) => Math.abs(a.before.steps - a.after.steps) - Math.abs(b.before.steps - b.after.steps) || a.at - b.at);
  if (!cuts.length) return [];
  const crossed = crossings(journey, own, context);
  const cut = cuts.find(({ at, stage }) => !crossed[at] && opensLine(context.document, stage));
  if (!cut) return [];
  const { document, tongue = english } = context;
  const at = startWithComments(document, cut.stage);
  const eol = lineBreakOf(document);
  return [
    {
      title: say('Split off what begins with “{0}”', short(titleOf(cut.stage))),
      edits: [{ start: at, end: at, text: `${heading(journey, document, tongue, eol)}${eol}${eol}`, snippet: true }],
      preferred: true,
    },
  ];
}

/** What the new journey says of itself: whose it is and what it is part of, and all that it has in common with the one it comes from. */
function heading(journey: Node, document: JourneyDocument, tongue: Tongue, eol: string): string {
  const shared = ['type', 'view', 'channels', 'involves', 'evidence', 'reviewed'];
  const personas = personasOf(journey).map(({ text }) => written(text));
  const lines = journey.children
    .filter((child) => shared.includes(child.kind) && !child.misplaced)
    .map((child) => {
      const { start, end } = inFile(child, child.statement);
      return literal(document.text.slice(start, end));
    });
  return [
    `journey ${toWrite(1, tongue('the next part'))}${personas.length ? literal(` for ${personas.join(', ')}`) : ''}`,
    `part of ${literal(written(nameOf(journey)))}`,
    `goal ${toWrite(2, tongue('what the customer wants'))}`,
    ...lines,
  ].join(`${eol}  `);
}

/** For each stage, whether something before it and something from it on belong together, so that no journey may begin there. */
function crossings(journey: Node, own: readonly Node[], context: RuleContext): boolean[] {
  const indexOf = new Map(own.map((stage, index) => [stage, index]));
  const crossed: boolean[] = new Array(own.length).fill(false);
  const join = (a: number | undefined, b: number | undefined): void => {
    if (a === undefined || b === undefined) return;
    for (let at = Math.min(a, b) + 1; at <= Math.max(a, b); at++) crossed[at] = true;
  };
  const stageOf = (node: Node): number | undefined => indexOf.get(above(node, 'stage') as Node);
  const steps = stepsOf(journey);
  const named = new Map(steps.map((step) => [nameKey(nameOf(step)), step]));
  const moments = steps.flatMap((step) => (childrenOf(step, 'moment').length ? [stageOf(step) as number] : []));
  if (moments[0] !== undefined) join(0, moments[0]); // the first part keeps one
  const promised = new Map<string, number>();
  const touched = new Set<string>();
  for (const step of steps) {
    const here = stageOf(step);
    for (const node of step.children) {
      const names = node.kind === 'leads to' || node.kind === 'alongside' ? namesIn(node, 'ref') : [];
      for (const { text } of names) join(here, stageOf(named.get(nameKey(text)) ?? step));
      if (node.kind === 'replaces' || node.kind === 'drops') crossed.fill(true); // one of the two would improve nothing
      for (const promise of node.kind === 'promises' ? [node] : childrenOf(node, 'promises')) {
        const label = nameKey(promise.statement.items.label?.text ?? '');
        join(promised.get(label), here);
        promised.set(label, here as number);
      }
      if (node.kind !== 'touchpoint' || touched.has(nameKey(nameOf(node)))) continue;
      touched.add(nameKey(nameOf(node)));
      const mentions = mentionsOf(journey, nameOf(node));
      if (mentions.length > 1 && isToldByMention(mentions, context)) join(here, stageOf(mentions.at(-1) as Node));
    }
  }
  return crossed;
}

/** Whether one of the touchpoints of a name gets a part from another mention of it. */
function isToldByMention(mentions: readonly Node[], context: RuleContext): boolean {
  const all = new Set(mentions);
  const isHeard = mentions.some((mention) => childrenOf(mention, 'listens').length);
  return mentions.some((mention) => {
    if (isHeard && !childrenOf(mention, 'listens').length) return true;
    const from = [channelOf(mention, context)?.by, ownerOf(mention, context)?.by];
    return from.some((by) => by && by !== mention && all.has(by)) || touchpointTitle(mention, context) !== titleOf(mention);
  });
}

function opensLine({ lines, text }: JourneyDocument, node: Node): boolean {
  const { start } = inFile(node, node.statement);
  return text.slice(lines.startOfLine(lines.positionAt(start).line), start).trim() === '';
}

/** The start of the line of a stage, or of the first of the comments that stand directly above it. */
function startWithComments({ lines, text }: JourneyDocument, stage: Node): number {
  let line = lines.positionAt(inFile(stage, stage.statement).start).line;
  while (line > 0 && /^\s*\/\//.test(text.slice(lines.startOfLine(line - 1), lines.endOfLine(line - 1)))) line--;
  return lines.startOfLine(line);
}
