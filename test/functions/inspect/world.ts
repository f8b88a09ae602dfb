import { inspect } from '../../../functions/inspect/inspect.ts';
import type { InspectPorts } from '../../../functions/inspect/ports.ts';
import { showMail } from '../../../shared/adapters/mime/show-mail.ts';
import config from '../../../shared/config/current.ts';
import type { Look } from '../../../shared/domain/customer/look.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import type { Feedback, FeedbackReceived } from '../../../shared/domain/feedback.ts';
import type { QuarantinedItem } from '../../../shared/domain/intake/quarantined.ts';
import type { PhotoState } from '../../../shared/domain/photo.ts';
import type { HttpRequest, HttpResponse } from '../../../shared/lambda/on-http.ts';
import type { DeadLetter } from '../../../shared/ports.ts';
import { agents, claims, NOW } from '../desk/world.ts';
import { OutgoingMemory } from './outgoing-memory.ts';

/** What failed or was kept aside, in memory, and `inspect` before it. */
export class InspectWorld {
  feedback: Feedback[] = [];
  readonly quarantine = new Map<string, QuarantinedItem>();
  readonly sent: FeedbackReceived[] = [];
  readonly looks: Look[] = [];
  readonly mails = new Map<string, string>();
  readonly letters = new Map<string, DeadLetter[]>();
  readonly outgoing = new OutgoingMemory();
  /** How photos stand, by key. */
  readonly photos = new Map<string, PhotoState>();
  isLogDown = false;

  readonly ports: InspectPorts = {
    register: { feedback: async (id) => this.feedback.find((one) => one.id === id) },
    quarantine: {
      quarantined: async ({ limit, cursor = '0' }) => {
        const all = [...this.quarantine.values()];
        const to = Number(cursor) + limit;
        return { items: all.slice(Number(cursor), to), ...(to < all.length ? { cursor: String(to) } : {}) };
      },
      one: async (id) => this.quarantine.get(id),
      judge: async (id, judgement) => {
        const item = this.quarantine.get(id);
        if (item === undefined || item.judgement !== undefined) throw conflict('Somebody else judged it meanwhile.');
        this.quarantine.set(id, { ...item, judgement });
      },
    },
    intake: { send: async (received) => void this.sent.push(received) },
    looks: {
      recordLook: async (look) => {
        if (this.isLogDown) throw new Error('the table is down');
        this.looks.push(look);
      },
    },
    mail: { read: async (key) => new TextEncoder().encode(this.mails.get(key)) },
    showMail,
    photos: { state: async (key) => this.photos.get(key) ?? 'missing', url: (key) => `https://photos.example.com/${key}?signed` },
    outgoing: this.outgoing,
    letters: {
      waiting: async (queue) => this.letters.get(queue)?.length ?? 0,
      peek: async (queue, atMost) => (this.letters.get(queue) ?? []).slice(0, atMost),
      move: async (queue, to, atMost) => {
        const moved = this.letters.get(queue)?.splice(0, atMost) ?? [];
        this.letters.set(to, [...(this.letters.get(to) ?? []), ...moved]);
        return moved.length;
      },
    },
    queues: [
      { name: 'feedback', queue: 'feedback-dead', from: 'feedback-work', errorImpact: 'Unhappy customers hear nothing.' },
      { name: 'failed-count', queue: 'count-failures', errorImpact: 'Figures fall behind.' },
    ],
    clock: () => NOW,
    config: {
      ...config,
      webhooks: [
        { id: 'crm', url: 'https://crm.example.com/hooks/amends?key=1', events: 'all', isEnabled: true },
        { id: 'off', url: 'https://off.example.com/', events: 'all', isEnabled: false },
      ],
      notices: [{ id: 'team', kind: 'wecom', events: ['CaseOpened'], language: 'zh-Hans', isEnabled: true }],
      recovery: { ...config.recovery, agents },
    },
  };

  call(route: string, request: Partial<HttpRequest> = {}): Promise<HttpResponse> {
    return inspect(this.ports)({
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
