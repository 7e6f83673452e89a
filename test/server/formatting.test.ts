import { beforeEach, describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const uri = 'file:///maps/map.journey';
const sloppy = 'journey J\ngoal “x”\nstage S\nstep a\nfeels −1\n';
const plain = 'journey J\n  goal "x"\nstage S\n  step a\n    feels -1\n';
const options = { tabSize: 8, insertSpaces: false };

describe('a text is laid out', () => {
  let client: Client;
  const edited = (text: string, edits: TextEdit[]): string => TextDocument.applyEdits(TextDocument.create(uri, 'journey', 1, text), edits);

  beforeEach(async () => {
    client = await new Client().start();
    expect(client.capabilities).toMatchObject({ documentFormattingProvider: true, documentRangeFormattingProvider: true });
  });

  const whole = (address = uri): Promise<TextEdit[]> =>
    client.request('textDocument/formatting', { textDocument: { uri: address }, options });

  test('as a whole, by two blanks a level whatever the editor’s tabs are', async () => {
    client.open(uri, sloppy);
    expect(edited(sloppy, await whole())).toBe(plain);
  });

  test('as it is now, also right behind a keystroke; once laid out there is nothing to do', async () => {
    client.open(uri, 'team A');
    client.change(uri, sloppy);
    expect(edited(sloppy, await whole())).toBe(plain);
    client.change(uri, plain);
    expect(await whole()).toEqual([]);
  });

  test('in a range', async () => {
    client.open(uri, sloppy);
    const range = { start: { line: 1, character: 2 }, end: { line: 2, character: 0 } };
    const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument: { uri }, range, options });
    expect(edited(sloppy, edits)).toBe(sloppy.replace('goal “x”', '  goal "x"'));
  });

  test('where Enter was pressed, and nowhere else', async () => {
    const text = 'journey J\nstage S\n  step a\n    step b\n      ';
    client.open(uri, text);
    const ask = (ch: string) =>
      client.request<TextEdit[]>('textDocument/onTypeFormatting', {
        textDocument: { uri },
        position: { line: 4, character: 6 },
        ch,
        options,
      });
    expect(edited(text, await ask('\n'))).toBe('journey J\nstage S\n  step a\n  step b\n    ');
    expect(await ask(';')).toEqual([]);
  });

  test('unless it is not open', async () => {
    expect(await whole('file:///maps/other.journey')).toEqual([]);
  });
});
