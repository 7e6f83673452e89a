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

/** The statements of a text in its order, by where they begin: what a reader or an outline would tell of each, and the line it ends on. */
function statementsOf({ document }: Made): Map<number, { said: string; lastLine: number }> {
  const found = document.nodes
    .filter(({ implied }) => !implied)
    .map(({ kind, base, statement, parent }) => {
      const { items, lists, start, end } = statement;
      const said = [...Object.entries(items), ...Object.entries(lists)].map(([slot, item]) => `${slot} ${JSON.stringify(item)}`);
      const lastLine = document.lines.positionAt(base + end).line;
      return [
        base + start,
        { said: [kind, `${base + start}–${base + end}`, `in ${parent?.kind}`, ...said].join(' | '), lastLine },
      ] as const;
    });
  return new Map(found);
}

/**
 * Whatever is half typed on the last line: what stands above it is read as it is in the whole text, and no mistake is found there. A statement that
 * goes on below, there or so far, is not at its end yet.
 */
function checkAbove(typed: Made, whole: ReturnType<typeof statementsOf>): void {
  const { lines, text } = typed.document;
  const { line } = lines.positionAt(text.length);
  const now = statementsOf(typed);
  let complete = 0;
  for (const [start, { said, lastLine }] of whole) {
    if (lastLine >= line || now.get(start)?.lastLine === line) continue;
    if (now.get(start)?.said !== said) throw new Error(`Above the last line is lost: ${said}, now ${now.get(start)?.said}`);
    complete = Math.max(complete, start);
  }
  for (const [start, { said, lastLine }] of now) {
    if (lastLine < line && !whole.has(start)) throw new Error(`Above the last line stands what nobody wrote: ${said}`);
  }
  const mistake = typed.findings.find(({ code, end }) => code === 'syntax' && end <= complete);
  if (mistake) throw new Error(`Above the last line: ${mistake.message.text}`);
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
    const whole = statementsOf(make(text));
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
