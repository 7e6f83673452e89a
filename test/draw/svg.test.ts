import { expect, test } from 'vitest';
import { drawMap, toSvg } from '../../src/draw/index.ts';
import { dark, light } from '../../src/draw/themes.ts';
import { viewNames } from '../../src/language/names/settings.ts';
import { map } from './maps.ts';

const drawn = map('laptop');

test('is one file with a title, a description and real text', () => {
  const svg = toSvg(drawMap(drawn, { theme: light }));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img"/);
  const [, labelled = ''] = / aria-labelledby="([^"]+)"/.exec(svg) ?? [];
  const [title, desc] = labelled.split(' ');
  expect(svg).toContain(`<title id="${title}">Order a new laptop</title><desc id="${desc}">`);
  expect(svg).toContain('4 stages, 8 steps. Mood +0.1');
  expect(svg).toContain('>Searches the intranet</text>');
  expect(svg).not.toMatch(/foreignObject|<style|NaN|undefined|Infinity/);
});

test('escapes what XML reserves and leaves out what it forbids', () => {
  const title = 'A < B & "C" > D \u0000\u0007\ud800 \u{1f600}]]>';
  const svg = toSvg(drawMap({ ...drawn, title, id: 'a"b<c' }, { theme: light }));
  expect(svg).toContain('A &lt; B &amp; &quot;C&quot; &gt; D ');
  expect(svg).toContain('\u{1f600}]]&gt;');
  expect(svg).not.toMatch(/(?!\n)\p{Cc}|\ufffd/u);
  expect(svg.isWellFormed()).toBe(true);
});

test('carries fonts where it is given some', () => {
  const fonts = [{ weight: 600, style: 'normal' as const, format: 'woff2' as const, base64: 'AAAA' }];
  const svg = toSvg(drawMap(drawn, { theme: light }), { fonts });
  const [, family = ''] = /font-family="'(Inter \w+)', Inter, /.exec(svg) ?? [];
  expect(svg).toContain(
    `@font-face{font-family:"${family}";font-weight:600;font-style:normal;src:url(data:font/woff2;base64,AAAA) format("woff2")}`,
  );
  expect(toSvg(drawMap({ ...drawn, title: 'Another' }, { theme: light }), { fonts })).not.toContain(family);
});

const idsIn = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);

test('has ids of its own, so that maps, views and themes can stand in one page', () => {
  const photos = { [drawn.personas[0]?.name ?? '']: 'data:image/png;base64,AAAA' };
  const pictures = [drawn, { ...drawn, title: 'Another' }].flatMap((each) =>
    [light, dark].flatMap((theme) => viewNames.map((view) => toSvg(drawMap(each, { theme, view, photos, before: drawn })))),
  );
  const ids = pictures.flatMap(idsIn);
  expect(ids.length).toBeGreaterThan(pictures.length * 3);
  expect(new Set(ids).size).toBe(ids.length);
  for (const svg of pictures) {
    const meant = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id as string);
    expect(idsIn(svg)).toEqual(expect.arrayContaining(meant));
    expect(meant.length).toBeGreaterThan(0);
  }
});

test('has ids with the prefix that it is given', () => {
  expect(toSvg(drawMap(drawn, { theme: light, idPrefix: 'left-' }))).toMatch(/linearGradient id="[^"]*left-feel-/);
});
