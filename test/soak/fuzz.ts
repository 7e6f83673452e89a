import { setImmediate as turn } from 'node:timers/promises';
import { FakeFiles } from '../server/client.ts';
import { serveInMemory } from '../server/memory.ts';
import type { Message, Wire } from '../server/wire.ts';
import { BrokenStream, type Piece } from './broken-streams.ts';
import { Chance, type Soak } from './soak.ts';

const files = {
  'file:///maps/teams.journey': 'team Desk',
  'file:///maps/journey.json': '{ "lanes": ["steps"] }',
  'file:///maps/a.journey': 'journey "A"',
};
/** After so many ms a request counts as never answered. A process may have to wait long for its share of a busy machine. */
const patience = 120_000;

/** Whatever comes in, the server lives, and answers with the right error: see `BrokenStream`. */
const soak: Soak = {
  name: 'server: broken streams',
  full: 5000,
  small: 150,
  async run(seed) {
    await sendBroken(new Chance(seed), serveInMemory(new FakeFiles(files)));
    return undefined;
  },
};
export default soak;

/** Sends a stream to a server, cut anywhere, and throws where an answer is missing, double or wrong, or where the server is deaf afterwards. */
export async function sendBroken(chance: Chance, wire: Wire): Promise<void> {
  const pieces = [...new BrokenStream(chance).pieces()];
  let rest = Buffer.concat(pieces.map(({ bytes }) => bytes));
  while (rest.length) {
    const size = chance.percent(50) ? 1 + chance.below(200) : 1 + chance.below(65_536);
    wire.write(rest.subarray(0, size));
    rest = rest.subarray(size);
    if (chance.percent(30)) await turn();
  }
  await isAlive(wire);
  for (const piece of pieces) await check(piece, wire);
  for (const [id, replies] of wire.replies) {
    if (id !== null && replies.length > 1) throw new Error(`${id} was answered ${replies.length} times: ${JSON.stringify(replies)}`);
  }
  const failed = wire.received.filter(isFailure);
  if (failed.length) throw new Error(`A notification was not dealt with: ${JSON.stringify(failed[0])}`);
}

/** Two messages in a row cannot be lost: the second one finds the way back. */
async function isAlive(wire: Wire): Promise<void> {
  wire.ask('journey/at', { uri: 'none:', position: { line: 0, character: 0 } }, 'alive 1');
  wire.ask('journey/at', { uri: 'none:', position: { line: 0, character: 0 } }, 'alive 2');
  await inTime(wire.reply('alive 2'), 'The server is deaf.');
}

async function check({ asks }: Piece, wire: Wire): Promise<void> {
  if (!asks || (!asks.sure && !wire.replies.has(asks.id))) return;
  const { id, method, allowed, must } = asks;
  const { error } = await inTime(wire.reply(id), `${method} (${id}) was never answered.`);
  if (error ? !allowed.includes(error.code) : must)
    throw new Error(`${method} (${id}) was answered with ${JSON.stringify(error ?? 'a result')}.`);
}

/** The library notes in the log that a handler has thrown. */
function isFailure({ method, params }: Message): boolean {
  return method === 'window/logMessage' && /failed|Error/.test((params as { message: string }).message);
}

async function inTime<T>(wanted: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), patience);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}
