import { dirname, join } from 'node:path';
import { build } from 'vite';
import { BUDGETS, firstLoad, sizeOf } from './web-sizes.ts';

const ROOT = dirname(import.meta.dirname);
/** Where a deploy and the local cloud find the built pages; git ignores it. */
export const WEB = join(ROOT, 'dist', 'web');

/** Scripts that other pages name by a fixed address, each in one file. */
const SINGLE_FILES = {
  'form.js': 'web/form/browser/form.ts',
  'widget.js': 'web/form/browser/widget.ts',
  'photos.js': 'web/form/browser/photos.ts',
} as const;

/**
 * Builds the pages for staff and the scripts for customers. Same sources, same bytes.
 * @throws vite's error where a source does not build.
 */
export async function buildWeb({ to = WEB }: { readonly to?: string } = {}): Promise<void> {
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: to, emptyOutDir: true },
  });
  for (const [file, entry] of Object.entries(SINGLE_FILES)) await buildSingle(join(ROOT, entry), file, to);
}

async function buildSingle(entry: string, file: string, to: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: to,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      // What a script exports, another loads.
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: file, format: 'es', codeSplitting: false },
      },
    },
  });
}

if (import.meta.main) {
  await buildWeb();
  console.log(`built the pages to ${WEB}; first loads, gzipped:`);
  for (const page of ['desk', 'dashboard', 'signed-in'] as const)
    console.log(`  ${page} ${await firstLoad(WEB, page)} of ${BUDGETS[page]} bytes`);
  console.log(`  widget ${await sizeOf(WEB, 'widget.js')} of ${BUDGETS.widget} bytes`);
}
