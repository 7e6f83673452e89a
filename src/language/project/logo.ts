import { type Message, say, short } from '../message.ts';
import type { PictureFile } from '../names/pictures.ts';
import type { ProjectFile } from './finding.ts';

/**
 * A `journey.json` with what is found of the logo that it names.
 *
 * @param logo - Nothing while its file has not been read.
 */
export function withLogo(file: ProjectFile, logo: PictureFile | undefined): ProjectFile {
  const { logoAt, settings, findings } = file;
  if (!logoAt || typeof logo !== 'string') return file;
  const { start, end, away } = logoAt;
  const finding = { start, end, severity: 'warning' as const, message: reasonOf(logo, short(settings.logo ?? '')), fixes: [away] };
  return { ...file, findings: [...findings, finding].sort((a, b) => a.start - b.start || a.end - b.end) };
}

function reasonOf(why: Extract<PictureFile, string>, path: string): Message {
  if (why === 'missing') return say('There is no file “{0}” beside this `journey.json`. Put it there, or correct the path.', path);
  if (why === 'outside') return say('“{0}” lies outside the folder of this `journey.json`. Put the file into the folder.', path);
  if (why === 'large') return say('“{0}” is too large to be drawn. Save it with at most 1 MB, and at most 50 million pixels.', path);
  return say('“{0}” is no picture that can be drawn. Save it as PNG, JPEG, WebP or SVG.', path);
}
