import { type Message, say, short } from '../message.ts';
import type { Data } from '../names/data.ts';
import { columnNamed } from '../names/measured.ts';
import { nearest } from '../read/near.ts';
import type { Item } from '../read/statement.ts';
import { inFile, type Node, ofKind } from '../tree/node.ts';
import { appendTo, written } from './edits.ts';
import { meantFile } from './file-fixes.ts';
import type { Found, FoundFix, Rule } from './rule.ts';

export const unreadableData: Rule = {
  code: 'unreadable-data',
  severity: 'error',
  finds: 'a `metric … from "file.csv"` whose file is missing, cannot be read as a table, or has no such column',
  why: 'A measure that is said to come from a file is believed more than one that somebody typed. Without the file, or its column, there is nothing behind it.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    metric csat from "survey.csv"\n',
    right: 'journey "Order"\nstage Request\n  step form\n    metric csat 3.2/5\n',
  },
  fix: 'Takes one of the columns that the file has, or the file of the folder whose name is nearest. Where there is none, put the file beside the map, or correct its path.',
  needsData: true,
  reach: 'stage',
  *check(context) {
    const { document, folder } = context;
    for (const node of ofKind(document.nodes, 'metric')) {
      const { file, column, label } = node.statement.items;
      if (!file?.text.trim() || node.misplaced) continue;
      const data = folder.data.find(document.uri, file.text);
      if (data === undefined) continue;
      const path = short(file.text);
      if (typeof data === 'string') {
        const said = meantFile({ node, item: file, message: reasonOf(data, path), why: data, kind: 'data' }, context);
        yield found(node, file, said.message, said.fixes);
      } else {
        const wanted = column ?? label;
        if (!wanted?.text.trim() || columnNamed(data, wanted.text) >= 0) continue;
        yield found(
          node,
          wanted,
          say('“{0}” has no column “{1}”. It has: {2}.', path, short(wanted.text, 40), listed(data.columns)),
          fixesFor(node, wanted.text, data.columns),
        );
      }
    }
  },
};

function reasonOf(why: Extract<Data, string>, path: string): Message {
  if (why === 'missing') return say('There is no file “{0}” beside this map. Put it there, or correct the path.', path);
  if (why === 'outside') return say('“{0}” lies outside the folder of this map. Put the file into the folder.', path);
  return say('“{0}” cannot be read as a table. Save it as CSV, with the names of its columns in the first line.', path);
}

function found(node: Node, item: Item, message: Message, fixes: readonly FoundFix[] = []): Found {
  return { node, ...inFile(node, item), message, fixes };
}

/** The first columns, as many as a sentence bears. */
function listed(columns: readonly string[]): string {
  const some = columns.slice(0, 5).map((name) => short(name, 30));
  return [...some, ...(columns.length > some.length ? ['…'] : [])].join(', ');
}

function fixesFor(node: Node, wanted: string, columns: readonly string[]): FoundFix[] {
  const named = columns.filter((name) => name.trim());
  const near = nearest(wanted, named);
  const offered = near === undefined ? named.slice(0, 5) : [near];
  const { column } = node.statement.items;
  return offered.map((name) => ({
    title: near === undefined ? say('Take the column {0}', short(written(name))) : say('Did you mean {0}?', short(written(name))),
    edits: [column ? { ...inFile(node, column), text: written(name) } : appendTo(node, `column ${written(name)}`)],
    ...(near === undefined ? {} : { preferred: true as const, decides: true as const }),
  }));
}
