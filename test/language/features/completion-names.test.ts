import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completions } from '../../../src/language/features/completion.ts';
import { askedIn, resolved } from '../../../src/language/features/completion-resolve.ts';
import { today } from '../any-text.ts';
import { withCursor } from '../cursor.ts';
import { read } from '../facts.ts';

const others = {
  'file:///maps/current.journey': `persona Vera "Vera Cruz"
  role "HR adviser"
team Desk
team Carrier external
team Buyers customer
channel Phone phone
channel Portal web
system CMDB
system Tracker external
touchpoint Form "The form" via Portal owner Desk
journey Order "Order a laptop" for Vera
  type current
stage Request
  step form "Look for the form"
  step call
stage Wait
  step wait
journey Whole "The first year" for Vera
  type future
`,
};

function offered(marked: string): { items: CompletionItem[]; context: ReturnType<typeof read> } {
  const { text, offset } = withCursor(marked);
  const context = read(text, others);
  const items = completions(context, offset, today).sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  return { items, context };
}

const labels = (marked: string): string[] => offered(marked).items.map(({ label }) => label);

const journey = `journey New for Vera
  improves Order
stage Request
  step "Fill in the form"
    replaces form
    touchpoint Chat via Phone owner Carrier
    touchpoint Chat
    touchpoint Form
  step pay
    backstage "x" by Desk using CMDB
    backstage "y" by Carrier
`;

describe('names come in the order in which they are likely', () => {
  test.each<[where: string, text: string, expected: string[]]>([
    ['a channel: the one that the journey uses', `${journey}touchpoint X via |`, ['Phone', 'Portal']],
    ['a team: those of the journey by how often', `${journey}touchpoint X owner |`, ['Carrier', 'Desk', 'Buyers']],
    ['a touchpoint: by how often it is named, then those declared', `${journey}    touchpoint |`, ['Chat', 'Form']],
    ['the systems that are left', `${journey}    backstage "z" using CMDB, |`, ['Tracker']],
    [
      'a step that follows: what comes below first',
      `${journey}    leads to |\n  step ship\n  step use\n`,
      ['ship', 'use', 'Fill in the form'],
    ],
    [
      'a step alongside: the one above, of the same stage alone',
      `${journey}    alongside |\n  step ship\nstage Later\n  step use\n`,
      ['Fill in the form', 'ship'],
    ],
    ['a step that a future map drops: those that it says nothing of yet', `${journey}    drops |`, ['call', 'wait', 'form']],
    ['a journey that is improved: one of today, never itself', 'journey New\n  improves |', ['Order', 'Whole']],
    ['a journey that it is part of', 'journey New\n  part of |', ['Order', 'Whole']],
    ['the name of a stage of a future map: one of the current map that is not there yet', `${journey}stage |`, ['Wait']],
    [
      'the name of a step of a future map: those of the stage first',
      `journey New\n  improves Order\nstage Wait\n  step call\n  step |`,
      ['wait', 'form'],
    ],
    ['no name for a step of any other map', 'journey New\nstage S\n  step |', []],
    ['no step where the map improves none', 'journey New\nstage S\n  step a\n    drops |', []],
  ])('for %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('beside a name stands what it is', () => {
  const detail = (text: string, label: string): string | undefined => offered(text).items.find((item) => item.label === label)?.detail;
  test.each([
    ['journey J for |', 'Vera', 'Vera Cruz'],
    ['journey J\nstage S owner |', 'Carrier', 'external: not ours'],
    ['journey J\nstage S owner |', 'Buyers', 'the customer’s own people'],
    ['journey J\nstage S owner |', 'Desk', 'one of our teams'],
    [`${journey}touchpoint X via |`, 'Portal', 'web'],
    [`${journey}touchpoint |`, 'Form', 'Portal · Desk'],
    [`${journey}touchpoint |`, 'Chat', 'Phone · Carrier'],
    [`${journey}    backstage "z" using |`, 'Tracker', 'external: not ours'],
    [`${journey}    backstage "z" using |`, 'CMDB', 'system'],
    [`${journey}    drops |`, 'form', 'Look for the form'],
    ['journey New\n  improves |', 'Order', 'Order a laptop'],
  ])('%j', (text, label, expected) => {
    expect(detail(text, label)).toBe(expected);
  });
});

describe('a name is found', () => {
  test('by its title too', () => {
    const item = offered(`${journey}    drops |`).items.find(({ label }) => label === 'form');
    expect(item?.filterText).toBe('form Look for the form');
    expect(offered(`${journey}    drops "|`).items.find(({ label }) => label === 'form')?.filterText).toMatch(/^"form" /);
  });
});

describe('the card of a name is told once it is asked for', () => {
  const documentation = (text: string, label: string): string => {
    const { items, context } = offered(text);
    const item = items.find((candidate) => candidate.label === label) as CompletionItem;
    expect(item.documentation).toBeUndefined();
    expect(askedIn(item)).toBe('file:///maps/map.journey');
    return JSON.stringify(resolved(item, context).documentation);
  };
  test.each([
    ['journey J for |', 'Vera', 'HR adviser'],
    ['journey J\nstage S owner |', 'Desk', 'one of our teams'],
    [`${journey}touchpoint |`, 'Chat', 'Phone'],
    [`${journey}    drops |`, 'form', 'Look for the form'],
    ['journey New\n  improves |', 'Order', 'Request'],
    [`${journey}stage |`, 'Wait', 'wait'],
  ])('%j', (text, label, shown) => {
    expect(documentation(text, label)).toContain(shown);
  });

  test('and what is no name stays as it is, also with odd data', () => {
    const { context } = offered('journey J\n|');
    for (const data of [undefined, null, 1, { uri: 1 }, { uri: 'x', name: 'y', at: 1e9, scope: 'team' }]) {
      const item = { label: 'x', data };
      expect(resolved(item, context)).toEqual(item);
    }
  });
});
