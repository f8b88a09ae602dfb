import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { type Answer, type Answered, type Call, type Caller, errorAnswer, Refused, type Request, type Service } from './call.ts';
import type { Demand } from './iam.ts';
import { readPostedForm } from './posted-form.ts';
import type { Permissions } from './roles.ts';
import type { Meter } from './usage.ts';

export interface CallFacts {
  /** As people call the function, e.g. `assess`. */
  readonly caller: string;
  /** e.g. `dynamodb`. */
  readonly service: string;
  /** e.g. `PutItem`. */
  readonly action: string;
  readonly resources: readonly string[];
}

/** What faults are made of. `beforeCall` may throw `Refused`, or wait; `afterCall` may do so when the engine has done it already: a lost answer. */
export interface Interceptor {
  beforeCall?(call: CallFacts): Promise<void> | void;
  afterCall?(call: CallFacts, answer: Answer): Promise<void> | void;
}

export interface Denial {
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
}

export interface GatewaySettings {
  /** By the service's name in the credential scope. */
  readonly services: Readonly<Record<string, Service>>;
  readonly callers: ReadonlyMap<string, Caller>;
  readonly permissions: Permissions;
  readonly meter: Meter;
  readonly interceptors: readonly Interceptor[];
  readonly onDenied: (denial: Denial) => void;
}

/** The one address of all of AWS: finds out who asks whom for what, checks it against the role, and has it answered. */
export function gatewayServer(settings: () => GatewaySettings): Server {
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => handle(settings(), { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers, body }))
      .then(
        (answer) => send(response, answer),
        // Connection reset: the SDK sees a lost answer, as with a fault in the network.
        () => response.destroy(),
      );
  });
  // The SDK keeps its connections; closing them under it would look like faults.
  server.keepAliveTimeout = 0;
  return server;
}

const readBody = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => done(Buffer.concat(chunks)));
    request.on('error', fail);
  });

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** Thrown by an interceptor to cut the connection instead of answering. */
export class LostAnswer extends Error {}

async function handle(settings: GatewaySettings, received: Request): Promise<Answer> {
  const request = { ...received, form: await readPostedForm(received.method, received.headers, received.body) };
  const [, accessKey = '', serviceName = ''] = /([^/]+)\/\d{8}\/[^/]+\/([^/]+)\//.exec(credentialOf(request)) ?? [];
  const service = settings.services[serviceName];
  if (service === undefined) {
    const refused = new Refused(
      'UnknownService',
      `The local cloud has no service "${serviceName}". If functions need it, add it to local/gateway.`,
      501,
    );
    return errorAnswer('json', refused);
  }
  const caller = settings.callers.get(accessKey);
  if (caller === undefined)
    return errorAnswer(
      service.dialect,
      new Refused('UnrecognizedClientException', 'No function of the template has this access key.', 403),
    );
  let call: Call | undefined;
  let answer: Answered;
  try {
    call = service.understand(request, caller);
    const facts: CallFacts = {
      caller: caller.name,
      service: serviceName,
      action: call.action,
      resources: call.demands.map(({ resource }) => resource),
    };
    authorise(settings, caller, call.demands);
    for (const interceptor of settings.interceptors) await interceptor.beforeCall?.(facts);
    answer = await call.answer();
    for (const interceptor of settings.interceptors) await interceptor.afterCall?.(facts, answer);
  } catch (error) {
    if (error instanceof LostAnswer) throw error;
    answer = errorAnswer(service.dialect, asRefused(error));
  }
  const { readUnits = 0, writeUnits = 0 } = answer;
  settings.meter.call(caller.name, serviceName, call?.action ?? '(not understood)', {
    isError: answer.status >= 400,
    readUnits,
    writeUnits,
    bytes: request.body.length,
  });
  return answer;
}

/** Who signed: in the header as the SDK does, in the address, or in a field of a form. */
function credentialOf({ url, headers, form }: Request): string {
  return (
    /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1] ??
    new URL(url, 'http://aws').searchParams.get('X-Amz-Credential') ??
    form?.fields.get('x-amz-credential') ??
    ''
  );
}

function authorise({ permissions, onDenied }: GatewaySettings, caller: Caller, demands: readonly Demand[]): void {
  const denied = demands.find((demand) => !permissions.roleMay(caller.roleArn, demand));
  if (denied === undefined) return;
  onDenied({ caller: caller.name, action: denied.action, resource: denied.resource });
  throw new Refused(
    'AccessDeniedException',
    `User: ${caller.roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${caller.physicalName} is not authorized to perform: ` +
      `${denied.action} on resource: ${denied.resource} because no identity-based policy allows the ${denied.action} action`,
    denied.action.startsWith('s3:') || denied.action.startsWith('ses:') ? 403 : 400,
  );
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof z.core.$ZodError) return new Refused('ValidationException', `the call misses something: ${error.message}`);
  return new Refused('InternalFailure', `the local cloud failed: ${error instanceof Error ? error.message : String(error)}`, 500);
}
