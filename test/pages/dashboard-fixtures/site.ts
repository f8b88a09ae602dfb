import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { pagePolicy } from '../../../infra/page-policy.ts';
import settings from '../../../vite.config.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

const ROOT = join(import.meta.dirname, '../../..');

/** As the distribution sends it with every page of staff (infra/page-policy.ts). */
const POLICY = pagePolicy("'self'", "'self'");

export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built page of figures and nothing else: what the API says is for each test to say. */
export async function serveWeb(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-web-'));
  await build({
    ...settings,
    configFile: false,
    logLevel: 'error',
    build: { ...settings.build, outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(ROOT, 'web/dashboard/index.html') } },
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(extname(pathname) === '' ? `/${pathname.split('/')[1]}/index.html` : pathname);
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(bytes === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': POLICY }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
