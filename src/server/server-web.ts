import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './client-files.ts';
import { guarded } from './connect.ts';
import { serve } from './session.ts';
import { today } from './today.ts';

const worker = self as unknown as Worker;
const writer = new BrowserMessageWriter(worker);
const { gate, options } = guarded(new BrowserMessageReader(worker), writer);
const connection = createConnection(gate, writer, options);
serve(connection, clientFiles(connection), today);
connection.listen();
