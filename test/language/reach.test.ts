import { describe, expect, test } from 'vitest';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { rules } from '../../src/language/rules/index.ts';
import { Kept } from '../../src/language/rules/kept.ts';
import type { Found, Rule, RuleContext } from '../../src/language/rules/rule.ts';
import { type Node, withAllBelow } from '../../src/language/tree/node.ts';
import { maps } from '../soak/laid-out.ts';
import { today } from './any-text.ts';
import { checkReach } from './reach.ts';

const reaching = rules.filter(({ reach }) => reach);
const choosy = rules.filter(({ looksAt }) => looksAt);

/** Each map alone, and all that it declares a second time in a file beside it. */
const contexts: RuleContext[] = [...maps.values()].flatMap((text) =>
  [[text], [text.replaceAll('\n', '\r\n'), text]].map(([own = '', other]) => {
    const folder = new Folder();
    const document = readDocument('file:///maps/map.journey', 1, own);
    folder.set(document);
    if (other !== undefined) folder.set(readDocument('file:///maps/other.journey', 1, other));
    return { document, folder, today };
  }),
);

function told(found: Iterable<Found>, { document }: RuleContext): unknown[] {
  const all = [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  return all.map(({ node, related, ...rest }) => ({
    ...rest,
    node: document.nodes.indexOf(node),
    related: related?.map((other) => ({ ...other, document: other.document.uri })),
  }));
}

function keptOf(rule: Rule, context: RuleContext): Found[] {
  const kept = new Kept();
  kept.turnTo(context);
  return kept.find(rule, context) ?? [];
}

describe.each(reaching.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test('finds in all parts of a file what it finds in the file', () => {
    for (const context of contexts) expect(told(keptOf(rule, context), context)).toEqual(told(rule.check(context), context));
  });

  test('looks at nothing beyond a part', () => {
    for (const context of contexts) checkReach(rule, context);
  });
});

/** A file alone in its folder. */
function alone(document: JourneyDocument): RuleContext {
  const folder = new Folder();
  folder.set(document);
  return { document, folder, today };
}

/** A file without what its journeys say in statements of other kinds. */
function onlyOf(kinds: readonly Node['kind'][], document: JourneyDocument): JourneyDocument {
  const strip = (node: Node, parent: Node | undefined, isInJourney: boolean): Node => {
    const own: Node = { ...node, parent };
    const left = node.children.filter(({ kind }) => !isInJourney || kinds.includes(kind));
    own.children = left.map((child) => strip(child, own, isInJourney));
    return own;
  };
  const roots = document.roots.map((root) => strip(root, undefined, root.kind === 'journey'));
  return { ...document, roots, nodes: withAllBelow(roots) };
}

describe.each(choosy.map((rule) => [rule.code, rule, rule.looksAt] as const))('%s', (_, rule, kinds = []) => {
  test('finds something or nothing whatever statements of other kinds say', () => {
    const isFound = (document: JourneyDocument): boolean => [...rule.check(alone(document))].length > 0;
    const found = [...maps.values(), rule.example.wrong, rule.example.right].map((text) => {
      const document = readDocument('file:///maps/map.journey', 1, text);
      expect(isFound(onlyOf(kinds, document)), text).toBe(isFound(document));
      return isFound(document);
    });
    expect(new Set(found)).toEqual(new Set([true, false]));
  });

  test('is asked again of a part when one of them changes, and only then', () => {
    const askedAgain = (line: string): number => {
      let asked = 0;
      const counting: Rule = {
        ...rule,
        check: () => {
          asked++;
          return [];
        },
      };
      const [kept, folder] = [new Kept(), new Folder()];
      const look = (document: JourneyDocument): JourneyDocument => {
        asked = 0;
        kept.turnTo({ document, folder, today });
        kept.find(counting, { document, folder, today });
        return document;
      };
      const text = `journey "Order"\nstage Request\n  step form\n    ${line}`;
      const before = look(readDocument('file:///maps/map.journey', 1, `${text} 1d\n`));
      expect(asked).toBeGreaterThan(0);
      look(readDocument('file:///maps/map.journey', 2, `${text} 2d\n`, before));
      return asked;
    };
    expect([askedAgain('takes'), askedAgain('step')]).toEqual([0, 1]);
  });
});

test('who looks beyond a part is found out', () => {
  const context = contexts.find(({ document }) =>
    document.roots.some(({ children }) => children.filter(({ kind }) => kind === 'stage').length > 1),
  );
  const [rule] = reaching;
  if (!context || !rule) throw new Error('There is nothing to look at.');
  const looking = (check: (context: RuleContext) => unknown): Rule => ({
    ...rule,
    reach: 'stage',
    check(asked) {
      check(asked);
      return [];
    },
  });
  const looks: ((asked: RuleContext) => unknown)[] = [
    ({ document }) => document.text.slice(0, 10_000),
    ({ document }) => document.text.length,
    ({ document }) => document.lines.startOfLine(1e6),
    ({ document }) => document.lines.positionAt(context.document.text.length) && document.lines.positionAt(0),
    ({ document }) => document.nodes.map(({ parent }) => parent?.children.map(({ children }) => children.length)),
    ({ document }) => document.nodes.map(({ parent }) => parent?.children.map(({ statement }) => statement)),
    ({ folder }) => [...folder.all()],
    ({ folder }) => folder.beside,
  ];
  for (const look of looks) expect(() => checkReach(looking(look), context), String(look)).toThrow();
  expect(() =>
    checkReach(
      looking(({ document }) => document.whole?.text.slice(0, 5)),
      context,
    ),
  ).not.toThrow();
});
