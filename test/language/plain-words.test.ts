import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';

const uri = 'file:///maps/map.journey';

/** How grave what reading says of the lines of a step is, by the line, from 1 for the first of them. */
function severities(lines: string): string[] {
  const text = `équipe Accueil\ncanal Téléphone phone\npersona Léa\njourney "Achat" pour Léa\nphase "Trouver"\n  step "Chercher"\n${lines}\n`;
  const folder = new Folder();
  const document = readDocument(uri, 1, text);
  folder.set(document);
  return check({ document, folder, today: '2026-11-22' })
    .filter(({ code }) => code === 'syntax' || code === 'unknown-value')
    .map(({ start, severity }) => `${document.lines.positionAt(start).line - 5} ${severity}`)
    .filter((each) => !each.startsWith('-') && !each.startsWith('0'));
}

describe('a word that is plainly understood in its place is information', () => {
  test.each([
    'ressent -1 "perdue"',
    'Gefühl -1 "verloren"',
    'siente -1 "perdida"',
    'pense "Où ?"',
    'point de contact "Appel" par Téléphone équipe Accueil',
    'pain "Rien" gravité haute',
    'pain "Nichts" severity hoch',
    'pain point "Nothing"',
    'moment de vérité "Elle signe"',
    'backstage "Vérifie" durch Accueil',
  ])('%s', (line) => {
    const found = severities(line);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['1 info']));
  });
});

describe('what is guessed, or lost, stays an error', () => {
  test.each([
    'fells -1 "lost"', // mistyped
    'ressent perdue', // no score
    'pain "Nothing" severity hihg',
    'pain "Nothing" severity urgent', // says more than `high`
    'flurb "Nothing"',
    'feels -1 "lost" Accueil Téléphone',
  ])('%s', (line) => {
    expect(severities(line)).toContain('1 error');
  });

  test('a word for a stage and for a step, where nothing tells which', () => {
    expect(severities('étape "Attendre"').length).toBe(1);
    const document = readDocument(uri, 1, 'journey "Achat"\nétape "Attendre"\nétape "Payer"\n');
    const folder = new Folder();
    folder.set(document);
    const found = check({ document, folder, today: '2026-11-22' }).filter(({ code }) => code === 'syntax');
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });
});

test('a folder that sets a severity of its own for a rule has it for such words too', () => {
  const folder = new Folder();
  const document = readDocument(uri, 1, 'journey "Achat"\nphase "Trouver"\n  step "Chercher"\n    ressent -1\n');
  folder.set(document);
  folder.settings = { ...folder.settings, rules: new Map([['syntax', { severity: 'error', options: {} }]]) };
  const found = check({ document, folder, today: '2026-11-22' }).filter(({ code }) => code === 'syntax');
  expect(found.map(({ severity }) => severity)).toEqual(['error', 'error']);
});
