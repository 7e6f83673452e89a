/** The command was asked for something that cannot be: the message says what, and what to do. Ends it with exit code 2. */
export class WrongUse extends Error {}
