import { dirname } from 'node:path';
import type { CompletionItem } from 'vscode-languageserver-types';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { completions } from '../../src/language/features/completion.ts';
import { Folder, nameKey, type SharedScope, sharedScopes } from '../../src/language/names/folder.ts';
import { improvedBy, referencesIn } from '../../src/language/names/references.ts';
import type { Span } from '../../src/language/read/statement.ts';
import { definitionOf, type Scope } from '../../src/language/statements.ts';
import { above, inFile, type Node, nameOf, namesIn } from '../../src/language/tree/node.ts';
import { today } from '../language/any-text.ts';
import { samples } from './samples.ts';
import type { Soak } from './soak.ts';

/** Something that a sample says and that completion can know: a word of the language, or a name. */
export interface Goal extends Span {
  label: string;
  /** On a name, what it names. */
  scope?: Scope;
  node: Node;
}

/** A sample in its folder. */
interface Sample {
  path: string;
  whole: JourneyDocument;
  folder: Folder;
  goals: Goal[];
}

const wholes: readonly Sample[] = samples.map(({ path, text }) => {
  const folder = new Folder();
  for (const other of samples) {
    if (other.path !== path && dirname(other.path) === dirname(path)) folder.set(readDocument(`file:///${other.path}`, 1, other.text));
  }
  const whole = readDocument(`file:///${path}`, 1, text);
  return { path, whole, folder, goals: whole.nodes.flatMap(goalsIn).sort((a, b) => a.start - b.start) };
});

function goalsIn(node: Node): Goal[] {
  if (node.implied || node.kind === 'unreadable') return [];
  const definition = definitionOf(node.kind);
  const { keyword, words, items } = node.statement;
  const goals: Goal[] = [{ ...inFile(node, keyword), label: definition.word, node }];
  for (const { word, slot, takes } of [...definition.parts, ...definition.head.map((place) => ({ ...place, word: '' }))]) {
    const said = words?.[slot];
    if (said) goals.push({ ...inFile(node, said), label: word, node });
    const item = items[slot];
    if (item && (takes.is === 'choice' || takes.is === 'flag' || takes.is === 'score'))
      goals.push({ ...inFile(node, item), label: item.text, node });
    // Those on the line of a journey or stage belong to its `for` and `owner`, which are nodes of their own.
    if (takes.is === 'ref' && (node.kind === 'journey' || node.kind === 'stage'))
      for (const name of namesIn(node, slot)) goals.push({ ...inFile(node, name), label: name.text, scope: takes.scope, node });
  }
  for (const { item, scope } of referencesIn(node)) goals.push({ ...inFile(node, item), label: item.text, scope, node });
  if (node.kind === 'touchpoint' && node.parent && items.name)
    goals.push({ ...inFile(node, items.name), label: nameOf(node), scope: 'touchpoint', node });
  return goals;
}

/** Whether a name is known without the statement that is being written: declared, a step where it may be named, a touchpoint of the journey. */
function isKnown({ label, scope, node, start }: Goal, document: JourneyDocument, folder: Folder): boolean {
  if (!scope) return true;
  const key = nameKey(label);
  const isOther = ({ base, statement }: Node): boolean => base + statement.end < start || base + statement.start > start;
  if (sharedScopes.includes(scope as SharedScope)) {
    if (folder.find(scope as SharedScope, label).some((declared) => declared.document !== document || isOther(declared.node))) return true;
    if (scope !== 'touchpoint') return false;
  }
  const journeys = document.nodes.filter(({ kind, base, statement }) => kind === 'journey' && base + statement.start < start);
  const journey = journeys.at(-1);
  if (!journey) return false;
  if (node.kind === 'replaces' || node.kind === 'drops') {
    return improvedBy(journey, { document, folder }).some((current) =>
      current.document.nodes.some(
        (step) => step.kind === 'step' && above(step, 'journey') === current.node && nameKey(nameOf(step)) === key,
      ),
    );
  }
  const own = document.nodes.findLast((step) => step.kind === 'step' && step.base + step.statement.start < start);
  return document.nodes.some(
    (other) =>
      other.kind === scope &&
      other !== own &&
      above(other, 'journey') === journey &&
      isOther(other) &&
      nameKey(nameOf(other)) === key &&
      (node.kind !== 'alongside' || other.parent === own?.parent),
  );
}

/** Whether an editor that was given these items would still show the one that is meant once so much of it is typed. */
function isOffered(items: readonly CompletionItem[], { label }: Goal, typed: string): boolean {
  const [first = '', second] = label.split(' ');
  // Of a keyword of two words the second is offered by itself once the first stands.
  const isSecond = second !== undefined && new RegExp(`^${first}\\s+(?<half>.*)$`, 'i').exec(typed);
  const wanted = isSecond ? [second, label] : [label];
  const half = isSecond ? (isSecond.groups?.half ?? '') : typed;
  return items.some((item) => {
    const filter = (item.filterText ?? item.label).toLowerCase();
    return wanted.includes(item.label) && [half, half.replace(/^"/, ''), typed].some((each) => filter.startsWith(each.toLowerCase()));
  });
}

/** Where completion was asked, and did not offer what stands there in the sample. */
export interface Half {
  asked: number;
  missed: string[];
}

/**
 * Asks for completion before and within something that a sample says, letter by letter.
 *
 * @param ends - Whether the text ends at the cursor; else all that follows the word stands behind it, as where a word is written anew.
 */
function typedAt({ path, whole, folder }: Sample, goal: Goal, ends: boolean, half: Half): void {
  for (let at = goal.start; at < goal.end; at++) {
    const text = whole.text.slice(0, at) + (ends ? '' : whole.text.slice(goal.end));
    const document = readDocument(whole.uri, 1, text);
    folder.set(document);
    if (!isKnown(goal, document, folder)) continue;
    half.asked++;
    if (isOffered(completions({ document, folder }, at, today), goal, text.slice(goal.start, at))) continue;
    const { line } = document.lines.positionAt(at);
    half.missed.push(`${path}:${line + 1} ${goal.label}, at ${JSON.stringify(text.slice(document.lines.startOfLine(line), at))}`);
  }
}

const goals = wholes.flatMap((sample) => sample.goals.map((goal) => ({ sample, goal })));

/** The completions of one thing that a sample says. */
export function halfTyped(index: number): Half {
  const { sample, goal } = goals[index % goals.length] as (typeof goals)[number];
  const half: Half = { asked: 0, missed: [] };
  for (const ends of [true, false]) typedAt(sample, goal, ends, half);
  return half;
}

const soak: Soak = {
  name: 'completion offers every word and known name of the samples while it is typed',
  full: goals.length,
  small: Math.ceil(goals.length / 40),
  async run(seed) {
    // Steps of a prime number spread a small share over all samples.
    const { missed } = halfTyped(seed * 1009);
    if (missed.length) throw new Error(missed.join('\n'));
    return undefined;
  },
};

export default soak;
