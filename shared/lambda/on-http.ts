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
  /** Origin that the client called, e.g. `https://abc.execute-api.eu-west-1.amazonaws.com`. */
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

/** The frame of HTTP functions: a known error becomes problem+json with its status, an unknown one is logged here, once, and answered with 500. */
export function onHttp(answer: (request: HttpRequest) => Promise<HttpResponse>) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(async (event) => {
    const response = await answerOrProblem(answer, event);
    return { statusCode: response.status, headers: { ...DEFAULT_HEADERS, ...response.headers }, body: response.body ?? '' };
  });
}

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

function toRequest(event: APIGatewayProxyEventV2): HttpRequest {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > MAX_BODY_BYTES) throw tooLarge(`The body has ${body.length} bytes; at most ${MAX_BODY_BYTES} are taken.`);
  return {
    method: event.requestContext.http.method,
    route: event.routeKey,
    origin: `${event.headers['x-forwarded-proto'] ?? 'https'}://${event.headers['host'] ?? event.requestContext.domainName}`,
    headers: event.headers,
    path: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body,
    claims: AuthorizedContext.parse(event.requestContext).authorizer?.jwt?.claims ?? {},
  };
}
