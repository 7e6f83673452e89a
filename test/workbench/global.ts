/** Runs once before all workbench tests: fetches what is missing, bundles, starts the browser, installs the packed extension. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { root } from '../../scripts/root.ts';
import { ensureChromium } from '../../scripts/workbench/chromium.ts';
import { fetchHost } from '../../scripts/workbench/fetch.ts';
import { installExtension } from '../../scripts/workbench/server.ts';
import { temporaryFolder } from '../../scripts/workbench/temporary.ts';
import { bundles, bundleTests } from './bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where playwright finds the browser. */
    browser: string;
    /** Folder of extensions that every workbench starts with: the bridge, and Journey itself where it is tested as a package. */
    extensions: string;
    /** Whether Journey comes from that folder (a VSIX) and not from its source. */
    installed: boolean;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installed = project.config.provide.installed === true;
  // A folder of this run alone: another run at the same time must not take its extensions away.
  const extensions = temporaryFolder('extensions');
  await bundleTests();
  await fetchHost();
  cpSync(join(bundles, 'bridge'), join(extensions, 'journey.journey-test-bridge-1.0.0'), { recursive: true });
  if (installed) {
    const file = join(root, 'journey.vsix');
    if (!existsSync(file)) throw new Error('journey.vsix is missing: run `npm run package` first');
    await installExtension(file, extensions);
  }
  mkdirSync(join(root, 'test/results'), { recursive: true });
  const browser = await chromium.launchServer(await ensureChromium());
  project.provide('browser', browser.wsEndpoint());
  project.provide('extensions', extensions);
  return () => browser.close();
}
