import { describe, expect, it } from 'vitest';
import { fromPage, toPage } from '../../src/preview/check.ts';
import { keptFrom } from '../../src/preview/page/kept.ts';

const reply = { version: 3, journeys: [{ id: 'j', title: 'J' }], marks: { j: [] }, errors: 0, why: 'empty' };
const map = { id: 'j', title: 'J', stages: [] };

const nonsense = [undefined, null, 0, '', 'ready', [], {}, { type: 'other' }, { type: 1 }, new Map()];

describe('messages from the page', () => {
  it('passes what is agreed, and nothing beside it', () => {
    expect(fromPage({ type: 'ready', more: 1 })).toEqual({ type: 'ready' });
    expect(fromPage({ type: 'drawn', version: 7, more: 1 })).toEqual({ type: 'drawn', version: 7 });
    expect(fromPage({ type: 'reveal', id: 'j/s' })).toEqual({ type: 'reveal', id: 'j/s' });
    expect(fromPage({ type: 'choose', journey: 'j' })).toEqual({ type: 'choose', journey: 'j' });
  });

  it('drops the rest', () => {
    const wrong = [
      { type: 'drawn' },
      { type: 'drawn', version: '7' },
      { type: 'reveal' },
      { type: 'reveal', id: '' },
      { type: 'choose', journey: {} },
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
        reply: { ...reply, stamp: 's', pictures: { photos: { V: 'data:' }, logo: { href: 'data:' } } },
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

describe('what the panel kept', () => {
  it('comes back as it was', () => {
    const kept = { uri: 'file:///a', journey: 'j', scale: 0.8, fit: 'width', scroll: { x: 3, y: 4 }, selected: 'j/s' };
    expect(keptFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('is left out where it makes no sense', () => {
    for (const value of [...nonsense, { scale: 0, fit: 'x', scroll: { x: -1, y: 'a' }, uri: 1 }]) {
      expect(keptFrom(value)).toEqual({ scroll: { x: 0, y: 0 } });
    }
  });
});
