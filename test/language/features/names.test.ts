import { describe, expect, test } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../../../src/language/document.ts';
import { highlights, references } from '../../../src/language/features/references.ts';
import { CannotRename, rename, renameable } from '../../../src/language/features/rename.ts';
import { workspaceSymbols } from '../../../src/language/features/workspace-symbols.ts';
import { toText } from '../../../src/language/message.ts';
import type { Context } from '../../../src/language/names/facts.ts';
import { check } from '../../../src/language/rules/index.ts';
import { withCursor } from '../cursor.ts';
import { read } from '../facts.ts';

const today = '2026-10-15';
const teams = 'file:///maps/teams.journey';
const future = 'file:///maps/future.journey';
const others = {
  [teams]:
    'persona Vera "Vera Cruz"\n  prefers Phone\nteam "Service desk"\nchannel Phone phone\ntouchpoint Hotline via Phone owner "Service desk"\n',
  [future]: 'journey "Order, future" for Vera\n  improves Order\nstage Request\n  step call\n    drops form\n    touchpoint Hotline\n',
};
const map = `team Logistics
journey Order "Order a laptop" for Vera
stage Request owner "Service desk"
  step form "Look for the form"
    thinks Vera "Where?"
    touchpoint "Order form" via Phone owner Logistics
    leads to call when "no"
  step call
    touchpoint Hotline
    touchpoint "Order form"
journey Other for Vera
stage Request
  step call "Again"
    leads to call
`;

/** The map with the cursor in front of some text of it. */
function at(before: string, text = map): { context: Context; offset: number } {
  const { text: plain, offset } = withCursor(text.replace(before, `|${before}`));
  return { context: read(plain, others), offset };
}

const cutOut = (document: JourneyDocument, { start, end }: Range): string =>
  `${document.uri.split('/').at(-1)} ${start.line + 1}: ${document.text.slice(document.lines.offsetAt(start), document.lines.offsetAt(end))}`;

const found = (before: string): string[] => {
  const { context, offset } = at(before);
  return references(context, offset, true).map(({ uri, range }) => cutOut(context.folder.get(uri) as JourneyDocument, range));
};

describe('references are all places where a name is written', () => {
  test.each([
    [
      'a persona, in every file',
      'Vera "Where',
      ['future.journey 1: Vera', 'map.journey 11: Vera', 'map.journey 2: Vera', 'map.journey 5: Vera', 'teams.journey 1: Vera'],
    ],
    ['a team, from where it is declared', 'Logistics\njourney', ['map.journey 1: Logistics', 'map.journey 6: Logistics']],
    ['a touchpoint, with its mentions', 'Hotline', ['future.journey 6: Hotline', 'map.journey 9: Hotline', 'teams.journey 5: Hotline']],
    ['a touchpoint that nothing declares', '"Order form" via', ['map.journey 10: "Order form"', 'map.journey 6: "Order form"']],
    ['a journey, from its title', '"Order a laptop"', ['future.journey 2: Order', 'map.journey 2: Order']],
    ['a step, also where a map that improves its journey drops it', 'form "Look', ['future.journey 5: form', 'map.journey 4: form']],
    ['a step of one name in two journeys: the first', 'call when', ['map.journey 7: call', 'map.journey 8: call']],
    ['a step of one name in two journeys: the second', 'call "Again', ['map.journey 13: call', 'map.journey 14: call']],
    ['a stage', 'Request owner', ['map.journey 3: Request']],
    ['nothing in a text', 'Where?', []],
  ])('%s', (_, before, expected) => {
    expect(found(before).sort()).toEqual(expected);
  });

  test('without the declaration, if that is not asked for', () => {
    const { context, offset } = at('Logistics\njourney');
    expect(references(context, offset, false)).toHaveLength(1);
  });

  test('and those of its own file are lit', () => {
    const { context, offset } = at('Vera "Where');
    expect(highlights(context, offset).map(({ range }) => range.start.line + 1)).toEqual([2, 5, 11]);
  });
});

/** The texts of the files after a rename, and the findings that it adds. */
function renamed(before: string, name: string, text = map): { files: Record<string, string>; added: string[] } {
  const { context, offset } = at(before, text);
  const files: Record<string, string> = {};
  for (const [uri, edits] of Object.entries(rename(context, offset, name)?.changes ?? {})) {
    files[uri] = applied(context.folder.get(uri) as JourneyDocument, edits);
  }
  const codes = (from: Context): string[] =>
    [...from.folder.all()].flatMap((document) => check({ ...from, document, today }).map(({ code }) => code));
  const had = codes(context);
  const later = read(files[context.document.uri] ?? context.document.text, { ...others, ...files });
  const has = codes(later);
  for (const code of had) if (has.includes(code)) has.splice(has.indexOf(code), 1);
  return { files, added: has };
}

function applied({ text, lines }: JourneyDocument, edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
}

describe('rename', () => {
  test.each([
    ['a short name', 'Vera "Where', 'Nadia', [teams, future], 'thinks Nadia "Where?"'],
    ['a short name into two words, which get quotes', 'Logistics\njourney', 'IT logistics', [], 'owner "IT logistics"'],
    ['a quoted name, whose quotes stay', '"Service desk"', 'Desk', [teams], 'stage Request owner "Desk"'],
    ['a name into a word of the language, which gets quotes', 'Logistics\njourney', 'external', [], 'owner "external"'],
    ['a touchpoint, wherever it is mentioned', 'Hotline', 'Helpline', [teams, future], 'touchpoint Helpline'],
    ['a step, and where it is dropped', 'form "Look', 'search', [future], 'step search "Look for the form"'],
    ['a quotation mark in the name', 'Logistics\njourney', 'The "A" team', [], 'owner "The \\"A\\" team"'],
  ])('%s: everywhere, and no finding is added', (_, before, name, files, line) => {
    const result = renamed(before, name);
    expect(Object.keys(result.files).sort()).toEqual(['file:///maps/map.journey', ...files].sort());
    expect(result.files['file:///maps/map.journey']).toContain(line);
    expect(result.added).toEqual([]);
  });

  test('a title behind a name changes alone', () => {
    const { files } = renamed('"Look for the form"', 'Search for "the" form');
    expect(Object.keys(files)).toEqual(['file:///maps/map.journey']);
    expect(files['file:///maps/map.journey']).toContain('step form "Search for \\"the\\" form"');
    const { context, offset } = at('"Look for the form"');
    expect(renameable(context, offset)?.placeholder).toBe('Look for the form');
  });

  test.each([
    ['empty', 'Logistics\njourney', '  '],
    ['taken by a team of another file', 'Logistics\njourney', 'Service desk'],
    ['taken by a step of the journey', 'form "Look', 'call'],
  ])('a new name that is %s is refused with a sentence', (_, before, name) => {
    const { context, offset } = at(before);
    expect(() => rename(context, offset, name)).toThrow(CannotRename);
    try {
      rename(context, offset, name);
    } catch (error) {
      expect(toText((error as CannotRename).said)).toMatch(/\.$/);
    }
  });

  test('a text is no name', () => {
    const { context, offset } = at('Where?');
    expect(renameable(context, offset)).toBeUndefined();
    expect(rename(context, offset, 'X')).toBeUndefined();
  });
});

test('the symbols of a workspace are found by the letters of their names, in any case and without accents', () => {
  const { context } = at('Hotline');
  const names = (query: string): string[] =>
    workspaceSymbols(context.folder.all(), query).map(({ name, containerName }) => `${name} (${containerName})`);
  expect(names('srvdk')).toEqual(['Service desk (team)']);
  expect(names('look')).toEqual(['Look for the form (Order a laptop)']);
  expect(names('FORM').sort()).toEqual(['Look for the form (Order a laptop)']);
  expect(names('xyz')).toEqual([]);
  expect(names('').length).toBeGreaterThan(8);
  const blank = [...workspaceSymbols([read('team "   "\nteam "\u00a0"\njourney J\nstage S\n  step s "  "\n').document], '')];
  expect(blank.map(({ name }) => name)).toEqual(['J', 'S', 's']);
});
