/** How the server reads a folder, wherever it runs. Addresses are URIs. */
export interface Files {
  /** The `*.journey` and `journey.json` files below a folder; without `node_modules` and hidden folders. Empty where the folder cannot be read. */
  list(folder: string): Promise<string[]>;
  /** The text of a file, or nothing where it is gone or cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** Whether a name below a folder is one that maps are not looked for in. */
export function isSkipped(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** The text of a file's bytes: UTF-8, or UTF-16 where a mark at its beginning says so. The mark itself is left out. */
export function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
