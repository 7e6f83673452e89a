import { expect, test } from 'vitest';
import { toText } from '../../src/language/message.ts';
import type { Job } from '../../src/render/job.ts';
import { nodeResources } from '../../src/render/node/resources.ts';
import { withoutWebp } from '../../src/render/webp.ts';
import { map } from '../draw/maps.ts';
import { readPng } from './pixels.ts';

/** 1,200 × 600 dots: the left half red, a quarter blue, a quarter clear. */
const large =
  'data:image/webp;base64,UklGRsAAAABXRUJQVlA4TLMAAAAvr8SVEBcgEEhC259iLIFAEsroowoEktBHG23+A+ofEGTbTPKSFX5E/wMAAAAAAAAAAAAAAAAAAAAAAADYtm3btm3btm3btm3btm3btm3btm3btm3btm3bVlVVVVVVVVVVVVVVVVVVVVVVVd3/+3//7//9v//3//7f//t//+///b//9//+3//7f//v//2///f//t//+3//7//9v//3//7f//t//+///b//9//+3//7/w7vfwA=';
/** It ends where more should follow. */
const broken = 'data:image/webp;base64,UklGRiQAAABXRUJQVlA4IBgAAAAwAQCd';

const laptop = map('laptop');
const [persona] = laptop.personas;
const name = persona?.name ?? '';

function withoutIn(job: Partial<Job>) {
  return withoutWebp({ map: laptop, theme: 'light', photos: {}, ...job }, nodeResources());
}

test('a photo and a logo in WebP become PNG with the same colours, and no larger than a map needs', async () => {
  const logo = { href: large, size: { width: 1200, height: 600 } };
  const { job, warnings } = await withoutIn({ photos: { [name]: large, other: 'data:image/png;base64,AA==' }, logo });
  expect(warnings).toEqual([]);
  expect(job.photos.other).toBe('data:image/png;base64,AA==');
  expect(job.logo).toEqual({ ...logo, href: job.photos[name] });
  const { width, height, rgba } = readPng(Buffer.from(job.photos[name]?.split(',')[1] ?? '', 'base64'));
  expect([width, height]).toEqual([400, 200]);
  const at = (x: number) => [...rgba.subarray((100 * width + x) * 4, (100 * width + x) * 4 + 4)];
  expect(at(50)).toEqual([0xc0, 0x20, 0x40, 255]);
  expect(at(250)).toEqual([0x20, 0x40, 0xc0, 255]);
  expect(at(350)[3]).toBe(0);
});

test('one that cannot be read is left out, and that is said', async () => {
  const { job, warnings } = await withoutIn({ photos: { [name]: broken }, logo: { href: broken } });
  expect(job.photos).toEqual({});
  expect(job.logo).toBeUndefined();
  expect(warnings.map((each) => toText(each))).toEqual([
    `The picture of ${persona?.title} cannot be read as WebP, so it is left out. Save it as PNG or JPEG.`,
    'The logo cannot be read as WebP, so it is left out. Save it as PNG, JPEG or SVG.',
  ]);
});
