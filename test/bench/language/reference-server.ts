/** A plain Langium language server. It counts versions, and says when it has read its folder, so that both can be timed. */
import { DocumentState, URI } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createReference } from './reference.ts';

const connection = createConnection(ProposedFeatures.all);
const shared = createReference({ connection, ...NodeFileSystem });
const { DocumentBuilder, LangiumDocuments } = shared.workspace;
const send = connection.sendDiagnostics.bind(connection);
connection.sendDiagnostics = (params) => {
  const version = LangiumDocuments.getDocument(URI.parse(params.uri))?.textDocument.version;
  return send({ ...params, ...(version === undefined ? {} : { version }) });
};
let told = false;
DocumentBuilder.onBuildPhase(DocumentState.IndexedReferences, () => {
  if (told) return;
  told = true;
  void connection.sendNotification('bench/indexed');
});
startLanguageServer(shared);
