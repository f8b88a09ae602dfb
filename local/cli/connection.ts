import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { STATE_DIR } from '../state-file.ts';
import { Failure } from './output.ts';

/** Written by a running local cloud, so that the other commands find it. */
const STATE_FILE = join(STATE_DIR, 'local.json');

const State = z.object({ url: z.url(), pid: z.int(), token: z.string() });

const Problem = z.object({ title: z.string(), issues: z.array(z.object({ field: z.string(), reason: z.string() })).default([]) });

/** The Amends that commands talk to: the one that AMENDS_URL names, or the local cloud that runs here. */
export interface Connection {
  readonly url: string;
  /** GET on the HTTP API, as somebody of this role. */
  read<Schema extends z.core.$ZodType>(path: string, role: Role, schema: Schema): Promise<z.output<Schema>>;
  /** POST of JSON on the HTTP API, as somebody of this role. */
  post<Schema extends z.core.$ZodType>(
    path: string,
    role: Role,
    body: unknown,
    schema: Schema,
    headers?: Readonly<Record<string, string>>,
  ): Promise<z.output<Schema>>;
  /** The local cloud's own pages under /_local/; a deployed Amends has none. */
  local(path: string, request?: { method: string; body?: Uint8Array<ArrayBuffer> | string }): Promise<Response>;
}

export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export async function connect(): Promise<Connection> {
  const url = process.env['AMENDS_URL'];
  if (url !== undefined) return deployed(url.replace(/\/$/, ''), process.env['AMENDS_TOKEN']);
  const state = await runningLocalCloud();
  if (state === undefined) {
    throw new Failure('no local cloud runs here. Start one with "npm start", or name a deployed Amends with AMENDS_URL and AMENDS_TOKEN.');
  }
  return localCloud(state);
}

/** The local cloud of this folder, if it is alive. A state file that was left behind by a killed one does not count. */
export async function runningLocalCloud(): Promise<z.infer<typeof State> | undefined> {
  const text = await readFile(STATE_FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = State.safeParse(JSON.parse(text));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : undefined;
}

/** @throws Failure where a local cloud runs in this folder: two would fight over its state file. */
export async function refuseSecond(): Promise<void> {
  const running = await runningLocalCloud();
  if (running === undefined) return;
  throw new Failure(`a local cloud runs here already, at ${running.url} (process ${running.pid}). Stop it first with Ctrl-C.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function localCloud(state: z.infer<typeof State>): Connection {
  const local: Connection['local'] = (path, request = { method: 'GET' }) =>
    fetch(`${state.url}/_local/${path}`, { ...request, headers: { authorization: `Bearer ${state.token}` } });
  return {
    url: state.url,
    local,
    read: async (path, role, schema) => askFor(`${state.url}${path}`, await issueToken(local, role), schema),
    post: async (path, role, body, schema, headers) =>
      askFor(`${state.url}${path}`, await issueToken(local, role), schema, { body, headers }),
  };
}

export async function issueToken(local: Connection['local'], role: Role): Promise<string> {
  const response = await local(`token?role=${role}`, { method: 'POST' });
  if (!response.ok) throw new Failure(`the local cloud gave no token: ${response.status}`);
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

function deployed(url: string, token: string | undefined): Connection {
  const known = () => {
    if (token === undefined) throw new Failure('AMENDS_URL is set and AMENDS_TOKEN is not: set it to an id token of a user of the pool.');
    return token;
  };
  return {
    url,
    local() {
      throw new Failure('this needs the local cloud: unset AMENDS_URL and run "npm start".');
    },
    read: async (path, _role, schema) => askFor(`${url}${path}`, known(), schema),
    post: async (path, _role, body, schema, headers) => askFor(`${url}${path}`, known(), schema, { body, headers }),
  };
}

/** GET, or POST where there is something `sent`. */
async function askFor<Schema extends z.core.$ZodType>(
  url: string,
  token: string,
  schema: Schema,
  sent?: { readonly body: unknown; readonly headers: Readonly<Record<string, string>> | undefined },
): Promise<z.output<Schema>> {
  const authorization = `Bearer ${token}`;
  const request =
    sent === undefined
      ? { headers: { authorization } }
      : {
          method: 'POST',
          headers: { ...sent.headers, authorization, 'content-type': 'application/json' },
          body: JSON.stringify(sent.body),
        };
  const response = await fetch(url, request).catch((error: unknown) => {
    throw new Failure(`${new URL(url).origin} cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
  });
  const body: unknown = await response.json();
  if (response.ok) return z.parse(schema, body);
  const problem = Problem.safeParse(body);
  if (!problem.success) throw new Failure(`the API answered ${response.status}`);
  throw new Failure([problem.data.title, ...problem.data.issues.map(({ field, reason }) => `  ${field}: ${reason}`)].join('\n'));
}
