import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { FrameReader, FrameWriter } from '../../src/server/frames.ts';
import { framed } from './wire.ts';

const one = { jsonrpc: '2.0', method: 'one' };
const two = { jsonrpc: '2.0', method: 'zwei 😀', params: ['\r\n\r\nContent-Length: 3\r\n\r\n'] };

/** What is read of bytes that come in pieces of some size, and how often something was complained of. */
async function read(bytes: Buffer | string, size = Number.POSITIVE_INFINITY): Promise<{ messages: unknown[]; complaints: string[] }> {
  const stream = new PassThrough();
  const messages: unknown[] = [];
  const complaints: string[] = [];
  new FrameReader(stream, (why) => complaints.push(why)).listen((message) => void messages.push(message));
  const all = Buffer.from(bytes as string);
  for (let at = 0; at < all.length; at += size) stream.write(all.subarray(at, at + size));
  for (let turns = 0; turns < 4; turns++) await turn();
  return { messages, complaints };
}

const both = Buffer.concat([framed(one), framed(two)]);

describe('messages', () => {
  test.each([1, 2, 7, 20, 64, 10_000])('are read however they are cut: in pieces of %i bytes', async (size) => {
    expect(await read(both, size)).toEqual({ messages: [one, two], complaints: [] });
  });

  test('may be long, and come in many pieces', async () => {
    const long = { method: 'x', params: ['Content-Length: 5\r\n\r\n'.repeat(200_000)] };
    expect(await read(Buffer.concat([framed(long), framed(one)]), 65_536)).toEqual({ messages: [long, one], complaints: [] });
  });

  test('have headers in any order and case', async () => {
    const body = JSON.stringify(one);
    const text = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:${body.length}\r\n\r\n${body}`;
    expect(await read(text, 5)).toEqual({ messages: [one], complaints: [] });
  });
});

describe('what is no message', () => {
  const body = JSON.stringify(one);
  const good = framed(two).toString();

  test.each([
    ['bad JSON', framed('{"a":').toString()],
    ['nothing', framed('').toString()],
    ['a length that is too short', `Content-Length: 9\r\n\r\n${body}`],
    ['a length that is too long', `Content-Length: 99999\r\n\r\n${body}`],
    ['a length that nobody can hold', `Content-Length: 99999999999\r\n\r\n${body}`],
    ['a negative length', `Content-Length: -5\r\n\r\n${body}`],
    ['no length', `Content-Type: x\r\n\r\n${body}`],
    ['a header without an end', 'z'.repeat(100_000)],
    ['half a header', 'Content-Len'],
    ['a header of its own', 'Content-Length: 20\r\n\r\n'],
  ])('costs nothing but itself: %s', async (_, broken) => {
    for (const size of [1, 50, 1_000_000]) {
      const { messages, complaints } = await read(broken + good + good, size);
      // One that begins within what is broken may be taken for a part of it.
      expect(messages.filter((message) => JSON.stringify(message) === JSON.stringify(two)).length, `${size}`).toBeGreaterThan(0);
      expect(messages.length).toBeLessThanOrEqual(2);
      expect(complaints.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('a message that is written', () => {
  test('comes in one piece, its length in bytes', async () => {
    const stream = new PassThrough();
    const chunks: string[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    const writer = new FrameWriter(stream);
    await Promise.all([writer.write(two), writer.write(one)]);
    await turn();
    expect(chunks).toEqual([framed(two).toString(), framed(one).toString()]);
  });

  test('and cannot be, as the other side is gone, is told of', async () => {
    const stream = new PassThrough();
    const writer = new FrameWriter(stream);
    const errors: unknown[] = [];
    writer.onError(([error]) => errors.push(error.message));
    stream.destroy(new Error('gone'));
    await expect(writer.write(one)).rejects.toThrow();
    expect(errors).toEqual(['gone']);
  });
});
