import { describe, expect, it } from 'vitest';
import { walk } from '../../src/extension/walk.ts';

type Folder = { [name: string]: Folder | null };

/** A folder of plain objects; `null` is a file. */
function treeOf(root: Folder) {
  const at = (path: string) =>
    path
      .split('/')
      .slice(1)
      .reduce<Folder | null | undefined>((folder, name) => folder?.[name], root);
  return {
    entries: async (path: string) => {
      const folder = at(path);
      if (!folder) throw new Error(`no folder ${path}`);
      return Object.entries(folder).map(([name, entry]) => ({ name, folder: entry !== null }));
    },
    join: (path: string, name: string) => `${path}/${name}`,
    wanted: (name: string) => name.endsWith('.journey'),
  };
}

describe('walk', () => {
  it('finds the maps of all folders, nearest first', async () => {
    const tree = treeOf({ b: { 'deep.journey': null, c: { 'deeper.journey': null } }, 'a.journey': null, 'readme.md': null });
    expect(await walk('', tree)).toEqual(['/a.journey', '/b/deep.journey', '/b/c/deeper.journey']);
  });

  it('stays out of what is no part of the folder', async () => {
    const tree = treeOf({ node_modules: { 'a.journey': null }, '.git': { 'b.journey': null }, 'node_modules.journey': null });
    expect(await walk('', tree)).toEqual(['/node_modules.journey']);
  });

  it('takes a folder that cannot be read for an empty one', async () => {
    const tree = treeOf({ shut: {}, 'a.journey': null });
    const entries = (path: string) => (path === '/shut' ? Promise.reject(new Error('no')) : tree.entries(path));
    expect(await walk('', { ...tree, entries })).toEqual(['/a.journey']);
  });
});
