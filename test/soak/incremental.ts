import { TextDocument } from 'vscode-languageserver-textdocument';
import { type JourneyDocument, readDocument } from '../../src/language/document.ts';
import { foldingRanges } from '../../src/language/features/folding.ts';
import { semanticTokens } from '../../src/language/features/semantic-tokens.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check } from '../../src/language/rules/index.ts';
import { Kept } from '../../src/language/rules/kept.ts';
import { buildMap } from '../../src/map/build.ts';
import { applyChanges } from '../../src/server/edits.ts';
import { meaning, today } from '../language/any-text.ts';
import { samples } from './samples.ts';
import { Chance, type Soak } from './soak.ts';

const edits = 200;
const uri = 'file:///maps/map.journey';
const otherUri = 'file:///maps/people.journey';
/** Declares some of what the samples name, so that the folder has a part in what is found. */
const other =
  'persona Vera\nteam "Service desk"\nteam T external\nchannel Portal web\nsystem CMDB\njourney "Order a new laptop"\nstage S\nstep s\n';

// biome-ignore format: lists
const typed: readonly string[] = [
  '"', '""', '"""', '/*', '*/', '//', '///', '\n', '\n', '\r\n', '\r', '\ufeff', ',', ':', ' ', '\t', 'a', 'step', 'feels', ' owner T', '-', '->', '“', '”', "'",
  '😀', '\ud83d', '\ude00', 'e\u0301', '\u200d', '\u202e', '\u2028', '\0', '\\',
  'step new\n', 'stage New\n', '\njourney "Second"\n', '\nteam T\n', 'touchpoint X\n', 'does "x"\n', '/// doc\n', '// comment\n', '\n\n', '- step bulleted\n',
  '\n"""\ntext of\n lines\n"""\n', '\n// journey-ignore missing-emotion: why\n', '/* of\n two lines */', 'persona P "Pia"\n  role "x"\n', ' by T due 2026-12-15\n',
];

/** An edit of a text by offsets. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text as an editor has it. Its line breaks are those of the protocol; positions are found without the server's own code. */
class Editor {
  text: string;
  private readonly undone: Edit[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Makes an edit, and tells it as the protocol does. */
  edit({ start, end, text }: Edit): { range: { start: Position; end: Position }; text: string } {
    const range = { start: this.position(start), end: this.position(end) };
    this.undone.push({ start, end: start + text.length, text: this.text.slice(start, end) });
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    return { range, text };
  }

  /** Takes the last edit back. An edit that would now part a `\r\n` is left out: the protocol has no position for it. */
  undo(): ReturnType<Editor['edit']> | undefined {
    const last = this.undone.pop();
    if (!last || this.parts(last.start) || this.parts(last.end)) return undefined;
    const told = this.edit(last);
    this.undone.pop();
    return told;
  }

  parts(offset: number): boolean {
    return this.text[offset - 1] === '\r' && this.text[offset] === '\n';
  }

  private position(offset: number): Position {
    const before = this.text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length - 1, character: (before.at(-1) as string).length };
  }
}

interface Position {
  line: number;
  character: number;
}

/** A pasted megabyte: statements, one long line or a long text that is never closed. */
function megabyte(chance: Chance): string {
  const { text } = chance.of(samples);
  const many = chance.of([text, 'Dear colleagues, this was pasted here by mistake.\n', 'x', '"a" ', 'step s\n', '/* ', '"""\n']);
  return many.repeat(Math.ceil(1_000_000 / many.length));
}

function randomEdit(editor: Editor, chance: Chance): Edit {
  const { text } = editor;
  const at = (): number => {
    const offset = chance.below(text.length + 1);
    return editor.parts(offset) ? offset + 1 : offset;
  };
  const start = at();
  const behind = start + chance.of([0, 0, 0, 1, 1, chance.below(6), chance.below(40), chance.below(300)]);
  const end = Math.min(text.length, editor.parts(behind) ? behind + 1 : behind);
  const how = chance.below(100);
  // A line is moved, a stretch is written twice, line breaks become others, something is typed.
  if (how < 6) return { start, end, text: text.slice(start, end).repeat(2) };
  if (how < 12) return { start, end: start, text: text.slice(...([at(), at()].sort((a, b) => a - b) as [number, number])).slice(0, 400) };
  if (how < 16) return { start: 0, end: text.length, text: text.replace(/\r\n|\r|\n/g, chance.of(['\n', '\r\n', '\r'])) };
  if (how < 18) return text.startsWith('\ufeff') ? { start: 0, end: 1, text: '' } : { start: 0, end: 0, text: '\ufeff' };
  return { start, end, text: chance.percent(15) ? '' : chance.of(typed) };
}

/**
 * What the server makes of a text, all of it.
 *
 * @param kept - What was found in the version before.
 */
function madeOf(document: JourneyDocument, folder: Folder, kept?: Kept): string {
  const context = { document, folder };
  const maps = journeysOf(document).map((journey) => buildMap(journey, context));
  return JSON.stringify({
    meaning: meaning({ document, folder, findings: check({ ...context, today }, true, kept), maps }),
    symbols: documentSymbols(document),
    tokens: semanticTokens(context),
    folding: foldingRanges(document),
  });
}

function folderWith(...documents: JourneyDocument[]): Folder {
  const folder = new Folder();
  for (const document of documents) folder.set(document);
  return folder;
}

const soak: Soak = {
  name: `what is read on from the version before is what is read afresh, ${edits} edits a run`,
  full: 1000,
  small: 12,
  async run(seed) {
    const chance = new Chance(seed);
    const sample = chance.of(samples).text;
    // Some begin in the middle, or are longer than their file: most are as long as a map of one stage or two.
    const from = chance.below(sample.length);
    const editor = new Editor(chance.percent(25) ? sample : sample.slice(from, from + 1000 + chance.below(3000)));
    const text = TextDocument.create(uri, 'journey', 1, editor.text);
    const people = readDocument(otherUri, 1, other);
    const folder = folderWith(people);
    let document = readDocument(uri, 1, editor.text);
    folder.set(document);
    const kept = new Kept();
    const pasteAt = seed % 10 === 0 ? chance.below(edits) : -1;
    const said: string[] = [];
    for (let count = 0; count < edits; ) {
      // An editor tells several edits at once, and the server reads a burst of them once.
      const changes: ReturnType<Editor['edit']>[] = [];
      for (let burst = chance.of([1, 1, 1, 2, 5]); burst > 0; burst--, count++) {
        if (count === pasteAt) {
          const start = editor.parts(editor.text.length >> 1) ? 0 : editor.text.length >> 1;
          changes.push(editor.edit({ start, end: start, text: megabyte(chance) }));
          break;
        }
        const undone = editor.text.length > 100_000 || chance.percent(15) ? editor.undo() : undefined;
        changes.push(undone ?? editor.edit(randomEdit(editor, chance)));
      }
      if (count === pasteAt) count++;
      applyChanges(text, changes, count + 1);
      said.push(JSON.stringify(changes).slice(0, 300));
      if (text.getText() !== editor.text) throw new Error(`The text is another after edit ${count}: ${said.slice(-1)}`);
      document = readDocument(uri, count + 1, text.getText(), document);
      folder.set(document);
      const fresh = readDocument(uri, count + 1, editor.text);
      const [now, wanted] = [madeOf(document, folder, kept), madeOf(fresh, folderWith(people, fresh))];
      if (now !== wanted) {
        const at = [...now].findIndex((letter, index) => letter !== wanted[index]);
        const near = (all: string): string => all.slice(Math.max(0, at - 200), at + 200);
        throw new Error(`After edit ${count}, ${said.slice(-3).join(' then ')}\nread on: ${near(now)}\nafresh:  ${near(wanted)}`);
      }
    }
    return undefined;
  },
};

export default soak;
