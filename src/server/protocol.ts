/** What editor and language server say to each other beyond the Language Server Protocol. Both ends import this file. */
import type { Logo } from '../draw/brand.ts';
import type { Brand, LaneName, Settings, ThemeName, ViewName } from '../language/names/settings.ts';
import type { JourneyMap, Mark } from '../map/model.ts';
import type { Job } from '../render/job.ts';
import type { Content, NoText } from './files.ts';

/** Server → client: what a view of this document shows may have changed. Sent after the findings of that version. */
export const changed = 'journey/changed';
export interface ChangedParams {
  uri: string;
  version: number;
}

/** Client → server: the map to draw. */
export const getMap = 'journey/map';
export interface MapParams {
  uri: string;
  /** Id of the journey to draw; without it, or when it is gone, the first of the file. */
  journey?: string;
  /** The stamp of the pictures that who asks has already, '' for none. Without it no pictures are sent. */
  pictures?: string;
  /** The view that compares is shown, though neither the text nor the folder asks for it. */
  compares?: boolean;
}
export interface MapReply {
  /** The version of the text that this map was built from. */
  version: number;
  /** Absent where the text has no journey: see `why`. */
  map?: JourneyMap;
  /**
   * Why there is no map: the file is `empty`; it only `declares` personas, teams …; or it is `unreadable`
   * (nothing in it could be read), in which case a view keeps its last picture.
   */
  why?: 'empty' | 'declares' | 'unreadable';
  /** The map that this one improves, where the folder has it and a view shows it. */
  before?: JourneyMap;
  /** The view that maps open in which say none themselves, where the folder's `journey.json` says so. */
  view?: ViewName;
  /** The lanes to draw, from top to bottom, where the folder's `journey.json` says so. */
  lanes?: readonly LaneName[];
  /** The language of the picture's own words, where the folder's `journey.json` says so; else they are English. */
  language?: NonNullable<Settings['language']>;
  /** The colour and the font of the folder's `journey.json`. */
  brand?: Brand;
  /** The stamp of the pictures that the map is drawn with; absent where it has none. */
  stamp?: string;
  /** These pictures, where who asks has others. An edit of the text sends none again. */
  pictures?: Pictures;
  /** All journeys of the file, in its order. */
  journeys: { id: string; title: string }[];
  /** Findings by the id of the element they stand on. Errors that stand on no element of this map are under ''. */
  marks: Record<string, Mark[]>;
  /** How many findings are errors: what the badge counts. */
  errors: number;
}

/** Pictures as `data:` addresses of images. */
export interface Pictures {
  /** Of personas, by their names. */
  photos: Readonly<Record<string, string>>;
  logo?: Logo;
}

/** Client → server: all that it takes to write a journey to a file. Waits until the files that the text names have been read. */
export const getJob = 'journey/export';
export interface JobParams {
  uri: string;
  /** Id of the journey to write; without it the only one of the file. */
  journey?: string;
  /** Wins over what the map and the folder's `journey.json` say. */
  view?: ViewName;
  /** Holds where the `journey.json` says none: what it says is said of files, and not of what is on a screen. */
  theme?: ThemeName;
}
export interface JobReply {
  /** Absent where the text has no such journey, or several and none was asked for. */
  job?: Job;
  /** All journeys of the file, in its order. */
  journeys: { id: string; title: string }[];
}

/** Client → server: where an element of a map stands in the text. Answers an LSP Location, or null. */
export const locate = 'journey/locate';
export interface LocateParams {
  uri: string;
  id: string;
}

/** Client → server: what stands at a position. */
export const at = 'journey/at';
export interface AtParams {
  uri: string;
  position: { line: number; character: number };
}
export interface AtReply {
  /** Ids. A position outside every journey has none. */
  journey?: string;
  step?: string;
  element?: string;
}

/**
 * Server → client: the `*.journey` and `journey.json` files below a folder, for a server that has no file system of its own (a web worker, a virtual
 * workspace). Folders named `node_modules` and those that begin with a dot are left out.
 */
export const listFiles = 'journey/files';
export interface ListFilesParams {
  /** URI of the folder. */
  folder: string;
  /** The files that maps may name instead, data and pictures; of a large tree not all. */
  beside?: boolean;
}
export interface ListFilesReply {
  uris: string[];
}

/** Server → client: the text of a `*.journey` file, a `journey.json` or a data file, or why there is none. Fails for any other file. */
export const readFile = 'journey/read';
export interface ReadFileParams {
  uri: string;
  /** A file of more bytes is not read. */
  most?: number;
}
export type ReadFileReply = Content;

/** Server → client: the bytes of a picture that a map names, or why there are none. Fails for what is no picture by its name. */
export const readPicture = 'journey/read-picture';
export interface ReadPictureParams {
  uri: string;
  /** A file of more bytes is not read. */
  most: number;
}
export type ReadPictureReply = { base64: string } | { why: NoText };
