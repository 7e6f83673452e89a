import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { PictureFile } from '../../src/language/names/pictures.ts';
import { nodeFiles } from '../../src/server/node-files.ts';
import { mostPictureBytes, pictureFrom, picturesAmong } from '../../src/server/pictures.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import { Client } from './client.ts';
import { bytes, jpeg, png, svg, webp, webpLossless, webpLossy } from './images.ts';

/** What is said of a picture: its kind and size, or why it is none. */
const described = (picture: PictureFile): string =>
  typeof picture === 'string' ? picture : `${/^data:([^;]*)/.exec(picture.href)?.[1]} ${picture.size?.width} × ${picture.size?.height}`;

const svgOf = (root: string, before = '', after = '</svg>'): string => `${before}<svg xmlns="http://www.w3.org/2000/svg" ${root}>${after}`;

describe('a picture is known by its content', () => {
  test.each([
    ['PNG', png(640, 480), 'image/png 640 × 480'],
    ['JPEG', jpeg(640, 480), 'image/jpeg 640 × 480'],
    ['progressive JPEG', jpeg(640, 480, 0xc2), 'image/jpeg 640 × 480'],
    ['WebP', webp(640, 480), 'image/webp 640 × 480'],
    ['lossy WebP', webpLossy(640, 480), 'image/webp 640 × 480'],
    ['lossless WebP', webpLossless(640, 480), 'image/webp 640 × 480'],
    ['SVG', svg(640, 480), 'image/svg+xml 640 × 480'],
    ['SVG that says its size', svgOf('width="64px" height="48" viewBox="0 0 1 1"'), 'image/svg+xml 64 × 48'],
    ['SVG that fills its box', svgOf('width="100%" height="100%" viewBox="0,0,4,3"'), 'image/svg+xml 4 × 3'],
    ['SVG without a size', svgOf(''), 'image/svg+xml undefined × undefined'],
    [
      'SVG with all that may come first',
      svgOf('viewBox="0 0 2 1"', '\ufeff<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg [<!ENTITY x "y">]>\n'),
      'image/svg+xml 2 × 1',
    ],
    ['SVG under a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></s:svg>', 'image/svg+xml 2 × 1'],
    ['nothing', '', 'unreadable'],
    ['a text', 'Vera', 'unreadable'],
    ['a GIF', 'GIF89a\x01\0\x01\0\0\0\0', 'unreadable'],
    ['a PDF', '%PDF-1.7', 'unreadable'],
    ['a page', '<!DOCTYPE html><html><svg xmlns="http://www.w3.org/2000/svg"></svg></html>', 'unreadable'],
    ['SVG without its name space', '<svg viewBox="0 0 2 1"></svg>', 'unreadable'],
    ['SVG that breaks off', '<svg xmlns="http://www.w3.org/2000/svg"><rect', 'unreadable'],
    ['PNG that breaks off', png(640, 480).slice(0, 20), 'unreadable'],
    ['JPEG that breaks off', jpeg(640, 480).slice(0, 15), 'unreadable'],
    ['JPEG without a frame', '\xff\xd8\xff\xda\0\x02', 'unreadable'],
    ['WebP that breaks off', webp(640, 480).slice(0, 24), 'unreadable'],
    ['another RIFF', 'RIFF\0\0\0\0WAVEfmt ', 'unreadable'],
    ['a PNG that unfolds beyond all measure', png(60_000, 60_000), 'large'],
  ])('%s', (_, content, is) => {
    const found = pictureFrom(content.startsWith('\ufeff') ? new TextEncoder().encode(content) : bytes(content));
    expect(described(found)).toBe(is);
  });

  test('and carried whole', () => {
    const found = pictureFrom(bytes(png(2, 1))) as { href: string };
    expect(atob(found.href.replace('data:image/png;base64,', ''))).toBe(png(2, 1));
  });

  test('cut anywhere it is read without harm', () => {
    for (const whole of [png(9, 9), jpeg(9, 9), webp(9, 9), webpLossy(9, 9), webpLossless(9, 9), svg(9, 9)])
      for (let end = 0; end < whole.length; end++) expect(() => pictureFrom(bytes(whole.slice(0, end)))).not.toThrow();
  });

  test.each([
    ['comments', '<!-- x -->'.repeat(90_000)],
    ['comments without an end', '<!--'.repeat(200_000)],
    ['instructions', '<? ?>'.repeat(150_000)],
    ['types of documents', '<!DOCTYPE ['.repeat(80_000)],
    ['quotation marks', `<svg ${'" \''.repeat(250_000)}`],
    ['blanks', ' '.repeat(900_000)],
  ])('%s without number are no picture, and found out at once', (_, content) => {
    expect(pictureFrom(bytes(content))).toBe('unreadable');
  });

  test('another picture has another stamp', () => {
    const stamps = [png(1, 1), png(1, 2), jpeg(1, 1), svg(1, 1)].map((each) => (pictureFrom(bytes(each)) as { stamp: string }).stamp);
    expect(new Set(stamps).size).toBe(4);
  });
});

describe('a picture on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'journey-pictures-'));
  const inside = join(folder, 'maps');
  mkdirSync(join(inside, 'folder.png'), { recursive: true });
  for (const [name, content] of Object.entries({
    'maps/vera.png': png(3, 2),
    'maps/garbage.jpg': 'no',
    'maps/vera.gif': png(3, 2),
    'up.png': png(1, 1),
  }))
    writeFileSync(join(folder, name), content, 'latin1');
  writeFileSync(join(inside, 'huge.png'), png(3, 2), 'latin1');
  truncateSync(join(inside, 'huge.png'), mostPictureBytes + 1);
  symlinkSync(join(folder, 'up.png'), join(inside, 'link.png'));
  const root = `${pathToFileURL(inside).href}/`;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['vera.png', 'image/png 3 × 2'],
    ['./vera.png', 'image/png 3 × 2'],
    ['garbage.jpg', 'unreadable'],
    ['vera.gif', 'unreadable'],
    ['folder.png', 'unreadable'],
    ['huge.png', 'large'],
    ['gone.png', 'missing'],
    ['link.png', 'outside'],
    ['../up.png', 'outside'],
    ['/etc/passwd.png', 'outside'],
    ['https://example.org/vera.png', 'outside'],
    ['C:\\vera.png', 'outside'],
  ])('%s is %s', async (path, is) => {
    const pictures = picturesAmong(nodeFiles);
    await pictures.read(root, `${root}a.journey`, [path]);
    expect(described(pictures.find(root, `${root}a.journey`, path) as PictureFile)).toBe(is);
  });
});

const map = 'file:///maps/map.journey';
const project = 'file:///maps/journey.json';
const photo = 'file:///maps/faces/vera.png';
const text =
  'persona Vera\n  photo "faces/vera.png"\njourney "Order" for Vera\n  type current\n  goal "x"\nstage S\n  step call\n    feels 1\n';

describe('the panel', () => {
  const ask = async (client: Client, pictures?: string): Promise<MapReply> => {
    await client.settled();
    return client.request<MapReply>('journey/map', { uri: map, ...(pictures === undefined ? {} : { pictures }) });
  };
  const href = (content: string): string => `data:image/png;base64,${btoa(content)}`;

  test('gets the photos of personas, once', async () => {
    const client = await new Client({ [photo]: png(3, 2) }).start();
    client.open(map, text);
    const first = await ask(client, '');
    expect(first.pictures).toEqual({ photos: { Vera: href(png(3, 2)) } });
    const [read, asked] = [client.files.looked.length, first.stamp];
    client.change(map, text.replace('"x"', '"xy"'));
    const second = await ask(client, asked);
    expect(second.map?.goals[0]?.text).toBe('xy');
    expect([second.stamp, second.pictures]).toEqual([asked, undefined]);
    expect(client.files.looked.slice(read)).toEqual([]);
  });

  test('gets none where it asks for none', async () => {
    const client = await new Client({ [photo]: png(3, 2) }).start();
    client.open(map, text);
    expect((await ask(client)).pictures).toBeUndefined();
  });

  test('follows a photo that changes, goes and comes again', async () => {
    const client = await new Client({ [photo]: png(3, 2) }).start();
    client.open(map, text);
    const { stamp = '' } = await ask(client, '');
    client.write(photo, png(4, 2));
    expect((await ask(client, stamp)).pictures?.photos).toEqual({ Vera: href(png(4, 2)) });
    client.write(photo, undefined);
    const gone = await ask(client, stamp);
    expect([gone.stamp, gone.pictures]).toEqual([undefined, undefined]);
    expect(await client.codes(map)).toContain('unreadable-photo');
    client.write(photo, png(3, 2));
    expect((await ask(client, '')).stamp).toBe(stamp);
    expect(await client.codes(map)).not.toContain('unreadable-photo');
  });

  test('gets that of a persona whom another file declares, relative to that file', async () => {
    const people = 'file:///maps/faces/people.journey';
    const client = await new Client({ [people]: 'persona Vera\n  photo "vera.png"\n', [photo]: png(3, 2) }).start();
    client.open(map, text.replace(/^persona.*\n.*\n/, ''));
    expect((await ask(client, '')).pictures?.photos).toEqual({ Vera: href(png(3, 2)) });
  });

  test('is not told of pictures that no map names', async () => {
    const client = await new Client({ [photo]: png(3, 2) }).start();
    client.open(map, text);
    await client.settled();
    const told = client.changes.length;
    client.write('file:///maps/holiday.png', png(9, 9));
    await client.settled();
    expect(client.changes.length).toBe(told);
  });

  test.each([
    ['missing', undefined, 'There is no file'],
    ['huge', png(3, 2).padEnd(mostPictureBytes + 1, '\0'), 'too large'],
    ['no picture', 'hello', 'no picture'],
  ])('shows the initials where a photo is %s, and a finding says so', async (_, content, says) => {
    const client = await new Client(content === undefined ? {} : { [photo]: content }).start();
    client.open(map, text);
    expect((await ask(client, '')).pictures).toBeUndefined();
    const found = (await client.findings(map)).filter(({ code }) => code === 'unreadable-photo');
    expect(found.map(({ message, severity }) => [String(message).includes(says), severity])).toEqual([[true, 2]]);
  });

  test('is asked whether another file was meant, also while that is looked for again', async () => {
    const client = await new Client({
      [photo]: png(3, 2),
      [project]: '{ "logo": "faces/vrea.png" }',
      'file:///maps/nps.csv': 'nps\n4\n',
    }).start();
    client.open(map, `${text.replace('faces/vera.png', 'vera.png')}    metric nps from "npss.csv"\n`);
    const asked = async (uri: string) =>
      (await client.findings(uri)).map(({ message }) => /Did you mean “(.*)”/.exec(String(message))?.[1]).filter(Boolean);
    expect(await asked(map)).toEqual(['faces/vera.png', 'nps.csv']);
    expect(await asked(project)).toEqual(['faces/vera.png']);
    client.change(map, text);
    expect(await asked(map)).toEqual([]);
    client.write(photo, undefined);
    client.write('file:///maps/faces/veras.png', png(3, 2));
    client.change(map, `${text} `);
    expect(await asked(map)).toEqual(['faces/veras.png']);
  });

  test('gets the brand of the folder, and follows it while it is written', async () => {
    const client = await new Client({
      [project]: '{ "accent": "#0F766E", "font": "Lato", "logo": "logo.svg" }',
      'file:///maps/logo.svg': svg(4, 1),
    }).start();
    client.open(map, text);
    const { brand, pictures } = await ask(client, '');
    expect(brand).toEqual({ accent: '#0f766e', font: 'Lato' });
    expect(pictures?.logo).toMatchObject({ size: { width: 4, height: 1 }, href: `data:image/svg+xml;base64,${btoa(svg(4, 1))}` });
    client.open(project, '{ "logo": "gone.svg" }');
    const after = await ask(client, '');
    expect([after.brand, after.stamp]).toEqual([undefined, undefined]);
    expect((await client.findings(project)).map(({ message }) => String(message).includes('gone.svg'))).toEqual([true]);
    client.write('file:///maps/gone.svg', svg(1, 1));
    expect((await ask(client, '')).pictures?.logo).toMatchObject({ size: { width: 1, height: 1 } });
    expect(await client.findings(project)).toEqual([]);
  });

  test('is told of a logo that cannot be drawn where no map is open', async () => {
    const client = await new Client({ [project]: '{ "logo": "../logo.svg" }' }).start();
    expect((await client.findings(project)).map(({ message }) => String(message).includes('outside'))).toEqual([true]);
  });
});
