import { askAll, make } from '../language/any-text.ts';
import { inTime } from './in-time.ts';
import { samples } from './samples.ts';
import type { Soak } from './soak.ts';

/** So many prefixes are one run. */
const perRun = 100;

const runs = samples.flatMap(({ path, text }) =>
  Array.from({ length: Math.ceil((text.length + 1) / perRun) }, (_, index) => ({ path, text, from: index * perRun })),
);

const soak: Soak = {
  name: `every beginning of every sample is read, asked and drawn, ${perRun} a run`,
  full: runs.length,
  small: 12,
  /** Of as many seeds as there are runs, one after the other, each takes another stretch. */
  async run(seed) {
    // Steps of a prime number spread the runs of a small share over all samples.
    const { text, from } = runs[(seed * 367) % runs.length] as (typeof runs)[number];
    let before = make(text.slice(0, Math.max(0, from - 1)));
    for (let end = from; end <= Math.min(text.length, from + perRun - 1); end++) {
      const typed = text.slice(0, end);
      inTime(typed, () => {
        before = make(typed, before.document);
        askAll(before, [end]);
      });
    }
    return undefined;
  },
};

export default soak;
