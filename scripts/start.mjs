/**
 * Builds Journey and opens it in a real VS Code: `npm start [-- --print-url]`.
 * The desktop VS Code where `code` is on the path, else the workbench in a browser. `--print-url` starts the workbench in any
 * case, prints its address and opens nothing. Ctrl+C ends all that was started here.
 */
import './node.mjs';

const { start } = await import('./workbench/start.ts');
await start({ printOnly: process.argv.includes('--print-url') });
