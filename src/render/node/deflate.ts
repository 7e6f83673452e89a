import { createDeflate, deflateSync } from 'node:zlib';
import type { Deflate } from '../job.ts';

/** Packs on another core: what is given at a time is done without asking this one in between. */
export function deflate(): Deflate {
  const stream = createDeflate({ chunkSize: 1 << 20, memLevel: 9 });
  const parts: Buffer[] = [];
  const result = new Promise<Uint8Array>((resolve, reject) => {
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', reject);
  });
  return {
    write: (bytes) => void stream.write(bytes),
    end() {
      stream.end();
      return result;
    },
  };
}

/** Packs a little, at once. */
export function pack(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes);
}
