/** Loaded into a server that is measured (`--expose-gc --import`): tells on request how many bytes its heap holds after all that is garbage is gone. */
process.on('message', () => {
  // Once is not enough for what finalizers let go.
  for (let time = 0; time < 3; time++) (globalThis as { gc?: () => void }).gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
