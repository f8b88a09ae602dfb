import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a first visit may fetch at most, in bytes as gzip makes them. CI holds the built files to it (test/infra/web.test.ts). */
export const BUDGETS = { desk: 150_000, dashboard: 150_000, 'signed-in': 150_000, widget: 12_000, form: 20_000 } as const;

const gzipped = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 9 }).length;

/**
 * Size of a page's first load: its document with all scripts and styles that it names, each compressed by itself, as they travel. What is loaded
 * later, on demand, is not in it.
 */
export async function firstLoad(web: string, page: string): Promise<number> {
  const document = await readFile(join(web, page, 'index.html'), 'utf8');
  const files = [...document.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
  if (files.length === 0)
    throw new Error(`${page}/index.html: expected scripts from /assets/, found none: has vite changed what it writes?`);
  const sizes = await Promise.all(files.map(async (file) => gzipped(await readFile(join(web, file)))));
  return sizes.reduce((sum, size) => sum + size, gzipped(document));
}

export const sizeOf = async (web: string, file: string): Promise<number> => gzipped(await readFile(join(web, file)));

/** Of a document that a function writes, with what it names of ours. */
export const sizeWith = async (web: string, document: string, file: string): Promise<number> =>
  gzipped(document) + (await sizeOf(web, file));
