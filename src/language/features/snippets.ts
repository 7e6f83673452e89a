import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Folder } from '../names/folder.ts';
import { choices, literal, written } from '../rules/edits.ts';
import { above } from '../tree/node.ts';
import type { Open } from './what-may-come.ts';

interface Snippet {
  label: string;
  detail: string;
  /** As VS Code and the protocol write snippets. */
  text: string | ((folder: Folder) => string);
  /** Where it is offered. */
  fits: (open: Open) => boolean;
}

const inJourney = ({ innermost }: Open): boolean => above(innermost, 'journey') !== undefined;

const all: readonly Snippet[] = [
  {
    label: 'journey map',
    detail: 'a persona, a journey and its first step',
    text: [
      'persona ${1:Vera} "${2:Vera Cruz}"',
      '  role "${3:HR adviser}"',
      '  quote "${4:I just want it to work.}"',
      '',
      'team "${5:Service desk}"',
      'channel ${6:Portal} ${7|web,mobile,email,phone,chat,sms,social,mail,store,person,device,other|}',
      '',
      'journey "${8:Order a new laptop}" for ${1:Vera}',
      '  type current',
      '  goal "${9:Back at work quickly}"',
      '',
      'stage ${10:Request}',
      '  goal "${11:Find out what she may order}"',
      '',
      '  step "${12:Look for the form}"',
      '    does "${13:Searches the intranet}"',
      '    thinks "${14:Which of these is mine?}"',
      '    feels ${15|-1,-2,0,1,2|} "${16:lost}"',
      '    touchpoint "${17:Order form}" via ${6:Portal} owner "${5:Service desk}"',
      '$0',
    ].join('\n'),
    fits: ({ document }) => !document.roots.some((node) => node.kind === 'journey'),
  },
  {
    label: 'stage …',
    detail: 'a stage with its goal and first step',
    text: 'stage "${1:Stage}"\n  goal "${2:what the customer wants here}"\n\n  step "${3:First step}"\n    does "${4:what the customer does}"\n    feels ${5|0,-2,-1,1,2|} "${6:how it feels}"\n    $0',
    fits: inJourney,
  },
  {
    label: 'step …',
    detail: 'a step with what is done, thought and felt',
    text: 'step "${1:Step}"\n  does "${2:what the customer does}"\n  thinks "${3:what goes through her mind}"\n  feels ${4|0,-2,-1,1,2|} "${5:how it feels}"\n  $0',
    fits: (open) => above(open.innermost, 'stage') !== undefined,
  },
  {
    label: 'touchpoint …',
    detail: 'a touchpoint with its channel, owner and listening post',
    text: (folder) =>
      `touchpoint "\${1:Touchpoint}" via ${nameIn(folder, 'channel', 2, 'Channel')} owner ${nameIn(folder, 'team', 3, 'Team')}\n  listens "\${4:how we hear about it}"$0`,
    fits: (open) => above(open.innermost, 'step') !== undefined,
  },
];

/** A choice of the declared names of a scope, or, where there is none, a name to be written. */
function nameIn(folder: Folder, scope: 'channel' | 'team', stop: number, otherwise: string): string {
  const names = folder.namesOf(scope).slice(0, 30);
  return names.length
    ? choices(
        stop,
        names.map((name) => literal(written(name))),
      )
    : `\${${stop}:${otherwise}}`;
}

/** The snippets that fit what is open. */
export function snippets(open: Open, folder: Folder): CompletionItem[] {
  return all
    .filter(({ fits }) => fits(open))
    .map(({ label, detail, text }) => ({
      label,
      detail,
      kind: CompletionItemKind.Snippet,
      insertText: typeof text === 'string' ? text : text(folder),
      insertTextFormat: InsertTextFormat.Snippet,
      filterText: label.replace(' …', ''),
      sortText: label === 'journey map' && !open.innermost ? '0' : `2${label}`,
    }));
}
