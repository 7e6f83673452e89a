import type { Tongue } from '../language/message.ts';
import { formatsIn } from './formats.ts';

/** What the page says in a panel and in a file alike; `{0}` and the like are filled in by the page. */
function pageTexts(tongue: Tongue) {
  return {
    view: tongue('View'),
    views: {
      map: tongue('Map'),
      macro: tongue('Key moments'),
      blueprint: tongue('Blueprint'),
      compare: tongue('Comparison'),
      persona: tongue('Personas'),
    },
    zoom: tongue('Zoom'),
    zoomOut: tongue('Zoom out'),
    zoomIn: tongue('Zoom in'),
    zoomIs: tongue('Zoom is {0}. Show at 100 %'),
    fitWidth: tongue('Fit the width'),
    fitAll: tongue('Fit all'),
    table: tongue('Table'),
    asTable: tongue('Show as a table what the picture shows'),
  };
}

/**
 * All that the page of a panel says besides the picture, in a tongue. The extension knows the tongue and hands these over with the page.
 */
export function textsIn(tongue: Tongue) {
  return {
    ...pageTexts(tongue),
    waiting: tongue('Drawing the journey …'),
    empty: {
      title: tongue('Write a journey, and see it here'),
      body: tongue(
        'Type the word `journey` and a name in quotes; then a `stage`, and in it a `step`. Ctrl+Space shows what may come next. Or begin with this:',
      ),
      example: exampleIn(tongue),
    },
    declares: {
      title: tongue('Now add a journey'),
      body: tongue(
        'This file names personas, teams or channels, and every map of the folder knows them. To draw a map here, type the word `journey` and a name in quotes:',
      ),
      example: journeyIn(tongue),
    },
    unreadable: {
      title: tongue('This text cannot be read yet'),
      body: tongue('Nothing in it reads as a statement of a journey. The list of problems says what was found.'),
    },
    example: tongue('Example'),
    copy: tongue('Copy the example'),
    copied: tongue('Copied'),
    toolbar: tongue('Preview'),
    journey: tongue('Journey'),
    journeys: tongue('Journeys of this file'),
    errors: several(tongue('1 error'), tongue('{0} errors')),
    warnings: several(tongue('1 warning'), tongue('{0} warnings')),
    remarks: several(tongue('1 remark'), tongue('{0} remarks')),
    cannotBeRead: tongue('cannot be read'),
    asItWas: tongue('The text cannot be read as it stands. The picture shows it as it was.'),
    whatErrorsAre: tongue('Statements of this file that cannot be read, or that say something impossible. Go to the next'),
    whatRestIs: tongue('What was found on this journey besides errors. Go to the next'),
    keys: tongue('Arrow keys go from element to element, Enter shows the text. The button “Table” says the same in words.'),
    export: tongue('Export'),
    exportAs: tongue('Write what is shown to a file'),
    formats: formatsIn(tongue),
    tableKeys: tongue('Arrow keys go from line to line, Enter shows the text.'),
  };
}

/** All that the page of a file says besides the picture. It is made when the program is built, in each tongue that a map may be told in. */
export function fileTextsIn(tongue: Tongue) {
  return {
    ...pageTexts(tongue),
    toolbar: tongue('Tools'),
    dark: tongue('Dark colours'),
    close: tongue('Close'),
    keys: tongue(
      'Arrow keys go from element to element and show its words. Enter on a stage folds it, or unfolds it. The button “Table” says the same in words.',
    ),
    tableKeys: tongue('Arrow keys go from line to line.'),
  };
}

export type Texts = ReturnType<typeof textsIn>;
export type FileTexts = ReturnType<typeof fileTextsIn>;
/** What the page needs wherever it is shown. */
export type PageTexts = ReturnType<typeof pageTexts> & Pick<Texts & FileTexts, 'toolbar' | 'keys' | 'tableKeys'>;

/** A sentence about one thing, and about several. */
export interface Several {
  one: string;
  many: string;
}

function several(one: string, many: string): Several {
  return { one, many };
}

function exampleIn(tongue: Tongue): string {
  return `persona Sam "Sam Hill"
team "${tongue('Front desk')}"
channel "${tongue('Clinic site')}" web

journey "${tongue('Book a visit')}" for Sam
  goal "${tongue('See a doctor this week')}"

stage "${tongue('Arrange')}"
  goal "${tongue('Find a time that suits')}"

  step "${tongue('Pick a time')}"
    does "${tongue('Looks through the calendar')}"
    thinks "${tongue('Is there nothing earlier?')}"
    feels -1 "${tongue('impatient')}"
    touchpoint "${tongue('Booking page')}"
      via "${tongue('Clinic site')}"
      owner "${tongue('Front desk')}"
`;
}

/** Other names than the first: its persona may still stand in the file. */
function journeyIn(tongue: Tongue): string {
  return `persona Kim "Kim Roe"

journey "${tongue('Renew a card')}" for Kim
  goal "${tongue('Keep borrowing')}"

stage "${tongue('Renew')}"
  step "${tongue('Read the reminder')}"
    feels -1 "${tongue('annoyed')}"
`;
}

/** A text with its places filled in. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** `1 error`, `3 errors`. */
export function counted(number: number, { one, many }: Several): string {
  return number === 1 ? one : filled(many, number);
}
