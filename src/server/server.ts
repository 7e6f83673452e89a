import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './node-files.ts';
import { pagesBeside } from './pages-beside.ts';
import { serve } from './session.ts';
import { today } from './today.ts';

const connection = createConnection(ProposedFeatures.all);
serve(connection, nodeFiles, today, pagesBeside());
connection.listen();
