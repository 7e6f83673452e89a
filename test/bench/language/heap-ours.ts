import { readDocument } from '../../../src/language/document.ts';
import { Folder } from '../../../src/language/names/folder.ts';
import { check } from '../../../src/language/rules/index.ts';
import { Kept } from '../../../src/language/rules/kept.ts';
import { printHeap } from './heap.ts';

await printHeap(async (text) => {
  const folder = new Folder();
  const document = readDocument('file:///bench.journey', 1, text);
  folder.set(document);
  const kept = new Kept();
  return { folder, kept, findings: check({ document, folder, today: '2026-10-15' }, true, kept) };
});
