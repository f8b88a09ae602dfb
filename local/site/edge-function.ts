import { createContext, Script } from 'node:vm';
import * as z from 'zod';
import { LocalCloudError } from '../world.ts';

const Values = z.record(z.string(), z.object({ value: z.string() }));

export interface EdgeRequest {
  readonly method: string;
  /** The path as the client wrote it. */
  readonly uri: string;
  readonly querystring: Readonly<Record<string, { readonly value: string }>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
}

const Answer = z.object({ statusCode: z.number(), headers: z.optional(Values) });
const Onwards = z.object({ method: z.string(), uri: z.string(), querystring: Values, headers: Values });
const Result = z.union([Answer, Onwards]);
export type EdgeResult = z.infer<typeof Result>;

/** CloudFront gives it less than a millisecond; this only ends what would never end. */
const TIMEOUT_MS = 1000;

/**
 * A CloudFront function as the template carries it, run as it stands. No network, no clock and no module is within its reach, there as here.
 * @throws LocalCloudError where it fails or answers neither a request nor a response: CloudFront would answer 503.
 */
export function edgeFunction(code: string, at: string): (request: EdgeRequest) => EdgeResult {
  const script = new Script(`${code}\n;JSON.stringify(handler(JSON.parse(input)));`, { filename: at });
  return (request) => {
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: '127.0.0.1' },
      request: { ...request, cookies: {} },
    };
    try {
      const result: unknown = script.runInContext(createContext({ input: JSON.stringify(event) }), { timeout: TIMEOUT_MS });
      return Result.parse(JSON.parse(String(result)));
    } catch (cause) {
      throw new LocalCloudError(`${at}: expected a request or a response: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
  };
}
