import { type DataFiles, noData } from '../../src/language/names/data.ts';

/**
 * The tables of a folder of texts, by their addresses: simple ones, without quotes. What is not among them is missing, an empty one cannot be read,
 * and a path that climbs out of the maps' folder leads outside. What ends in .svg is a picture.
 */
export function dataOf(texts: Readonly<Record<string, string>>): DataFiles {
  return {
    ...noData,
    find(uri, path) {
      if (path.startsWith('../')) return 'outside';
      const text = texts[new URL(path, uri).href];
      if (text === undefined) return 'missing';
      if (!text.trim()) return 'unreadable';
      const [columns = [], ...rows] = text
        .trim()
        .split('\n')
        .map((line) => line.split(','));
      return { columns, rows };
    },
    picture(uri, path) {
      if (path.startsWith('../')) return 'outside';
      const text = texts[new URL(path, uri).href];
      if (text === undefined) return 'missing';
      return path.endsWith('.svg') ? { href: `data:image/svg+xml,${encodeURIComponent(text)}`, stamp: path } : 'unreadable';
    },
  };
}
