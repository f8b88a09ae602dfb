import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The pages for staff: three entries, their parts named by their contents. Written by `node infra/web.ts`, which adds the scripts for customers. */
export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  appType: 'mpa',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      input: {
        desk: join(import.meta.dirname, 'web/desk/index.html'),
        dashboard: join(import.meta.dirname, 'web/dashboard/index.html'),
        'signed-in': join(import.meta.dirname, 'web/signed-in/index.html'),
      },
    },
  },
});
