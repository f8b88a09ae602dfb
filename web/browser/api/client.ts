import createClient from 'openapi-fetch';
import * as z from 'zod/mini';
import { learnTime } from '../clock.ts';
import { token } from '../session.ts';
import { ApiFault, kindOfStatus } from './fault.ts';
import type { Paths } from './paths.ts';

/** Nobody waits longer, and API Gateway does not either. */
const TIMEOUT_MS = 30_000;

const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  issues: z._default(z.array(z.object({ field: z.string(), reason: z.string() })), []),
});

/** With the token, in time, and once more with a new token where the API refuses the old one. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const used = await token();
  const response = await sendWith(request, used);
  return response.status === 401 ? sendWith(again, await token(used)) : response;
}

async function sendWith(request: Request, idToken: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${idToken}`);
  try {
    const response = await fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) });
    learnTime(response);
    return response;
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new ApiFault(cause instanceof DOMException && cause.name === 'TimeoutError' ? 'slow' : 'offline', { cause });
  }
}

/** The HTTP API by its OpenAPI document: `await ask(api.GET('/api/cases', { params: { query: { owner: 'me' } } }))`. */
export const api = createClient<Paths>({ baseUrl: location.origin, fetch: send });

/**
 * What the API answers.
 * @throws ApiFault for every way in which it does not.
 */
export async function ask<Data>(answer: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    if (cause instanceof ApiFault || (cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
    // Half of an answer, or something that is no JSON.
    throw new ApiFault('broken', { cause });
  });
  if (response.ok && data !== undefined) return data;
  const problem = ProblemBody.safeParse(error);
  throw new ApiFault(response.ok ? 'broken' : kindOfStatus(response.status), {
    status: response.status,
    problem: problem.success ? problem.data : undefined,
  });
}
