/** So much time of a processor may one text take in all it is asked, in seconds. Others of the machine do not count. */
const most = 5;

/** Does something with a text, and throws where that takes too long; where it throws, the text is told. */
export function inTime(text: string, what: () => void): void {
  const started = process.cpuUsage();
  try {
    what();
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.stack : String(error)}\nThe text: ${shown(text)}`);
  }
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  if (seconds > most) throw new Error(`It took ${seconds.toFixed(1)} s. The text: ${shown(text)}`);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 6000 ? `${text.slice(0, 6000)}…` : text);
}
