import * as z from 'zod';
import { CaseDetails, CasePage } from '../../shared/api/case-schemas.ts';
import { QuarantinePage } from '../../shared/api/inspect-schemas.ts';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { FeedbackPage } from '../../shared/api/schemas.ts';
import type { LocalCloud } from '../cloud.ts';

/** What stands in a running Amends, read through its own HTTP API as a manager reads it. */
export async function readRegister(cloud: LocalCloud) {
  const api = await desk(cloud, 'manager');
  const feedback = await api.all('/api/feedback', FeedbackPage);
  const open = await api.all('/api/cases?state=open', CasePage);
  // Whatever state it is in, a case is named by the feedback that opened it.
  const numbers = new Set([...open.map(({ number }) => number), ...feedback.flatMap(({ caseNumber }) => caseNumber ?? [])]);
  return {
    feedback,
    quarantined: await api.all('/api/quarantine', QuarantinePage),
    cases: await Promise.all([...numbers].map((number) => api.get(`/api/cases/${number}`, CaseDetails))),
    metrics: await api.get('/api/metrics?by=all', MetricsBody),
  };
}
export type RegisterView = Awaited<ReturnType<typeof readRegister>>;

/** The HTTP API as somebody of a role. */
export async function desk(cloud: LocalCloud, role: 'agent' | 'manager' | 'admin') {
  const headers = { authorization: `Bearer ${await cloud.token(role)}` };
  const call = async (path: string, request: { method: string; body?: string } = { method: 'GET' }): Promise<unknown> => {
    const response = await fetch(cloud.url + path, { ...request, headers: { ...headers, 'content-type': 'application/json' } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${request.method} ${path}: expected 2xx, came ${response.status}: ${text.slice(0, 200)}`);
    return JSON.parse(text);
  };
  return {
    get: async <Schema extends z.core.$ZodType>(path: string, schema: Schema) => z.parse(schema, await call(path)),
    post: (path: string, body: unknown) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    /** Every page of a list. */
    async all<Item>(path: string, schema: z.core.$ZodType<{ items: Item[]; cursor?: string | undefined }>): Promise<Item[]> {
      const items: Item[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const query = `${path.includes('?') ? '&' : '?'}limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
        const page: { items: Item[]; cursor?: string | undefined } = z.parse(schema, await call(path + query));
        items.push(...page.items);
        cursor = page.cursor;
      }
      return items;
    },
  };
}
