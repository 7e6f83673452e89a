import { BrowserMessageReader, BrowserMessageWriter, type Connection, createConnection, RAL } from 'vscode-languageserver/browser';
import { clientFiles } from './client-files.ts';
import { guarded } from './connect.ts';
import type { Files } from './files.ts';
import type { Gate } from './gate.ts';
import { serve } from './session.ts';
import { today } from './today.ts';

/** What the server finds when it begins, where it does not run in a browser: see server.ts. */
export interface Lent {
  journeyHost?: Host;
}

/** A process that runs the server. */
export interface Host {
  /** Where messages come in and go out, as in a worker. */
  port: Pick<Worker, 'postMessage' | 'onmessage' | 'addEventListener'>;
  files: Files;
  /** Where the pages of the rules are, see `serve`. */
  rulePages: string | undefined;
  /** Puts off what is to be done until what came in meanwhile was heard. */
  setImmediate: ReturnType<typeof RAL>['timer']['setImmediate'];
  /** Sees to the end of the process. */
  watch(connection: Connection, gate: Gate): void;
}

/** Serves in a worker of a browser, or in a process that lends what it has. */
const host = (globalThis as Lent).journeyHost;
if (host) RAL.install({ ...RAL(), timer: { ...RAL().timer, setImmediate: host.setImmediate } });

const port = (host?.port ?? self) as Worker;
const writer = new BrowserMessageWriter(port);
const { gate, options } = guarded(new BrowserMessageReader(port), writer);
const connection = createConnection(gate, writer, options);
host?.watch(connection, gate);
serve(connection, host?.files ?? clientFiles(connection), today, host?.rulePages);
connection.listen();
