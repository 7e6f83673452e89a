import { askAll, make } from '../language/any-text.ts';
import { inTime } from './in-time.ts';
import { samples } from './samples.ts';
import type { Soak } from './soak.ts';

type Made = ReturnType<typeof make>;

/** So many prefixes are one run. */
const perRun = 100;

const runs = samples.flatMap(({ path, text }) =>
  Array.from({ length: Math.ceil((text.length + 1) / perRun) }, (_, index) => ({ path, text, from: index * perRun })),
);

/** What stands above a line, statement by statement: what a reader or an outline would tell of it. */
function above({ document }: Made, line: number): string[] {
  const ended = document.nodes.filter(({ implied, base, statement }) => !implied && document.lines.positionAt(base + statement.end).line < line);
  return ended
    .toSorted((a, b) => a.base + a.statement.start - b.base - b.statement.start)
    .map(({ kind, base, statement, parent }) => {
      const { items, lists, start, end } = statement;
      const said = [...Object.entries(items), ...Object.entries(lists)].map(([slot, item]) => `${slot} ${JSON.stringify(item)}`);
      return [kind, base + start, base + end, parent?.kind, ...said].join(' | ');
    });
}

/** Whatever is half typed on the last line: what stands above it is read as it is in the whole text, and no mistake is found there. */
function checkAbove(typed: Made, whole: Made): void {
  const { line } = typed.document.lines.positionAt(typed.document.text.length);
  const [now, wanted] = [above(typed, line), above(whole, line)];
  // A statement that goes on below is not at its end yet.
  const known = now.filter((said) => !wanted.includes(said));
  if (known.length) throw new Error(`Above the last line stands what the whole text does not say: ${known[0]}`);
  const lost = wanted.filter((said) => !now.includes(said));
  if (lost.length) throw new Error(`Above the last line is lost: ${lost[0]}`);
  for (const { code, end, message } of typed.findings) {
    if (code === 'syntax' && typed.document.lines.positionAt(end).line < line) throw new Error(`Above the last line: ${message.text}`);
  }
}

const soak: Soak = {
  name: `every beginning of every sample is read, asked and drawn, ${perRun} a run`,
  full: runs.length,
  small: 12,
  /** Of as many seeds as there are runs, one after the other, each takes another stretch. */
  async run(seed) {
    // Steps of a prime number spread the runs of a small share over all samples.
    const { text, from } = runs[(seed * 367) % runs.length] as (typeof runs)[number];
    let before = make(text.slice(0, Math.max(0, from - 1)));
    const whole = make(text);
    for (let end = from; end <= Math.min(text.length, from + perRun - 1); end++) {
      const typed = text.slice(0, end);
      inTime(typed, () => {
        before = make(typed, before.document);
        askAll(before, [end]);
        checkAbove(before, whole);
      });
    }
    return undefined;
  },
};

export default soak;
