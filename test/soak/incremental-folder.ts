import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { foldingRanges } from '../../src/language/features/folding.ts';
import { semanticTokens } from '../../src/language/features/semantic-tokens.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { defaults, type Settings } from '../../src/language/names/settings.ts';
import { readProject } from '../../src/language/project/read.ts';
import { check } from '../../src/language/rules/index.ts';
import { Kept } from '../../src/language/rules/kept.ts';
import { buildMap } from '../../src/map/build.ts';
import { today } from '../language/any-text.ts';
import { splice } from '../language/mangled.ts';
import type { Soak } from './soak.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const laptop = read('samples/order-a-new-laptop/current.journey');

/** Maps, and what stands beside each in its folder. */
const folders: [map: string, others: string[]][] = [
  [laptop, [read('samples/order-a-new-laptop/teams.journey'), read('samples/order-a-new-laptop/future.journey')]],
  [read('samples/order-a-new-laptop/future.journey'), [laptop]],
  [
    `${laptop}${read('test/maps/german.journey')}${read('samples/ask-for-help-with-a-subscription/blueprint.journey')}`,
    ['team T external\ntouchpoint X owner T\n'],
  ],
  [read('samples/one-problem-four-channels/broadband.journey'), [read('samples/livraison-d-un-canape/canape.journey')]],
  [read('samples/sign-up-for-a-trial/trial.journey'), []],
  [read('samples/tour.journey'), ['']],
  ['step a feels 1\nstage S\npersona P\n  does "x"\n', ['journey J\nstage S\nstep a\n  promises "Time" "2 days"\n']],
];

const projects = [
  '{}',
  '{ "rules": { "missing-emotion": "off", "syntax": "warning" } }',
  '{ "rules": { "too-long": { "stages": 2, "steps": 4 }, "unanswered-wait": { "hours": 1 }, "flat-curve": { "span": 4 } } }',
];

// biome-ignore format: a list
const lines = [
  '\nstep new\n', '\nstage New owner T\n', '\njourney "Second" for Vera\n', '\nteam T\n', '\n  touchpoint X\n', '\n  touchpoint X via W owner T\n', '\nchannel W web\n',
  '\npersona Vera\n', '\n  does "x"\n', '\n  feels -2\n', '\n  feels 2 "so"\n', '\n  evidence "so"\n', '\n  type future\n', '\n  moment truth\n', '\n  leads to call\n', '\n  ends\n',
  '\n  pain "x" severity high\n', '\n  opportunity "y" impact high\n', '\n  action "z" due 2020-01-01\n', '\n  backstage "b" by T\n', '\n  promises "Time" "3 days"\n',
  '\n  owner T\n', '\n  goal "g"\n', '\n  waits 5d\n', '\n  expects "e" unmet\n', '\n  thinks ""\n', '\n  absent Vera\n', '\n// journey-ignore missing-emotion, flat-curve: so\n', '\n/// doc\n',
];
const insertion = fc
  .record({ at: fc.double({ min: 0, max: 1, noNaN: true }), line: fc.constantFrom(...lines) })
  .map(({ at, line }) => (all: string): string => {
    const start = Math.floor(at * all.length);
    return all.slice(0, start) + line + all.slice(start);
  });
/** A line goes, or stands twice. */
const moving = fc
  .record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), count: fc.nat(6), twice: fc.boolean() })
  .map(({ at, count, twice }) => (all: string): string => {
    const rows = all.split('\n');
    const first = Math.floor(at * rows.length);
    const taken = rows.splice(first, count);
    if (twice) rows.splice(first, 0, ...taken, ...taken);
    return rows.join('\n');
  });
const change = fc.oneof(splice, insertion, moving);
const breaks = fc.constant((all: string): string => (all.includes('\r') ? all.replaceAll('\r\n', '\n') : all.replaceAll('\n', '\r\n')));

const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('map' as const), change }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('map' as const), change: breaks }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('other' as const), change, index: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('project' as const), text: fc.constantFrom(...projects) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
);

const addresses = ['file:///maps/map.journey', 'file:///maps/a.journey', 'file:///maps/z.journey'];

/** All that an editor is told of the first document of a folder. */
function told(documents: readonly JourneyDocument[], folder: Folder, kept?: Kept): unknown {
  const [document] = documents as [JourneyDocument];
  const context = { document, folder };
  const places = new Map(documents.flatMap(({ uri, nodes }) => nodes.map((node, index) => [node, `${uri} ${index}`] as const)));
  const findings = check({ ...context, today }, true, kept);
  return {
    nodes: document.nodes.map(({ parent, children, ...node }) => ({ ...node, parent: parent && places.get(parent) })),
    findings: findings.map(({ node, related, ...finding }) => ({
      ...finding,
      node: places.get(node) ?? 'a node of another version',
      related: related?.map((other) => ({ ...other, document: documents.indexOf(other.document) })),
    })),
    symbols: documentSymbols(document),
    tokens: semanticTokens(context),
    folding: foldingRanges(document),
    maps: journeysOf(document).map((journey) => buildMap(journey, context)),
  };
}

/** A sequence of events in a folder. After each, what is told is what a folder that is read anew would tell. */
const sequences = fc.property(
  fc.constantFrom(...folders),
  fc.array(event, { minLength: 1, maxLength: 12, size: 'max' }),
  ([map, others], events) => {
    const texts = [map, ...others];
    const undone: string[] = [];
    const folder = new Folder();
    const kept = new Kept();
    let settings: Settings = defaults;
    const documents = texts.map((text, index) => readDocument(addresses[index] as string, 0, text));
    for (const document of documents) folder.set(document);
    told(documents, folder, kept);
    for (const [version, each] of events.entries()) {
      const index = each.what === 'other' ? 1 + (each.index % Math.max(1, texts.length - 1)) : 0;
      const text = texts[index];
      if (each.what === 'project') settings = readProject('file:///maps/journey.json', version, each.text).settings;
      else if (text !== undefined) {
        if (each.what === 'undo') texts[index] = undone.pop() ?? text;
        else texts[index] = each.change(text);
        if (each.what === 'map') undone.push(text);
        documents[index] = readDocument(addresses[index] as string, version, texts[index] as string, documents[index]);
        folder.set(documents[index] as JourneyDocument);
      }
      folder.settings = settings;
      const fresh = new Folder();
      fresh.settings = settings;
      const anew = texts.map((own, number) => readDocument(addresses[number] as string, version, own));
      for (const document of anew) fresh.set(document);
      assert.deepEqual(told(documents, folder, kept), told(anew, fresh));
    }
  },
);

const perRun = 5;

const soak: Soak = {
  name: `what is kept of a folder is what would be found anew, ${perRun} sequences of up to 12 events a run`,
  full: 800,
  small: 8,
  async run(seed) {
    fc.assert(sequences, { numRuns: perRun, seed });
    return undefined;
  },
};

export default soak;
