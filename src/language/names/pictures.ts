import type { JourneyDocument } from '../document.ts';
import { childrenOf, textOf } from '../tree/node.ts';
import { type Context, declarationOf, journeysOf, personasOf } from './facts.ts';

/** A picture that a map or a `journey.json` names, as it was read. */
export interface Picture {
  /** All of it, as a `data:` address of a PNG, JPEG, WebP or SVG image. */
  href: string;
  /** As the file says it, in pixels or units of its own; nothing where it does not. */
  size?: { width: number; height: number };
  /** Tells it from other pictures, in a few letters. */
  stamp: string;
}

/** What is known of a file that is named as a picture: the picture, that there is no such file, or why it cannot be drawn. */
export type PictureFile = Picture | 'missing' | 'outside' | 'large' | 'unreadable';

/** A picture as a map names it. */
export interface NamedPicture {
  /** The map that names it. */
  uri: string;
  /** As written there, relative to the map's own folder. */
  path: string;
}

/** The pictures that a map names itself, as written. */
export function picturesIn(document: JourneyDocument): string[] {
  return document.roots
    .flatMap((root) => childrenOf(root, 'photo').map((node) => textOf(node, 'text') ?? ''))
    .filter((path) => path.trim());
}

/** The pictures that a map names itself, and those of the personas whose journeys it tells, wherever they are declared. */
export function picturesNamedIn(context: Context): NamedPicture[] {
  const { document } = context;
  const own = picturesIn(document).map((path) => ({ uri: document.uri, path }));
  const travelling = journeysOf(document)
    .flatMap(personasOf)
    .flatMap(({ text }) => photoNamed(text, context) ?? []);
  return [...own, ...travelling];
}

/** What a map is drawn with besides its text. */
export interface MapPictures {
  /** Of personas by their names, as `data:` addresses; none of those whose picture is not there or has not been read yet. */
  photos: Record<string, string>;
  logo?: Picture;
  /** Tells these pictures from others; empty where there is none. */
  stamp: string;
}

export function picturesOf(personas: readonly { name: string }[], context: Context): MapPictures {
  const found = personas.flatMap(({ name }) => {
    const named = photoNamed(name, context);
    const picture = named && context.folder.data.picture(named.uri, named.path);
    return typeof picture === 'object' ? [{ name, picture }] : [];
  });
  const logo = context.folder.data.logo();
  const all = [...found.map(({ name, picture }) => [name, picture.stamp]), ...(typeof logo === 'object' ? [[logo.stamp]] : [])];
  return {
    photos: Object.fromEntries(found.map(({ name, picture }) => [name, picture.href])),
    ...(typeof logo === 'object' ? { logo } : {}),
    stamp: all.length ? JSON.stringify(all) : '',
  };
}

function photoNamed(name: string, { folder }: Context): NamedPicture | undefined {
  const declaration = declarationOf(folder, 'persona', name);
  const photo = declaration && childrenOf(declaration.node, 'photo')[0];
  const path = photo && textOf(photo, 'text');
  return declaration && path?.trim() ? { uri: declaration.document.uri, path } : undefined;
}
