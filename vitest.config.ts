import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './local/browser.ts';

/** Journeys start a whole local cloud each; two at a time are what two cores carry. */
const JOURNEY_TIMEOUT_MS = 120_000;
/** One file a core: left alone, vitest keeps one core for itself, and on two cores that is half of the machine. */
const MAX_WORKERS = availableParallelism();

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    passWithNoTests: false,
    maxWorkers: MAX_WORKERS,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/**/*.test.ts'],
          exclude: ['test/flows/**', 'test/pages/**', 'test/local/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [
            'test/flows/**/*.test.ts',
            'test/local/**/*.test.ts',
            ...(findBrowser() === undefined ? [] : ['test/pages/**/*.test.ts']),
          ],
          testTimeout: JOURNEY_TIMEOUT_MS,
          hookTimeout: JOURNEY_TIMEOUT_MS,
        },
      },
    ],
  },
});
