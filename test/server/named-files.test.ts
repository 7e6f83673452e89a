import { expect, test } from 'vitest';
import { NamedFiles } from '../../src/server/named-files.ts';

const root = 'file:///maps/';
const map = 'file:///maps/a.journey';
const uri = 'file:///maps/figures.csv';

/** Files whose reading lasts until it is let go. What is read is what stood there when it began. */
function slowly() {
  const state = { text: 'old', going: [] as (() => void)[] };
  const files = new NamedFiles<string>((_uri) => {
    const { text } = state;
    return new Promise((resolve) => state.going.push(() => resolve(text)));
  });
  return { state, files };
}

test('a file that changes while it is read for the first time is read again', async () => {
  const { state, files } = slowly();
  const first = files.read(root, map, ['figures.csv']);
  state.text = 'new';
  expect(files.has(uri)).toBe(true);
  const second = files.reload(uri);
  for (const go of state.going) go();
  await Promise.all([first, second]);
  expect(files.find(root, map, 'figures.csv')).toBe('new');
});

test('of two readings the one counts that began last, in whatever order they end', async () => {
  const { state, files } = slowly();
  const first = files.read(root, map, ['figures.csv']);
  state.text = 'new';
  const second = files.reload(uri);
  for (const go of state.going.reverse()) {
    go();
    await new Promise(setImmediate);
  }
  await Promise.all([first, second]);
  expect(files.find(root, map, 'figures.csv')).toBe('new');
});

test('a file that no map named is not read when it changes', async () => {
  const { state, files } = slowly();
  await files.reload(uri);
  expect(files.has(uri)).toBe(false);
  expect(state.going).toEqual([]);
});
