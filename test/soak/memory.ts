import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Wire } from '../server/wire.ts';
import { Measured, slopeOf } from './measured.ts';
import { samples } from './samples.ts';
import { Chance, type Soak } from './soak.ts';

const cycles = 2000;
/** Bytes that a cycle may leave behind, on the average. */
const most = 1024;

/** A text is opened, edited, asked and closed, as somebody does who looks through a folder. */
async function cycle(server: Wire, uri: string, chance: Chance): Promise<void> {
  const { text } = chance.of(samples);
  const textDocument = { uri, languageId: 'journey', version: 1, text };
  server.notify('textDocument/didOpen', { textDocument });
  const lines = text.split('\n').length;
  for (let version = 2; version < 6; version++) {
    const position = { line: chance.below(lines), character: chance.below(30) };
    const edit = {
      range: { start: position, end: position },
      text: chance.of(['x', '\n', '"', 'step new\n', ' owner T', '/*', `persona P${chance.below(1e6)}\n`]),
    };
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [edit] });
    await server.answer('textDocument/completion', { textDocument: { uri }, position });
    await server.answer('textDocument/hover', { textDocument: { uri }, position });
  }
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full', 'formatting', 'documentLink']) {
    await server.answer(`textDocument/${method}`, { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } });
  }
  await server.answer('journey/map', { uri });
  server.notify('textDocument/didClose', { textDocument: { uri } });
  // What came is no longer needed here either.
  server.received.length = 0;
}

/** Where the texts of a run are: of as many seeds one after the other, each takes another place. */
export const places = ['in the folder', 'outside', 'none'] as const;

/**
 * Opens and closes so many texts, one after the other, in a server of its own. Before the first quarter of them is through, caches fill and
 * code is compiled; from then on it measures.
 *
 * @returns The bytes that a text leaves behind on the average, and the heap at the end, in bytes.
 */
export async function leftBehind(seed: number, cycles: number, every: number): Promise<{ slope: number; heap: number }> {
  const chance = new Chance(seed);
  const where = places[seed % places.length] as (typeof places)[number];
  const folder = mkdtempSync(join(tmpdir(), 'journey-memory-'));
  writeFileSync(join(folder, 'people.journey'), 'persona Vera\nteam Desk\n');
  const server = new Measured();
  try {
    const uri = pathToFileURL(folder).href;
    await server.answer('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'maps' }],
      capabilities: {},
    });
    server.notify('initialized', {});
    const measures: { cycle: number; bytes: number }[] = [];
    for (let count = 1; count <= cycles; count++) {
      // Each text has an address of its own.
      const address =
        where === 'none'
          ? `untitled:Untitled-${count}`
          : `${where === 'in the folder' ? `${uri}/${count}` : `file:///elsewhere/${count}`}/map.journey`;
      await cycle(server, address, chance);
      if (count >= cycles / 4 && count % every === 0) measures.push({ cycle: count, bytes: await server.heap() });
    }
    return { slope: slopeOf(measures), heap: measures.at(-1)?.bytes ?? 0 };
  } finally {
    server.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const soak: Soak = {
  name: `a server forgets what is closed, ${cycles} texts a run`,
  full: 3,
  small: 0,
  async run(seed) {
    const { slope, heap } = await leftBehind(seed, cycles, 50);
    if (!(slope < most)) throw new Error(`The heap grows by ${Math.round(slope)} bytes a text, ${places[seed % places.length]}.`);
    return { 'bytes a text': slope, 'MB at the end': heap / 1e6 };
  },
};

export default soak;
