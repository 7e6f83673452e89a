import type { Face } from '../draw/fonts.ts';
import type { Logo } from '../draw/index.ts';
import type { Message } from '../language/message.ts';
import { type LaneName, type Settings, type ThemeName, themeNames, type ViewName } from '../language/names/settings.ts';
import type { JourneyMap } from '../map/model.ts';

/** What maps are written as, by the ends of file names. */
export const formats = ['svg', 'png', 'pdf', 'html', 'pptx', 'md'] as const;
export type Format = (typeof formats)[number];

/** What a PDF is fitted to: paper that is printed on, or one page as long as the picture. */
export const papers = ['a4', 'a3', 'letter', 'long'] as const;
export type Paper = (typeof papers)[number];

/** What can be asked for: a theme; or light and dark in one file, of which the reader's machine picks one. */
export const askedThemes = [...themeNames, 'auto'] as const;
export type AskedTheme = (typeof askedThemes)[number];
/** Formats that can hold two themes. */
export const formatsOfTwoThemes: readonly Format[] = ['svg', 'html'];

/**
 * How large a PNG may be asked for; nobody asked, it is as fine as the screens of today, but no larger than graphics cards take, and with them most
 * programs: then its dots are as many as its pixels.
 */
export const scales = { least: 0.1, most: 8, usual: 2, ofLarge: 1, mostAlong: 16_384 } as const;

/** A map and how it is to be written: plain data, which travels to a worker as it is. */
export interface Job {
  map: JourneyMap;
  /** The map that it improves. */
  before?: JourneyMap;
  /** The view that was asked for. */
  view?: ViewName;
  /** The view of the `journey.json`. */
  usualView?: ViewName;
  theme: ThemeName;
  /** The reader's machine picks light or dark. `theme` is light then. */
  isAuto?: true;
  /** Nobody asked for a theme: where a page can follow its reader's, it does. */
  anyTheme?: true;
  /** The tongue of the picture's own words; English without it. */
  language?: NonNullable<Settings['language']>;
  /** Those to draw, in this order. */
  lanes?: readonly LaneName[];
  /** Colour and font of a house. */
  accent?: string;
  font?: string;
  logo?: Logo;
  /** For a PDF; A4 without it. */
  paper?: Paper;
  /** For a PNG: how many of its dots stand for a pixel of the picture at 100 %, along each side; without it as `scales` has it. */
  scale?: number;
  /** For an SVG or a PNG: nothing is drawn behind the picture. */
  transparent?: boolean;
  /** Of personas by their names, as `data:` addresses. */
  photos: Readonly<Record<string, string>>;
}

/** What rendering needs besides its job. It is handed in, because a command, a desktop and a browser find it in different places. */
export interface Resources {
  /** The font that the picture is measured with: a whole TrueType file of Latin, Greek and Cyrillic letters. */
  font(face: Face): Promise<Uint8Array>;
  /** A file that ships beside the program: a `.wasm`, the page of an HTML file. Fails where it is not there. */
  asset(name: string): Promise<Uint8Array>;
  /**
   * Fonts of the machine: those of a family first, where it is named, then those that have letters which ours lacks. Letters that no
   * font has are in none. A browser shows us no such fonts.
   */
  machineFonts?(letters: string, family?: string): Promise<MachineFont[]>;
  /** Draws pictures that are set in faces of our font as dots, as `resvg.wasm` does but sooner. Nothing where the machine has no such program. */
  rasterizer?(faces: readonly Face[]): Promise<Rasterizer | undefined>;
  /** Packs beside what else is done, on another core. Without it the platform's own stream does it, which waits for its turn. */
  deflate?(): Deflate;
  /** Packs a little at once, as zlib does. Without it the platform's own stream does it, which Node takes a while to get ready. */
  pack?(bytes: Uint8Array): Uint8Array;
}

/** Makes of an SVG a picture that can be drawn, part by part. */
export type Rasterizer = (svg: string) => Picture;

/** A picture of resvg's, and the parts of it that are drawn. */
export interface Picture {
  /** The box of what is in it; none of an empty one. */
  getBBox(): Box | undefined;
  /** Has the next part be what is in a box. */
  cropByBBox(box: Box): void;
  render(): { readonly pixels: Uint8Array; free?(): void };
  free?(): void;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  free?(): void;
}

/** Packs bytes as zlib does. */
export interface Deflate {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  end(): Promise<Uint8Array>;
}

/** A font that is installed where the program runs. */
export interface MachineFont {
  /** The name by which SVG and CSS find it. */
  family: string;
  /** From 1 to 1000; 400 is regular. */
  weight: number;
  isItalic: boolean;
  /** It draws by lines; else its letters are pictures made of pixels, as those of some emoji fonts. */
  hasOutlines: boolean;
  /** Which of the letters asked for it is there for; none for a family that was asked for by its name. */
  letters: string;
  /** A TrueType or OpenType file of this one font. */
  data: Uint8Array;
}

/** A rendered file. */
export interface Rendered {
  content: string | Uint8Array;
  /** What the reader should know of it: letters that no font at hand has, say. */
  warnings: Message[];
}
