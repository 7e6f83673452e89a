import { readDocument } from '../../src/language/document.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { buildMap } from '../../src/map/build.ts';
import type { Element, JourneyMap } from '../../src/map/model.ts';

/** A document in a folder, with others beside it. */
export function read(text: string, others: Record<string, string> = {}) {
  const folder = new Folder();
  for (const [uri, other] of Object.entries(others)) folder.set(readDocument(uri, 1, other));
  const document = readDocument('file:///maps/map.journey', 1, text);
  folder.set(document);
  return { document, folder };
}

/** The maps of a text. */
export function mapsOf(text: string, others: Record<string, string> = {}): JourneyMap[] {
  const context = read(text, others);
  return journeysOf(context.document).map((journey) => buildMap(journey, context));
}

/** The names in the outline of a text, each with its kind. */
export function outlineOf(text: string): string[] {
  const all: string[] = [];
  const visit = (symbols: ReturnType<typeof documentSymbols>): void => {
    for (const symbol of symbols) {
      all.push(`${symbol.detail} | ${symbol.name.replace(/^.*…$/, '')}`);
      visit(symbol.children ?? []);
    }
  };
  visit(documentSymbols(read(text).document));
  return all;
}

/** All that the maps of a text say, one line for each thing: which step (or stage, or journey) says what. Ids and figures are left out. */
export function factsOf(text: string, others: Record<string, string> = {}): string[] {
  return mapsOf(text, others).flatMap((map) => [
    ...own('journey', map),
    ...map.stages.flatMap((stage) => [
      ...own(`stage | ${stage.title}`, stage),
      ...stage.steps.flatMap((step) => [`step | ${step.title} | in | ${stage.title}`, ...own(`step | ${step.title}`, step)]),
    ]),
  ]);
}

const left = new Set([
  'id',
  'figures',
  'stages',
  'steps',
  'next',
  'hypothesis',
  'implicit',
  'name',
  'title',
  'kind',
  'declared',
  'minutes',
  'alongside',
  'contact',
]);

function own(label: string, element: object): string[] {
  return Object.entries(element).flatMap(([key, value]) => (left.has(key) ? [] : lines(`${label} | ${key}`, value)));
}

function lines(label: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => lines(label, item));
  if (value === null || typeof value !== 'object') return [`${label} | ${String(value)}`];
  if ('value' in value && 'text' in value) return lines(label, value.text);
  const { title, name } = value as Element & { title?: string; name?: string };
  const head = title ?? name;
  return [...(head === undefined ? [] : [`${label} | ${head}`]), ...own(head === undefined ? label : `${label} | ${head}`, value)];
}
