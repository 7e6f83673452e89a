import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journeysOf } from '../../src/language/names/facts.ts';
import { buildMap } from '../../src/map/build.ts';
import { read } from '../language/facts.ts';
import { findingsOf } from '../language/taken.ts';

const root = join(import.meta.dirname, '../../samples');
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))('the sample %s', (name) => {
  const files = Object.fromEntries(
    readdirSync(join(root, name))
      .filter((file) => file.endsWith('.journey'))
      .map((file) => [`file:///samples/${name}/${file}`, readFileSync(join(root, name, file), 'utf8')]),
  );

  test('leaves one finding to be seen, and says where', () => {
    const found = Object.entries(findingsOf(files)).flatMap(([uri, findings]) =>
      findings.map((finding) => ({ text: files[uri] as string, finding })),
    );
    expect(found.map(({ finding }) => finding.code)).toHaveLength(1);
    const [{ text, finding } = { text: '', finding: undefined }] = found;
    expect(text.slice(0, finding?.start), 'a comment says so').toMatch(/^\/\/.*(One finding is left to be seen|Un constat reste à voir)/m);
  });

  test('is a whole map', () => {
    const maps = Object.entries(files).flatMap(([uri, text]) => {
      const context = read(text, files);
      return uri ? journeysOf(context.document).map((journey) => buildMap(journey, context)) : [];
    });
    expect(maps.length).toBeGreaterThan(0);
    for (const map of maps) {
      const steps = map.stages.flatMap((stage) => stage.steps);
      expect(map.stages.length).toBeGreaterThanOrEqual(4);
      expect(steps.length).toBeGreaterThanOrEqual(10);
      expect(steps.filter((step) => step.feelings.length).length).toBe(steps.length);
      for (const list of ['touchpoints', 'pains', 'opportunities', 'moments'] as const)
        expect(
          steps.some((step) => step[list].length),
          list,
        ).toBe(true);
      expect(map.figures.heard).toBeGreaterThan(0);
      expect(map.figures.ours).toBeGreaterThan(0);
    }
  });
});
