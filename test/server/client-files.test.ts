import { describe, expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { base64 } from '../../src/render/base64.ts';
import { clientFiles } from '../../src/server/client-files.ts';
import { pictureFrom } from '../../src/server/pictures.ts';
import { bytes, jpeg, png } from './images.ts';

/** What the server gets of files that only the client can reach, as in a browser. */
const answering = (answer: (method: string, params: unknown) => unknown) =>
  clientFiles({ sendRequest: async (method: string, params: unknown) => answer(method, params) } as unknown as Connection);

describe('a picture from the client', () => {
  test.each([png(3, 2), jpeg(3, 2), `${png(3, 2)}${'\0\xff'.repeat(100_000)}`])('comes as it is', async (content) => {
    const asked: unknown[] = [];
    const files = answering((method, params) => {
      asked.push([method, params]);
      return { base64: base64(bytes(content)) };
    });
    const found = await files.bytes('file:///maps/vera.png', 1000, 'file:///maps/');
    expect(asked).toEqual([['journey/read-picture', { uri: 'file:///maps/vera.png', most: 1000 }]]);
    expect('bytes' in found && pictureFrom(found.bytes)).toEqual(pictureFrom(bytes(content)));
  });

  test.each(['missing', 'large', 'folder', 'unreadable'] as const)('may be %s', async (why) => {
    expect(await answering(() => ({ why })).bytes('file:///maps/vera.png', 1, 'file:///maps/')).toEqual({ why });
  });

  test('is unreadable to a client that knows no such request', async () => {
    const files = answering(() => {
      throw new Error('Method not found');
    });
    expect(await files.bytes('file:///maps/vera.png', 1, 'file:///maps/')).toEqual({ why: 'unreadable' });
  });
});

test('the files that a map may name are listed by the client, below the folder alone', async () => {
  const asked: unknown[] = [];
  const files = answering((method, params) => {
    asked.push([method, params]);
    return { uris: ['file:///maps/faces/vera.png'] };
  });
  expect(await files.beside('file:///maps/')).toEqual(['file:///maps/faces/vera.png']);
  expect(asked).toEqual([['journey/files', { folder: 'file:///maps/', beside: true }]]);
});
