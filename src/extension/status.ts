import { type Message, say } from '../language/message.ts';
import type { Figures } from '../map/model.ts';
import type { MapReply } from '../server/protocol.ts';

/** How many findings a document has, by what they are. Hints are none of them: no list shows those. */
export interface Counts {
  errors: number;
  warnings: number;
  remarks: number;
}

/** What the status bar keeps of a reply. */
export interface Summary {
  /** Absent where there is no map. */
  title?: string;
  figures?: Figures;
  why?: MapReply['why'];
  /** How many journeys the document has. */
  journeys: number;
}

/** A reply without its map, which may be large. */
export function summaryOf({ map, why, journeys }: MapReply): Summary {
  return {
    ...(map === undefined ? {} : { title: map.title, figures: map.figures }),
    ...(why === undefined ? {} : { why }),
    journeys: journeys.length,
  };
}

/** What the status bar says of a document. */
export interface Status {
  /** In a word or two each: `Mood −0.3`, `12 of 18 ours`, `3 findings`. */
  parts: Message[];
  /** The same and more, in a sentence each. */
  sentences: Message[];
}

/**
 * What the status bar says.
 *
 * @param signed writes a mood with its sign
 */
export function statusOf({ figures, why, journeys }: Summary, counts: Counts, signed: (mood: number) => string): Status {
  const [feeling, sentence] = mood(figures, signed);
  return {
    parts: [...feeling, ...contacts(figures), ...reason(why), findings(counts)],
    sentences: [...sentence, ...allContacts(figures), ...wholeReason(why), ...several(journeys), kinds(counts)],
  };
}

/** How many findings there are in all. */
export function found({ errors, warnings, remarks }: Counts): number {
  return errors + warnings + remarks;
}

function mood(figures: Figures | undefined, signed: (mood: number) => string): [part: Message[], sentence: Message[]] {
  if (figures === undefined) return [[], []];
  if (figures.mood === undefined) return [[], [say('Nobody feels anything yet: write `feels` in a step.')]];
  const mean = signed(figures.mood);
  return [[say('Mood {0}', mean)], [say('Mood {0}: the mean of all feelings, from −2 to +2.', mean)]];
}

function contacts(figures: Figures | undefined): Message[] {
  return figures?.touchpoints ? [say('{0} of {1} ours', figures.ours, figures.touchpoints)] : [];
}

function allContacts(figures: Figures | undefined): Message[] {
  if (figures === undefined) return [];
  const { touchpoints, ours, heard } = figures;
  if (touchpoints === 0) return [say('No touchpoint yet: write `touchpoint` in a step.')];
  return [
    say('Touchpoints that a team of ours answers for: {0} of {1}.', ours, touchpoints),
    say('Touchpoints with a listening post: {0} of {1}.', heard, touchpoints),
  ];
}

function reason(why: Summary['why']): Message[] {
  if (why === undefined) return [];
  return [{ empty: say('Empty map'), declares: say('Names only'), unreadable: say('Cannot be read') }[why]];
}

function wholeReason(why: Summary['why']): Message[] {
  if (why === undefined) return [];
  const reasons = {
    empty: say('Nothing is written yet. Begin with `journey` and a name.'),
    declares: say('This file declares what other maps name, and has no journey of its own.'),
    unreadable: say('Nothing in this file can be read as a map.'),
  };
  return [reasons[why]];
}

function several(journeys: number): Message[] {
  return journeys < 2
    ? []
    : [say('This file has {0} journeys. The figures are those of one: the one drawn, else the one at the cursor.', journeys)];
}

function findings(counts: Counts): Message {
  const count = found(counts);
  if (count === 0) return say('no findings');
  return count === 1 ? say('1 finding') : say('{0} findings', count);
}

function kinds({ errors, warnings, remarks }: Counts): Message {
  const all = [
    ...(errors === 0 ? [] : [errors === 1 ? say('1 error') : say('{0} errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? say('1 warning') : say('{0} warnings', warnings)]),
    ...(remarks === 0 ? [] : [remarks === 1 ? say('1 remark') : say('{0} remarks', remarks)]),
  ];
  const [first, second, third] = all;
  if (first === undefined) return say('Nothing was found that the map lacks.');
  if (second === undefined) return say('Found: {0}.', first);
  return third === undefined ? say('Found: {0}, {1}.', first, second) : say('Found: {0}, {1}, {2}.', first, second, third);
}
