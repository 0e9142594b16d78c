import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runProgram } from './run-program.ts';

/** A browser to test with: `path` is null for the one Playwright installed itself. */
export type Browser = { readonly path: string | null; readonly name: string };

/**
 * Names under which a browser stands on the PATH. The shell without a window comes first: it is what Playwright itself
 * runs, and it spends a third less than a whole browser, which draws its own tabs and menus for every test, too.
 */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
] as const;

/** Debian's packages with one of these, the lighter first; older releases know the second alone. */
const packages = ['chromium-headless-shell', 'chromium'] as const;

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/** Debian's own browser, where we may install packages. */
async function fromDebian(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-qq'], env);
  for (const name of packages) {
    const install = ['install', '-y', '-qq', '--no-install-recommends', name];
    if ((await runProgram('apt-get', install, env)).code === 0) return;
  }
}

/** The first browser there is: Playwright's, one on the PATH, Debian's. Null where there is none. */
export async function findBrowser(): Promise<Browser | null> {
  if (existsSync(chromium.executablePath())) return { path: null, name: 'Playwright’s Chromium' };
  const asRoot = process.getuid?.() === 0;
  if (!onPath() && asRoot && spawnSync('apt-get', ['--version']).status === 0) await fromDebian();
  const path = onPath();
  return path ? { path, name: path } : null;
}
