import { type Message, toText } from '../language/message.ts';

/** The command was asked for something that cannot be: `said` tells what, and what to do. Ends it with exit code 2. */
export class WrongUse extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(toText(said));
    this.said = said;
  }
}
