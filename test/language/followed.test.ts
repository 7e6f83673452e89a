import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';

const uri = 'file:///maps/map.journey';

/** The findings of a map, as their codes and the text that each is about. */
function found(text: string): string[] {
  const folder = new Folder();
  const document = readDocument(uri, 1, text);
  folder.set(document);
  return check({ document, folder, today: '2026-11-22' }).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

const step = (name: string, ...lines: string[]): string => [`  step ${name}`, ...lines.map((line) => `    ${line}`), ''].join('\n');

describe('what only follows from another finding is not told beside it', () => {
  test('nobody misses the feeling of a persona whose name is misspelt where she travels', () => {
    const map = `persona Marc\npersona Léa\njourney "Buy" for Marc, Lea\nstage S\n${step('a', 'feels Marc 1', 'feels Léa 0')}`;
    expect(found(map).filter((each) => /unknown-name|missing-emotion/.test(each))).toEqual(['unknown-name Lea']);
  });

  test('nor where she feels', () => {
    const map = `persona Marc\npersona Léa\njourney "Buy" for Marc, Léa\nstage S\n${step('a', 'feels Marc 1', 'feels Lea 0')}`;
    expect(found(map).filter((each) => /unknown-name|missing-emotion/.test(each))).toEqual(['unknown-name Lea']);
  });

  test('nor where all are said to feel so', () => {
    const map = `persona Marc\npersona Léa\njourney "Buy" for Marc, Léa\nstage S\n${step('a', 'feels all 1')}`;
    expect(found(map).filter((each) => /unknown-name|missing-emotion/.test(each))).toEqual(['unknown-name all']);
  });

  test('but another one who travels is missed all the same', () => {
    const map = `persona Marc\npersona Léa\njourney "Buy" for Marc, Léa\nstage S\n${step('a', 'feels Léa 1')}`;
    expect(found(map).filter((each) => /unknown-name|missing-emotion/.test(each))).toEqual(['missing-emotion a']);
  });

  test('no step is called unreachable that a condition without its words may lead to', () => {
    const ways = ['decides "Sign?"', 'if yes go to "Sign"', 'leads to Leave when "no"'];
    const map = `journey "Buy"\nstage S\n${step('Look', ...ways)}${step('"Sign"', 'feels 1')}${step('Leave', 'feels 0')}`;
    expect(found(map).filter((each) => /unreachable/.test(each))).toEqual([]);
    expect(found(map.replace(/.*if yes.*\n/, '')).filter((each) => /unreachable/.test(each))).toEqual(['unreachable-step "Sign"']);
  });

  test('no channel is called unused that another spelling of its name stands for', () => {
    const map = (via: string) => `channel Phone phone\njourney "Buy"\nstage S\n${step('a', 'feels 1', `touchpoint "Call" via ${via}`)}`;
    expect(found(map('phone')).filter((each) => /unused|unknown-name/.test(each))).toEqual(['unknown-name phone']);
    expect(found(map('Letter')).filter((each) => /unused|unknown-name/.test(each))).toEqual([
      'unused-declaration Phone',
      'unknown-name Letter',
    ]);
  });

  test('no age is told of a date that may be two', () => {
    const map = (date: string) => `journey "Buy"\n  reviewed ${date}\nstage S\n${step('a', 'feels 1')}`;
    expect(found(map('03/04/2026')).filter((each) => /stale|unknown-value/.test(each))).toEqual(['unknown-value 03/04/2026']);
    expect(found(map('2026-04-03')).filter((each) => /stale|unknown-value/.test(each))).toEqual(['stale-map 2026-04-03']);
  });
});
