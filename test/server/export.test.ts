import { describe, expect, test } from 'vitest';
import { render } from '../../src/render/index.ts';
import { getJob, type JobReply } from '../../src/server/protocol.ts';
import { shapes } from '../../src/server/shapes.ts';
import { Client } from './client.ts';
import { png } from './images.ts';

/** What an editor gets that writes a map to a file. */

const map = 'file:///maps/map.journey';
const project = 'file:///maps/journey.json';
const photo = 'file:///maps/faces/vera.png';
const people = 'persona Vera\n  photo "faces/vera.png"\n';
const order = 'journey Order "Order a laptop" for Vera\n  type current\n  goal "x"\nstage S\n  step call\n    feels 1\n';
const sofa = 'journey Sofa "Buy a sofa" for Vera\nstage T\n  step shop\n    feels 2\n';

const no = { font: () => Promise.reject(new Error('no font')), asset: () => Promise.reject(new Error('no file')) };

async function opened(text: string, files: Record<string, string> = {}): Promise<Client> {
  const client = await new Client(files).start();
  client.open(map, text);
  return client;
}

const ask = (client: Client, asked: object = {}): Promise<JobReply | null> => client.request(getJob, { uri: map, ...asked });

test('the only journey of a file comes with what the project file says of pictures, and can be rendered as it is', async () => {
  const settings = { language: 'fr', view: 'macro', theme: 'dark', lanes: ['steps', 'feels'], accent: '#0f766e', font: 'Georgia' };
  const client = await opened(people + order, { [project]: JSON.stringify(settings) });
  const reply = await ask(client);
  const { view, ...rest } = settings;
  expect(reply?.job).toMatchObject({ ...rest, usualView: view, map: { title: 'Order a laptop' } });
  expect(reply?.journeys).toEqual([{ id: 'journey:Order', title: 'Order a laptop' }]);
  if (!reply?.job) throw new Error('no job');
  expect((await render('md', reply.job, no)).content).toContain('Order a laptop');
});

test('photos and logo are in it, though the text was opened but now', async () => {
  const logo = 'file:///maps/logo.png';
  const client = await opened(people + order, { [project]: '{ "logo": "logo.png" }', [logo]: png(8, 4), [photo]: png(3, 2) });
  const { job } = (await ask(client)) ?? {};
  expect(job?.photos).toEqual({ Vera: `data:image/png;base64,${btoa(png(3, 2))}` });
  expect(job?.logo?.size).toEqual({ width: 8, height: 4 });
});

describe('where a file has several journeys', () => {
  test('none is taken unasked, and all are named', async () => {
    expect(await ask(await opened(people + order + sofa))).toEqual({
      journeys: [
        { id: 'journey:Order', title: 'Order a laptop' },
        { id: 'journey:Sofa', title: 'Buy a sofa' },
      ],
    });
  });

  test.each([
    ['journey:Sofa', 'Buy a sofa'],
    ['journey:Gone', undefined],
  ])('%s is the one that was asked for, or none', async (journey, title) => {
    expect((await ask(await opened(people + order + sofa), { journey }))?.job?.map.title).toBe(title);
  });
});

test('the view that was asked for wins; the theme, where the project file says none of files', async () => {
  const text = people + order.replace('  goal', '  view blueprint goal');
  expect((await ask(await opened(text)))?.job).toMatchObject({ theme: 'light', map: { view: 'blueprint' } });
  const wanted = { view: 'persona', theme: 'dark' };
  expect((await ask(await opened(text), wanted))?.job).toMatchObject({ theme: 'dark', view: 'persona' });
  expect((await ask(await opened(text, { [project]: '{ "theme": "print" }' }), wanted))?.job).toMatchObject({ theme: 'print' });
});

test('the map that it improves comes along', async () => {
  const after = `${people}${order}journey Then "As it shall be" for Vera\n  improves Order\nstage S\n  step call\n    feels 2\n`;
  expect((await ask(await opened(after), { journey: 'journey:Then' }))?.job?.before?.title).toBe('Order a laptop');
});

test('an edit that has just been made counts', async () => {
  const client = await opened(people + order);
  client.change(map, (people + order).replace('Order a laptop', 'Order two laptops'));
  expect((await ask(client))?.job?.map.title).toBe('Order two laptops');
});

test('a text without a journey has no job, and one that is not open no answer', async () => {
  const client = await opened(people);
  expect(await ask(client)).toEqual({ journeys: [] });
  expect(await client.request(getJob, { uri: 'file:///maps/none.journey' })).toBeNull();
});

test.each([
  [{ uri: map }, true],
  [{ uri: map, journey: 'j', view: 'macro', theme: 'print' }, true],
  [{ uri: map, journey: null, view: null, theme: null }, true],
  [{}, false],
  [{ uri: map, view: 'everything' }, false],
  [{ uri: map, theme: 'pink' }, false],
  [{ uri: map, theme: 1 }, false],
  [{ uri: map, journey: 1 }, false],
])('%o is let through: %s', (asked, isRight) => {
  expect(shapes.get(getJob)?.(asked)).toBe(isRight);
});
