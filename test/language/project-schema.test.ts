import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { readProject } from '../../src/language/project/read.ts';
import { projectSchema } from '../../src/language/project/schema.ts';
import { laneChoices, settings, severityChoices } from '../../src/language/project/table.ts';
import { rules } from '../../src/language/rules/index.ts';
import { tongueOf } from '../../src/server/tongues.ts';

const root = join(import.meta.dirname, '../..');
const uri = 'file:///maps/journey.json';
const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: 'schema:journey', fileMatch: ['journey.json'], schema: projectSchema() as JSONSchema }],
});

/** A text with the cursor at `|`. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const document = TextDocument.create(uri, 'jsonc', 1, marked.replace('|', ''));
  return { document, position: document.positionAt(offset), json: service.parseJSONDocument(document) };
}

async function offered(marked: string): Promise<{ label: string; text: string }[]> {
  const { document, position, json } = at(marked);
  const list = await service.doComplete(document, position, json);
  return (list?.items ?? []).map(({ label, textEdit, insertText }) => ({ label, text: textEdit?.newText ?? insertText ?? '' }));
}

const labels = async (marked: string): Promise<string[]> => (await offered(marked)).map(({ label }) => label);

const number = rules.find(({ options }) => options !== undefined);
const [option] = Object.keys(number?.options ?? {});

test.each([
  ['journey.schema.json', 'en'],
  ['journey.schema.fr.json', 'fr'],
] as const)('%s in the repository is that of the rules and settings', (name, language) => {
  const schema = projectSchema(tongueOf(language));
  expect(readFileSync(join(root, 'schemas', name), 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

test('the extension contributes it in the editor’s language, and lets a journey.json have comments', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    files: string[];
    contributes: { jsonValidation: object[]; languages: { id: string; filenames?: string[] }[] };
  };
  expect(manifest.files).toContain('schemas');
  expect(manifest.contributes.jsonValidation).toEqual([{ fileMatch: 'journey.json', url: '%projectSchema%' }]);
  for (const [name, schema] of Object.entries({
    'package.nls.json': 'journey.schema.json',
    'package.nls.fr.json': 'journey.schema.fr.json',
  })) {
    const titles = JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, string>;
    expect(titles.projectSchema).toBe(`./schemas/${schema}`);
  }
  expect(manifest.contributes.languages).toContainEqual({ id: 'jsonc', filenames: ['journey.json'] });
});

describe('it completes', () => {
  test('settings', async () => {
    expect((await labels('{ | }')).sort()).toEqual(expect.arrayContaining(settings.map(({ key }) => key).sort()));
  });

  test.each(settings.flatMap(({ key, kind }) => (kind.is === 'choice' ? [{ key, of: kind.of }] : [])))(
    'the values of $key',
    async ({ key, of }) => {
      expect((await offered(`{ "${key}": | }`)).map(({ text }) => text)).toEqual(
        expect.arrayContaining(of.map(({ value }) => `"${value}"`)),
      );
      expect((await offered(`{ "${key}": "|" }`)).map(({ text }) => text)).toEqual(
        expect.arrayContaining(of.map(({ value }) => `"${value}"`)),
      );
    },
  );

  test('lanes, one after the other', async () => {
    const all = laneChoices.map(({ value }) => `"${value}"`);
    expect((await offered('{ "lanes": [|] }')).map(({ text }) => text)).toEqual(expect.arrayContaining(all));
    expect((await offered('{ "lanes": ["steps", "|"] }')).map(({ text }) => text)).toEqual(expect.arrayContaining(all));
  });

  test('rules, with the cursor left within their braces', async () => {
    expect((await offered('{ "ru|" }')).find(({ label }) => label === 'rules')?.text).toBe('"rules": {$1}');
    expect((await offered('{ "rules": | }')).map(({ text }) => text)).toEqual(['{$1}']);
  });

  test('codes of rules', async () => {
    expect(await labels('{ "rules": { | } }')).toEqual(expect.arrayContaining(rules.map(({ code }) => code)));
  });

  test('severities, alone and within a rule', async () => {
    const all = severityChoices.map(({ value }) => `"${value}"`);
    expect((await offered('{ "rules": { "missing-goal": | } }')).map(({ text }) => text)).toEqual(expect.arrayContaining(all));
    expect((await offered('{ "rules": { "missing-goal": { "severity": "|" } } }')).map(({ text }) => text)).toEqual(
      expect.arrayContaining(all),
    );
  });

  test('the numbers of a rule', async () => {
    expect(option).toBeDefined();
    expect(await labels(`{ "rules": { "${number?.code}": { | } } }`)).toEqual(expect.arrayContaining(['severity', option]));
  });
});

test('it explains settings, rules and their numbers under the pointer', async () => {
  const hover = async (marked: string): Promise<string> => {
    const { document, position, json } = at(marked);
    return JSON.stringify((await service.doHover(document, position, json))?.contents ?? '');
  };
  for (const { key, about } of settings.filter(({ key }) => key !== '$schema')) {
    expect(await hover(`{ "${key[0]}|${key.slice(1)}": 1 }`)).toContain(about.split(/[`.]/)[0]);
  }
  expect(await hover('{ "rules": { "missing|-goal": "off" } }')).toContain('journey with no');
  expect(await hover(`{ "rules": { "${number?.code}": { "${option}|": 3 } } }`)).toContain('whole number');
});

const wrong = [
  '{ "theme": "drak" }',
  '{ "theme": 3, "language": [], "lanes": "feels", "rules": 1 }',
  '{ "colour": "dark" }',
  '{ "lanes": ["feels", "feels", 3, "nothing"] }',
  '{ "rules": { "no-such-rule": "off", "missing-goal": "warn", "too-long": { "stages": "ten", "stage": -1 } } }',
  '[]',
];

test.each([...wrong, '{ /* a comment */ "theme": "dark", }'])('it leaves complaining of %s to the reader', async (text) => {
  const document = TextDocument.create(uri, 'jsonc', 1, text);
  expect(await service.doValidation(document, service.parseJSONDocument(document))).toEqual([]);
  expect(readProject(uri, 1, text).findings.length > 0).toBe(wrong.includes(text));
});
