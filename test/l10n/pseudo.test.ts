import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseAst } from 'vitest/node';
import { say, toText } from '../../src/language/message.ts';
import { rules } from '../../src/language/rules/index.ts';
import { definitions } from '../../src/language/statements.ts';
import { fileTextsIn, textsIn } from '../../src/preview/texts.ts';
import { formats, papers } from '../../src/render/job.ts';
import { folderOf, journey } from '../cli/run.ts';
import { cases } from '../corpus/findings.ts';
import { Client } from '../server/client.ts';
import { pseudo, textsOf, untranslated, wordsOf } from './pseudo.ts';

/** Everything that the server, the command line and the panel say, in a tongue that puts brackets round what was given to be translated. */

vi.mock('../../src/server/tongues.ts', async (original) => ({ ...(await original<object>()), tongueOf: () => pseudo }));

const root = join(import.meta.dirname, '../..');

/** Files by their address: a folder in which something is looked for. */
type Files = Record<string, string>;

const samples = readdirSync(join(root, 'samples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** A statement of each kind where it stands, and where it does not. */
const statements = `journey J for P\nstage S\nstep a\n${definitions.map(({ example }) => example).join('\n')}\n`;

const folders: [string, Files][] = [
  ...cases().map(({ name, files }): [string, Files] => [name, Object.fromEntries(files.map((file) => [file.name, file.text]))]),
  ...rules.map(({ code, example }): [string, Files] => [`the example of ${code}`, { 'map.journey': example.wrong }]),
  ...samples.map(({ name }): [string, Files] => [name, textFiles(join(root, 'samples', name))]),
  ['all statements', { 'map.journey': statements }],
  ['nothing', { 'map.journey': '' }],
  ['half a statement', { 'map.journey': 'jour\n  persona\nsta' }],
  [
    'names without a declaration',
    { 'map.journey': 'journey J for Q\nstage S owner T\nstep a\ntouchpoint U via C owner T\nhandoff to T\nleads to b\n' },
  ],
  [
    'a project file with mistakes',
    { 'journey.json': '{ "languag": "fr", "rules": { "missing-goal": "x", "nono": 1 }, lanes: ["feel"] }', 'map.journey': 'x' },
  ],
];

function textFiles(folder: string): Files {
  const names = readdirSync(folder).filter((name) => /\.(journey|json|csv)$/.test(name));
  // The folder's own language would win over the editor's.
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/"language": "\w+",?/, '')]));
}

/** What the server offers and is asked for here, and what shows nothing that it says itself. */
const asked = ['hover', 'completion', 'documentSymbol', 'codeAction', 'codeLens', 'inlayHint', 'documentLink', 'workspaceSymbol'];
const silent = [
  ...['definition', 'references', 'documentHighlight', 'rename', 'foldingRange', 'selectionRange', 'semanticTokens'],
  ...['documentFormatting', 'documentRangeFormatting', 'documentOnTypeFormatting'],
];

/** All that an editor shows of some files. */
async function shownOf(files: Files): Promise<string[]> {
  const address = (name: string) => `file:///maps/${name}`;
  const client = await new Client(Object.fromEntries(Object.entries(files).map(([name, text]) => [address(name), text]))).start(
    undefined,
    { workspaceEdit: { snippetEditSupport: true, documentChanges: true } },
    'fr',
  );
  const offered = Object.keys(client.capabilities).flatMap((name) => /^(.*)Provider$/.exec(name)?.[1] ?? []);
  expect(offered.filter((name) => !asked.includes(name) && !silent.includes(name))).toEqual([]);
  const said: unknown[] = [];
  const ask = async (method: string, params: object) => said.push(await client.request(method, params));
  for (const [name, text] of Object.entries(files).filter(([each]) => each.endsWith('.journey'))) {
    const textDocument = { uri: address(name) };
    client.open(textDocument.uri, text);
    const lines = text.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    for (const method of ['documentSymbol', 'codeLens', 'inlayHint', 'documentLink'] as const) {
      if (client.capabilities[`${method}Provider`]) await ask(`textDocument/${method}`, { textDocument, range });
    }
    for (const only of [undefined, ['quickfix'], ['refactor'], ['source']]) {
      for (const [line] of lines.entries()) {
        const at = { start: { line, character: 0 }, end: { line, character: 1 } };
        await ask('textDocument/codeAction', { textDocument, range: at, context: { diagnostics: [], ...(only ? { only } : {}) } });
      }
    }
    for (const [line, content] of lines.entries()) {
      for (const { index } of content.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
        await ask('textDocument/hover', { textDocument, position: { line, character: index } });
      }
      for (const { index } of [...content.matchAll(/(?<=^\s*|\S )(?=\S|$)/gu)].slice(0, 6)) {
        await ask('textDocument/completion', { textDocument, position: { line, character: index } });
      }
    }
    await ask('journey/map', textDocument);
  }
  if (client.capabilities.workspaceSymbolProvider) await ask('workspace/symbol', { query: '' });
  await client.settled();
  said.push(client.published);
  return [...new Set(textsOf(said))];
}

/** The texts with words that were not given to be translated, each behind those words. */
function complaints(texts: readonly string[], known: ReadonlySet<string>): string[] {
  return texts.flatMap((text) => {
    const words = untranslated(text, known);
    return words.length ? [`${words.join(' ')}: ${text}`] : [];
  });
}

describe('what the editor shows', () => {
  test.each(folders)(
    'of %s',
    async (_, files) => {
      const known = wordsOf(Object.entries(files).flat());
      const shown = await shownOf(files);
      expect(shown.length).toBeGreaterThan(0);
      expect(complaints(shown, known)).toEqual([]);
    },
    60_000,
  );

  test('and a text that went past the catalogue is found, alone or filled into another', async () => {
    const known = wordsOf(['journey "Order"']);
    expect(untranslated(toText(say('No team is named {0}.', '“Order”'), pseudo), known)).toEqual([]);
    expect(untranslated(toText(say('No team is named {0}{1}.', '“Order”', ' in this folder'), pseudo), known)).toEqual([
      'in',
      'this',
      'folder',
    ]);
    expect(untranslated('Nobody answers for “Order”.', known)).toEqual(['Nobody', 'answers', 'for'].filter((word) => !known.has(word)));
    expect(untranslated('⟦Look⟧ — nothing\n\n```journey\nprose in an example\n```', known)).toEqual(['nothing']);
    const planted = { range: {}, code: 'no-code', message: 'Nobody travels', data: { title: 'nor here' } };
    expect(textsOf([planted])).toEqual(['Nobody travels', 'nor here']);
    const shown = await shownOf({ 'map.journey': 'journey "Order"\nstage Request\n  step form\n' });
    expect(shown.filter((text) => text.includes('⟦')).length, 'what is shown is translated at all').toBeGreaterThan(20);
  });
});

test('what the command line prints', async () => {
  const text = 'journey "Order"\nstage Request\n  step form\n    feels 9\n';
  const folder = folderOf({ 'map.journey': text, 'other.journey': '' });
  const map = join(folder, 'map.journey');
  const known = wordsOf([
    folder,
    text,
    'map.journey other.journey map.txt gone green light dark high-contrast print auto journey (default:',
    ...formats,
    ...papers,
  ]);
  const outcomes = [
    await journey('check', map),
    await journey('check', folder),
    await journey('check', join(folder, 'gone.journey')),
    await journey('render', map, '--theme', 'green'),
    await journey('render', map, '--view', 'green'),
    await journey('render', map, '--to', 'green'),
    await journey('render', map, '-o', 'map.txt'),
    await journey('render', map, '--journey', 'gone'),
    await journey('render', join(folder, 'other.journey')),
    await journey('--help'),
    await journey('help', 'check'),
    await journey('help', 'render'),
  ];
  // Help breaks its lines, and names commands, arguments and options.
  const lines = outcomes.flatMap(({ out, error }) => `${out}\n${error}`.replace(/\n {10,}/g, ' ').split('\n'));
  const printed = lines.map((line) => line.replace(/^ {2}\w+|^⟦Usage:⟧.*|-?-[\w-]+|<[^>]*>|\[[^\]]*\]/g, ' '));
  expect(printed.filter((line) => line.includes('⟦')).length).toBeGreaterThan(20);
  expect(complaints(printed, known)).toEqual([]);
});

describe('what the panel says', () => {
  test('besides the picture', () => {
    const known = wordsOf(['Sam Hill Kim Roe']);
    const within = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(within));
    const all = [textsIn(pseudo), fileTextsIn(pseudo)].flatMap(within);
    expect(all.length).toBeGreaterThan(20);
    expect(all.flatMap((text) => untranslated(text, known))).toEqual([]);
  });

  test('is not written into the page itself', () => {
    const pages = ['src/preview/page', 'src/extension'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(root, folder, name)),
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap((path) => writtenIn(readFileSync(path, 'utf8')).map((text) => `${path}: ${text}`))).toEqual([]);
    const planted =
      "h('p', { title: 'Zoom in', class: 'a b' }, 'Nothing here', h('i')); window.showInformationMessage('Open a map'); t('no')";
    expect(writtenIn(planted)).toEqual(['Zoom in', 'Nothing here', 'Open a map']);
  });
});

interface Syntax {
  type: string;
  [key: string]: unknown;
}

/** The texts that a source file puts before a person as they are: in an element of the page, or in a notification. */
function writtenIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: Syntax): void => {
    if (node.type === 'CallExpression') found.push(...writtenBy(node));
    for (const child of Object.values(node).flat()) {
      if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Syntax);
    }
  };
  visit(parseAst(source, { lang: 'ts' }) as unknown as Syntax);
  return found;
}

function writtenBy({ callee, arguments: given }: Syntax): string[] {
  const { name = '', property } = callee as Syntax & { name?: string };
  const [, props, ...children] = given as Syntax[];
  if (/^show\w+Message$/.test(String((property as Syntax | undefined)?.name ?? name))) return (given as Syntax[]).flatMap(proseOf);
  if (name !== 'h') return [];
  const labels = ((props?.properties ?? []) as Syntax[]).filter(({ key }) => {
    const label = key as Syntax | undefined;
    return /^(title|alt|placeholder|aria-(label|description|roledescription|valuetext))$/.test(String(label?.name ?? label?.value));
  });
  return [...labels.map(({ value }) => value as Syntax), ...children].flatMap(proseOf);
}

function proseOf(node: Syntax): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' && /\p{L}{2}/u.test(node.value) ? [node.value] : [];
  if (node.type === 'TemplateLiteral') {
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter((text) => /\p{L}{2}/u.test(text));
  }
  if (node.type === 'ConditionalExpression') return [node.consequent as Syntax, node.alternate as Syntax].flatMap(proseOf);
  if (node.type === 'LogicalExpression') return [node.left as Syntax, node.right as Syntax].flatMap(proseOf);
  return [];
}
