import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { guarded } from './connect.ts';
import { nodeFiles } from './node-files.ts';
import { pagesBeside } from './pages-beside.ts';
import { serve } from './session.ts';
import { today } from './today.ts';

/** Serves the process that started this one, over the channel between the two. Other editors have `journey lsp --stdio`. */
const writer = new IPCMessageWriter(process);
const { gate, options } = guarded(new IPCMessageReader(process), writer);
const connection = createConnection(ProposedFeatures.all, gate, writer, options);
process.once('disconnect', () => process.exit(gate.isShut ? 0 : 1));
serve(connection, nodeFiles, today, pagesBeside());
connection.listen();
