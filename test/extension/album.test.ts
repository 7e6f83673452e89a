import { describe, expect, it } from 'vitest';
import { Album } from '../../src/extension/album.ts';
import type { MapReply, Pictures } from '../../src/server/protocol.ts';

const plain: MapReply = { version: 1, journeys: [], marks: {}, errors: 0 };
const [vera, kim]: [Pictures, Pictures] = [{ photos: { Vera: 'data:v' } }, { photos: { Kim: 'data:k' } }];

describe('Album', () => {
  it('names the pictures that it has', () => {
    const album = new Album();
    expect(album.stamp).toBe('');
    album.take({ ...plain, stamp: 'a', pictures: vera });
    album.take({ ...plain, stamp: 'a' });
    album.take(plain);
    expect(album.stamp).toBe('a');
  });

  it('sends them to a page once, and again to the next page', () => {
    const album = new Album();
    const reply = album.take({ ...plain, stamp: 'a', pictures: vera });
    expect(reply).toEqual({ ...plain, stamp: 'a' });
    expect(album.send(reply).pictures).toBe(vera);
    expect(album.send(reply).pictures).toBeUndefined();
    album.forgetSent();
    expect(album.send(reply).pictures).toBe(vera);
  });

  it('sends others when they come', () => {
    const album = new Album();
    album.send(album.take({ ...plain, stamp: 'a', pictures: vera }));
    expect(album.send(album.take({ ...plain, stamp: 'b', pictures: kim })).pictures).toBe(kim);
    expect(album.send(album.take({ ...plain, stamp: 'a', pictures: vera })).pictures).toBe(vera);
    expect(album.send(plain)).toBe(plain);
  });
});
