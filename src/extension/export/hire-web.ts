import { Uri } from 'vscode';
import type { FromWorker } from './messages.ts';
import type { Hand } from './renderer.ts';

/** Starts a worker in a browser. */
export function hire(extension: Uri): Hand {
  const worker = new Worker(Uri.joinPath(extension, 'dist', 'render-worker.js').toString(true), { name: 'Journey export' });
  return {
    tell: (message) => worker.postMessage(message),
    listen: (heard, ended) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => heard(data);
      worker.onerror = ({ message }) => ended(message);
    },
    end: () => worker.terminate(),
  };
}
