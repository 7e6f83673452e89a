import { describe, expect, test } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../src/language/features/code-actions.ts';
import { codeLenses } from '../../src/language/features/code-lenses.ts';
import { completions } from '../../src/language/features/completion.ts';
import { definition } from '../../src/language/features/definition.ts';
import { documentLinks } from '../../src/language/features/document-links.ts';
import { foldingRanges } from '../../src/language/features/folding.ts';
import { hover } from '../../src/language/features/hover.ts';
import { inlayHints } from '../../src/language/features/inlay-hints.ts';
import { highlights, references } from '../../src/language/features/references.ts';
import { rename, renameable } from '../../src/language/features/rename.ts';
import { selectionRange } from '../../src/language/features/selection-ranges.ts';
import { semanticTokens, tokensIn } from '../../src/language/features/semantic-tokens.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { workspaceSymbols } from '../../src/language/features/workspace-symbols.ts';
import { formatEdits } from '../../src/language/format/index.ts';
import { english } from '../../src/language/message.ts';
import { check } from '../../src/language/rules/index.ts';
import { diagnosticOf } from '../../src/server/diagnostics.ts';
import { locateElement, whatIsAt } from '../../src/server/views.ts';
import { make, today } from './any-text.ts';

/** Names as they stand in a map. Each stands more than once. */
interface Names {
  persona: string;
  team: string;
  channel: string;
  system: string;
  touchpoint: string;
  journey: string;
  stage: string;
  first: string;
  second: string;
  /** A text. */
  said: string;
}

const names: Record<string, Names> = {
  'emoji, also of several characters': {
    persona: '"Vera 👩‍💻"',
    team: '"👨‍👩‍👧‍👦 desk 🏳️‍🌈"',
    channel: '"📱"',
    system: '"🗄️ CMDB"',
    touchpoint: '"📝 Order form 🇫🇷"',
    journey: '"🧭 Order"',
    stage: '"🙋🏽‍♀️ Request"',
    first: '"Look 👀"',
    second: '"👍🏿"',
    said: '"🤷 “lost” 😀"',
  },
  'combining marks': {
    persona: 'Zoe\u0308',
    team: '"E\u0301quipe-SAV"',
    channel: 'Te\u0301le\u0301phone',
    system: '"z\u0351\u036b\u0343\u036a\u0302algo"',
    touchpoint: '"Nu\u0308rnberg \u0e17\u0e35\u0e48"',
    journey: '"Vie\u0302\u0323t"',
    stage: 'de\u0301part',
    first: 'fe\u0302te',
    second: '"क्षि"',
    said: '"e\u0301 e\u0301 e\u0301"',
  },
  'right to left': {
    persona: 'ورا',
    team: '"مكتب الخدمة 2"',
    channel: 'بوابة',
    system: '"מערכת א"',
    touchpoint: '"نموذج الطلب (web) \u200f!"',
    journey: '"הזמנת מחשב"',
    stage: 'בקשה',
    first: 'שלב-א',
    second: '"\u202eאחרון\u202c"',
    said: '"איפה \u2067the form\u2069؟"',
  },
  'joiners and letters beyond the first plane': {
    persona: '"می\u200cخواهم"',
    team: '"क्\u200dष"',
    channel: '𝕏',
    system: '𠮷𠮷家',
    touchpoint: '"𝓞𝓻𝓭𝓮𝓻 \u2060form"',
    journey: '"𐌰𐌱 𐌲"',
    stage: '𝔖tage',
    first: '客服',
    second: '"𝟚\u00ad"',
    said: '"\u200b𝕨ho\u200d?"',
  },
};

const breaks = { LF: '\n', CRLF: '\r\n', 'a lone CR': '\r' };
const marks = { '': '', ' and a byte order mark': '\ufeff' };

function mapOf(n: Names): string[] {
  return [
    `persona ${n.persona}`,
    `  quote ${n.said}`,
    `team ${n.team} external`,
    `channel ${n.channel} web`,
    `system ${n.system}`,
    `touchpoint ${n.touchpoint} via ${n.channel} owner ${n.team}`,
    `journey ${n.journey} for ${n.persona}`,
    `  involves ${n.team}`,
    `/* ${n.said} */ stage ${n.stage}`,
    `  step ${n.first} ${n.said}`,
    `    takes 10min`,
    `    does ${n.persona} ${n.said}`,
    `    feels ${n.persona} -1 ${n.said}`,
    `    touchpoint ${n.touchpoint}`,
    `    backstage ${n.said} by ${n.team} using ${n.system}`,
    `    leads to ${n.second} when ${n.said}`,
    `  step ${n.second} // ${n.said}`,
    `    touchpoint ${n.said} via ${n.channel} owner Nobody😀`,
    `    pain ${n.said} severity hihg`,
    `    evidence ${n.said} link "https://example.org/${encodeURIComponent('é')}"`,
    `    alongside ${n.first}`,
    '',
  ];
}

/** The offset of a position, counted without the code that is tried: lines end at `\r\n`, `\n` or a lone `\r`. */
function offsetIn(text: string, { line, character }: Range['start']): number {
  const breaks = [...text.matchAll(/\r\n|\r|\n/g)];
  const before = breaks[line - 1];
  const start = before ? before.index + before[0].length : 0;
  return start + character;
}

const cases = Object.entries(names).flatMap(([what, n]) =>
  Object.entries(breaks).flatMap(([how, lineBreak]) =>
    Object.entries(marks).map(([marked, mark]) => [`${what}, with ${how}${marked}`, n, mark + mapOf(n).join(lineBreak)] as const),
  ),
);

const scopes = ['persona', 'team', 'channel', 'system', 'touchpoint', 'journey', 'stage', 'first', 'second'] as const;

describe.each(cases)('%s', (_, n, text) => {
  const made = make(text);
  const { document, folder, findings } = made;
  const context = { document, folder };
  const cut = ({ start, end }: Range): string => text.slice(offsetIn(text, start), offsetIn(text, end));
  const all = (wanted: string): number[] => {
    const found: number[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
    return found;
  };
  const applied = (edits: readonly TextEdit[]): string =>
    edits
      .toSorted((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start))
      .reduce(
        (rest, { range, newText }) => rest.slice(0, offsetIn(text, range.start)) + newText + rest.slice(offsetIn(text, range.end)),
        text,
      );

  test('findings stand on what they are about', () => {
    const found = findings.map(({ code, start, end }) => {
      const { range } = diagnosticOf(
        { ...(findings.find((each) => each.start === start && each.end === end && each.code === code) as (typeof findings)[number]) },
        document,
        english,
      );
      return `${code}: ${cut(range)}`;
    });
    expect(found).toEqual(expect.arrayContaining([`unknown-value: hihg`, `missing-emotion: ${n.second}`]));
    expect(found.filter((each) => each.startsWith('syntax') || each.startsWith('unknown-name'))).toEqual([
      'syntax: Nobody😀',
      'unknown-name: Nobody😀',
    ]);
  });

  test.each(scopes)('what is named by the name of the %s is found everywhere', (scope) => {
    const name = n[scope];
    const places = all(name);
    expect(places.length).toBeGreaterThan(scope === 'journey' || scope === 'stage' ? 0 : 1);
    for (const at of places) {
      for (const offset of [at, at + 1, at + name.length]) {
        const found = references(context, offset, true);
        expect(found.map(({ range }) => cut(range))).toEqual(places.map(() => name));
        expect(found.map(({ range }) => offsetIn(text, range.start)).sort((a, b) => a - b)).toEqual(places);
        expect(highlights(context, offset).map(({ range }) => cut(range))).toEqual(places.map(() => name));
        expect(definition(context, offset).map(({ range }) => cut(range))).toEqual([name]);
        expect(cut(renameable(context, offset)?.range as Range)).toBe(name);
        expect(cut(hover(context, offset, findings)?.range as Range)).toBe(name);
        const inner = selectionRange(document, offset);
        expect([name, name.slice(1, -1)]).toContain(cut(inner.range));
      }
    }
  });

  test('a rename changes the name and nothing else', () => {
    for (const scope of scopes) {
      const [at] = all(n[scope]) as [number];
      const edits = rename(context, at, 'Ünique 👋')?.changes?.[document.uri] ?? [];
      expect(applied(edits)).toBe(text.split(n[scope]).join('"Ünique 👋"'));
    }
  });

  test('the outline selects names', () => {
    const selected: string[] = [];
    const visit = (symbols: ReturnType<typeof documentSymbols>): void => {
      for (const { detail, range, selectionRange: selection, children } of symbols) {
        selected.push(`${detail} ${cut(selection)}`);
        expect(cut(range).startsWith(detail as string)).toBe(true);
        expect(cut(range)).not.toMatch(/[\s]$/);
        visit(children ?? []);
      }
    };
    visit(documentSymbols(document));
    // biome-ignore format: one line each
    expect(selected).toEqual([
      `persona ${n.persona}`, `team ${n.team}`, `channel ${n.channel}`, `system ${n.system}`, `touchpoint ${n.touchpoint}`, `journey ${n.journey}`,
      `stage ${n.stage}`, `step ${n.first}`, `touchpoint ${n.touchpoint}`, `step ${n.second}`, `touchpoint ${n.said}`, `pain ${n.said}`,
    ]);
    const listed = workspaceSymbols([document], '').map(({ location }) => cut((location as { range: Range }).range));
    expect(listed).toEqual(scopes.map((scope) => n[scope]));
  });

  test('colours are those of names', () => {
    const named = new Set(scopes.map((scope) => n[scope] as string));
    const coloured = tokensIn(document, semanticTokens(context)).map((token) => token.replace(/^\d+: (.*) [\w.]+$/su, '$1'));
    expect(coloured.length).toBeGreaterThan(20);
    expect(coloured.filter((each) => !named.has(each) && ![n.said, '-1', 'Nobody😀'].includes(each))).toEqual([]);
  });

  test('lenses, hints and links stand where they belong', () => {
    expect(codeLenses(context, { preview: 'show' }).map(({ range }) => cut(range))).toEqual([
      'persona',
      'team',
      'channel',
      'journey',
      'stage',
    ]);
    const before = inlayHints(context, { start: 0, end: text.length }).map(({ position }) => text.slice(0, offsetIn(text, position)));
    expect(before.map((each) => each.slice(each.search(/[^\r\n]*$/)).trim())).toEqual([
      `touchpoint ${n.touchpoint}`,
      `step ${n.first} ${n.said}`,
    ]);
    expect(documentLinks(document).map(({ start, end }) => text.slice(start, end))).toEqual(['https://example.org/%C3%A9']);
  });

  test('what can be folded begins with its statement', () => {
    const lines = text.split(/\r\n|\r|\n/);
    const folded = foldingRanges(document).map(({ startLine, endLine }) => [
      lines[startLine]?.replace(/^\ufeff/, '').trim(),
      lines[endLine]?.trim(),
    ]);
    expect(folded).toContainEqual([`step ${n.second} // ${n.said}`, `alongside ${n.first}`]);
    expect(folded).toContainEqual([`persona ${n.persona}`, `quote ${n.said}`]);
  });

  test('a fix replaces what it names', () => {
    const at = text.indexOf('hihg');
    const actions = codeActions(
      context,
      { start: at, end: at },
      {
        findings,
        client: { snippets: false, creates: false },
        diagnosticOf: (finding) => diagnosticOf(finding, document, english),
        recheck: (other) => check({ ...other, today }),
      },
    );
    const [change] = actions.find(({ title }) => title.includes('`high`'))?.edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? (change.edits as TextEdit[]) : [];
    expect(applied(edits)).toBe(text.replace('hihg', 'high'));
  });

  test('completion replaces the name that the cursor stands in', () => {
    for (const [scope, before] of [
      ['team', 'by '],
      ['system', 'using '],
      ['second', 'leads to '],
    ] as const) {
      const name = n[scope];
      const at = text.indexOf(before + name) + before.length;
      const item = completions(context, at + String.fromCodePoint(name.codePointAt(0) as number).length, today).find(
        ({ textEdit }) => textEdit?.newText.trim() === name,
      );
      expect(item && applied([item.textEdit as TextEdit])).toBe(text);
    }
  });

  test('the picture leads to the text and back', () => {
    const [map] = made.maps;
    const steps = map?.stages.flatMap((stage) => stage.steps) ?? [];
    const places = [map, ...(map?.stages ?? []), ...steps].map((element) =>
      cut((locateElement(context, element?.id as string) as { range: Range }).range),
    );
    expect(places).toEqual([n.journey, n.stage, n.first, n.second].map((name) => name.replace(/^"|"$/g, '')));
    for (const [index, name] of [n.first, n.second].entries()) {
      expect(whatIsAt(context, text.indexOf(`step ${name}`) + 7).step).toBe(steps[index]?.id);
    }
  });

  test('laying out moves blanks only', () => {
    const edits = formatEdits(document);
    const letters = (all: string): string => all.replace(/\s|\ufeff/g, '');
    const laidOut = edits.toReversed().reduce((rest, { start, end, text: now }) => rest.slice(0, start) + now + rest.slice(end), text);
    expect(letters(laidOut)).toBe(letters(text));
    expect(make(laidOut).maps.map(({ title }) => title)).toEqual(made.maps.map(({ title }) => title));
  });
});
