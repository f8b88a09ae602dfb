import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer } from '../lifetime.ts';
import { listen } from '../listen.ts';
import { type StandInSettings, type TextEngineStandIn, type TextService, textEngineStandIn } from './stand-in.ts';

export interface TextEngineServer extends TextEngineStandIn {
  readonly url: string;
  stop(): Promise<void>;
}

/** The stand-in by itself, on a free port of 127.0.0.1: for whoever wants the wire without the whole local cloud. Nothing is signed or allowed there. */
export async function startTextEngines(settings: StandInSettings = {}): Promise<TextEngineServer> {
  const standIn = textEngineStandIn(settings);
  const server = createServer((request, response) => {
    serve(standIn, request, response).catch(() => response.destroy());
  });
  const url = await listen(server, 0);
  return { ...standIn, url, stop: () => closeServer(server) };
}

async function serve(standIn: TextEngineStandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = 'POST', url = '/', headers } = request;
  const service = serviceOf(url, headers['x-amz-target']);
  const answer = service && (await standIn.answer(service, { method, url, headers, body: Buffer.concat(chunks) }));
  if (answer === undefined) response.destroy();
  else {
    const { status, body, isStalled } = answer;
    response.writeHead(status, { ...answer.headers, 'content-length': Buffer.byteLength(body) });
    if (isStalled === true) response.write(body.slice(0, body.length / 2));
    else response.end(body);
  }
}

function serviceOf(url: string, target: unknown): TextService | undefined {
  if (target === 'Comprehend_20171127.DetectSentiment') return 'comprehend';
  return /^\/model\/[^/]+\/converse$/.test(url) ? 'bedrock' : undefined;
}
