import { say, toText } from '../language/message.ts';
import { reasonOf } from './target.ts';
import { tongueFor } from './tongue.ts';

/** Ends the command when what it prints goes nowhere: the disk that takes it is full, say. */
export function endWithBrokenOutput({ code, message }: NodeJS.ErrnoException): never {
  const said = say('{0}: {1}', 'journey', say('the standard output cannot be written: {0}.', reasonOf(code) ?? message));
  process.stderr.write(`${toText(said, tongueFor())}\n`);
  process.exit(2);
}
