import { type Dirent, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the systems keep fonts: those of the user first. */
export function fontFolders(platform = process.platform, environment: NodeJS.ProcessEnv = process.env, home = homedir()): string[] {
  if (platform === 'win32') {
    const { LOCALAPPDATA: local = join(home, 'AppData/Local'), SystemRoot: system = 'C:\\Windows' } = environment;
    return [join(local, 'Microsoft/Windows/Fonts'), join(system, 'Fonts'), join(local, 'Microsoft/FontCache/4/CloudFonts')];
  }
  if (platform === 'darwin') {
    const assets = '/System/Library/AssetsV2';
    const loaded = entriesOf(assets).filter(({ name }) => name.startsWith('com_apple_MobileAsset_Font'));
    const usual = [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts', '/Network/Library/Fonts'];
    return [...usual, ...loaded.map(({ name }) => join(assets, name))];
  }
  const { XDG_DATA_HOME: own, XDG_DATA_DIRS: shared } = environment;
  const folders = (shared || '/usr/local/share:/usr/share').split(':').filter((folder) => folder.startsWith('/'));
  return [
    join(own || join(home, '.local/share'), 'fonts'),
    join(home, '.fonts'),
    ...folders.map((folder) => join(folder, 'fonts')),
    '/usr/share/fonts',
    '/usr/share/fonts-droid-fallback',
    '/usr/X11R6/lib/X11/fonts',
    // NixOS, and what a Flatpak sees of its host.
    '/run/current-system/sw/share/X11/fonts',
    '/run/host/fonts',
    '/run/host/user-fonts',
  ];
}

/** A font file: its path, and its name without its ending, in small letters and digits only. */
export interface FontFile {
  path: string;
  key: string;
}

const deepest = 6;
const most = 20_000;

/** All TrueType and OpenType files below folders, in the order of the folders and then of their names. Folders that are not there are left out. */
export function fontFilesIn(folders: readonly string[]): FontFile[] {
  const files: FontFile[] = [];
  const seen = new Set<string>();
  const walk = (folder: string, depth: number) => {
    if (seen.has(folder) || depth > deepest || files.length > most) return;
    seen.add(folder);
    const entries = entriesOf(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (/\.(?:ttf|otf|ttc|otc)$/i.test(entry.name)) files.push({ path, key: keyOf(entry.name.slice(0, -4)) });
      else if (isFolder(entry, path)) walk(path, depth + 1);
    }
  };
  for (const folder of folders) walk(folder, 0);
  return files;
}

/** A name without what people and files write differently. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not there, or not for us.
    return [];
  }
}
