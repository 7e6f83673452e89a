import { ServerProcess } from '../server/server-process.ts';
import { sendBroken } from './fuzz.ts';
import { Chance, type Soak } from './soak.ts';

/** The same broken streams into `journey lsp --stdio`: the process lives, prints nothing but messages, and ends as it should. */
const soak: Soak = {
  name: 'process: broken streams',
  full: 150,
  small: 4,
  async run(seed) {
    const server = new ServerProcess();
    try {
      await sendBroken(new Chance(seed), server);
      const isShut = (await server.request('textDocument/nothing')).error?.code === -32600;
      server.notify('exit');
      const code = await server.ended;
      if (code !== (isShut ? 0 : 1)) throw new Error(`It ended with ${code}.`);
      if (server.broken) throw server.broken;
      if (server.errors) throw new Error(`It wrote to the standard error: ${server.errors}`);
    } catch (error) {
      const { exitCode, signalCode } = server.child;
      const ended = exitCode ?? signalCode;
      const fate = ended === null ? 'The process is still there.' : `The process had ended with ${ended}.`;
      throw new Error(`${error instanceof Error ? error.message : error} ${fate} ${server.errors}`);
    } finally {
      server.child.kill('SIGKILL');
    }
    return undefined;
  },
};
export default soak;
