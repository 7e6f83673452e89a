import nodeModule from 'node:module';

/** The command `journey`. Tells an old Node off in a line, before anything that it could not run. */
const oldest = 22;
if (Number(process.versions.node.split('.')[0]) < oldest) {
  process.stderr.write(`journey needs Node ${oldest} or newer; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  // A reader that has seen enough, as `head` has, is no mistake.
  process.stdout.on('error', async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') (await import('./broken-output.ts')).endWithBrokenOutput(error);
  });
  nodeModule.enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
