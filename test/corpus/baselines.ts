import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { openProject } from '../../src/cli/project.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { formatted } from '../../src/language/format/index.ts';
import { toText } from '../../src/language/message.ts';
import { check } from '../../src/language/rules/index.ts';
import { today } from './findings.ts';

const root = join(import.meta.dirname, '../..');

/** Where the baselines stand: `<sample>/<file>.findings.txt`, `.symbols.txt` and `.formatted.txt`. */
export const folder = join(import.meta.dirname, 'baselines');

/** A baseline as it should be now. */
export interface Baseline {
  /** Its path below `folder`. */
  name: string;
  text: string;
}

/** The baselines of all samples and of the maps of the tests. */
export async function baselines(): Promise<Baseline[]> {
  const { files } = await openProject([join(root, 'samples'), join(root, 'test/maps')]);
  return files.flatMap(({ path, document, folder: shared }) => {
    const file = relative(root, path)
      .replaceAll('\\', '/')
      .replace(/^(samples|test)\//, '')
      .replace(/\.journey$/, '');
    const findings = check({ document, folder: shared, today }).map(({ start, severity, code, message }) => {
      const { line, character } = document.lines.positionAt(start);
      return `${line + 1}:${character + 1} ${code} ${severity} ${toText(message)}\n`;
    });
    return [
      { name: `${file}.findings.txt`, text: findings.join('') },
      { name: `${file}.symbols.txt`, text: outline(documentSymbols(document)) },
      { name: `${file}.formatted.txt`, text: formatted(document) },
    ];
  });
}

/** One line for each symbol: its range, kind, name and detail, and the selection where that is another line. */
function outline(symbols: ReturnType<typeof documentSymbols>, indent = ''): string {
  return symbols
    .map(({ name, kind, detail, range, selectionRange: { start }, children }) => {
      const lines = `${range.start.line + 1}-${range.end.line + 1}`;
      const own = `${indent}${lines} ${kind} ${name}${detail ? ` | ${detail}` : ''} @${start.line + 1}:${start.character + 1}\n`;
      return own + outline(children ?? [], `${indent}  `);
    })
    .join('');
}

/** The baselines that are there. */
export function namesOfBaselines(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(dirname(name), name.split(/[\\/]/).at(-1) as string).replaceAll('\\', '/'))
    .sort();
}
