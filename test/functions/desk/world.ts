import { desk } from '../../../functions/desk/desk.ts';
import type { DeskPorts } from '../../../functions/desk/ports.ts';
import type { Customer } from '../../../shared/domain/customer.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { Tally } from '../../../shared/domain/metrics/tally.ts';
import type { Action } from '../../../shared/domain/recovery/action.ts';
import { versionOf } from '../../../shared/domain/understand/correct-feedback.ts';
import type { HttpRequest, HttpResponse } from '../../../shared/lambda/on-http.ts';
import type { CaseWithHistory, Page, PageRequest, QuarantinedItem } from '../../../shared/ports.ts';

export const NOW = '2026-11-23T02:00:00.000Z';

/** A register in memory, with cursors that count, and a desk before it. */
export class DeskWorld {
  feedback: Feedback[] = [];
  readonly cases = new Map<string, CaseWithHistory>();
  readonly customers = new Map<string, Customer>();
  readonly actions = new Map<string, Action>();
  quarantine: QuarantinedItem[] = [];
  readonly series = new Map<string, { start: string; tally: Tally }[]>();
  readonly asked: string[] = [];

  readonly ports: DeskPorts = {
    clock: () => NOW,
    register: {
      feedback: async (id) => this.feedback.find((one) => one.id === id),
      feedbackOfDay: async (day, page) => {
        this.asked.push(day);
        const ofDay = this.feedback.filter(({ receivedAt }) => receivedAt.startsWith(day));
        return paged(
          ofDay.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)),
          page,
        );
      },
      case: async (number) => this.cases.get(number),
      cases: async (list, page) => {
        const all = [...this.cases.values()].map((one) => one.case);
        return paged(
          all.filter(({ state, number }) => (list === 'open' ? state !== 'resolved' : state === 'resolved' && number.startsWith(list))),
          page,
        );
      },
      customer: async (key) => this.customers.get(key),
      action: async (id) => this.actions.get(id),
      quarantined: async (page) => paged(this.quarantine, page),
    },
    cases: {
      saveCase: async (next, events, seen) => {
        const standing = this.cases.get(next.number);
        if (standing?.case.version !== seen) throw conflict('Somebody else changed it.');
        this.cases.set(next.number, { case: next, history: [...standing.history, ...events] });
      },
    },
    feedback: {
      saveFeedback: async (next, seen) => {
        const standing = this.feedback.find(({ id }) => id === next.id);
        if (standing === undefined || versionOf(standing) !== versionOf(seen)) throw conflict('Somebody else changed it.');
        this.feedback = this.feedback.map((one) => (one === standing ? next : one));
      },
    },
    figures: {
      series: async (dimension, granularity, from, to) => {
        this.asked.push(`${dimension} ${granularity} ${from} ${to}`);
        return this.series.get(dimension) ?? [];
      },
    },
    config: {
      brand: {
        name: { en: 'Example', 'zh-Hans': '示例' },
        timeZone: 'Asia/Shanghai',
        defaultLanguage: 'en',
        mailFrom: 'care@example.com',
      },
      branches: [{ id: 'east', name: { en: 'East', 'zh-Hans': '华东' } }],
      surveys: [],
      recovery: {
        rules: [],
        sla: {
          calendar: 'office',
          acknowledgeWithinHours: { critical: 1, high: 4, normal: 8, low: 24 },
          resolveWithinHours: { critical: 9, high: 18, normal: 45, low: 90 },
        },
        agents: [
          { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, email: 'lin@example.com' },
          { id: 'morgan', name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' }, email: 'morgan@example.com', branch: 'east' },
        ],
      },
    },
  };

  call(route: string, request: Partial<HttpRequest> = {}): Promise<HttpResponse> {
    const answer = desk(this.ports, { openapi: () => '{}', page: () => '<!doctype html>' });
    return answer({
      method: route.split(' ')[0] ?? '',
      route,
      origin: 'https://desk.example.com',
      headers: { 'content-type': 'application/json' },
      path: {},
      query: {},
      body: Buffer.alloc(0),
      claims: claims('agent'),
      ...request,
    });
  }
}

export const claims = (role: string, username = 'lin') => ({ 'cognito:groups': `[${role}]`, username, sub: 'b1c2' });
export const body = (value: unknown) => Buffer.from(JSON.stringify(value));
export const parsed = (response: HttpResponse): unknown => JSON.parse(response.body ?? '');

function paged<Item>(all: readonly Item[], { limit, cursor }: PageRequest): Page<Item> {
  const from = Number(cursor ?? 0);
  const next = from + limit < all.length ? { cursor: String(from + limit) } : {};
  return { items: all.slice(from, from + limit), ...next };
}
