/** How the server reads a folder, wherever it runs. Addresses are URIs. */
export interface Files {
  /**
   * The `*.journey` and `journey.json` files below a folder; without `node_modules` and hidden folders. Empty where the folder cannot be read. A
   * `journey.json` that is a folder is listed too.
   */
  list(folder: string): Promise<string[]>;
  /** The files below a folder that maps may name: data and pictures. As `list`, but of a large tree not all. */
  beside(folder: string): Promise<string[]>;
  /** The text of a file, or nothing where it is gone or cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /**
   * The text of a file, or why there is none.
   *
   * @param most - A file of more bytes is `large`, and not read.
   * @param within - A folder that the file must lie in, also when links are followed; else it is `outside`.
   */
  look(uri: string, most: number, within?: string): Promise<Content>;
  /** The bytes of a picture, or why there are none; as `look`. */
  bytes(uri: string, most: number, within: string): Promise<Bytes>;
}

export type Content = { text: string } | { why: NoText };
export type Bytes = { bytes: Uint8Array } | { why: NoText };
export type NoText = 'missing' | 'outside' | 'folder' | 'large' | 'unreadable';

/** Whether a name below a folder is one that maps are not looked for in. */
export function isSkipped(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** Whether a name is that of a project file, whatever it stands for. */
export function isProjectFile(name: string): boolean {
  return name === 'journey.json';
}

/** Whether a name is that of a file of data that maps may name. */
export function isDataFile(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name);
}

/** Whether a name is that of a picture that maps may name: of the kinds that are drawn. */
export function isPicture(name: string): boolean {
  return /\.(png|jpe?g|webp|svg)$/i.test(name);
}

/** What the names of files end in that maps may name, for the patterns of those who watch files. Cameras like capitals. */
export const endingsBeside = 'csv,tsv,png,jpg,jpeg,webp,svg,PNG,JPG,JPEG';

/** So many folders are looked into at most for the files that maps may name. */
export const mostFolders = 1000;

/** A name as a part of an address, as editors write it: whatever may have a meaning in an address is escaped. */
export function escapeName(name: string): string {
  // Half of a character has no place in an address.
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text of a file's bytes: UTF-8, or UTF-16 where a mark at its beginning says so. The mark itself is left out. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(markedAs(bytes) ?? 'utf-8').decode(bytes);
}

/** As `decode`; bytes that are no UTF-8 are read as Windows-1252, in which spreadsheets in the west of Europe still save. */
export function decodeOld(bytes: Uint8Array): string {
  const marked = markedAs(bytes);
  try {
    return new TextDecoder(marked ?? 'utf-8', { fatal: marked === undefined }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whether a mark at the beginning of bytes says that they are UTF-16. */
export function isMarked(bytes: Uint8Array): boolean {
  return markedAs(bytes) !== undefined;
}

function markedAs(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
