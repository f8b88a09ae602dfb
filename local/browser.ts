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
