import type { Context } from '../language/names/facts.ts';
import { improvedBy } from '../language/names/references.ts';
import type { Node } from '../language/tree/node.ts';
import { buildMap } from './build.ts';
import type { JourneyMap } from './model.ts';

/** The map that a journey says it improves, of whichever file of the folder; nothing where it says none, or none has that name. */
export function improvedMap(journey: Node, context: Context): JourneyMap | undefined {
  const [improved] = improvedBy(journey, context);
  return improved && improved.node !== journey ? buildMap(improved.node, { ...context, document: improved.document }) : undefined;
}
