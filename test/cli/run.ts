import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** A folder with some files, gone after the test. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'journey-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Outcome {
  code: number;
  out: string;
  error: string;
}

/** What the command `journey` prints and how it ends. The tests' configuration has the system speak English. */
export async function journey(...args: string[]): Promise<Outcome> {
  const outcome = { code: 0, out: '', error: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    outcome.out += String(text);
    return true;
  });
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    outcome.error += String(text);
    return true;
  });
  try {
    outcome.code = await main(args);
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
  return outcome;
}
