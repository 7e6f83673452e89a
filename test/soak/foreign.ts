import { askAll, make } from '../language/any-text.ts';
import { formatSafely } from '../language/formatted.ts';
import { inTime } from './in-time.ts';
import { samples } from './samples.ts';
import { Chance, type Soak } from './soak.ts';

// biome-ignore format: a list
const words = ['journey', 'stage', 'step', 'persona', 'feels', 'goal', 'type', 'current', 'owner', 'via', 'team', 'title', 'name', 'section', 'id', 'url', 'Order', 'Vera', 'a "b"', "it's", 'é', '😀', '12', '-1', 'null', '2026-10-01', 'https://example.org/a?b=c#d', '', '/* x */', '// y'];

function some<T>(chance: Chance, most: number, make: () => T): T[] {
  return Array.from({ length: chance.below(most) }, make);
}

function value(chance: Chance, depth: number): unknown {
  if (depth > 0 && chance.percent(50)) return some(chance, 5, () => value(chance, depth - 1));
  if (depth > 0 && chance.percent(60)) return Object.fromEntries(some(chance, 6, () => [chance.of(words), value(chance, depth - 1)]));
  return chance.of<unknown>([chance.of(words), chance.below(1e6), chance.next(), true, null, 'line\nbreak', '"""']);
}

function element(chance: Chance, depth: number, indent = ''): string {
  const word = (): string => chance.of(words);
  const tag = chance.of(['journey', 'step', 'a', 'div', 'stage:x']);
  const attributes = some(chance, 4, () => ` ${chance.of(['id', 'type', 'name'])}="${word().replaceAll('"', '&quot;')}"`).join('');
  const inner = depth > 0 ? some(chance, 4, () => element(chance, depth - 1, `${indent}  `)).join('\n') : word();
  return chance.percent(20) ? `${indent}<${tag}${attributes}/>` : `${indent}<${tag}${attributes}>\n${inner}\n${indent}</${tag}>`;
}

/** Files that other programs write, which may end in `.journey` too, or be pasted into one. */
const kinds: readonly ((chance: Chance) => string)[] = [
  (chance) => JSON.stringify(value(chance, 5), null, chance.of([0, 2, '\t'])),
  (chance) => `<?xml version="1.0"?>\n<!-- ${chance.of(words)} -->\n${element(chance, 4)}`,
  (chance) =>
    some(chance, 40, () => `${' '.repeat(2 * chance.below(4))}${chance.of(['- ', ''])}${chance.of(words)}: ${chance.of(words)}`).join('\n'),
  (chance) =>
    `journey\n    title ${chance.of(words)}\n${some(chance, 30, () => chance.of([`    section ${chance.of(words)}`, `      ${chance.of(words)}: ${chance.below(6)}: Me, ${chance.of(words)}`])).join('\n')}`,
  (chance) =>
    some(chance, 40, () =>
      chance.of([
        `# ${chance.of(words)}`,
        `## Step: ${chance.of(words)}`,
        `| ${chance.of(words)} | ${chance.of(words)} |`,
        '|---|---|',
        `- **${chance.of(words)}** ${chance.of(words)}`,
        '```js',
        `1. ${chance.of(words)}`,
        `> ${chance.of(words)}`,
        '',
      ]),
    ).join('\n'),
  (chance) =>
    some(chance, 60, () =>
      some(chance, 9, () => chance.of([chance.of(words), `"${chance.of(words)}"`])).join(chance.of([',', ';', '\t'])),
    ).join('\r\n'),
  (chance) =>
    some(chance, 40, () =>
      chance.of([
        `import { ${chance.of(words)} } from './x.js';`,
        `function step(a) { return \`\${a}\`; }`,
        '/** Doc.',
        ' * @param stage x',
        ' */',
        `const journey = "${chance.of(words)}"; // ${chance.of(words)}`,
        `if (type === 'current') {`,
        '}',
        `  goal: '${chance.of(words)}',`,
      ]),
    ).join('\n'),
  (chance) => some(chance, 40, () => `${chance.of(['[stage]', 'step.name', '! persona', 'key'])}=${chance.of(words)}\\`).join('\n'),
  (chance) =>
    some(
      chance,
      40,
      () =>
        `2026-10-${10 + chance.below(20)}T10:00:00Z ${chance.of(['INFO', 'ERROR'])} [${chance.of(words)}] ${chance.of(words)}\n\tat step (${chance.of(words)}:1:2)`,
    ).join('\n'),
  (chance) => new TextDecoder('utf-8').decode(Uint8Array.from(some(chance, 1500, () => chance.below(256)))),
  (chance) => Buffer.from(some(chance, 900, () => chance.below(256))).toString('base64'),
  (chance) =>
    `From: Vera <vera@example.org>\nSubject: ${chance.of(words)}\n\nHi team,\n\n${some(chance, 60, () => chance.of(words)).join(' ')}\n\n> On step one she wrote:\n> ${chance.of(words)}\n-- \nVera`,
];

/** Such a file, or some of it, alone or within a map. */
function text(chance: Chance): string {
  const whole = chance.of(kinds)(chance).slice(0, 6000);
  if (chance.percent(60)) return whole;
  const { text: map } = chance.of(samples);
  const [start, at] = [chance.below(map.length), chance.below(1500)];
  const stretch = map.slice(start, start + 1500);
  return stretch.slice(0, at) + chance.of(['', '\n', '\n\n']) + whole.slice(0, 1500) + chance.of(['', '\n']) + stretch.slice(at);
}

const soak: Soak = {
  name: 'files of other programs are read, asked, drawn and laid out',
  full: 5000,
  small: 100,
  async run(seed) {
    const chance = new Chance(seed);
    const own = text(chance);
    const offsets = some(chance, 5, () => chance.below(own.length + 1));
    inTime(own, () => askAll(make(own), [0, own.length, ...offsets]));
    formatSafely(own);
    return undefined;
  },
};

export default soak;
