/**
 * Loaded into the workbench's server before its own script: ends the server, and all that it started, when the process that
 * started it is gone. That one holds the other end of our standard input, which closes however it ends.
 */
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.on('end', () => {
    if (process.platform === 'win32') process.exit();
    process.kill(-process.pid, 'SIGKILL');
  });
  process.stdin.resume();
  process.stdin.unref();
}
