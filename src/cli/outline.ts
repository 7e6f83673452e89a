import { journeysOf } from '../language/names/facts.ts';
import { buildMap } from '../map/build.ts';
import { openProject } from './project.ts';

/** Prints the maps of a file as a JSON array: one `JourneyMap` per journey. */
export async function outline(file: string): Promise<number> {
  const { files } = await openProject([file]);
  const maps = files.flatMap((entry) => journeysOf(entry.document).map((journey) => buildMap(journey, entry)));
  process.stdout.write(`${JSON.stringify(maps, null, 2)}\n`);
  return 0;
}
