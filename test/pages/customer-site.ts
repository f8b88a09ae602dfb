import { createServer, type IncomingMessage } from 'node:http';
import type { Route, StatusWorld } from '../functions/status/world.ts';

/** The customers' pages of one world behind a port of this machine, as browsers see them. */
export async function serve(world: StatusWorld): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(world, request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error)))),
  };
}

async function answer(world: StatusWorld, request: IncomingMessage) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, page = '', token = ''] = pathname.split('/');
  const route = ROUTES.find((one) => one === `${request.method} /${page}/{token}`);
  if (route === undefined) return { status: 404, headers: {}, body: '' };
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return world.call(route, { token, query: Object.fromEntries(searchParams), headers, body: Buffer.concat(chunks) });
}

const ROUTES = [
  'GET /s/{token}',
  'POST /s/{token}',
  'GET /o/{token}',
  'POST /o/{token}',
  'GET /r/{token}',
  'POST /r/{token}',
  'GET /u/{token}',
  'POST /u/{token}',
] as const satisfies readonly Route[];
