/**
 * Compares our picture with that of Mermaid's `journey`, row by row: ours, the reference's, their ratio and its target. Both in one Chromium, turn
 * about, in one run. A time begins in a page at rest and ends when the browser has laid out what was drawn; painting, which is the browser's own, is not
 * in it.
 *
 * Ours has six lanes and more on each step, Mermaid's a title, a score and who. A keystroke in ours goes the way of the panel: the message is made of
 * the map that was built from the new text, and goes to the panel's own page, which checks it, draws it and patches what differs. Mermaid has no such way: it reads the text
 * again and draws all of it. A whole picture is measured both ways: in the panel, which was empty before and gives each stage an SVG of its own, and as
 * the one SVG that `journey render` writes. Reading our text is the language server's work, which `npm run bench:language` measures.
 *
 * `journey render` beside `mmdc` is not measured here: that command brings a browser of its own.
 */
import { cpus, loadavg } from 'node:os';
import { delimiter } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { JourneyMap } from '../../src/map/model.ts';
import { Thinner } from '../../src/preview/thin.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import { fontSheet } from '../draw/browser.ts';
import { longMap } from '../draw/maps.ts';
import { startPanels } from '../preview/browser.ts';
import { replyOf } from '../preview/maps.ts';
import { mermaidText } from './mermaid-text.ts';
import { type Spread, spread } from './spread.ts';

const sizes = [
  { steps: 12, runs: 30, keystroke: undefined, whole: undefined },
  { steps: 50, runs: 30, keystroke: 0.15, whole: 0.6 },
  { steps: 200, runs: 15, keystroke: undefined, whole: undefined },
  { steps: 1000, runs: 7, keystroke: 0.03, whole: 0.3 },
];

function row(what: string, ours: readonly number[], theirs: readonly number[], target: number | undefined): void {
  const [mine, reference] = [spread(ours), spread(theirs)];
  const ratio = mine.median / reference.median;
  const shown = ({ median, p95 }: Spread) => `${median.toFixed(1)} / ${p95.toFixed(1)} ms`;
  const reached = target === undefined ? ' | ' : `≤ ${target} × | ${ratio <= target ? 'yes' : '**no**'}`;
  console.log(`| ${what} | ${shown(mine)} | ${shown(reference)} | ${ratio.toFixed(3)} × | ${reached} |`);
}

/** A letter more in the title of some step: each time of another one. */
function typed(map: JourneyMap, key: number): JourneyMap {
  const after = structuredClone(map);
  const steps = after.stages.flatMap((stage) => stage.steps);
  const step = steps[(key * 7) % steps.length];
  if (step) step.title = `${step.title}${'abc'[key % 3]}`;
  return after;
}

/** The same map as another journey: what was laid out of the one before cannot be kept. */
function another(map: JourneyMap, turn: number): JourneyMap {
  return JSON.parse(JSON.stringify(map).replace(/"(id|to|alongside)":"/g, `"$1":"${turn}/`)) as JourneyMap;
}

const script = async (entry: string) => {
  const { outputFiles } = await build({
    entryPoints: [new URL(`draw/${entry}`, import.meta.url).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    logLevel: 'error',
    nodePaths: (process.env.NODE_PATH ?? '').split(delimiter).filter(Boolean),
  });
  return outputFiles[0]?.text ?? '';
};

/**
 * Runs a way of measuring in the page with something that was handed over before, once the page has painted all that came before: neither how a
 * browser is driven from outside nor the painting of an earlier picture is in the time, which comes back in milliseconds.
 */
async function atRest<Told, Found>(page: Page, given: unknown, measured: (told: Told) => Promise<Found>, told: Told): Promise<Found> {
  await page.evaluate((value) => {
    Object.assign(globalThis, { given: value });
  }, given);
  await page.waitForSelector('body:not([data-filling])', { state: 'attached' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  return page.evaluate(`new Promise((done) => setTimeout(() => done((${measured})(${JSON.stringify(told)}))))`);
}

/** How long a function of the page takes. */
function timed(page: Page, name: 'drawOurs' | 'drawMermaid', given: unknown): Promise<number> {
  const measured = async (wanted: string) => {
    const here = globalThis as unknown as Record<string, (value: unknown) => unknown> & { given: unknown };
    const from = performance.now();
    await here[wanted]?.(here.given);
    return performance.now() - from;
  };
  return atRest(page, given, measured, name);
}

/**
 * What the user waits for in the extension and in the panel's page: the message is made of a reply as the panel makes it, and goes to the page, until the
 * picture of its version, or what stands instead of one, is laid out where it is in sight; and until the stages that are out of sight are filled as well,
 * the frames and pauses between them counted in.
 */
async function inPanel(page: Page, thinner: Thinner, reply: MapReply): Promise<{ shown: number; filled: number }> {
  const from = performance.now();
  const thin = thinner.thin(reply);
  const making = performance.now() - from;
  const message = { type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply: thin };
  const measured = (wanted: number) =>
    new Promise<{ shown: number; filled: number }>((resolve) => {
      // What is in sight; the browser leaves the rest until one scrolls to it.
      const layOut = () => {
        for (const region of document.querySelectorAll('[data-region]')) {
          const { left, right, top, bottom } = region.getBoundingClientRect();
          const isInSight = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
          if (isInSight) region.querySelector('text, path')?.getBoundingClientRect();
        }
      };
      const from = performance.now();
      let shown: number | undefined;
      new MutationObserver((_, observer) => {
        if (document.body.dataset.version !== String(wanted)) return;
        if (shown === undefined) {
          layOut();
          shown = performance.now() - from;
        }
        if (document.body.dataset.filling !== undefined) return;
        observer.disconnect();
        resolve({ shown, filled: performance.now() - from });
      }).observe(document.body, { attributes: true, attributeFilter: ['data-version', 'data-filling'] });
      window.postMessage((globalThis as unknown as { given: unknown }).given, '*');
    });
  const found = await atRest(page, message, measured, reply.version);
  return { shown: making + found.shown, filled: making + found.filled };
}

/** From a scroll to the far end of the picture until what is in sight there is laid out. Then back to where it was. */
function toTheEnd(page: Page): Promise<number> {
  const measured = async () => {
    const view = document.querySelector('.view') as HTMLElement;
    const from = performance.now();
    view.scrollLeft = view.scrollWidth;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const took = performance.now() - from;
    view.scrollLeft = 0;
    return took;
  };
  return atRest(page, undefined, measured, undefined);
}

const [ours, mermaid] = await Promise.all([script('our-page.ts'), script('mermaid-page.mjs')]);
const panels = await startPanels();
const sheet = await fontSheet();
const load = () => loadavg()[0]?.toFixed(1);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores; load at the start ${load()}.`);
console.log('Ratios hold on a quiet machine: close what else is running, and repeat what is near its target.\n');
console.log('| what | ours: median / p95 | Mermaid: median / p95 | ratio | target | reached |\n| --- | ---: | ---: | ---: | ---: | --- |');
const ends: string[] = [];
for (const { steps, runs, keystroke, whole } of sizes) {
  const map = longMap(steps);
  const panel = await panels.open({ width: 1400, height: 900 });
  const page = (await panel.page.context().browser()?.newPage()) as Page;
  await page.setContent(`<!doctype html><style>${sheet} body { margin: 0 }</style><main></main>`);
  for (const content of [ours, mermaid]) await page.addScriptTag({ content });
  const found = {
    drawn: [] as number[],
    shown: [] as number[],
    keys: [] as number[],
    filled: [] as number[],
    scrolled: [] as number[],
    theirs: [] as number[],
  };
  const thinner = new Thinner();
  const empty = (version: number): MapReply => ({ version, why: 'empty', journeys: [], marks: {}, errors: 0 });
  const warm = steps > 500 ? 2 : 5;
  for (let run = -warm; run < runs; run++) {
    const after = typed(map, run + warm);
    const version = (run + warm) * 4;
    const drawn = await timed(page, 'drawOurs', after);
    // Mermaid does the same for a keystroke as for the first picture.
    const theirs = await timed(page, 'drawMermaid', mermaidText(after));
    const inPage = (reply: MapReply) => inPanel(panel.page, thinner, reply);
    await inPage(empty(version + 1));
    const shown = await inPage(replyOf(another(map, version), version + 2));
    const scrolled = await toTheEnd(panel.page);
    await inPage(replyOf(map, version + 3));
    const key = await inPage(replyOf(after, version + 4));
    if (run < 0) continue;
    found.drawn.push(drawn);
    found.theirs.push(theirs);
    found.shown.push(shown.shown);
    found.filled.push(shown.filled);
    found.keys.push(key.shown);
    found.scrolled.push(scrolled);
  }
  row(`work in the page per keystroke, ${steps} steps`, found.keys, found.theirs, keystroke);
  row(`whole picture from a map in the panel, ${steps} steps × 6 lanes`, found.shown, found.theirs, whole);
  row(`… and the stages out of sight after it, ${steps} steps`, found.filled, found.theirs, undefined);
  row(`… as one SVG, ${steps} steps × 6 lanes`, found.drawn, found.theirs, whole);
  const end = spread(found.scrolled);
  ends.push(`${steps} steps ${end.median.toFixed(1)} / ${end.p95.toFixed(1)} ms`);
  if (panel.faults.length > 0) throw new Error(panel.faults.join('\n'));
  await page.close();
  await panel.page.close();
}
await panels.close();
console.log(`\nFrom a scroll to the picture's far end until the next frame, median / p95: ${ends.join(', ')}.`);
console.log(`Load at the end ${load()}.`);
