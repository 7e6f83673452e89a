/** What the panel says besides the picture. */

export const waiting = 'Drawing the journey …';

const example = `persona Sam "Sam Hill"
team "Front desk"
channel "Clinic site" web

journey "Book a visit" for Sam
  goal "See a doctor this week"

stage Arrange
  goal "Find a time that suits"

  step "Pick a time"
    does "Looks through the calendar"
    thinks "Is there nothing earlier?"
    feels -1 "impatient"
    touchpoint "Booking page"
      via "Clinic site"
      owner "Front desk"
`;

/** Other names than the first: its persona may still stand in the file. */
const journey = `persona Kim "Kim Roe"

journey "Renew a card" for Kim
  goal "Keep borrowing"

stage Renew
  step "Read the reminder"
    feels -1 "annoyed"
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
