import { type Message, say, short } from '../message.ts';
import type { PictureFile } from '../names/pictures.ts';
import { inFile, ofKind } from '../tree/node.ts';
import { remove } from './edits.ts';
import { meantFile } from './file-fixes.ts';
import type { Rule } from './rule.ts';

export const unreadablePhoto: Rule = {
  code: 'unreadable-photo',
  severity: 'warning',
  finds: 'a `photo` whose file is missing, lies outside the folder, is too large, or is no picture that can be drawn',
  why: 'A face makes a persona somebody whom one remembers. Without its picture the map shows initials, and whoever draws it elsewhere wonders where the face went.',
  example: {
    wrong: 'persona Vera\n  role "Accountant"\n  photo "vera.gif"\n\njourney "Order" for Vera\n',
    right: 'persona Vera\n  role "Accountant"\n\njourney "Order" for Vera\n',
  },
  fix: 'Takes the picture of the folder whose name is nearest, or takes the statement away, so that initials are drawn. To keep the picture, put it beside the map as PNG, JPEG, WebP or SVG of at most 1 MB, or correct its path.',
  needsData: true,
  reach: 'stage',
  *check(context) {
    const { document, folder } = context;
    for (const node of ofKind(document.nodes, 'photo')) {
      const { text } = node.statement.items;
      if (!text?.text.trim() || node.misplaced) continue;
      const picture = folder.data.picture(document.uri, text.text);
      if (typeof picture !== 'string') continue;
      const away = { title: say('Remove this photo'), edits: [remove(document, node)], decides: true as const };
      const message = reasonOf(picture, short(text.text));
      const said = meantFile({ node, item: text, message, why: picture, kind: 'picture' }, context);
      yield { node, ...inFile(node, text), message: said.message, fixes: [...said.fixes, away] };
    }
  },
};

function reasonOf(why: Extract<PictureFile, string>, path: string): Message {
  if (why === 'missing') return say('There is no file “{0}” beside this map. Put it there, or correct the path.', path);
  if (why === 'outside') return say('“{0}” lies outside the folder of this map. Put the file into the folder.', path);
  if (why === 'large') return say('“{0}” is too large to be drawn. Save it with at most 1 MB, and at most 50 million pixels.', path);
  return say('“{0}” is no picture that can be drawn. Save it as PNG, JPEG, WebP or SVG.', path);
}
