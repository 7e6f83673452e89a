import { type Message, say, short } from '../message.ts';
import { fileMeant, mayBeAnother } from '../names/files-beside.ts';
import type { PictureFile } from '../names/pictures.ts';
import type { FoundFix } from '../rules/rule.ts';
import type { ProjectFile } from './finding.ts';

/**
 * A `journey.json` with what is found of the logo that it names.
 *
 * @param logo - Nothing while its file has not been read.
 * @param pictures - Those of the folder, as this file would write their paths.
 */
export function withLogo(file: ProjectFile, logo: PictureFile | undefined, pictures: readonly string[]): ProjectFile {
  const { logoAt, settings, findings } = file;
  if (!logoAt || typeof logo !== 'string') return file;
  const { start, end, away } = logoAt;
  const path = settings.logo ?? '';
  const reason = reasonOf(logo, short(path));
  const meant = mayBeAnother(logo) ? fileMeant(path, pictures) : undefined;
  const finding = {
    start,
    end,
    severity: 'warning' as const,
    message: meant === undefined ? reason : say('{0} Did you mean “{1}”?', reason, short(meant)),
    fixes: [...(meant === undefined ? [] : [fixOf(start, end, meant)]), away],
  };
  return { ...file, findings: [...findings, finding].sort((a, b) => a.start - b.start || a.end - b.end) };
}

function fixOf(start: number, end: number, meant: string): FoundFix {
  const text = JSON.stringify(meant);
  return { title: say('Did you mean {0}?', short(text)), edits: [{ start, end, text }], preferred: true, decides: true };
}

function reasonOf(why: Extract<PictureFile, string>, path: string): Message {
  if (why === 'missing') return say('There is no file “{0}” beside this `journey.json`. Put it there, or correct the path.', path);
  if (why === 'outside') return say('“{0}” lies outside the folder of this `journey.json`. Put the file into the folder.', path);
  if (why === 'large') return say('“{0}” is too large to be drawn. Save it with at most 1 MB, and at most 50 million pixels.', path);
  return say('“{0}” is no picture that can be drawn. Save it as PNG, JPEG, WebP or SVG.', path);
}
