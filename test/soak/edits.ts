import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Wire } from '../server/wire.ts';
import { Measured, slopeOf } from './measured.ts';
import { samples } from './samples.ts';
import { Chance, type Soak } from './soak.ts';

const edits = 40_000;
/** Before, caches fill and code is compiled: for so long the heap grows towards a size that it then keeps. */
const from = 20_000;
const every = 400;
/** Bytes that an edit may leave behind, on the average. */
const most = 128;

const pieces = [
  'x',
  '\n',
  '"',
  '"""',
  '/*',
  '// so\n',
  'step new\n',
  'stage New\n',
  ' owner T',
  '\npersona P\n',
  '\nteam T\n',
  '\njourney J\n',
  '😀',
];

/** Types something at some place, asks what an editor asks, and takes it back: after each pair the text is as it was. */
async function editTwice(server: Wire, uri: string, version: number, lines: readonly string[], chance: Chance): Promise<void> {
  const line = chance.below(lines.length);
  const start = { line, character: chance.below((lines[line] as string).length + 1) };
  const text = chance.percent(5) ? `"${version}"\nteam N${version}\n` : chance.of(pieces);
  const added = text.split('\n');
  const last = (added.at(-1) as string).length;
  const end = { line: line + added.length - 1, character: added.length > 1 ? last : start.character + last };
  const change = (number: number, range: object, inserted: string): void =>
    server.notify('textDocument/didChange', { textDocument: { uri, version: number }, contentChanges: [{ range, text: inserted }] });
  change(version, { start, end: start }, text);
  await server.answer('textDocument/completion', { textDocument: { uri }, position: end });
  change(version + 1, { start, end }, '');
  await server.answer('textDocument/semanticTokens/full', { textDocument: { uri } });
  if (version % 50 === 0) await server.answer('journey/map', { uri });
  server.received.length = 0;
  server.replies.clear();
}

const soak: Soak = {
  name: `a server forgets what a text was, ${edits} edits a run`,
  full: 2,
  small: 0,
  async run(seed) {
    const chance = new Chance(seed);
    const folder = mkdtempSync(join(tmpdir(), 'journey-edits-'));
    writeFileSync(join(folder, 'people.journey'), 'persona Vera\nteam Desk\n');
    const server = new Measured();
    try {
      const root = pathToFileURL(folder).href;
      const uri = `${root}/map.journey`;
      const { text } = chance.of(samples);
      const workspaceFolders = [{ uri: root, name: 'maps' }];
      await server.answer('initialize', { processId: process.pid, rootUri: root, workspaceFolders, capabilities: {} });
      server.notify('initialized', {});
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
      const measures: { cycle: number; bytes: number }[] = [];
      const lines = text.split('\n');
      for (let count = 2; count <= edits; count += 2) {
        await editTwice(server, uri, count, lines, chance);
        if (count >= from && count % every === 0) measures.push({ cycle: count, bytes: await server.heap() });
      }
      const slope = slopeOf(measures);
      if (!(slope < most))
        throw new Error(`The heap grows by ${Math.round(slope)} bytes an edit: ${measures.map(({ bytes }) => bytes).join(' ')}`);
      return { 'bytes an edit': slope, 'MB at the end': (measures.at(-1)?.bytes ?? 0) / 1e6 };
    } finally {
      server.child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default soak;
