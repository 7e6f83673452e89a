import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/language/document.ts';
import { documentLinks } from '../../../src/language/features/document-links.ts';

/** The text that is a link, and where it leads. */
function linksIn(text: string): [over: string, to: string | undefined][] {
  const document = readDocument('file:///maps/map.journey', 1, text);
  return documentLinks(document).map(({ start, end, address, path }) => [text.slice(start, end), address ?? path]);
}

const evidence = (link: string): string => `journey J\n  evidence "x" link "${link}"\n`;

describe('links', () => {
  test.each<[what: string, text: string, over: string, to: string]>([
    ['a page', evidence('https://example.org/a?b=c#d'), 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    [
      'a page with odd characters',
      evidence('http://example.org/ä"b').replace('"b', 'b'),
      'http://example.org/äb',
      'http://example.org/%C3%A4b',
    ],
    [
      'a ticket',
      'journey J\nstage S\nstep a\npain "x"\naction "y" ticket "https://t.example/SD-1"',
      'https://t.example/SD-1',
      'https://t.example/SD-1',
    ],
    ['a contact', 'team T contact "desk@example.org"', 'desk@example.org', 'mailto:desk@example.org'],
    ['a contact with a plus', 'team T contact "desk+it@example.org"', 'desk+it@example.org', 'mailto:desk%2Bit@example.org'],
    ['a contact with a page', 'team T contact "https://example.org/desk"', 'https://example.org/desk', 'https://example.org/desk'],
    [
      'a mail, without what it would attach',
      evidence('mailto:a@example.org?attach=/etc/passwd'),
      'mailto:a@example.org?attach=/etc/passwd',
      'mailto:a@example.org',
    ],
    ['a picture', 'persona P\n  photo “faces/vera.png”', 'faces/vera.png', 'faces/vera.png'],
    ['data', 'journey J\n  metric nps from "m.csv" column x', 'm.csv', 'm.csv'],
    ['a file of evidence', evidence('notes/spring%202026.md#page'), 'notes/spring%202026.md#page', 'notes/spring 2026.md'],
    ['a picture that is not closed', 'persona P\n  photo "vera.png', '"vera.png', 'vera.png'],
  ])('%s', (_, text, over, to) => {
    expect(linksIn(text)).toEqual([[over, to]]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'command:workbench.action.quit',
    'vscode://x/y',
    'file:///etc/passwd',
    'ftp://example.org/x',
    'https://',
    'https:// example.org',
    'http:/example.org',
    'mailto:',
    'mailto:a@b.c,d@e.f',
  ])('%s opens nothing of the web or of mail', (link) => {
    const document = readDocument('file:///m.journey', 1, evidence(link));
    expect(documentLinks(document).filter(({ address }) => address !== undefined)).toEqual([]);
  });

  test.each(['%252e%252e%252fsecret', 'a%00b', 'a%0ab', '%zz', '   ', '#only'])('%s is no file', (link) => {
    expect(linksIn(evidence(link))).toEqual([]);
  });

  test.each(['..%2fsecret.csv', '..%5csecret.csv', '%2e%2e/secret.csv', 'a\\u0000'])(
    'data and pictures are not decoded: %s is no file',
    (path) => {
      expect(
        linksIn(`persona P\n  photo "${path.replace('\\u0000', '\0')}"\njourney J\n  metric nps from "${path.replace('\\u0000', '\0')}"`),
      ).toEqual([]);
    },
  );

  test.each(['\ud800', 'a\udc00'])('half of a character is in no address of mail: %j', (half) => {
    expect(linksIn(`team T contact "${half}@example.org"\njourney J\n  evidence "x" link "mailto:${half}@example.org"`)).toEqual([]);
  });

  test('nothing else is a link: titles, tickets by number, where a journey begins', () => {
    expect(
      linksIn('team T contact "ext. 4711"\njourney J\n scope from "a.csv" to "b.csv"\nstage S\nstep a\npain "x"\naction "y" ticket SD-1'),
    ).toEqual([]);
  });
});
