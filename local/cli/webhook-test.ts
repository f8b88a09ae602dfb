import { randomUUID } from 'node:crypto';
import config from '#config';
import { httpsSender, type Posted, type PostRequest } from '../../shared/adapters/outgoing/https-sender.ts';
import { webhookHeaders } from '../../shared/adapters/outgoing/webhook-signature.ts';
import { SetupError } from '../../shared/domain/errors.ts';
import type { WebhookEndpoint } from '../../shared/domain/outgoing/endpoint.ts';
import { readSecrets, SECRETS_FILE } from '../secrets.ts';
import { Failure, print } from './output.ts';

const TIME_LIMIT_MS = 10_000;
/** A deployed endpoint's secret, which is not in the file of the local cloud. */
const SECRET_VARIABLE = 'AMENDS_WEBHOOK_SECRET';

/** Sends a test event to an endpoint of the config. */
export async function testWebhook(id: string, { to }: { to?: string }): Promise<void> {
  const endpoint = config.webhooks.find((one) => one.id === id);
  if (endpoint === undefined) {
    const known = config.webhooks.map((one) => one.id).join(', ');
    throw new Failure(`no endpoint "${id}" under webhooks in amends.config.ts. There ${known === '' ? 'is none' : `are: ${known}`}.`);
  }
  print(await sendTest(endpoint, to, await secretsOf(id)));
}

/**
 * Sends a signed event of the type `Test` from this machine. To the endpoint's own URL it goes as it would from the cloud, public addresses
 * only; a URL that is typed here is the word of whoever types it.
 * @returns what to tell. @throws Failure where it was not taken.
 */
export async function sendTest({ id, url }: WebhookEndpoint, to: string | undefined, secrets: readonly string[]): Promise<string> {
  const now = new Date().toISOString();
  const eventId = `test:${randomUUID()}`;
  const body = JSON.stringify({ id: eventId, type: 'Test', version: 1, occurredAt: now, subject: `endpoint/${id}`, data: {} });
  const request = { url: to ?? url, headers: signed(secrets, eventId, body, now), body };
  const posted = to === undefined ? await httpsSender()(request) : await postAnywhere(request);
  const took = `${posted.failure ?? posted.status} in ${posted.ms} ms`;
  if (posted.status === undefined || posted.status < 200 || posted.status > 299) throw new Failure(`not taken: ${took}`);
  return `taken: ${took}, webhook-id ${eventId}`;
}

async function secretsOf(id: string): Promise<string[]> {
  const name = `amends/webhook/${id}`;
  const value = process.env[SECRET_VARIABLE] ?? (await readSecrets(SECRETS_FILE))[name];
  const secrets = (value ?? '').split(/\s+/).filter((secret) => secret !== '');
  if (secrets.length > 0) return secrets;
  throw new Failure(
    `"${name}" is not in ${SECRETS_FILE}. Start the local cloud once, which makes it, or put a deployed one into ${SECRET_VARIABLE}.`,
  );
}

function signed(secrets: readonly string[], eventId: string, body: string, now: string): Record<string, string> {
  try {
    return webhookHeaders(secrets, eventId, body, now);
  } catch (error) {
    throw error instanceof SetupError ? new Failure(error.message) : error;
  }
}

async function postAnywhere({ url, headers, body }: PostRequest): Promise<Posted> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Failure('--to: expected a URL that starts with http:// or https://.');
  const startedAt = performance.now();
  const ms = () => Math.round(performance.now() - startedAt);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    await answer.body?.cancel();
    return { status: answer.status, retryAfter: undefined, body: '', ms: ms() };
  } catch (error) {
    return { failure: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'connection', ms: ms() };
  }
}
