import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { requestsAt, requestsOn } from '../server/requests.ts';
import { ServerProcess } from '../server/server-process.ts';
import type { Diagnostic, Wire } from '../server/wire.ts';
import { Chance, type Soak } from './soak.ts';

const text = readFileSync(new URL('../../samples/order-a-new-laptop/current.journey', import.meta.url), 'utf8');
const lineCount = text.split('\n').length;
const edits = 20;
const requests = 50;
const cancelled = -32800;
const after = 'findings after (ms)';
/** In ms. */
const soon = 1000;

let server: ServerProcess | undefined;

/**
 * Edits a few milliseconds apart, with requests among them of which half are cancelled. Every request has one reply, and the findings that are told
 * last are those of the last version, the same as of a text that is opened as it then is.
 */
const soak: Soak = {
  name: 'server: races',
  full: 500,
  small: 8,
  limits: { [after]: soon },
  async run(seed) {
    server ??= await startServer();
    for (let attempt = 0; ; attempt++) {
      const figures = await race(new Chance(seed), `${seed}-${attempt}`, server);
      // The machine may have been busy. What is slow time and again is so of itself.
      if ((figures[after] ?? 0) <= soon || attempt === 2) return figures;
    }
  },
  async end() {
    server?.child.kill('SIGKILL');
    await server?.ended;
    server = undefined;
  },
};
export default soak;

async function startServer(): Promise<ServerProcess> {
  const started = new ServerProcess();
  await started.answer('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  started.notify('initialized', {});
  return started;
}

async function race(chance: Chance, name: string, wire: Wire): Promise<Record<string, number>> {
  const uri = `untitled:${name}.journey`;
  const copy = `untitled:${name}-copy.journey`;
  const lines = text.split('\n');
  const asked: string[] = [];
  wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
  for (let version = 2; version <= edits + 1; version++) {
    await pause(chance.below(31));
    const at = chance.below(lines.length - 1);
    const piece = chance.of(['x', '"', '  feels 1 "so"\n', 'stage', '', '\n', 'persona Nobody\n', ' owner Nobody']);
    const start = { line: at, character: 0 };
    const end = chance.percent(70) ? start : { line: at + 1, character: 0 };
    wire.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: piece, range: { start, end } }],
    });
    lines.splice(at, end === start ? 1 : 2, ...`${piece}${lines[end.line]}`.split('\n'));
    const until = Math.round((requests * (version - 1)) / edits);
    while (asked.length < until) {
      const place = { line: chance.below(lineCount), character: chance.below(30) };
      const [method, params] = chance.of([...requestsAt(uri, place), ...requestsOn(uri)]);
      const id = `${name}-${asked.length}`;
      asked.push(id);
      wire.ask(method, params, id);
      if (asked.length % 4 === 0) wire.notify('$/cancelRequest', { id });
      else if (asked.length % 2 === 0) void pause(chance.below(3)).then(() => wire.notify('$/cancelRequest', { id }));
    }
  }
  const last = performance.now();
  const found = await wire.diagnosticsOf(uri, edits + 1);
  const took = performance.now() - last;
  let cancelledCount = 0;
  for (const id of asked) {
    const { error } = await wire.reply(id);
    if (error?.code === cancelled) cancelledCount++;
    else if (error && ![-32601, -32602].includes(error.code)) throw new Error(`${id} was answered with ${JSON.stringify(error)}.`);
  }
  // What would still come is here when what was asked after it is.
  await wire.answer('textDocument/documentSymbol', { textDocument: { uri } });
  for (const id of asked)
    if (wire.replies.get(id)?.length !== 1) throw new Error(`${id} was answered ${wire.replies.get(id)?.length} times.`);
  wire.notify('textDocument/didOpen', { textDocument: { uri: copy, languageId: 'journey', version: 1, text: lines.join('\n') } });
  const fresh = await wire.diagnosticsOf(copy, 1);
  if (wire.diagnostics(uri)?.version !== edits + 1) throw new Error(`The last findings are of version ${wire.diagnostics(uri)?.version}.`);
  if (!same(found, fresh))
    throw new Error(`The last findings are ${JSON.stringify(found)}, of the same text opened anew ${JSON.stringify(fresh)}.`);
  for (const open of [uri, copy]) wire.notify('textDocument/didClose', { textDocument: { uri: open } });
  return { [after]: took, 'cancelled of 50': cancelledCount };
}

function same(some: Diagnostic[], others: Diagnostic[]): boolean {
  const told = (list: Diagnostic[]): string => JSON.stringify(list.map(({ code, message, range }) => [code, message, range]));
  return told(some) === told(others);
}
