import { desk } from '../../../functions/desk/desk.ts';
import type { DeskPorts } from '../../../functions/desk/ports.ts';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { TopicAlarm } from '../../../shared/domain/alarm/topic-alarm.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import type { Look } from '../../../shared/domain/customer/look.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { QuarantinedItem } from '../../../shared/domain/intake/quarantined.ts';
import type { Tally } from '../../../shared/domain/metrics/tally.ts';
import { type Case, isOpen } from '../../../shared/domain/recovery/case.ts';
import type { Agent } from '../../../shared/domain/recovery/policy.ts';
import { versionOf } from '../../../shared/domain/understand/correct-feedback.ts';
import type { HttpRequest, HttpResponse } from '../../../shared/lambda/on-http.ts';
import type { Absence, Page, PageRequest } from '../../../shared/ports.ts';
import { CaseMemory } from './case-memory.ts';

const agent = (id: string, name: Agent['name'], rest: Partial<Agent> = {}): Agent => ({
  ...{ id, name, email: `${id}@example.com`, authority: 'agent' },
  ...rest,
});
/** Two of the front line, one of them of a branch, and those above them. */
export const agents: Agent[] = [
  agent('lin', { en: 'Lin Yue', 'zh-Hans': '林悦' }),
  agent('morgan', { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' }, { branch: 'east' }),
  agent('chen', { en: 'Chen Wei', 'zh-Hans': '陈伟' }, { authority: 'head' }),
  agent('zhao', { en: 'Zhao Min', 'zh-Hans': '赵敏' }, { authority: 'manager' }),
];
/** The project's own, with these agents. */
export const recovery = { ...recoverySettings(config), agents };

/** Customers' files have tests and a world of their own. */
const notHere = async (): Promise<never> => {
  throw new Error("this world has no customers' files");
};

export const NOW = '2026-11-23T02:00:00.000Z';

/** A register in memory, with cursors that count, and a desk before it. */
export class DeskWorld {
  feedback: Feedback[] = [];
  readonly memory = new CaseMemory();
  readonly cases = this.memory.cases;
  readonly actions = this.memory.actions;
  readonly customers = new Map<string, Customer>();
  readonly looks: Look[] = [];
  readonly absences = new Map<string, Absence>();
  /** Ids of actions that were queued. */
  readonly sent: string[] = [];
  isQueueDown = false;
  readonly warnings: string[] = [];
  quarantine: QuarantinedItem[] = [];
  alarms: TopicAlarm[] = [];
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
      feedbacks: async (ids) => ids.flatMap((id) => this.feedback.find((one) => one.id === id) ?? []),
      case: async (number) => this.cases.get(number),
      openCases: async (page) => {
        this.asked.push('openCases');
        return paged(this.casesWhere(isOpen), page);
      },
      casesOf: async (agent, page) => {
        this.asked.push(`casesOf ${agent}`);
        return paged(
          this.casesWhere((item) => isOpen(item) && item.owner === agent),
          page,
        );
      },
      casesClosedIn: async (month, page) =>
        paged(
          this.casesWhere((item) => item.closedIn === month),
          page,
        ),
      customer: async (key) => this.customers.get(key),
      action: async (id) => this.actions.get(id),
      actions: async (ids) => ids.flatMap((id) => this.actions.get(id) ?? []),
      quarantined: async (page) => paged(this.quarantine, page),
    },
    cases: this.memory,
    actions: {
      send: async (ids) => {
        if (this.isQueueDown) throw new Error('the queue is down');
        this.sent.push(...ids);
      },
    },
    staff: {
      board: async () =>
        recovery.agents.map(({ id }) => ({ openCases: this.memory.loads.get(id) ?? 0, ...(this.absences.get(id) ?? { agent: id }) })),
      setAbsence: async (absence) => void this.absences.set(absence.agent, absence),
    },
    warn: (message) => void this.warnings.push(message),
    recovery,
    feedback: {
      saveFeedback: async (next, seen) => {
        const standing = this.feedback.find(({ id }) => id === next.id);
        if (standing === undefined || versionOf(standing) !== versionOf(seen)) throw conflict('Somebody else changed it.');
        this.feedback = this.feedback.map((one) => (one === standing ? next : one));
      },
      earlierVersions: async () => [],
      emptyVersion: notHere,
    },
    figures: {
      series: async (dimension, granularity, from, to) => {
        this.asked.push(`${dimension} ${granularity} ${from} ${to}`);
        return this.series.get(dimension) ?? [];
      },
    },
    alarms: { alarms: async (page) => paged(this.alarms, page) },
    customers: {
      files: {
        ...{ whole: notHere, find: notHere, history: notHere, looks: notHere, takingCare: notHere, save: notHere },
        recordLook: async (look) => void this.looks.push(look),
      },
      calls: { callsUntil: notHere },
      erasure: { eraseCase: notHere, replaceQuarantined: notHere, refuseActions: notHere, removeMail: notHere, removePhoto: notHere },
      invitations: { invitationsOf: notHere, eraseInvitations: notHere },
      keys: notHere,
    },
    config: {
      alarms: { topicRise: { falseAlarmsPerYear: 4, historyDays: 56, minimumCount: 5, to: [] } },
      brand: {
        name: { en: 'Example', 'zh-Hans': '示例' },
        timeZone: 'Asia/Shanghai',
        defaultLanguage: 'en',
        mailFrom: 'care@example.com',
      },
      branches: [
        { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
        { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
      ],
      surveys: config.surveys,
      campaigns: config.campaigns,
      recovery: { ...config.recovery, agents },
      customers: config.customers,
    },
  };

  private casesWhere(isWanted: (item: Case) => boolean): Case[] {
    return [...this.cases.values()].map((one) => one.case).filter(isWanted);
  }

  call(route: string, request: Partial<HttpRequest> = {}): Promise<HttpResponse> {
    const answer = desk(this.ports, {
      openapi: () => '{}',
      page: () => '<!doctype html>',
      signIn: () => ({ url: 'https://sign-in.example.com', clientId: 'client' }),
    });
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
