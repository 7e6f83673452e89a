import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Lines } from '../../src/language/lines.ts';
import { FakeFiles } from './client.ts';
import { serveInMemory } from './memory.ts';
import { requestsAt, requestsFor, requestsOn, resolvers } from './requests.ts';
import type { Position, Wire } from './wire.ts';

const samples = join(import.meta.dirname, '../../samples');
const maps = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.journey'));
const texts = Object.fromEntries(maps.map((name) => [`file:///${name.replaceAll('\\', '/')}`, readFileSync(join(samples, name), 'utf8')]));
/** Capabilities that are no promise to answer a request. */
const others = ['textDocumentSync', 'workspace', 'positionEncoding'];

interface Provider {
  resolveProvider?: boolean;
  prepareProvider?: boolean;
  full?: boolean | { delta?: boolean };
}

let wire: Wire;
let capabilities: Record<string, Provider | boolean>;

beforeAll(async () => {
  wire = serveInMemory(new FakeFiles(texts));
  const folders = [...new Set(Object.keys(texts).map((uri) => uri.slice(0, uri.lastIndexOf('/') + 1)))];
  const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
  const reply = await wire.answer<{ capabilities: typeof capabilities }>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders,
    capabilities: { workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
  });
  capabilities = reply.capabilities;
  wire.notify('initialized', {});
  for (const [uri, text] of Object.entries(texts)) {
    wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
  }
});

describe('what the server says that it can', () => {
  const anyUri = Object.keys(texts)[0] as string;
  const known = new Map([...requestsAt(anyUri, { line: 0, character: 0 }), ...requestsOn(anyUri)]);

  test('is known to these tests', () => {
    const promised = Object.keys(capabilities).filter((name) => !others.includes(name));
    expect(promised.length).toBeGreaterThan(5);
    expect(promised.filter((name) => !requestsFor[name])).toEqual([]);
    // It would promise a further request.
    const { full } = capabilities.semanticTokensProvider as Provider;
    expect(typeof full === 'object' && full.delta).toBe(false);
  });

  test('is answered', async () => {
    const promised = Object.keys(capabilities).flatMap((name) => requestsFor[name] ?? []);
    for (const method of promised) expect((await wire.request(method, known.get(method))).error, method).toBeUndefined();
    for (const method of ['journey/map', 'journey/export', 'journey/locate', 'journey/at']) await wire.answer(method, known.get(method));
  });

  test('is told more of, where more is promised', async () => {
    const lists = Object.keys(capabilities).filter((name) => (capabilities[name] as Provider).resolveProvider);
    for (const method of lists.map((name) => requestsFor[name]?.[0] as string)) {
      const [first] = await wire.answer<object[]>(method, known.get(method));
      expect(first, method).toBeDefined();
      expect(await wire.answer(resolvers[method] as string, first)).toMatchObject(first as object);
      for (const wrong of [null, {}, 5]) expect((await wire.request(resolvers[method] as string, wrong)).error?.code).toBe(-32602);
    }
  });

  test('is refused where the parameters are not what they must be', async () => {
    const promised = Object.keys(capabilities).flatMap((name) => requestsFor[name] ?? []);
    for (const method of [...promised, 'journey/map', 'journey/export', 'journey/locate', 'journey/at']) {
      for (const wrong of [
        undefined,
        {},
        [],
        { textDocument: null },
        { uri: 1 },
        { ...known.get(method), position: { line: -1 }, range: 0, query: 1 },
      ]) {
        const isRight = wrong && 'range' in wrong && !/"(position|range|query)"/.test(JSON.stringify(known.get(method)));
        if (!isRight) expect((await wire.request(method, wrong)).error?.code, `${method} ${JSON.stringify(wrong)}`).toBe(-32602);
      }
    }
  });

  test('is answered for a text that is not open', async () => {
    const uri = 'file:///nowhere.journey';
    for (const [method, params] of [...requestsAt(uri, { line: 3, character: 3 }), ...requestsOn(uri)]) {
      const { error } = await wire.request(method, params);
      expect(error && error.code !== -32601, method).toBeFalsy();
    }
  });
});

describe.each(Object.entries(texts))('in %s', { timeout: 60_000 }, (uri, text) => {
  const lines = new Lines(text);
  const end = lines.positionAt(text.length);
  const places = [...placesIn(text)];

  test('all ranges lie in the text that they are about, and edits never overlap', async () => {
    const asked = places.flatMap((position, index) => [...requestsAt(uri, position, index % 2 ? position : (places[index + 9] ?? end))]);
    let ranges = 0;
    let edits = 0;
    for (const [method, params] of [...asked, ...requestsOn(uri), ...requestsAt(uri, { line: 0, character: 0 }, end)]) {
      const { result, error } = await wire.request(method, params);
      if (error?.code === -32601) continue;
      // A name that is no name of this kind, or is taken, is refused with a reason.
      if (error && method === 'textDocument/rename') continue;
      expect(error, `${method} ${JSON.stringify(params)}`).toBeUndefined();
      if (method === 'journey/map' || method === 'journey/export') continue;
      for (const range of rangesIn(result, uri)) {
        ranges++;
        if (!isWithin(range)) throw new Error(`${method} ${JSON.stringify(params)} answers with ${JSON.stringify(range)}`);
      }
      for (const list of editsIn(result, uri)) {
        edits += list.length;
        const meeting = overlap(list);
        if (meeting) throw new Error(`${method} ${JSON.stringify(params)} has edits that overlap: ${JSON.stringify(meeting)}`);
      }
    }
    expect(ranges).toBeGreaterThan(100);
    expect(edits).toBeGreaterThan(0);
  });

  test('all findings lie in the text', () => {
    const found = wire.diagnostics(uri)?.diagnostics;
    expect(found).toBeDefined();
    expect([...rangesIn(found, uri)].filter((range) => !isWithin(range))).toEqual([]);
  });

  test('the colours lie in the text, one after the other', async () => {
    const params = { textDocument: { uri } };
    const { data } = await wire.answer<{ data: number[] }>('textDocument/semanticTokens/full', params);
    expect(data.length).toBeGreaterThan(0);
    let [line, character] = [0, 0];
    let before = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down, along, length] = data.slice(at, at + 3) as [number, number, number];
      expect(down > 0 || along >= before, `${line}:${character}`).toBe(true);
      [line, character] = down ? [line + down, along] : [line, character + along];
      expect(isWithin({ uri, start: { line, character }, end: { line, character: character + length } })).toBe(true);
      before = length;
    }
  });
});

/** A place in every other line: before its first word, or somewhere within. */
function* placesIn(text: string): Iterable<Position> {
  for (const [line, content] of text.split('\n').entries()) {
    const indented = content.length - content.trimStart().length;
    if (line % 2 === 0) yield { line, character: line % 4 ? indented : (line * 7) % (content.length + 1) };
  }
}

interface Place {
  uri: string;
  start: Position;
  end: Position;
}

/** All ranges in an answer, with the text that each is about: that of the nearest `uri` around it. */
function* rangesIn(value: unknown, uri: string): Iterable<Place> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* rangesIn(item, uri);
    return;
  }
  const object = value as Record<string, unknown>;
  if ('start' in object && 'end' in object) {
    yield { uri, start: object.start as Position, end: object.end as Position };
    return;
  }
  const about = (object.textDocument as { uri?: string } | undefined)?.uri ?? (object.uri as string | undefined) ?? uri;
  for (const [name, inner] of Object.entries(object)) {
    if (name !== 'changes') yield* rangesIn(inner, about);
    else for (const [other, edits] of Object.entries(inner as object)) yield* rangesIn(edits, other);
  }
}

interface Edit {
  range: { start: Position; end: Position };
  newText: string;
}

/** All lists of edits in an answer. */
function* editsIn(value: unknown, uri: string): Iterable<Edit[]> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null && 'newText' in item)) yield value as Edit[];
  else for (const inner of Object.values(value)) yield* editsIn(inner, uri);
}

/** Two edits that change the same characters, if there are any. */
function overlap(edits: Edit[]): [Edit, Edit] | undefined {
  const ordered = [...edits].sort((a, b) => order(a.range.start, b.range.start) || order(a.range.end, b.range.end));
  for (const [index, edit] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && order(edit.range.end, next.range.start) > 0) return [edit, next];
  }
  return undefined;
}

function order(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

/** Whether a range begins before it ends, and both lie in a line of its text. A file that an edit makes is empty. */
function isWithin({ uri, start, end }: Place): boolean {
  const lines = (texts[uri] ?? '').split('\n');
  const isIn = ({ line, character }: Position): boolean => line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1);
  return isIn(start) && isIn(end) && order(start, end) <= 0;
}
