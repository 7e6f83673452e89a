import { nodeAt } from '../../document.ts';
import { english, say, short, type Tongue, toText } from '../../message.ts';
import type { Context } from '../../names/facts.ts';
import { inQuotes } from '../../read/items.ts';
import { scoreOf } from '../../read/values.ts';
import { lineBreakOf, written } from '../../rules/edits.ts';
import { above, childrenOf, type Node, nameOf, namesIn, textOf, titleOf } from '../../tree/node.ts';
import type { Client } from '../code-actions-edit.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * Of a current map: a future one that improves it, at the end of the file or in a new one beside it. It has the same personas, goals, stages,
 * steps, ways and touchpoints, and the same scores to start from; what was seen, measured and suffered in the present is left out.
 */
export function futureMap({ document, folder, tongue = english }: Context, offset: number, client: Client): Refactoring[] {
  const at = nodeAt(document, offset);
  const journey = above(at, 'journey');
  if (!at || !journey || journey.implied || !nameOf(journey) || above(at, 'stage')) return [];
  const type = textOf(childrenOf(journey, 'type')[0] ?? journey, 'choice');
  if ((type !== undefined && type !== 'current') || childrenOf(journey, 'improves').length) return [];
  const name = freshName(titleOf(journey), (candidate) => folder.find('journey', candidate).length > 0, tongue);
  const eol = lineBreakOf(document);
  const lines = journeyLines(journey, name, tongue);
  const end = document.text.length;
  const gap = /(?:^|[\r\n])[^\S\r\n]*$/.test(document.text) ? eol : `${eol}${eol}`;
  const kind = 'refactor.rewrite';
  const text = lines.join(eol) + eol;
  const below: Refactoring = {
    title: say('Write a future map that improves “{0}”', short(titleOf(journey))),
    kind,
    edits: [{ start: end, end, text: gap + text }],
  };
  const uri = client.creates ? freshFile(document.uri, (candidate) => folder.get(candidate) !== undefined, tongue) : undefined;
  if (!uri) return [below];
  const title = say('Write a future map that improves “{0}”, in a file of its own', short(titleOf(journey)));
  return [below, { title, kind, edits: [], creates: [{ uri, text }] }];
}

function freshName(title: string, isTaken: (name: string) => boolean, tongue: Tongue): string {
  const first = toText(say('{0}, future', title), tongue);
  let name = first;
  for (let number = 2; isTaken(name); number++) name = `${first} ${number}`;
  return name;
}

/** The address of a file that is not there yet: `order-future.journey` beside `order.journey`. */
function freshFile(uri: string, isTaken: (uri: string) => boolean, tongue: Tongue): string | undefined {
  if (uri.startsWith('untitled:') || !uri.endsWith('.journey')) return undefined;
  const base = `${uri.slice(0, -'.journey'.length)}-${encodeURIComponent(tongue('future'))}`;
  let file = `${base}.journey`;
  for (let number = 2; isTaken(file); number++) file = `${base}-${number}.journey`;
  return file;
}

function journeyLines(journey: Node, name: string, tongue: Tongue): string[] {
  const personas = childrenOf(journey, 'for').flatMap((child) => namesIn(child, 'refs').map(({ text }) => written(text)));
  const own = ['view', 'scenario', 'scope', 'goal', 'business goal', 'expects', 'channels', 'metric', 'part of'];
  return [
    `journey ${written(name)}${personas.length ? ` for ${personas.join(', ')}` : ''}`,
    '  type future',
    `  improves ${written(nameOf(journey))}`,
    ...journey.children.filter(({ kind }) => own.includes(kind)).flatMap((child) => indented(1, sentence(child))),
    ...childrenOf(journey, 'stage').flatMap((stage, index) => ['', ...stageLines(stage, index, tongue)]),
  ];
}

function stageLines(stage: Node, index: number, tongue: Tongue): string[] {
  const own = ['goal', 'business goal', 'expects', 'metric'];
  const owner = textOf(childrenOf(stage, 'owner')[0] ?? stage, 'ref');
  return [
    `stage ${nameAndTitle(stage, `${tongue('New stage')} ${index + 1}`)}${owner ? ` owner ${written(owner)}` : ''}`,
    ...stage.children.filter(({ kind }) => own.includes(kind)).flatMap((child) => indented(1, sentence(child))),
    ...childrenOf(stage, 'step')
      .filter((step) => nameOf(step))
      .flatMap((step) => ['', ...stepLines(step)]),
  ];
}

function stepLines(step: Node): string[] {
  const own = ['does', 'feels', 'absent', 'touchpoint', 'expects', 'decides', 'leads to', 'ends', 'alongside'];
  return [
    `  step ${nameAndTitle(step, '')}`,
    ...step.children
      .filter(({ kind }) => own.includes(kind))
      .flatMap((child) => [
        ...indented(2, sentence(child)),
        ...(child.kind === 'touchpoint' ? childrenOf(child, 'listens').flatMap((post) => indented(3, sentence(post))) : []),
      ]),
  ];
}

function indented(depth: number, line: string | undefined): string[] {
  return line ? [`${'  '.repeat(depth)}${line}`] : [];
}

function nameAndTitle(node: Node, otherwise: string): string {
  const title = textOf(node, 'title');
  return `${written(nameOf(node) || otherwise)}${title === undefined ? '' : ` ${inQuotes(title)}`}`;
}

/** What a statement says that holds for the future too, as one line; nothing where its main thing is missing. */
function sentence(node: Node): string | undefined {
  const text = textOf(node, 'text');
  const label = textOf(node, 'label');
  const ref = textOf(node, 'ref');
  const names = namesIn(node, 'refs').map((item) => written(item.text));
  const quoted = text === undefined ? '' : ` ${inQuotes(text)}`;
  const part = (
    word: string,
    slot: 'via' | 'owner' | 'target' | 'from' | 'to' | 'when' | 'persona',
    how: (value: string) => string,
  ): string => {
    const value = textOf(node, slot);
    return value === undefined ? '' : ` ${word}${word ? ' ' : ''}${how(value)}`;
  };
  const asIs = (value: string): string => value;
  switch (node.kind) {
    case 'view':
      return textOf(node, 'choice') && `view ${textOf(node, 'choice')}`;
    case 'scenario':
    case 'goal':
    case 'business goal':
    case 'expects':
    case 'decides':
      return quoted && `${node.kind}${quoted}`;
    case 'scope':
      return `scope${part('from', 'from', inQuotes)}${part('to', 'to', inQuotes)}`;
    case 'channels':
    case 'absent':
      return names.length ? `${node.kind} ${names.join(', ')}` : undefined;
    case 'part of':
    case 'alongside':
      return ref && `${node.kind} ${written(ref)}`;
    case 'leads to':
      return ref && `leads to ${written(ref)}${part('when', 'when', inQuotes)}`;
    case 'metric':
      return label && textOf(node, 'target') && `metric ${written(label)}${part('target', 'target', asIs)}`;
    case 'does':
      return quoted && `does${part('', 'persona', written)}${quoted}`;
    case 'feels':
      return isScore(textOf(node, 'score')) ? `feels${part('', 'persona', written)} ${textOf(node, 'score')}` : undefined;
    case 'ends':
      return `ends${quoted}${part('when', 'when', inQuotes)}`;
    case 'touchpoint':
      return nameOf(node) && `touchpoint ${nameAndTitle(node, '')}${part('via', 'via', written)}${part('owner', 'owner', written)}`;
    case 'listens':
      return quoted && `listens${quoted}`;
    default:
      return undefined;
  }
}

/** Whether a feeling can start from it. */
function isScore(text: string | undefined): boolean {
  const score = scoreOf(text ?? '');
  return score !== undefined && Number.isInteger(score) && Math.abs(score) <= 2;
}
