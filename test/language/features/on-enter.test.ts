import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/language/document.ts';
import { onEnter } from '../../../src/language/features/on-enter.ts';
import { applied } from '../../../src/language/format/index.ts';
import { withCursor } from '../cursor.ts';

/** The text once Enter was pressed and the editor put the cursor, `|`, where it does by itself. */
function entered(marked: string): string {
  const { text, offset } = withCursor(marked);
  const document = readDocument('file:///m.journey', 1, text);
  return applied(text, onEnter(document, document.lines.positionAt(offset).line));
}

const map = 'journey J\nstage A\n  goal "x"\n\n  step a\n    does "x"\n';

describe('Enter', () => {
  test.each([
    ['moves a step out of the one above', `${map}    step b\n      |`, `${map}  step b\n    `],
    ['moves a stage to the edge', `${map}    stage B\n      |`, `${map}stage B\n  `],
    ['moves a journey to the edge', `${map}    journey K\n      |`, `${map}journey K\n  `],
    ['moves a declaration to the edge', `${map}    team T\n    |`, `${map}team T\n`],
    ['moves a step in', `${map}step b "Two"\n  |`, `${map}  step b "Two"\n    `],
    [
      'takes the comments above along',
      `${map}    /// Two.\n    // One.\n    step b\n      |`,
      `${map}  /// Two.\n  // One.\n  step b\n    `,
    ],
    ['leaves what stands where it belongs', `${map}  step b\n    |`, `${map}  step b\n    `],
    ['puts the first step of all one level in', 'journey J\nstage A\n    step a\n      |', 'journey J\nstage A\n  step a\n    '],
    [
      'follows whoever indents by four',
      'journey J\nstage A\n    step a\n        does "x"\n        step b\n            |',
      'journey J\nstage A\n    step a\n        does "x"\n    step b\n        ',
    ],
    [
      'follows whoever indents by tabs',
      'journey J\nstage A\n\tstep a\n\t\tdoes "x"\n\t\tstep b\n\t\t\t|',
      'journey J\nstage A\n\tstep a\n\t\tdoes "x"\n\tstep b\n\t\t',
    ],
    ['keeps the ends of lines', `${map}    step b\n      |`.replaceAll('\n', '\r\n'), `${map}  step b\n    `.replaceAll('\n', '\r\n')],
  ])('%s', (_, text, expected) => {
    expect(entered(text)).toBe(expected);
  });

  test.each([
    ['below a statement of a step, however it is indented', `${map}  does "y"\n  |`],
    ['below a stage’s statement that stands further in', `journey J\nstage A\n    goal "x"\n    |`],
    ['below a touchpoint', `${map}      touchpoint T\n      |`],
    ['where the line is cut in two', `${map}    step b\n    |"Two"`],
    ['in a long text', `${map}    does """\n  step b\n  |\n    """`],
    ['below a comment', `${map}      // step b\n      |`],
    ['below an empty line', `${map}    step b\n\n      |`],
    ['below a list that goes on', 'journey J\nstage A\nstep a\n      touchpoint T,\n   |'],
    ['where no stage holds the step', 'journey J\n      step a\n        |'],
    ['on the first line', '|'],
    ['below a step that stands behind something', `${map}    does "y" step b\n      |`],
  ])('changes nothing %s', (_, text) => {
    expect(entered(text)).toBe(withCursor(text).text);
  });
});
