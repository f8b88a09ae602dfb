import type { IncomingHttpHeaders } from 'node:http';
import type { Demand } from './iam.ts';
import type { PostedForm } from './posted-form.ts';

/** A request as it came to the gateway. */
export interface Request {
  readonly method: string;
  /** Path and query, still encoded. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Of a browser's upload to a bucket. */
  readonly form?: PostedForm | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** How a service writes its errors. */
export type Dialect = 'json' | 'query' | 's3';

/** A call, understood: what it needs and how it is answered. */
export interface Call {
  readonly action: string;
  readonly demands: readonly Demand[];
  answer(): Promise<Answered>;
}

export interface Answered extends Answer {
  /** Of DynamoDB. */
  readonly readUnits?: number;
  readonly writeUnits?: number;
}

export interface Service {
  readonly dialect: Dialect;
  /** @throws Refused for what the service would not understand. */
  understand(request: Request, caller: Caller): Call;
}

/** The function that calls. */
export interface Caller {
  /** As people call it, e.g. `assess`. */
  readonly name: string;
  readonly physicalName: string;
  readonly roleArn: string;
}

/** An error that AWS would answer. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.status = status;
  }
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An error in the shape of the service, so that the SDK throws what it would throw in AWS. */
export function errorAnswer(dialect: Dialect, { code, message, status }: Refused): Answer {
  if (dialect === 'json') {
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
      body: JSON.stringify({ __type: code, message }),
    };
  }
  const error = `<Code>${xml(code)}</Code><Message>${xml(message)}</Message>`;
  const body =
    dialect === 's3'
      ? `<Error>${error}<RequestId>local</RequestId></Error>`
      : `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>local</RequestId></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}

/** JSON body of a call. */
export function jsonBody(request: Request): unknown {
  try {
    return JSON.parse(request.body.toString() || '{}');
  } catch {
    throw new Refused('SerializationException', 'the body is no JSON');
  }
}

/** `DynamoDB_20120810.PutItem` → `PutItem`. */
export function targetAction(request: Request): string {
  const target = String(request.headers['x-amz-target'] ?? '');
  return target.slice(target.lastIndexOf('.') + 1);
}

export const forwardable = (headers: IncomingHttpHeaders): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && !HOP_BY_HOP.has(name)) kept[name] = value;
  }
  return kept;
};

const HOP_BY_HOP = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding', 'expect']);
