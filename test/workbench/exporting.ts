import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Format, formats } from '../../src/render/job.ts';
import * as ui from './ui.ts';
import type { Workbench } from './workbench.ts';

/** How a file of a format begins and ends. */
const ends: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  svg: ['<svg ', '</svg>'],
  png: ['\x89PNG', 'IEND\xaeB`\x82'],
  pdf: ['%PDF-1.', '%%EOF'],
  html: ['<!DOCTYPE html>', '</html>'],
  pptx: ['PK', '\0\0'],
  md: ['# ', '|'],
};

/** Runs the command on a file of the workspace, as its menu in the explorer does. It goes on while the test does. */
export function beginExport(workbench: Workbench, name: string, format: Format): Promise<void> {
  return workbench.ask(
    (vscode, name, format) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder) void vscode.commands.executeCommand('journey.exportMap', vscode.Uri.joinPath(folder.uri, name), format);
    },
    name,
    format,
  );
}

/** Takes the place that is proposed, which is this file beside the map. */
export async function accept(workbench: Workbench, name: string): Promise<void> {
  await expect.poll(() => ui.typed(workbench.page)).toBe(join(workbench.folder, name));
  await workbench.page.keyboard.press('Enter');
}

/** Waits for a file, which must be whole as soon as it is there. Answers its bytes, a letter each. */
export async function whole(workbench: Workbench, name: string): Promise<string> {
  const path = join(workbench.folder, name);
  await expect.poll(() => existsSync(path), { message: name }).toBe(true);
  const content = readFileSync(path, 'latin1');
  const [begin, end] = ends[name.slice(name.lastIndexOf('.') + 1)] ?? [];
  expect(content.slice(0, begin?.length), name).toBe(begin);
  expect(content.trimEnd().slice(-(end?.length ?? 0)), name).toBe(end);
  return content;
}

/** Writes a map in every format there is, beside it. */
export async function exportAll(workbench: Workbench, map: string): Promise<void> {
  for (const format of formats) {
    const name = map.replace(/journey$/, format);
    await beginExport(workbench, map, format);
    await accept(workbench, name);
    await whole(workbench, name);
  }
  expect(readdirSync(workbench.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
}
