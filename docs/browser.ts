import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium, or a browser that is made of it, usually is. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium of this machine; undefined where there is none. */
export const CHROMIUM: string | undefined = PLACES.find((place) => existsSync(place));

/** Opens it, without a window. It asks nothing of anybody but the page that it is given. */
export async function openBrowser(path: string): Promise<Browser> {
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu'];
  const isRoot = process.getuid?.() === 0; // its sandbox can't run so
  return chromium.launch({ executablePath: path, args, chromiumSandbox: !isRoot });
}
