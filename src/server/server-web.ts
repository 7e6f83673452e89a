import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './client-files.ts';
import { serve } from './session.ts';
import { today } from './today.ts';

const worker = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
serve(connection, clientFiles(connection), today);
connection.listen();
