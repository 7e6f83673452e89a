import { describe, expect, it } from 'vitest';
import type { JourneyMap, Mark } from '../../src/map/model.ts';
import { moveOf, zoomOf } from '../../src/preview/page/keys.ts';
import { blank, countsOf, idsWith, type Model, type ShownReply, sameJourney, told, viewOf } from '../../src/preview/page/model.ts';
import { themeOf } from '../../src/preview/page/theme.ts';
import { pair } from '../../src/preview/pair.ts';
import type { MapReply } from '../../src/server/protocol.ts';

const map = (id: string) => ({ id, title: id }) as JourneyMap;
const shown = (id: string, ids = [id], version = 1): ShownReply => ({
  version,
  map: map(id),
  journeys: ids.map((each) => ({ id: each, title: each })),
  marks: {},
  errors: 0,
});
const bare = (why: NonNullable<MapReply['why']>, version = 2): MapReply => ({ version, why, journeys: [], marks: {}, errors: 1 });
const hear = (model: Model, reply: MapReply) => told(model, { type: 'map', uri: 'u', name: 'n', reply });

describe('what the page knows', () => {
  it('keeps the picture while the text cannot be read', () => {
    const model = hear(hear(blank, shown('a')), bare('unreadable'));
    expect(model.shown?.version).toBe(1);
    expect(model.reply?.version).toBe(2);
  });

  it('takes the picture away where there is no journey to draw', () => {
    expect(hear(hear(blank, shown('a')), bare('empty')).shown).toBeUndefined();
    expect(hear(hear(blank, shown('a')), bare('declares')).shown).toBeUndefined();
  });

  it('remembers the cursor’s step and the notice until told otherwise', () => {
    const model = told(told(blank, { type: 'cursor', step: 's', moved: true }), { type: 'notice', text: 'away' });
    expect(model).toMatchObject({ step: 's', notice: 'away' });
    expect(told(told(model, { type: 'notice' }), { type: 'cursor', moved: false })).toEqual(blank);
  });

  it('counts errors of the file, and what else was found on the journey', () => {
    const mark = (severity: Mark['severity']): Mark => ({ code: 'c', severity, message: 'm' });
    const reply = { ...shown('a'), errors: 2, marks: { a: [mark('warning'), mark('info')], b: [mark('error')], '': [mark('error')] } };
    expect(countsOf(reply)).toEqual({ errors: 2, warnings: 1, remarks: 1 });
    expect(countsOf(undefined)).toEqual({ errors: 0, warnings: 0, remarks: 0 });
    expect(idsWith(reply, 'error')).toEqual(['b', '']);
    expect(idsWith(reply, 'rest')).toEqual(['a']);
  });
});

describe('the view', () => {
  const asks = (view: ShownReply['map']['view'], usual?: ShownReply['view']): ShownReply => ({
    ...shown('a'),
    map: { ...map('a'), ...(view ? { view } : {}) },
    ...(usual ? { view: usual } : {}),
  });

  it.each<[name: string, shown: ShownReply, kept: Parameters<typeof viewOf>[1], wanted: string]>([
    ['is the whole map where nobody says another', asks(undefined), {}, 'map'],
    ['is that of the folder', asks(undefined, 'blueprint'), {}, 'blueprint'],
    ['is that of the text before that of the folder', asks('macro', 'blueprint'), {}, 'macro'],
    ['is the one chosen by hand', asks('macro'), { view: { chosen: 'compare', insteadOf: 'macro' } }, 'compare'],
    [
      'is that of the text again once the text asks for another',
      asks('persona'),
      { view: { chosen: 'compare', insteadOf: 'macro' } },
      'persona',
    ],
  ])('%s', (_, reply, kept, wanted) => {
    expect(viewOf(reply, kept)).toBe(wanted);
  });
});

describe('pictures', () => {
  const pictures = { photos: { Vera: 'data:v' } };

  it('hold for all replies of their stamp, though they come once', () => {
    const first = hear(blank, { ...shown('a'), stamp: 's', pictures });
    expect(first.shown?.pictures).toBe(pictures);
    const second = hear(first, { ...shown('a', ['a'], 2), stamp: 's' });
    expect([second.shown?.version, second.shown?.pictures]).toEqual([2, pictures]);
    expect(hear(hear(second, bare('unreadable')), { ...shown('a'), stamp: 's' }).shown?.pictures).toBe(pictures);
  });

  it('are gone where the map has none, or others that have not come', () => {
    const model = hear(blank, { ...shown('a'), stamp: 's', pictures });
    expect(hear(model, shown('a')).shown?.pictures).toBeUndefined();
    expect(hear(model, { ...shown('a'), stamp: 't' }).shown?.pictures).toBeUndefined();
  });
});

describe('finding things again', () => {
  it('knows a journey by its name, and by its place while it is renamed', () => {
    expect(sameJourney(shown('b', ['a', 'b']), shown('b', ['a', 'c', 'b']))).toBe(true);
    expect(sameJourney(shown('b', ['a', 'b']), shown('be', ['a', 'be']))).toBe(true);
    expect(sameJourney(shown('a', ['a', 'b']), shown('b', ['a', 'b']))).toBe(false);
    expect(sameJourney(shown('a'), shown('x', ['x', 'y']))).toBe(false);
    expect(sameJourney(undefined, shown('a'))).toBe(false);
  });

  it('pairs by place only where as many are left', () => {
    expect(pair(['a', 'b', 'c'], 'b', ['a', 'bee', 'c'])).toBe('bee');
    expect(pair(['a', 'b', 'c'], 'b', ['a', 'c'])).toBeUndefined();
    expect(pair(['a'], 'x', ['b'])).toBeUndefined();
    expect(pair(['a'], undefined, ['b'])).toBeUndefined();
  });
});

describe('keys', () => {
  const press = (key: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) => ({
    key,
    ctrlKey: held.includes('ctrlKey'),
    metaKey: held.includes('metaKey'),
    altKey: held.includes('altKey'),
    shiftKey: held.includes('shiftKey'),
  });

  it('zooms with Ctrl or Cmd, on every keyboard', () => {
    expect(zoomOf(press('+', 'ctrlKey', 'shiftKey'))).toBe('in');
    expect(zoomOf(press('=', 'metaKey'))).toBe('in');
    expect(zoomOf(press('-', 'ctrlKey'))).toBe('out');
    expect(zoomOf(press('0', 'ctrlKey'))).toBe('reset');
    expect(zoomOf(press('0'))).toBeUndefined();
    expect(zoomOf(press('c', 'ctrlKey'))).toBeUndefined();
  });

  it('moves the selection with plain arrows only', () => {
    expect(moveOf(press('ArrowLeft'))).toBe('left');
    expect(moveOf(press('Home'))).toBe('first');
    expect(moveOf(press('Enter'))).toBe('open');
    expect(moveOf(press('Escape'))).toBe('clear');
    expect(moveOf(press('ArrowLeft', 'ctrlKey'))).toBeUndefined();
    expect(moveOf(press('a'))).toBeUndefined();
  });
});

describe('theme', () => {
  const named = (...classes: string[]) => themeOf({ contains: (name) => classes.includes(name) }).name;

  it('is the editor’s', () => {
    expect(named('vscode-light')).toBe('light');
    expect(named('vscode-dark')).toBe('dark');
    expect(named('vscode-high-contrast')).toBe('high-contrast-dark');
    expect(named('vscode-high-contrast', 'vscode-high-contrast-light')).toBe('high-contrast-light');
    expect(named()).toBe('light');
  });
});
