import { Command, CommanderError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { say, toText } from '../language/message.ts';
import { viewNames } from '../language/names/settings.ts';
import { askedThemes, formats, papers, scales } from '../render/job.ts';
import type { RenderOptions } from './render.ts';
import { tongueFor } from './tongue.ts';
import { speak } from './usage.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Runs the command line.
 *
 * @param args - What follows `journey`.
 * @returns The exit code: 0 when all is well, 1 when a map has an error or is not laid out, 2 when the command was used wrongly.
 */
export async function main(args: string[]): Promise<number> {
  let code = 0;
  const tongue = tongueFor();
  const stdinFilename = () =>
    new Option(
      `--stdin-filename <${tongue('file')}>`,
      tongue('what file to take the standard input for: its folder’s names and settings hold'),
    );
  const program = speak(new Command('journey'), tongue)
    .description(tongue('Checks and draws customer-journey maps written as text.'))
    .version(manifest.version, '-V, --version', tongue('print the version'))
    .helpOption('-h, --help', tongue('show this help'))
    .helpCommand('help [command]', tongue('show the help of a command'))
    .showHelpAfterError(tongue('(see journey --help)'))
    .exitOverride();
  program
    .command('check')
    .description(tongue('list what the maps lack'))
    .argument(`<${tongue('path')}...>`, tongue('.journey files, or folders of them; - for the standard input'))
    .option('--json', tongue('as one JSON array'))
    .option('--fix', tongue('first take the fixes that leave nothing to decide, and write the files'))
    .addOption(stdinFilename())
    .action(async (paths: string[], options: { json?: boolean; fix?: boolean; stdinFilename?: string }) => {
      const { check } = await import('./check.ts');
      code = await check(paths, options);
    });
  program
    .command('format')
    .description(tongue('lay maps out, write the files that change and print their names'))
    .argument(`<${tongue('path')}...>`, tongue('.journey files, or folders of them; - for the standard input'))
    .option('--check', tongue('write nothing; end with 1 where a file would change'))
    .addOption(stdinFilename())
    .action(async (paths: string[], options: { check?: boolean; stdinFilename?: string }) => {
      const { format } = await import('./format.ts');
      code = await format(paths, options);
    });
  program
    .command('render')
    .description(tongue('write a map as a picture, as slides, or in words'))
    .argument(`<${tongue('file')}>`, tongue('a .journey file; - for the standard input'))
    .option(`-o, --output <${tongue('file')}>`, tongue('where to write it; else, and with -, to the standard output'))
    .option(`--journey <${tongue('name')}>`, tongue('the journey to draw, where the file has several; else the first'))
    .option(
      `--to <${tongue('format')}>`,
      toText(say('one of {0}; else what the output’s name ends in, else SVG', formats.join(', ')), tongue),
    )
    .option(
      `--view <${tongue('name')}>`,
      toText(say('one of {0}; else that of the journey, of journey.json, or the whole map', viewNames.join(', ')), tongue),
    )
    .option(
      `--theme <${tongue('name')}>`,
      toText(
        say('one of {0}; else that of journey.json, else light; auto is light or dark, as the reader’s system is', askedThemes.join(', ')),
        tongue,
      ),
    )
    .option(
      `--scale <${tongue('number')}>`,
      toText(
        say(
          'how large a PNG is, from {0} to {1}; else {2}, or {3} where a side would have more than {4} dots',
          scales.least,
          scales.most,
          scales.usual,
          scales.ofLarge,
          scales.mostAlong,
        ),
        tongue,
      ),
    )
    .option(`--paper <${tongue('name')}>`, toText(say('for a PDF one of {0}; else a4', papers.join(', ')), tongue))
    .option('--transparent', tongue('draw no ground behind an SVG or a PNG'))
    .option('--force', tongue('write over a file that is there already'))
    .addOption(stdinFilename())
    .action(async (file: string, options: RenderOptions) => {
      const { render } = await import('./render.ts');
      code = await render(file, options);
    });
  program
    .command('outline')
    .description(tongue('print the maps of a file as JSON, as every view gets them'))
    .argument(`<${tongue('file')}>`, tongue('a .journey file; - for the standard input'))
    .option('--json', tongue('as JSON (the only form)'))
    .addOption(stdinFilename())
    .action(async (file: string, options: { stdinFilename?: string }) => {
      const { outline } = await import('./outline.ts');
      code = await outline(file, options);
    });
  program
    .command('lsp')
    .description(tongue('serve an editor as its language server'))
    .option('--stdio', tongue('over the standard input and output (the only way)'))
    // As some clients say who they are; the library of the protocol reads it.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => {
      const { lsp } = await import('./lsp.ts');
      await lsp();
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof WrongUse)) throw error;
    process.stderr.write(`${toText(say('{0}: {1}', 'journey', error.said), tongue)}\n`);
    return 2;
  }
}
