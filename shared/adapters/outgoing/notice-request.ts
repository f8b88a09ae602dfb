import { createHmac } from 'node:crypto';
import { SetupError } from '../../domain/errors.ts';
import type { NoticeKind } from '../../domain/outgoing/endpoint.ts';
import type { PostRequest } from './https-sender.ts';

/** Where a chat room is, and with which secret it wants its messages signed. */
export interface RoomAddress {
  readonly url: string;
  readonly secret?: string | undefined;
}

/**
 * The address in the value of a secret: the URL, and after white space the signing secret.
 * @throws SetupError naming the secret where there is something else.
 */
export function roomAddress(name: string, value: string | undefined): RoomAddress {
  const [url = '', secret, ...more] = (value ?? '').split(/\s+/).filter((part) => part !== '');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:' || more.length > 0) {
    throw new SetupError(
      `secret "${name}": expected the https URL of the chat room, and after a space its signing secret where there is one. Set it in Secrets Manager.`,
    );
  }
  return { url, secret };
}

/**
 * The request that brings a message to a chat room, signed where the service signs.
 * DingTalk: `timestamp` (ms) and `sign` in the query, HMAC-SHA256 under the secret of `{timestamp}\n{secret}`.
 * Feishu: `timestamp` (s) and `sign` in the body, HMAC-SHA256 of nothing under `{timestamp}\n{secret}`.
 * @param nowMs Unix time in milliseconds.
 */
export function noticeRequest(kind: NoticeKind, { url, secret }: RoomAddress, message: object, nowMs: number): PostRequest {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Amends-Notices/1' };
  const plain = { url, headers, body: JSON.stringify(message) };
  if (secret === undefined) return plain;
  if (kind === 'dingtalk') {
    const signed = new URL(url);
    signed.searchParams.set('timestamp', String(nowMs));
    signed.searchParams.set('sign', hmac(secret, `${nowMs}\n${secret}`));
    return { ...plain, url: signed.href };
  }
  if (kind === 'feishu') {
    const timestamp = String(Math.floor(nowMs / 1000));
    return { ...plain, body: JSON.stringify({ timestamp, sign: hmac(`${timestamp}\n${secret}`, ''), ...message }) };
  }
  return plain;
}

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
