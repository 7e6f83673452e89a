import { readFileSync } from 'node:fs';

/** Prints how many bytes of heap a file holds per line once it has been read and checked, its text not counted: `node --expose-gc … FILE`. */
export async function printHeap(hold: (text: string) => Promise<unknown>): Promise<void> {
  const text = readFileSync(process.argv[2] ?? '', 'utf8');
  await hold(text.slice(0, 5000));
  const before = used();
  const held = await hold(text);
  const bytes = used() - before;
  console.log(held ? bytes / text.split('\n').length : Number.NaN);
}

function used(): number {
  for (let turn = 0; turn < 4; turn++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
