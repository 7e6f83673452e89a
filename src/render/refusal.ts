import { type Message, toText } from '../language/message.ts';

/** A map cannot be written as was asked: `said` tells why, and what to do. */
export class Refusal extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(toText(said));
    this.said = said;
  }
}
