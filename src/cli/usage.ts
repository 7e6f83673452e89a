import type { Command } from 'commander';
import { type Message, say, type Tongue, toText } from '../language/message.ts';

/** The library's complaints: how each is worded, and what it says of the names in it. */
const complaints: readonly [RegExp, (...names: string[]) => Message][] = [
  [/unknown option '(.*)'/, (option) => say('there is no option `{0}`.', option)],
  [/unknown command '(.*)'/, (command) => say('there is no command `{0}`.', command)],
  [/missing required argument '(.*)'/, (argument) => say('the argument `{0}` is missing.', argument)],
  [/option '(.*)' argument missing/, (option) => say('the option `{0}` needs a value.', option)],
  [
    /too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+): (.*)\./,
    (command, wanted, given, list) =>
      wanted === '1'
        ? say('`{0}` takes 1 argument, and {1} were given: {2}.', command, given, list)
        : say('`{0}` takes no argument, and this was given: {1}.', command, list),
  ],
];

/** Writes a complaint of the library about how the command was used as ours are written, in a tongue; one that is not known as it is. */
function complaintIn(tongue: Tongue): (text: string) => string {
  return (text) => {
    const [, near] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(text) ?? [];
    for (const [pattern, describe] of complaints) {
      const [, ...names] = pattern.exec(text) ?? [];
      if (!names.length) continue;
      const said = describe(...names);
      return `${toText(say('{0}: {1}', 'journey', near === undefined ? said : say('{0} Did you mean {1}?', said, near)), tongue)}\n`;
    }
    return text;
  };
}

/** How help is written in a tongue: its titles, and the word for a command; `[options]` is the same in both. */
function helpIn(tongue: Tongue) {
  const titles: Record<string, string> = {
    'Usage:': tongue('Usage:'),
    'Arguments:': tongue('Arguments:'),
    'Options:': tongue('Options:'),
    'Global Options:': tongue('Global Options:'),
    'Commands:': tongue('Commands:'),
  };
  const command = `[${tongue('command')}]`;
  return {
    styleTitle: (title: string): string => titles[title] ?? title,
    styleUsage: (usage: string): string => usage.replace('[command]', command),
    styleSubcommandTerm: (term: string): string => term.replace('[command]', command),
  };
}

/** Has a command and those below it say everything in a tongue, also what the library says. */
export function speak(command: Command, tongue: Tongue): Command {
  const complain = complaintIn(tongue);
  return command.configureHelp(helpIn(tongue)).configureOutput({ outputError: (text, write) => write(complain(text)) });
}
