import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Tongue } from '../message.ts';
import type { Folder } from '../names/folder.ts';
import { choices, literal, written } from '../rules/edits.ts';
import { above, nameOf } from '../tree/node.ts';
import type { Open } from './what-may-come.ts';

interface Snippet {
  label: string;
  detail: string;
  /** The word of the language that finds it too, where its label in the reader's tongue does not hold it. */
  word?: string;
  /** As VS Code and the protocol write snippets. */
  text: string;
  /** Where it is offered. */
  fits: (open: Open) => boolean;
}

const inJourney = ({ innermost }: Open): boolean => above(innermost, 'journey') !== undefined;
/** The word alone, as it stands while it is typed, is no journey yet. */
const hasNoJourney = ({ document }: Open): boolean =>
  !document.roots.some((node) => node.kind === 'journey' && (nameOf(node) || node.children.length));

/** A text in quotes to be written over. */
const quoted = (stop: number, text: string): string => `"\${${stop}:${literal(text)}}"`;
/** A name of one word to be written over. */
const named = (stop: number, text: string): string => `\${${stop}:${literal(text)}}`;

const all = (folder: Folder, tongue: Tongue): readonly Snippet[] => [
  {
    label: tongue('journey map'),
    detail: tongue('a persona, a journey and its first step'),
    word: 'journey',
    text: [
      `persona ${named(1, 'Vera')} ${quoted(2, 'Vera Cruz')}`,
      `  role ${quoted(3, tongue('HR adviser'))}`,
      `  quote ${quoted(4, tongue('I just want it to work.'))}`,
      '',
      `team ${quoted(5, tongue('Service desk'))}`,
      `channel ${named(6, tongue('Portal'))} \${7|web,mobile,email,phone,chat,sms,social,mail,store,person,device,other|}`,
      '',
      `journey ${quoted(8, tongue('Order a new laptop'))} for ${named(1, 'Vera')}`,
      '  type current',
      `  goal ${quoted(9, tongue('Back at work quickly'))}`,
      '',
      `stage ${quoted(10, tongue('Request'))}`,
      `  goal ${quoted(11, tongue('Find out what she may order'))}`,
      '',
      `  step ${quoted(12, tongue('Look for the form'))}`,
      `    does ${quoted(13, tongue('Searches the intranet'))}`,
      `    thinks ${quoted(14, tongue('Which of these is mine?'))}`,
      `    feels \${15|-1,-2,0,1,2|} ${quoted(16, tongue('lost'))}`,
      `    touchpoint ${quoted(17, tongue('Order form'))} via ${named(6, tongue('Portal'))} owner ${quoted(5, tongue('Service desk'))}`,
      '$0',
    ].join('\n'),
    fits: hasNoJourney,
  },
  {
    label: 'stage …',
    detail: tongue('a stage with its goal and first step'),
    text: [
      `stage ${quoted(1, tongue('Stage'))}`,
      `  goal ${quoted(2, tongue('what the customer wants here'))}`,
      '',
      `  step ${quoted(3, tongue('First step'))}`,
      `    does ${quoted(4, tongue('what the customer does'))}`,
      `    feels \${5|0,-2,-1,1,2|} ${quoted(6, tongue('how it feels'))}$0`,
    ].join('\n'),
    fits: inJourney,
  },
  {
    label: 'step …',
    detail: tongue('a step with what is done, thought and felt'),
    text: [
      `step ${quoted(1, tongue('Step'))}`,
      `  does ${quoted(2, tongue('what the customer does'))}`,
      `  thinks ${quoted(3, tongue('what goes through her mind'))}`,
      `  feels \${4|0,-2,-1,1,2|} ${quoted(5, tongue('how it feels'))}$0`,
    ].join('\n'),
    fits: (open) => above(open.innermost, 'stage') !== undefined,
  },
  {
    label: 'touchpoint …',
    detail: tongue('a touchpoint with its channel, owner and listening post'),
    text: [
      `touchpoint ${quoted(1, tongue('Touchpoint'))} via ${nameIn(folder, 'channel', 2, tongue('Channel'))} owner ${nameIn(folder, 'team', 3, tongue('Team'))}`,
      `  listens ${quoted(4, tongue('how we hear about it'))}$0`,
    ].join('\n'),
    fits: (open) => above(open.innermost, 'step') !== undefined,
  },
];

/** A choice of the declared names of a scope, or, where there is none, a name to be written. */
function nameIn(folder: Folder, scope: 'channel' | 'team', stop: number, otherwise: string): string {
  const names = folder.namesOf(scope).slice(0, 30);
  return names.length
    ? choices(
        stop,
        names.map((name) => written(name)),
      )
    : named(stop, otherwise);
}

/** The snippets that fit what is open. What they put in a writer's mouth is in the tongue. */
export function snippets(open: Open, folder: Folder, tongue: Tongue): CompletionItem[] {
  return all(folder, tongue)
    .filter(({ fits }) => fits(open))
    .map(({ label, detail, word = '', text, fits }) => ({
      label,
      detail,
      kind: CompletionItemKind.Snippet,
      insertText: text,
      insertTextFormat: InsertTextFormat.Snippet,
      filterText: label.includes(word) ? label.replace(' …', '') : `${word} ${label}`,
      sortText: fits === hasNoJourney && !open.innermost ? '0' : `2${label}`,
    }));
}
