import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/cli/project.ts';
import { readDocument } from '../../src/language/document.ts';
import { refactorings } from '../../src/language/features/refactor/index.ts';
import { english, toText } from '../../src/language/message.ts';
import type { Context } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { commentsIn } from '../../src/language/read/comments.ts';
import { tokenize } from '../../src/language/read/tokens.ts';
import { nameOf, titleOf } from '../../src/language/tree/node.ts';
import { cases, map } from '../corpus/refactor.ts';
import { withCursor } from './cursor.ts';
import { factsOf } from './facts.ts';
import { type Files, findingsOf, taken } from './taken.ts';

const client = { snippets: true, creates: true };

function contextOf(files: Files): Context {
  const folder = new Folder();
  for (const [uri, text] of Object.entries(files)) folder.set(readDocument(uri, 1, text));
  return { document: folder.get(map) as Context['document'], folder };
}

function offered(files: Files, offset: number) {
  return refactorings(contextOf(files), { start: offset }, client).map((each) => ({ ...each, title: toText(each.title, english) }));
}

/** All that the maps of some files say, with the title of a persona where they say its name. */
function drawn(files: Files): string[] {
  const titles = new Map<string, string>();
  const { folder } = contextOf(files);
  for (const { roots } of folder.all()) for (const node of roots) if (node.kind === 'persona') titles.set(nameOf(node), titleOf(node));
  const facts = Object.entries(files).flatMap(([uri, text]) => {
    const others = Object.entries(files).filter(([other]) => other !== uri);
    return factsOf(text, Object.fromEntries(others.map(([other, content]) => [`${other}#`, content])));
  });
  return facts.map((fact) => fact.replace(/\| persona \| (.*)$/, (_, name: string) => `| persona | ${titles.get(name) ?? name}`)).sort();
}

const mistakes = ['syntax', 'unknown-name', 'unknown-value', 'duplicate-name', 'misplaced-statement'];

/** The codes of findings that were not there before, each as often as it is new. */
function newCodes(before: Files, after: Files): string[] {
  const codes = (files: Files): string[] => Object.values(findingsOf(files)).flatMap((list) => list.map(({ code }) => code));
  const news = codes(after);
  for (const code of codes(before)) if (news.includes(code)) news.splice(news.indexOf(code), 1);
  return news;
}

function commentsOf(files: Files): string[] {
  const all = Object.values(files).flatMap((text) => commentsIn(text, tokenize(text)).map(({ start, end }) => text.slice(start, end)));
  return all.sort();
}

describe.each([['\n'], ['\r\n']])('with line breaks %j', (eol) => {
  describe.each(cases(eol).map((each) => [each.name, each] as const))('%s', (name, { action, before, offset, after }) => {
    const all = offered(before, offset);
    const found = all.find(({ title }) => title === action);
    const made = found && taken(before, map, { ...found, title: { text: '', args: [] } }).files;

    test('writes what is wanted', () => {
      expect(all.map(({ title }) => title)).toContain(action);
      expect(made).toEqual(after);
    });

    test('keeps every comment', () => {
      expect(commentsOf(after)).toEqual(commentsOf(before));
    });

    test('is offered no more once it is taken', () => {
      const document = contextOf(after).document;
      const again = document.nodes.flatMap(({ base, statement }) => offered(after, base + statement.keyword.end).map(({ title }) => title));
      if (found?.kind === 'refactor.extract') expect(again).not.toContain(action);
    });

    test('adds no mistake, and where it only moves things, no finding and no change of the picture', () => {
      const news = newCodes(before, after);
      if (found?.kind === 'refactor.extract') {
        expect(news).toEqual([]);
        // What is said of a touchpoint once holds wherever its name stands, so that another mention may gain a part.
        if (name.startsWith('touchpoint')) expect(drawn(after)).toEqual(expect.arrayContaining(drawn(before)));
        else expect(drawn(after)).toEqual(drawn(before));
      } else {
        expect(news.filter((code) => mistakes.includes(code))).toEqual([]);
        expect(drawn(after)).toEqual(expect.arrayContaining(drawn(before)));
        expect(drawn(after).length).toBeGreaterThan(drawn(before).length);
      }
    });
  });
});

test.each([
  ['a name that is declared', 'team Desk\njourney J\nstage S owner De|sk'],
  ['a word that is short already', 'team De|sk'],
  ['a name that two declare', 'team "Service |desk"\nteam "Service desk"'],
  ['a name whose declaration shows something else', 'team "Service |desk" "The desk"'],
  ['a name without letters', 'team "24|/7"'],
  ['a text', 'journey J\nstage S\nstep a\nthinks "Service |desk"'],
  ['a touchpoint of which nothing is said', 'journey J\nstage S\nstep a\ntouchpoint For|m'],
  ['a touchpoint that two declare', 'touchpoint F\ntouchpoint F\njourney J\nstage S\nstep a\ntouchpoint F| via Web'],
  ['a declaration of a touchpoint', 'touchpoint For|m via Web'],
  ['a map of the future', 'journey J|\ntype future'],
  ['a day in the life', 'journey J|\ntype day'],
  ['a map that improves another', 'journey J|\nimproves K'],
  ['what was guessed to be a name', 'journey J\nstage S\nstep a\ntouchpoint F via "The |web" soon "x'],
  ['a stage', 'journey J\nstage S|'],
  ['a journey, whose name the picture shows', 'journey "A |B" "C"\ntype day'],
  ['nothing', '|'],
  ['a journey without a name', 'journey |'],
])('nothing is rewritten for %s', (_, marked) => {
  const { text, offset } = withCursor(marked);
  expect(offered({ [map]: text }, offset).map(({ title }) => title)).toEqual([]);
});

test('a future map may have a file of its own, whose name is free, where the editor can make one', () => {
  const files = { [map]: 'journey Order\r\nstage S\r\nstep a\r\n', 'file:///maps/map-future.journey': 'journey X\n' };
  const [, own] = offered(files, 9);
  expect(own?.creates?.[0]?.uri).toBe('file:///maps/map-future-2.journey');
  expect(own?.creates?.[0]?.text).toBe('journey "Order, future"\r\n  type future\r\n  improves Order\r\n\r\nstage S\r\n\r\n  step a\r\n');
  expect(refactorings(contextOf(files), { start: 9 }, { snippets: true, creates: false })).toHaveLength(1);
});

test('a future map of a file without a line break at its end begins on a line of its own', () => {
  const [here] = offered({ [map]: 'journey Order' }, 9);
  expect(here?.edits[0]?.text).toMatch(/^\n\njourney "Order, future"\n/);
});

const { files } = await openProject([join(import.meta.dirname, '../../samples')]);
const samples = Map.groupBy(files, ({ folder }) => folder);

test.each([...samples.values()].map((maps) => [relative(process.cwd(), maps[0]?.path ?? ''), maps] as const))(
  'whatever is offered in the folder of %s adds no mistake and no second finding, and keeps all comments',
  (_, maps) => {
    const before: Files = Object.fromEntries(maps.map(({ document }) => [document.uri, document.text]));
    const wrong: string[] = [];
    let tried = 0;
    for (const { document, folder } of maps) {
      const seen = new Set<string>();
      for (const { base, statement, implied } of document.nodes) {
        const { keyword, items, lists } = statement;
        const places = implied ? [] : [keyword, ...Object.values(items), ...Object.values(lists).flat()];
        for (const { start } of places) {
          for (const found of refactorings({ document, folder }, { start: base + start }, client)) {
            const title = toText(found.title, english);
            if (!found.edits.length || seen.has(title)) continue;
            seen.add(title);
            tried++;
            const after = taken(before, document.uri, found).files;
            const news = newCodes(before, after);
            const bad = found.kind === 'refactor.extract' ? news : news.filter((code) => mistakes.includes(code));
            if (bad.length) wrong.push(`${title}: ${bad.join(', ')}`);
            if (commentsOf(after).join('\n') !== commentsOf(before).join('\n')) wrong.push(`${title}: loses a comment`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  },
);
