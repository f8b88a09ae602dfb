import * as z from 'zod';
import { CaseDetails, ChangedCase } from '../../../shared/api/case-schemas.ts';
import type { CaseCommand } from '../../../shared/domain/recovery/command.ts';
import type { LocalCloud, StaffRole } from '../../cloud.ts';

/** As a client writes it: what has a default may be left out. */
export type Asked = z.input<typeof CaseCommand>;

/** What the desk said no with. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
}

const Problem = z.object({
  type: z.string().regex(/^urn:amends:problem:/),
  title: z.string(),
  issues: z.array(z.object({ field: z.string(), reason: z.string() })),
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export type Headed = Readonly<Record<string, string>>;

/** Somebody of the house at the HTTP API, with a token of their own. */
export interface Colleague {
  readonly id: string;
  ask(number: string, command: Asked, headers?: Headed): Promise<z.output<typeof ChangedCase>>;
  /** Asks for what must be refused. */
  refused(number: string, command: object, headers?: Headed): Promise<Refusal>;
  see(number: string): Promise<CaseDetails>;
  get<Schema extends z.core.$ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  post<Schema extends z.core.$ZodType>(path: string, body: object, schema: Schema): Promise<z.output<Schema>>;
  /** Whatever comes of it. */
  call(method: string, path: string, body?: object, headers?: Headed): Promise<Answer>;
}

/** @param id name of the account: of an agent in the config, or anybody's. */
export async function colleague(cloud: LocalCloud, id: string, role: StaffRole = 'agent'): Promise<Colleague> {
  const token = await cloud.tokenOf(id, role);
  const call: Colleague['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(cloud.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: JSON.parse(await response.text()), headers: response.headers };
  };
  const done = async <Schema extends z.core.$ZodType>(schema: Schema, ...request: Parameters<Colleague['call']>) => {
    const { status, body } = await call(...request);
    if (status < 300) return z.parse(schema, body);
    throw new Error(`${id}: ${request[0]} ${request[1]}: expected 2xx, came ${status}: ${JSON.stringify(body)}`);
  };
  const commands = (number: string) => `/api/cases/${number}/commands`;
  return {
    id,
    call,
    ask: (number, command, headers) => done(ChangedCase, 'POST', commands(number), command, headers),
    refused: async (number, command, headers) => {
      const { status, body } = await call('POST', commands(number), command, headers);
      if (status < 400) throw new Error(`${id}: expected a refusal of ${JSON.stringify(command)}, came ${status}`);
      const { type, title, issues } = Problem.parse(body);
      return {
        status,
        code: type.split(':').at(-1) ?? '',
        reason: [title, ...issues.map(({ field, reason }) => `${field}: ${reason}`)].join(' '),
      };
    },
    see: (number) => done(CaseDetails, 'GET', `/api/cases/${number}`),
    get: (path, schema) => done(schema, 'GET', path),
    post: (path, body, schema) => done(schema, 'POST', path, body),
  };
}
