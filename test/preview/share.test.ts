import { describe, expect, it } from 'vitest';
import type { Region, SceneNode } from '../../src/draw/scene.ts';
import { shareNodes, shareRegions } from '../../src/preview/page/share.ts';

const text = (key: string, content: string, x = 0): SceneNode => ({ tag: 'text', key, attrs: { x }, text: content });
const group = (key: string, ...children: SceneNode[]): SceneNode => ({ tag: 'g', key, attrs: { 'data-id': key }, children });
const region = (key: string, ...children: SceneNode[]): Region => ({ key, x: 0, y: 0, width: 10, height: 10, children });

describe('sharing', () => {
  it('keeps the old regions where nothing changed', () => {
    const draw = () => [region('a', group('g', text('t', 'one'))), region('b')];
    const old = draw();
    const shared = shareRegions(old, draw());
    expect(shared.map((each, index) => each === old[index])).toEqual([true, true]);
  });

  it('changes only the way down to the difference', () => {
    const draw = (word: string) => [region('a', group('g', text('t', word), text('u', 'stays')), group('h', text('t', 'stays')))];
    const old = draw('one');
    const [shared] = shareRegions(old, draw('two'));
    expect(shared?.children[1]).toBe(old[0]?.children[1]);
    expect(shared?.children[0]?.children?.[1]).toBe(old[0]?.children[0]?.children?.[1]);
    expect(shared?.children[0]?.children?.[0]?.text).toBe('two');
    expect(shared).toEqual(draw('two')[0]);
  });

  it('sees a region that moved or is pinned otherwise', () => {
    const old = [region('a', text('t', 'one'))];
    const [moved] = shareRegions(old, [{ ...region('a', text('t', 'one')), y: 5, pin: 'top' }]);
    expect(moved).toMatchObject({ y: 5, pin: 'top' });
    expect(moved?.children).toBe(old[0]?.children);
  });

  it('sees an attribute that came, went or changed', () => {
    const old = [text('t', 'one')];
    for (const attrs of [{}, { x: 1 }, { x: 0, y: 0 }, { y: 0 }]) {
      const [node] = shareNodes(old, [{ tag: 'text', key: 't', attrs, text: 'one' }]);
      expect(node?.attrs).toEqual(attrs);
    }
  });

  it('sees text and children that came or went', () => {
    const old = [group('g', text('t', 'one'))];
    expect(shareNodes(old, [{ tag: 'g', key: 'g', attrs: { 'data-id': 'g' } }])[0]).toEqual({
      tag: 'g',
      key: 'g',
      attrs: { 'data-id': 'g' },
    });
    expect(shareNodes(old, [group('g', text('t', 'one'), text('u', 'two'))])[0]?.children?.map((node) => node.key)).toEqual(['t', 'u']);
    expect(shareNodes(old, [])).toEqual([]);
  });

  it('compares a renamed node with the one that is gone', () => {
    const old = [group('step:a', text('t', 'A')), group('step:b', text('t', 'B')), group('step:c', text('t', 'C'))];
    const shared = shareNodes(old, [group('step:a', text('t', 'A')), group('step:bee', text('t', 'B')), group('step:c', text('t', 'C'))]);
    expect(shared.map((node) => node.key)).toEqual(['step:a', 'step:bee', 'step:c']);
    expect(shared[1]?.attrs['data-id']).toBe('step:bee');
    expect(shared[1]?.children?.[0]).toBe(old[1]?.children?.[0]);
    expect(shared[2]).toBe(old[2]);
  });

  it('gives the same again for a node that was renamed and then stays', () => {
    const old = [group('step:a', text('t', 'A'))];
    const fresh = [group('step:bee', text('t', 'A'))];
    const shared = shareNodes(old, fresh);
    expect(shareNodes(shared, fresh)).toBe(shared);
    expect(shareNodes(shared, structuredClone(fresh))).toBe(shared);
  });

  it('keeps the key of a region that was renamed, so that it stays in its place', () => {
    const old = [region('stage:a', group('step:a')), region('stage:b', group('step:b'))];
    const shared = shareRegions(old, [region('stage:bee', group('step:a')), region('stage:b', group('step:b'))]);
    expect(shared.map(({ key }) => key)).toEqual(['stage:a', 'stage:b']);
    expect(shared[1]).toBe(old[1]);
  });

  it('never uses a key twice, however often things are renamed', () => {
    let nodes: readonly SceneNode[] = [group('a'), group('b'), group('c')];
    for (const names of ['abd', 'dbc', 'cda', 'a', 'abcd', 'efgh', 'hgfa']) {
      nodes = shareNodes(
        nodes,
        [...names].map((name) => group(name)),
      );
      expect(new Set(nodes.map((node) => node.key)).size).toBe(names.length);
      expect(nodes.map((node) => node.attrs['data-id'])).toEqual([...names]);
    }
  });
});
