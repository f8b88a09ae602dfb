import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deskRoutes, studyRoutes } from '../../shared/api/routes.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import { type HttpResponse, problem } from '../../shared/lambda/on-http.ts';
import { claims, DeskWorld } from '../functions/desk/world.ts';
import { StudyWorld } from '../functions/study/world.ts';

/** Either answers the routes of its function. */
interface Worlds {
  readonly desk?: DeskWorld;
  readonly study?: StudyWorld;
}

/** The API of staff in memory behind a real port, for the command line to talk to. The token is the id of an agent. */
export async function serveDesk({
  desk = new DeskWorld(),
  study = new StudyWorld(),
}: Worlds): Promise<{ url: string; env: (agent: string) => Record<string, string>; close: () => Promise<void> }> {
  const served = [...deskRoutes.map(({ route }) => ({ route, world: desk })), ...studyRoutes.map(({ route }) => ({ route, world: study }))];
  const server = createServer((request, response) => void answer(served, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    env: (agent) => ({ AMENDS_URL: url, AMENDS_TOKEN: agent }),
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

const portOf = (server: Server) => {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return address.port;
};

type Served = readonly { readonly route: string; readonly world: Pick<DeskWorld, 'call'> }[];

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { status, headers, body } = await asked(served, request, Buffer.concat(chunks));
  response.writeHead(status, headers).end(body);
}

async function asked(served: Served, request: IncomingMessage, body: Buffer): Promise<HttpResponse> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://desk');
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  for (const { route, world } of served) {
    const [method = '', pattern = ''] = route.split(' ');
    const match = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname);
    if (match === null || method !== request.method) continue;
    const path = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
    const role = token === 'root' ? 'manager' : 'agent';
    return world
      .call(route, { path, query: Object.fromEntries(searchParams), headers, body, claims: claims(role, token) })
      .catch((error: unknown) => {
        if (error instanceof AmendsError) return problem(error);
        throw error;
      });
  }
  return { status: 404, body: '{}' };
}
