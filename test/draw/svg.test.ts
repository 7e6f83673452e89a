import { expect, test } from 'vitest';
import { drawMap, toSvg } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { map } from './maps.ts';

const drawn = map('laptop');

test('is one file with a title, a description and real text', () => {
  const svg = toSvg(drawMap(drawn, { theme: light }));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img"/);
  expect(svg).toContain('<title id="title">Order a new laptop</title>');
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
  const svg = toSvg(drawMap(drawn, { theme: light }), { fonts: [{ weight: 600, style: 'normal', format: 'woff2', base64: 'AAAA' }] });
  expect(svg).toContain(
    '@font-face{font-family:Inter;font-weight:600;font-style:normal;src:url(data:font/woff2;base64,AAAA) format("woff2")}',
  );
});

test('tells the gradients of two pictures in one page apart', () => {
  const ids = [drawn, { ...drawn, id: 'journey:Other' }].map(
    (each) => /linearGradient id="([^"]+)"/.exec(toSvg(drawMap(each, { theme: light })))?.[1],
  );
  expect(new Set(ids).size).toBe(2);
  expect(toSvg(drawMap(drawn, { theme: light, idPrefix: 'left-' }))).toContain(`url(#left-${ids[0]})`);
});
