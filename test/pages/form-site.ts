import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { show } from '../../functions/take-form/show.ts';
import { take } from '../../functions/take-form/take.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { FROM_EVERYWHERE, preflight } from '../../shared/lambda/cross-origin.ts';
import { type HttpResponse, problem } from '../../shared/lambda/on-http.ts';
import { SURVEY } from '../domain/survey/a-survey.ts';
import { LONG } from '../domain/survey/long-survey.ts';
import { aDoor, aRequest } from '../functions/take-form/a-door.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** How the next POSTs fare: taken and answered, or answered in the place of the door, or taken with the answer cut off in the middle. */
export type Mood = 'up' | 'half' | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

export interface FormSite {
  readonly url: string;
  /** What the queue was handed. */
  readonly queued: readonly FeedbackReceived[];
  /** Ids of all submissions that reached the door, in their order. */
  readonly posted: readonly string[];
  mood: Mood;
  /** While it is pending, no POST is answered. */
  gate: Promise<void>;
  /** The server's clock, from here on so much later. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

/** The form's door and its scripts behind a port of this machine, as browsers see them; the queue is a list. Its people take longer than machines. */
export async function serveForm(overrides: Parameters<typeof aDoor>[0] = {}): Promise<FormSite> {
  let ahead = 0;
  const { door, queued } = aDoor({
    surveys: [SURVEY, LONG],
    newSubmissionId: randomUUID,
    // Each look at the clock is a while later: nobody here fills a form in the same second.
    now: () => {
      ahead += 2_500;
      return new Date(Date.now() + ahead).toISOString();
    },
    ...overrides,
  });
  const scripts = await bundled();
  const posted: string[] = [];
  const site = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', site.url);
    const script = scripts.get(url.pathname);
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(script);
      return;
    }
    const body = await bytesOf(request);
    const isPost = request.method === 'POST';
    if (isPost) posted.push(new URLSearchParams(String(body)).get('submissionId') ?? '');
    if (isPost) await form.gate;
    if (isPost && typeof form.mood === 'object') {
      response.writeHead(form.mood.status, { ...FROM_EVERYWHERE, ...form.mood.headers }).end('Service Unavailable');
      return;
    }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const call = aRequest({
      method: request.method ?? 'GET',
      origin: site.url,
      headers,
      path: { survey: url.pathname.split('/')[2] },
      query: Object.fromEntries(url.searchParams),
      body,
    });
    const answer = await answered(async () =>
      isPost ? take(call, door) : request.method === 'OPTIONS' ? preflight('GET, POST') : show(call, door),
    );
    response.writeHead(answer.status, { 'cache-control': 'no-store', ...FROM_EVERYWHERE, ...answer.headers });
    response.end(isPost && form.mood === 'half' ? answer.body?.slice(0, answer.body.length / 2) : answer.body);
  });
  const advance = (ms: number) => {
    ahead += ms;
  };
  const form: FormSite = { url: site.url, queued, posted, mood: 'up', gate: Promise.resolve(), advance, stop: site.stop };
  return form;
}

/** Waits for a state, on a machine that is busy with other tests too. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000 });

/** Somebody else's page, on another origin. */
export async function serveHost(body: string, policy: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title></head><body>${body}</body></html>`;
  return listen(async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(page);
  });
}

async function answered(run: () => Promise<HttpResponse>): Promise<HttpResponse> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AmendsError) return problem(error);
    throw error;
  }
}

/** `/form.js`, `/widget.js` and `/photos.js`, made anew of their sources. */
async function bundled(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: ['form', 'widget', 'photos'].map((name) => join(ROOT, 'web', 'form', 'browser', `${name}.ts`)),
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const server: Server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
