import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { pagePolicy } from '../../infra/page-policy.ts';
import { buildWeb } from '../../infra/web.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
/** As the distribution sends it with every page of staff (infra/page-policy.ts). */
const POLICY = pagePolicy("'self'", "'self'");

/** The pages for staff, built as for a deploy: what the API says to them is for each test to say. */
export interface BuiltPages {
  /** What the distribution has under a path; all views of a page are its one file. Undefined: nothing. */
  read(pathname: string): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: Buffer } | undefined>;
  remove(): Promise<void>;
}

export async function buildPages(): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-pages-'));
  await buildWeb({ to: folder });
  return {
    async read(pathname) {
      const path = normalize(extname(pathname) === '' ? `/${pathname.split('/')[1]}/index.html` : pathname);
      const body = await readFile(join(folder, path)).catch(() => undefined);
      const headers = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY };
      return body && { headers, body };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
