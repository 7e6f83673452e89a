/** Checks the files below a folder, or one file, with plain Langium, and prints what it finds: `check PATH`. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createReference } from './reference.ts';

const path = resolve(process.argv[3] ?? '.');
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
const shared = createReference(NodeFileSystem);
const documents = await Promise.all(files.map((file) => shared.workspace.LangiumDocuments.getOrCreateDocument(URI.file(file))));
await shared.workspace.DocumentBuilder.build(documents, { validation: true });
for (const document of documents) {
  for (const { range, message } of document.diagnostics ?? []) {
    console.log(`${document.uri.fsPath}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
  }
}
console.log(`${documents.length} files`);
