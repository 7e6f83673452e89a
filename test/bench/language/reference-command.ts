/** Plain Langium as a command: `lsp --stdio` or `check PATH`. Each loads no more than it needs, as our own command does. */
export {};

if (process.argv[2] === 'lsp') await import('./reference-server.ts');
else await import('./reference-check.ts');
