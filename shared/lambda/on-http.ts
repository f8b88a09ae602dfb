import { gzipSync } from 'node:zlib';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { AmendsError, tooLarge } from '../domain/errors.ts';
import { describeError, logger } from './logger.ts';

/** Bodies above this are refused at every door (promise 10). */
export const MAX_BODY_BYTES = 65_536;

/** A request as functions see it: raw bytes (base64 undone once), lower-case header names. */
export interface HttpRequest {
  readonly method: string;
  /** The route key of the template, e.g. `POST /hooks/{source}`. */
  readonly route: string;
  /** Origin that the client called, e.g. `https://d111111abcdef8.cloudfront.net`: that of the pages, or of the API where it was called directly. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Claims of the verified token on protected routes; values as API Gateway hands them on. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** RFC 9457 problem details. */
export const problem = (error: AmendsError): HttpResponse => ({
  status: error.status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: `urn:amends:problem:${error.code}`, title: error.message, status: error.status, issues: error.issues }),
});

/** On every answer: nothing is cached, sniffed, framed or told where it was linked from. A response may override. */
const DEFAULT_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
};

/**
 * The frame of HTTP functions: a known error becomes problem+json with its status, an unknown one is logged here, once, and answered with 500.
 * @param onEvery headers of every answer of this function, also of those that tell an error.
 */
export function onHttp(answer: (request: HttpRequest) => Promise<HttpResponse>, onEvery: Readonly<Record<string, string>> = {}) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(async (event) => {
    const { status, headers, body = '' } = await answerOrProblem(answer, event);
    const written = { statusCode: status, headers: { ...DEFAULT_HEADERS, ...onEvery, ...headers }, body };
    return body.length >= COMPRESSED_FROM && /\bgzip\b/.test(event.headers['accept-encoding'] ?? '') ? compressed(written) : written;
  });
}

/** Less fits a packet anyway, in characters. */
const COMPRESSED_FROM = 1400;

/** Neither API Gateway nor CloudFront compresses what must not be kept, and all that we answer must not: so nobody has to be told that it varies. */
const compressed = ({ body, ...rest }: { statusCode: number; headers: Readonly<Record<string, string>>; body: string }) => ({
  ...rest,
  headers: { ...rest.headers, 'content-encoding': 'gzip' },
  body: gzipSync(body).toString('base64'),
  isBase64Encoded: true,
});

async function answerOrProblem(
  answer: (request: HttpRequest) => Promise<HttpResponse>,
  event: APIGatewayProxyEventV2,
): Promise<HttpResponse> {
  try {
    return await answer(toRequest(event));
  } catch (error) {
    if (error instanceof AmendsError) {
      logger.info('request refused', { route: event.routeKey, ...describeError(error) });
      return problem(error);
    }
    logger.error('request failed', { route: event.routeKey, ...describeError(error) });
    return problem(new AmendsError(500, 'internal', 'Something failed on our side. Please send it again.'));
  }
}

const AuthorizedContext = z.object({
  authorizer: z.optional(z.object({ jwt: z.optional(z.object({ claims: z.record(z.string(), z.unknown()) })) })),
});

/** A host, perhaps with its port: what stands in links goes out of here. */
const HOST = /^[a-z0-9.-]{1,253}(:\d{1,5})?$/i;

/** The distribution in front tells which host was asked for (infra/edge.ts). Who calls the API directly may say anything, and only their own answer names it. */
function hostOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const asked = headers['x-amends-host'] ?? '';
  return HOST.test(asked) ? asked : (headers['host'] ?? requestContext.domainName);
}

function toRequest(event: APIGatewayProxyEventV2): HttpRequest {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > MAX_BODY_BYTES) throw tooLarge(`The body has ${body.length} bytes; at most ${MAX_BODY_BYTES} are taken.`);
  return {
    method: event.requestContext.http.method,
    route: event.routeKey,
    origin: `${event.headers['x-forwarded-proto'] ?? 'https'}://${hostOf(event)}`,
    headers: event.headers,
    path: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body,
    claims: AuthorizedContext.parse(event.requestContext).authorizer?.jwt?.claims ?? {},
  };
}
