import { decompress } from 'fzstd';
import type { Resources } from '../../render/job.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { work } from './work.ts';

/** What a worker may find when it begins, where it does not run in a browser. */
export interface Lent {
  journeyResources?: Resources;
}

/** Renders in a worker. In a browser it asks for the extension's files; of fonts there are no others. */
const files = new Map<string, PromiseWithResolvers<Uint8Array>>();
const tell = (message: FromWorker): void => postMessage(message);

const file = (name: string): Promise<Uint8Array> => {
  const known = files.get(name);
  if (known) return known.promise;
  const asked = Promise.withResolvers<Uint8Array>();
  files.set(name, asked);
  tell({ type: 'wants', name });
  return asked.promise;
};

const found: Resources = (globalThis as Lent).journeyResources ?? { font: (face) => file(`fonts/inter-${face}.ttf`), asset: file };
const resources: Resources = {
  ...found,
  // The package has them packed better than it packs itself: see scripts/build.mjs.
  asset: async (name) => (name.endsWith('.wasm') ? decompress(await found.asset(`${name}.zst`)) : found.asset(name)),
};

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'job') return tell(await work(data.format, data.job, resources));
  const asked = files.get(data.name);
  if (data.bytes) return asked?.resolve(data.bytes);
  files.delete(data.name);
  asked?.reject(new Error(`There is no ${data.name}.`));
});
