import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine; `AMENDS_CHROMIUM` names another. */
export const findBrowser = (): string | undefined =>
  [process.env['AMENDS_CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

/** As machines run it: no sandbox of its own for root, nothing fetched for itself. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
