import type { JourneyDocument } from '../document.ts';
import { type Message, say, short } from '../message.ts';
import { nearest } from '../read/near.ts';
import { type Ignore, type Ignores, neverIgnored, removeComment } from './ignores.ts';
import type { FileEdit, Found, FoundFix, Rule } from './rule.ts';

/** Stands last in the list of rules: it asks what the comments have silenced of all the others. */
export const unusedIgnore: Rule = {
  code: 'unused-ignore',
  severity: 'warning',
  finds: 'a `journey-ignore` comment that silences nothing, or names no rule',
  why: 'A comment that silences nothing today will hide something tomorrow, when nobody remembers that it is there.',
  example: {
    wrong: '// journey-ignore missing-goal: nobody knows it yet\njourney "Order"\n  type current\n  goal "A laptop"\n',
    right: 'journey "Order"\n  type current\n  goal "A laptop"\n',
  },
  fix: 'Removes the comment, or of several codes the one that silences nothing; for a misspelt code, writes the nearest one.',
  *check({ document, ignores }) {
    for (const ignore of ignores?.all ?? []) yield* ofOne(ignore, document, ignores as Ignores);
  },
};

function* ofOne(ignore: Ignore, document: JourneyDocument, ignores: Ignores): Iterable<Found> {
  const { codes, covers } = ignore;
  const node = covers ?? document.nodes.at(-1);
  if (!node || covers?.kind === 'unreadable') return; // what the statement means is still to be seen
  const removal: FoundFix = { title: say('Remove this comment'), edits: [removeComment(ignore, document)], preferred: true };
  const about = { node, faded: true } as const;
  if (!codes.length) {
    const message = say('This comment names no rule. Write the code of a finding and the reason: `// journey-ignore CODE: …`.');
    yield { ...about, start: ignore.start, end: ignore.end, message, fixes: [removal] };
    return;
  }
  const idle = codes.flatMap((named) => {
    const message = whatIsWrong(named, ignores);
    const near = ignores.codes.has(named.code) ? undefined : nearest(named.code, ignores.codes);
    return message ? [{ named, message, near }] : [];
  });
  const useless = idle.length === codes.length && idle.every(({ near }) => near === undefined);
  for (const { named, message, near } of idle) {
    const { start, end, code } = named;
    const away =
      useless || codes.length === 1
        ? removal
        : { title: say('Remove `{0}`', short(code)), edits: [without(ignore, named)], preferred: true as const };
    const fixes: FoundFix[] = near
      ? [
          { title: say('Did you mean `{0}`?', near), edits: [{ start, end, text: near }], preferred: true },
          { title: away.title, edits: away.edits },
        ]
      : [away];
    yield { ...about, start, end, message, fixes };
  }
}

function whatIsWrong(named: Ignore['codes'][number], ignores: Ignores): Message | undefined {
  const { code } = named;
  if (!ignores.codes.has(code)) return say('No rule has the code `{0}`.', short(code));
  if (code === 'syntax') return say('What cannot be read stays a finding: `syntax` is never silenced.');
  if (neverIgnored.includes(code)) return say('A comment does not silence `{0}`; `journey.json` can switch it off.', code);
  return ignores.isUnused(named) ? say('`{0}` finds nothing here that could be silenced.', code) : undefined;
}

/** Takes one of several codes away, with a comma. */
function without({ codes }: Ignore, named: Ignore['codes'][number]): FileEdit {
  const index = codes.indexOf(named);
  const [before, after] = [codes[index - 1], codes[index + 1]];
  return { start: before?.end ?? named.start, end: before ? named.end : (after?.start ?? named.end), text: '' };
}
