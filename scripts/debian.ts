import { existsSync } from 'node:fs';
import { run } from './workbench/processes.ts';

const aptGet = '/usr/bin/apt-get';
let updated: Promise<number> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Installs packages where there is Debian's `apt-get` and we may use it, and answers whether that worked. One at a time: two would fight for the lock.
 *
 * @param what - What is being installed, for the reader of the log.
 */
export function installFromDebian(what: string, packages: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(aptGet)) return Promise.resolve(false);
  const installed = last.then(async () => {
    console.log(`Installing ${what} from the packages of this system …`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    const patient = ['-o', 'DPkg::Lock::Timeout=600', '-qq'];
    updated ??= run(aptGet, [...patient, 'update'], options);
    await updated;
    const code = await run(aptGet, [...patient, 'install', '-y', '--no-install-recommends', ...packages], options);
    if (code !== 0) console.log(`Installing ${what} did not work.`);
    return code === 0;
  });
  last = installed;
  return installed;
}
