import { EmptyFileSystem, URI } from 'langium';
import { printHeap } from './heap.ts';
import { createReference } from './reference.ts';

let count = 0;
await printHeap(async (text) => {
  const shared = createReference(EmptyFileSystem);
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`file:///${count++}.journey`));
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  return shared;
});
