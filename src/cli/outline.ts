import { journeysOf } from '../language/names/facts.ts';
import { buildMap } from '../map/build.ts';
import { openFile } from './project.ts';

/** Prints the maps of a file, or with `-` of the standard input, as a JSON array: one `JourneyMap` per journey. */
export async function outline(file: string, { stdinFilename }: { stdinFilename?: string }): Promise<number> {
  const { files } = await openFile(file, stdinFilename);
  const maps = files.flatMap((entry) => journeysOf(entry.document).map((journey) => buildMap(journey, entry)));
  process.stdout.write(`${JSON.stringify(maps, null, 2)}\n`);
  return 0;
}
