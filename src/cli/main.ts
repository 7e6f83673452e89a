import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { check } from './check.ts';
import { outline } from './outline.ts';
import { render } from './render.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Runs the command line.
 *
 * @param args - What follows `journey`.
 * @returns The exit code: 0 when all is well, 1 when a map has an error, 2 when the command was used wrongly.
 */
export async function main(args: string[]): Promise<number> {
  let code = 0;
  const program = new Command('journey')
    .description('Checks and draws customer-journey maps written as text.')
    .version(manifest.version)
    .showHelpAfterError('(see journey --help)')
    .exitOverride();
  program
    .command('check')
    .description('list what the maps lack')
    .argument('<path...>', '.journey files, or folders of them')
    .option('--json', 'as one JSON array')
    .action(async (paths: string[], options: { json?: boolean }) => {
      code = await check(paths, options);
    });
  program
    .command('render')
    .description('draw a map as SVG')
    .argument('<file>', 'a .journey file')
    .option('-o, --output <file>', 'where to write it; else to the standard output')
    .option('--journey <name>', 'the journey to draw, where the file has several; else the first')
    .option('--theme <name>', 'light or dark', 'light')
    .option('--force', 'write over a file that is there already')
    .action(async (file: string, options: { output?: string; journey?: string; theme: string; force?: boolean }) => {
      code = await render(file, options);
    });
  program
    .command('outline')
    .description('print the maps of a file as JSON, as every view gets them')
    .argument('<file>', 'a .journey file')
    .option('--json', 'as JSON (the only form)')
    .action(async (file: string) => {
      code = await outline(file);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof WrongUse)) throw error;
    process.stderr.write(`journey: ${error.message}\n`);
    return 2;
  }
}
