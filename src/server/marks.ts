import { toText } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';
import type { Finding } from '../language/rules/rule.ts';
import { idOf } from '../language/tree/ids.ts';
import type { Node } from '../language/tree/node.ts';
import type { JourneyMap, Mark } from '../map/model.ts';

/**
 * Findings by the id of the element of the map that they stand on: that of their own statement, else of the nearest one that holds it and
 * is in the map. Those that concern nothing in this map are left out, but for errors, which are under ''.
 */
export function marksOf(map: JourneyMap, findings: readonly Finding[], { document, tongue }: Context): Record<string, Mark[]> {
  const ids = new Set<string>();
  collect(map, ids);
  const marks: Record<string, Mark[]> = Object.create(null) as Record<string, Mark[]>;
  for (const finding of findings) {
    const { code, severity, message } = finding;
    const mark: Mark = { code, severity, message: toText(message, tongue) };
    let node: Node | undefined = finding.node;
    while (node && !ids.has(idOf(document, node))) node = node.parent;
    if (node) push(marks, idOf(document, node), mark);
    else if (severity === 'error') push(marks, '', mark);
  }
  return marks;
}

function push(marks: Record<string, Mark[]>, id: string, mark: Mark): void {
  const list = marks[id];
  if (list) list.push(mark);
  else marks[id] = [mark];
}

function collect(value: unknown, ids: Set<string>): void {
  if (Array.isArray(value)) for (const element of value) collect(element, ids);
  else if (value && typeof value === 'object') {
    if ('id' in value && typeof value.id === 'string') ids.add(value.id);
    for (const field of Object.values(value)) if (typeof field === 'object') collect(field, ids);
  }
}
