/**
 * Imported first by every script of ours: ends the process with one clear line when this Node is older than 22.18, the
 * first that runs TypeScript files by itself. The package `node` puts Node 24 first on the path of every npm script; it is
 * missing when npm ran with `--ignore-scripts`.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Journey's scripts need Node 22.18 or newer, and this is ${process.version}.`);
  console.error('Run them through npm (npm start, npm test) after a plain `npm ci`, which brings Node 24 along.');
  process.exit(1);
}
