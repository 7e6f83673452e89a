/** Streams of messages as no client should send them: see `brokenStream`. */
import { requestsAt, requestsOn } from '../server/requests.ts';
import { framed } from '../server/wire.ts';
import type { Chance } from './soak.ts';

/** A piece of a stream. */
export interface Piece {
  bytes: Buffer;
  /** A request of ours, by its id, and the codes of errors that may answer it. Without `sure` it may also go unanswered. */
  asks?: { id: string; method: string; allowed: readonly number[]; must?: boolean; sure: boolean };
}

export const codes = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  notInitialized: -32002,
  cancelled: -32800,
};

const uris = [
  'file:///maps/a.journey',
  'file:///maps/b.journey',
  'file:///maps/journey.json',
  'untitled:Untitled-1',
  'file:///c d%.journey',
  'x',
];
const text = `persona Vera "Vera Cruz"
team Desk "Service desk"
journey "Order 😀" for Vera
  goal "A laptop"
  type current
stage Request
  step form "Look for it"
    feels -1 "lost"
    touchpoint Hotline via phone owner Desk
      pain "Slow" severity 4
`;
const junk: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 31,
  '',
  'x',
  '__proto__',
  '\ud800',
  [],
  [null],
  {},
  { line: 'a' },
  { __proto__: null, toString: 1 },
  { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } },
  'y'.repeat(5000),
  nested(2000),
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** Makes a stream: a session, most often begun as it should be, in which anything may come. */
export class BrokenStream {
  private readonly chance: Chance;
  private state: 'new' | 'open' | 'shut' = 'new';
  private ids = 0;
  /** What stands before may have swallowed the next message. */
  private isUnsure = false;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  *pieces(): Iterable<Piece> {
    const { chance } = this;
    if (chance.percent(85)) {
      yield* this.request('initialize', {
        processId: null,
        rootUri: null,
        capabilities: {},
        workspaceFolders: [{ uri: 'file:///maps', name: 'm' }],
      });
      yield this.notification('initialized', {});
    }
    const count = 10 + chance.below(40);
    for (let at = 0; at < count; at++) {
      const kind = chance.below(20);
      if (kind < 5) yield* this.anyRequest(false);
      else if (kind < 8) yield* this.anyRequest(true);
      else if (kind < 13) yield this.anyNotification();
      else if (kind < 14)
        yield* this.request(chance.of(['foo/bar', '$/foo', 'textDocument/declaration', 'constructor', '']), chance.of(junk), [
          codes.methodNotFound,
        ]);
      else if (kind < 15)
        yield this.whole(
          chance.of<unknown>([
            null,
            5,
            'x',
            [],
            [{ id: 1, method: 'x' }],
            {},
            { id: 7 },
            { id: 8, result: 1 },
            { id: null, method: 'x' },
            { id: {}, method: 'x' },
            { method: 5 },
            { id: 9, error: {} },
          ]),
        );
      else if (kind < 16 && chance.percent(20))
        yield* this.request(chance.of(['shutdown', 'initialize']), { capabilities: {}, processId: null });
      else yield this.broken();
    }
  }

  private anyPosition(): { line: number; character: number } {
    const { chance } = this;
    const number = (most: number): number => (chance.percent(85) ? chance.below(most) : chance.of([1000, 2 ** 31 - 1, 1e15]));
    return { line: number(12), character: number(40) };
  }

  private *anyRequest(wrong: boolean): Iterable<Piece> {
    const { chance } = this;
    const uri = chance.of(uris);
    const all = [...requestsAt(uri, this.anyPosition(), this.anyPosition()), ...requestsOn(uri)];
    const [method, params] = chance.of(all);
    // A name that is none, and a feature that this server has not, are refused.
    const allowed = [codes.methodNotFound, codes.invalidParams];
    yield* this.request(method, wrong ? this.spoilt(params) : params, allowed);
    if (chance.percent(20)) yield this.notification('$/cancelRequest', { id: chance.percent(70) ? `q${this.ids}` : chance.of(junk) });
  }

  private anyNotification(): Piece {
    const { chance } = this;
    const uri = chance.of(uris);
    const version = chance.below(9);
    const change = (): object => {
      const inserted = chance.of(['', 'x', '\n', '"', text, 'step "', '\r\n', '\ud83d', 'y\n'.repeat(50), '\0', '{"lanes": 5}']);
      return chance.percent(15) ? { text: inserted } : { text: inserted, range: { start: this.anyPosition(), end: this.anyPosition() } };
    };
    const [method, params] = chance.of<[string, object]>([
      ['textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version, text: chance.percent(80) ? text : '' } }],
      ['textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version, text } }],
      ['textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change(), change()] }],
      ['textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change()] }],
      ['textDocument/didChange', { textDocument: { uri, version }, contentChanges: [] }],
      ['textDocument/didClose', { textDocument: { uri } }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: chance.below(5) }] }],
      ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///maps' }], removed: [{ uri: 'file:///no' }] } }],
      ['workspace/didChangeConfiguration', { settings: null }],
      ['workspace/didRenameFiles', { files: [] }],
      ['$/setTrace', { value: 'off' }],
      ['textDocument/didSave', { textDocument: { uri } }],
      ['initialized', {}],
    ]);
    return this.notification(method, chance.percent(25) ? this.spoilt(params) : params);
  }

  /** A copy in which something is not what it must be. The number of a process stays: a wrong one is that of an editor that is gone. */
  private spoilt(params: object): unknown {
    const { chance } = this;
    if (chance.percent(10)) return chance.percent(50) ? undefined : chance.of(junk);
    const copy = structuredClone(params) as Record<string, unknown>;
    let at = copy;
    for (;;) {
      const name = chance.of(Object.keys(at));
      const inner = at[name];
      if (typeof inner !== 'object' || inner === null || !Object.keys(inner).length || chance.percent(30)) {
        if (chance.percent(20)) delete at[name];
        else at[name] = chance.of(junk);
        return copy;
      }
      at = inner as Record<string, unknown>;
    }
  }

  /** A request; its answer is one of the codes, or a result, where the session has come to the point at which it may be asked. */
  private *request(method: string, params: unknown, allowed: readonly number[] = []): Iterable<Piece> {
    // It must be known how far the session has come.
    if (this.isUnsure && /^(initialize|shutdown)$/.test(method)) yield this.notification('$/nothing', {});
    const id = `q${++this.ids}`;
    const isInitialize = method === 'initialize';
    const early = this.state === 'new' && !isInitialize;
    const late = isInitialize ? this.state !== 'new' : this.state === 'shut';
    const sure = !this.isUnsure;
    const bytes = framed({ jsonrpc: '2.0', id, method, params });
    if (!sure) {
      yield this.piece(bytes, { id, method, allowed: Object.values(codes), sure });
      return;
    }
    const refused = late ? codes.invalidRequest : codes.notInitialized;
    yield this.piece(
      bytes,
      early || late ? { id, method, allowed: [refused], must: true, sure } : { id, method, allowed: [...allowed, codes.cancelled], sure },
    );
    if (isInitialize && !late) this.state = 'open';
    if (method === 'shutdown' && this.state === 'open') this.state = 'shut';
  }

  private notification(method: string, params: unknown): Piece {
    return this.piece(framed({ jsonrpc: '2.0', method, params }));
  }

  private whole(message: unknown): Piece {
    return this.piece(framed(JSON.stringify(message)));
  }

  private piece(bytes: Buffer, asks?: Piece['asks']): Piece {
    this.isUnsure = false;
    return { bytes, ...(asks ? { asks } : {}) };
  }

  /** Bytes that are no message. The one after them may go lost with them. */
  private broken(): Piece {
    const { chance } = this;
    const body = JSON.stringify({
      jsonrpc: '2.0',
      method: 'textDocument/didSave',
      params: { textDocument: { uri: 'file:///maps/a.journey' } },
    });
    const bytes = chance.of<() => string>([
      () => framed(body.slice(0, chance.below(body.length))).toString('latin1'),
      () => framed(chance.of(['', '{', '\0\0', 'nul', '{"a":1}}', "{'a': 1}", '[1,]', '\ufeff'])).toString('latin1'),
      () => `Content-Length: ${chance.below(body.length)}\r\n\r\n${body}`,
      () => `Content-Length: ${body.length + 1 + chance.below(5000)}\r\n\r\n${body}`,
      () =>
        `Content-Length: ${chance.of(['-1', '-500', 'x', '', '1e3', 'NaN', '99999999999999999999', '0x10', '999999999', '0'])}\r\n\r\n${body}`,
      () => `Content-Type: application/vscode-jsonrpc\r\n\r\n${body}`,
      () => `${body}`,
      () => `Content-Length ${body.length}\r\n\r\n${body}`,
      () => `Content-Length: ${body.length}\n\n${body}`,
      () => `X-Junk: ${'z'.repeat(chance.below(100_000))}\r\n\r\n`,
      () => 'A: b\r\n'.repeat(chance.below(5000)),
      () => 'z'.repeat(chance.below(60_000)),
      () => '\r\n'.repeat(chance.below(20)),
      () => 'Content-Length: 5\r\nContent-Length: 9\r\n',
      () => 'Content-Le',
      () => Buffer.from(Array.from({ length: chance.below(300) }, () => chance.below(256))).toString('latin1'),
    ])();
    this.isUnsure = true;
    return { bytes: Buffer.from(bytes, 'latin1') };
  }
}
