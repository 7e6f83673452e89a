import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { fromPage, toPage } from '../../src/preview/check.ts';
import { keptFrom } from '../../src/preview/page/kept.ts';
import { mapReply } from '../../src/server/views.ts';
import { mapOf } from './maps.ts';

const reply = { version: 3, journeys: [{ id: 'j', title: 'J' }], marks: { j: [] }, errors: 0, why: 'empty' };
const map = mapOf('J', { S: [{ name: 'a', does: ['Waits'], feels: 1, touchpoints: ['Desk'], pains: ['Nobody there'] }] });
const image = 'data:image/png;base64,AAAA';

const nonsense = [undefined, null, 0, '', 'ready', [], {}, { type: 'other' }, { type: 1 }, new Map()];

describe('messages from the page', () => {
  it('passes what is agreed, and nothing beside it', () => {
    expect(fromPage({ type: 'ready', more: 1 })).toEqual({ type: 'ready' });
    expect(fromPage({ type: 'drawn', version: 7, more: 1 })).toEqual({ type: 'drawn', version: 7 });
    expect(fromPage({ type: 'reveal', id: 'j/s' })).toEqual({ type: 'reveal', id: 'j/s' });
    expect(fromPage({ type: 'choose', journey: 'j' })).toEqual({ type: 'choose', journey: 'j' });
    expect(fromPage({ type: 'view', view: 'macro', more: 1 })).toEqual({ type: 'view', view: 'macro' });
    expect(fromPage({ type: 'export', format: 'svg', more: 1 })).toEqual({ type: 'export', format: 'svg' });
  });

  it('drops the rest', () => {
    const wrong = [
      { type: 'drawn' },
      { type: 'drawn', version: '7' },
      { type: 'reveal' },
      { type: 'reveal', id: '' },
      { type: 'choose', journey: {} },
      { type: 'view' },
      { type: 'view', view: 'everything' },
      { type: 'export' },
      { type: 'export', format: 'exe' },
      { type: 'export', format: ['svg'] },
    ];
    for (const message of [...nonsense, ...wrong]) expect(fromPage(message)).toBeUndefined();
  });
});

describe('messages to the page', () => {
  it('passes what is agreed', () => {
    for (const message of [
      { type: 'map', uri: 'file:///a', name: 'a', reply },
      { type: 'map', uri: 'file:///a', name: 'a', reply: { ...reply, why: undefined, map } },
      { type: 'map', uri: 'file:///a', name: 'a', reply: { ...reply, language: 'fr' } },
      { type: 'map', uri: 'file:///a', name: 'a', reply: { ...reply, lanes: ['feels', 'steps'] } },
      { type: 'map', uri: 'file:///a', name: 'a', reply: { ...reply, brand: { accent: '#0f766e', font: 'Source Sans 3' } } },
      { type: 'map', uri: 'file:///a', name: 'a', reply: { ...reply, brand: {}, stamp: 's' } },
      {
        type: 'map',
        uri: 'file:///a',
        name: 'a',
        reply: { ...reply, stamp: 's', pictures: { photos: { V: image }, logo: { href: image } } },
      },
      { type: 'cursor', moved: true },
      { type: 'cursor', step: 's', element: 'e', moved: false },
      { type: 'cursor', step: 's', moved: false, typed: true },
      { type: 'notice' },
      { type: 'notice', text: 'away' },
    ]) {
      expect(toPage(message)).toBe(message);
    }
  });

  it('drops the rest', () => {
    const replies = [
      undefined,
      { ...reply, version: 'x' },
      { ...reply, marks: { a: 1 } },
      { ...reply, journeys: [{ id: 1 }] },
      { ...reply, why: 'bored' },
      { ...reply, language: 'klingon' },
      { ...reply, lanes: 'feels' },
      { ...reply, lanes: [1] },
      { ...reply, brand: { accent: 'red' } },
      { ...reply, brand: { font: "x'; color: red" } },
      { ...reply, stamp: 1 },
      { ...reply, pictures: {} },
      { ...reply, pictures: { photos: { V: 1 } } },
      { ...reply, pictures: { photos: { V: 'https://example.org/v.png' } } },
      { ...reply, pictures: { photos: { V: 'data:text/html,<b>' } } },
      { ...reply, pictures: { photos: {}, logo: { href: 'javascript:alert(1)' } } },
      { ...reply, marks: { a: [{ code: 'x', severity: 'loud', message: 'm' }] } },
      { ...reply, map: { ...map, figures: undefined } },
      { ...reply, map: { ...map, view: 'all' } },
      { ...reply, map: { ...map, stages: [null] } },
      { ...reply, before: { ...map, stages: [{ ...map.stages[0], steps: [{ id: 'x', title: 'X' }] }] } },
      { ...reply, pictures: { photos: {}, logo: 'data:' } },
      { ...reply, map: { id: 'j' } },
    ];
    const wrong = [
      { type: 'cursor' },
      { type: 'cursor', moved: true, step: 1 },
      { type: 'cursor', moved: true, typed: 1 },
      { type: 'notice', text: 1 },
      { type: 'map', uri: 'u', name: 1, reply },
    ];
    for (const message of [...nonsense, ...wrong, ...replies.map((each) => ({ type: 'map', uri: 'u', name: 'n', reply: each }))]) {
      expect(toPage(message)).toBeUndefined();
    }
  });
});

describe('a reply of the server', () => {
  const big = '9'.repeat(400);
  const odd = [
    '',
    'journey',
    'journey "A"',
    'step',
    `journey "A"\nstage S\n  step a\n    feels ${big}\n    takes ${big}d\n    metric m ${big}\n    at "x"\n`,
    'journey "A" for __proto__\nstage constructor\n  step toString\n    feels __proto__ 1\n    touchpoint hasOwnProperty via __proto__ owner constructor\n',
    'journey ""\nstage ""\n  step ""\n    touchpoint ""\n    handoff from "" to ""\n    leads to ""\n    decides ""\n    ends\n',
  ];
  const samples = join(import.meta.dirname, '../../samples');
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.journey'));
  const written = files.map((file): [string, string] => [file, readFileSync(join(samples, file), 'utf8')]);

  it.each([...written, ...odd.map((text): [string, string] => [text.slice(0, 40), text])])('on %j is let through as JSON', (_, text) => {
    const document = readDocument('file:///a.journey', 1, text);
    const folder = new Folder();
    folder.set(document);
    const sent: unknown = JSON.parse(JSON.stringify(mapReply({ document, folder }, [], undefined)));
    expect(toPage({ type: 'map', uri: 'u', name: 'n', reply: sent })).toBeDefined();
  });
});

describe('what the panel kept', () => {
  it('comes back as it was', () => {
    const kept = { uri: 'file:///a', journey: 'j', scale: 0.8, fit: 'width', table: 12, scroll: { x: 3, y: 4 }, selected: 'j/s' };
    expect(keptFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('is left out where it makes no sense', () => {
    for (const value of [...nonsense, { scale: 0, fit: 'x', scroll: { x: 'a', y: -1 }, uri: 1 }]) {
      expect(keptFrom(value)).toEqual({ scroll: { x: 0, y: 0 } });
    }
  });
});
