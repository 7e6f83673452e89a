import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Face, faces } from '../../draw/fonts.ts';
import { aloneOf } from '../fonts/alone.ts';
import { type Coverage, coverageOf } from '../fonts/coverage.ts';
import { type FoundFace, facesIn, type Read } from '../fonts/face.ts';
import { nearestOf } from '../fonts/nearest.ts';
import { codeOf, groupsOf, type LetterGroup, type Script } from '../fonts/scripts.ts';
import type { MachineFont } from '../job.ts';
import { type FontFile, fontFilesIn, fontFolders, keyOf } from './font-folders.ts';
import { familiesFor } from './generic-families.ts';

/** A font in a file of the machine. */
interface Found extends FoundFace {
  file: FontFile;
  has: Coverage;
}

/**
 * Looks for fonts of the machine. Nothing is remembered from one time to the next.
 *
 * @param letters - To look for fonts that have them.
 * @param family - To look for in the weights that the picture is set in, besides. What it has is not looked for elsewhere.
 * @returns First those of the family, then those that have the letters; of each family the faces that come nearest to the picture's.
 *   Letters that no font has are in none.
 */
export function machineFonts(letters: Iterable<string>, family?: string, folders: readonly string[] = fontFolders()): MachineFont[] {
  const shelf = new Shelf(fontFilesIn(folders));
  const own = family === undefined ? [] : shelf.family(family);
  const regular = own.length > 0 ? nearestOf(own, faces.regular) : undefined;
  const lacking = [...letters].filter((letter) => !regular?.has(codeOf(letter)));
  const picked = own.map((face) => ({ face, letters: '' }));
  for (const group of groupsOf(lacking)) {
    for (const { face, letters: held } of shelf.covering(group)) {
      for (const sibling of facesWith(shelf, face, held)) add(picked, sibling, held);
    }
  }
  return picked.map(({ face, letters: held }) => shelf.taken(face, held));
}

function add(picked: { face: Found; letters: string }[], face: Found, letters: string): void {
  const there = picked.find((other) => other.face === face);
  if (there) there.letters += letters;
  else picked.push({ face, letters });
}

/** A font, with those of its family that a picture sets bolder text in, where they have the letters too. */
function facesWith(shelf: Shelf, face: Found, letters: string): Found[] {
  const family = shelf.near(face.file, 6).filter((other) => other.family === face.family && hasAll(other, letters));
  const semibold = nearestOf([face, ...family], faces.semibold);
  return semibold === undefined || semibold === face ? [face] : [face, semibold];
}

function hasAll(face: Found, letters: string): boolean {
  return [...letters].every((letter) => face.has(codeOf(letter)));
}

/** Fonts that stand in for others, or that have no letters. */
const unusable = /^(?:lastresort|adobeblank|adobenotdef|unifont|fallback|nisc18030|keyboard|wingdings|webdings|marlett)/;
/** Names of files that hold no upright font of a usual weight and width. */
const unusual = /bold|black|heavy|italic|oblique|light|thin|condensed|narrow|semicond|extracond|mono|serif/;

/** The font files of a machine. Each is read at most once, and only where somebody asks for it. */
class Shelf {
  readonly #files: FontFile[];
  readonly #read = new Map<FontFile, Found[]>();

  constructor(files: FontFile[]) {
    this.#files = files.filter(({ key }) => !unusable.test(key));
  }

  /** The faces of a family that come nearest to those of the picture; none where there is no such family. */
  family(name: string): Found[] {
    for (const family of familiesFor(name)) {
      const found = this.#family(family);
      if (found.length > 0) return found;
    }
    return [];
  }

  #family(name: string): Found[] {
    const [wanted, beginning] = [keyOf(name), keyOf(name).slice(0, 3)];
    const named = (files: FontFile[]) =>
      files
        .flatMap((file) => this.#facesOf(file))
        .filter((face) => face.hasOutlines && face.families.some((each) => keyOf(each) === wanted));
    // A file is called as its font most times: that saves opening all.
    const likely = named(this.#files.filter(({ key }) => key.startsWith(beginning)));
    const found = likely.length > 0 ? likely : named(this.#files.filter(({ key }) => !key.startsWith(beginning)));
    const nearest = (Object.keys(faces) as Face[]).flatMap((face) => nearestOf(found, faces[face]) ?? []);
    return [...new Set(nearest)];
  }

  /** Fonts that together have the letters of a group, as far as there are any, each with those that it is there for. */
  covering({ script, letters }: LetterGroup): { face: Found; letters: string }[] {
    const picked: { face: Found; letters: string }[] = [];
    let left = letters;
    while (left.length > 0) {
      const face = this.#best(script, left);
      if (!face) break;
      picked.push({ face, letters: left.filter((letter) => face.has(codeOf(letter))).join('') });
      left = left.filter((letter) => !face.has(codeOf(letter)));
    }
    return picked;
  }

  /** The fonts of files beside a file whose names begin alike. */
  near({ path, key }: FontFile, letters: number): Found[] {
    const [folder, beginning] = [dirname(path), key.slice(0, letters)];
    return this.#files
      .filter((file) => file.key.startsWith(beginning) && dirname(file.path) === folder)
      .flatMap((file) => this.#facesOf(file));
  }

  /** A font with its data. */
  taken({ file, family, weight, isItalic, hasOutlines, at, tables }: Found, letters: string): MachineFont {
    const data = aloneOf(readFileSync(file.path), { at, tables });
    return { family, weight, isItalic, hasOutlines, letters, data };
  }

  /** The first of the preferred fonts that has all letters, else the one of all that has most. */
  #best(script: Script, letters: string[]): Found | undefined {
    const count = (face: Found) => letters.filter((letter) => face.has(codeOf(letter))).length;
    const tried = new Set<FontFile>();
    for (const beginning of script.files) {
      for (const file of this.#files) {
        if (!file.key.startsWith(beginning) || unusual.test(file.key.slice(beginning.length)) || tried.has(file)) continue;
        tried.add(file);
        const face = this.#usable(file, script);
        if (face && count(face) === letters.length) return face;
      }
    }
    const ranked = this.#files
      .flatMap((file) => this.#usable(file, script) ?? [])
      .map((face) => ({ face, has: count(face), rank: rankOf(face, script) }))
      .filter(({ has }) => has > 0);
    return ranked.sort((a, b) => b.has - a.has || b.rank - a.rank)[0]?.face;
  }

  /** The font of a file that text of a script is best set in. */
  #usable(file: FontFile, script: Script): Found | undefined {
    const able = this.#facesOf(file).filter(({ hasOutlines, hasPictures }) => hasOutlines || hasPictures);
    return able.sort((a, b) => rankOf(b, script) - rankOf(a, script))[0];
  }

  #facesOf(file: FontFile): Found[] {
    const known = this.#read.get(file);
    if (known) return known;
    const found = readFaces(file);
    this.#read.set(file, found);
    return found;
  }
}

/** How well a font suits, among those that have the same letters. */
function rankOf(face: Found, script: Script): number {
  const kinds = { sans: 40, unknown: 30, other: 15, serif: 10, mono: 0 };
  const region = script.region?.test(face.family) ? 200 : 0;
  const named = script.files.findIndex((beginning) => face.file.key.startsWith(beginning));
  const preferred = named < 0 ? 0 : 100 - named;
  const slanted = face.isItalic ? 80 : 0;
  return (
    (face.hasOutlines ? 1000 : 0) +
    region +
    preferred +
    kinds[face.kind] -
    slanted -
    Math.abs(face.weight - 400) / 5 -
    Math.abs(face.width - 5) * 20
  );
}

/** The fonts of a file; none where it is broken or may not be read. */
function readFaces(file: FontFile): Found[] {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file.path, 'r');
    const read = fromFile(descriptor);
    return facesIn(read).map((face) => ({ ...face, file, has: lazily(() => coverageIn(file.path, face)) }));
  } catch {
    return [];
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function lazily(make: () => Coverage): Coverage {
  let made: Coverage | undefined;
  return (code) => {
    made ??= make();
    return made(code);
  };
}

function coverageIn(path: string, face: FoundFace): Coverage {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    return coverageOf(fromFile(descriptor), face);
  } catch {
    return () => false;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function fromFile(descriptor: number): Read {
  return (offset, length) => {
    const bytes = Buffer.alloc(length);
    const size = readSync(descriptor, bytes, 0, length, offset);
    return new DataView(bytes.buffer, bytes.byteOffset, size);
  };
}
