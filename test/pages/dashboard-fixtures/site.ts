import { createServer } from 'node:http';
import { buildPages } from '../built-pages.ts';

export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built pages and nothing else, on a port of their own. */
export async function serveWeb(): Promise<Site> {
  const pages = await buildPages();
  const server = createServer(async (request, response) => {
    const found = await pages.read(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(found === undefined ? 404 : 200, found?.headers).end(found?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pages.remove();
    },
  };
}
