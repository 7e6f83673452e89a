import { describe, expect, it } from 'vitest';
import { pageHtml } from '../../src/extension/html.ts';
import { nameOf, randomNonce } from '../../src/extension/names.ts';
import { textsIn } from '../../src/preview/texts.ts';

describe('pageHtml', () => {
  const texts = textsIn((text) => `${text} "<&`);
  const html = pageHtml({
    script: 'vscode:/preview.js',
    style: 'vscode:/preview.css',
    source: 'https://*.example',
    nonce: 'abc',
    language: 'fr',
    texts,
  });

  it('forbids whatever it does not need', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'nonce-abc'",
      'style-src https://*.example',
      'font-src https://*.example',
      'img-src data:',
    ]);
  });

  it('has no script and no style of its own', () => {
    expect(html.match(/<script[^>]*>(.*?)<\/script>/s)?.[1]).toBe('');
    expect(html).not.toMatch(/<style| style=| on\w+=/);
  });

  it('hands over what the page says, whatever it holds, and its language', () => {
    const [, given = ''] = /data-texts="([^"]*)"/.exec(html) ?? [];
    expect(JSON.parse(given.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))).toEqual(texts);
    expect(html).toContain('<html lang="fr">');
  });
});

describe('names', () => {
  it('calls a file by the end of its path', () => {
    expect(nameOf({ path: '/maps/Livraison d’un canapé.journey' })).toBe('Livraison d’un canapé.journey');
    expect(nameOf({ path: 'Untitled-1' })).toBe('Untitled-1');
  });

  it('never makes the same nonce twice', () => {
    const nonces = Array.from({ length: 50 }, randomNonce);
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  });
});
