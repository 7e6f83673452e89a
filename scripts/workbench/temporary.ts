import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
process.on('exit', removeAll);

/** Makes an empty folder of its own under the system's temporary one. It goes with this process at the latest. */
export function temporaryFolder(purpose: string): string {
  // VS Code resolves links in paths, and macOS has one on the way to its temporary folder.
  const folder = join(realpathSync(tmpdir()), `journey-${purpose}-`);
  const made = mkdtempSync(folder);
  folders.add(made);
  return made;
}

/** Removes all such folders that are still there. */
export function removeAll(): void {
  folders.forEach(remove);
}

/** Removes such a folder. What a program that has just ended still holds open is tried again for half a second. */
export function remove(folder: string): void {
  folders.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // It stays in the temporary folder, which the system clears.
  }
}
