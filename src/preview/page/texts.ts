/** What the panel says besides the picture. */

export const waiting = 'Drawing the journey …';

const example = `persona Vera "Vera Cruz"
team "Service desk"
channel Portal web

journey "Order a new laptop" for Vera
  goal "Back at work quickly"

stage Request
  goal "Find out what she may order"

  step "Look for the form"
    does "Searches the intranet"
    thinks "Which of these three is mine?"
    feels -1 "lost"
    touchpoint "Order form" via Portal owner "Service desk"
`;

const journey = `journey "Order a new laptop"
  goal "Back at work quickly"

stage Request
  step "Look for the form"
    feels -1 "lost"
`;

export interface Invitation {
  title: string;
  body: string;
  /** Text to copy into the file. */
  example: string;
}

export const invitations: Record<'empty' | 'declares', Invitation> = {
  empty: {
    title: 'Write a journey, and see it here',
    body: 'Type the word journey and a name in quotes; then a stage, and in it a step. Ctrl+Space shows what may come next. Or begin with this:',
    example,
  },
  declares: {
    title: 'Now add a journey',
    body: 'This file names personas, teams or channels, and every map of the folder knows them. To draw a map here, type the word journey and a name in quotes:',
    example: journey,
  },
};

export const unreadable = {
  title: 'This text cannot be read yet',
  body: 'Nothing in it reads as a statement of a journey. The list of problems says what was found.',
};

/** `1 error`, `3 errors`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
