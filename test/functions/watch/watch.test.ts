import { describe, expect, it } from 'vitest';
import { type WatchPorts, watch } from '../../../functions/watch/watch.ts';
import { TopicAlarm } from '../../../shared/domain/alarm/topic-alarm.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { type Deltas, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { Action, actionTag } from '../../../shared/domain/recovery/action.ts';
import { aFeedback } from '../../samples.ts';

/** Five past ten in Shanghai. */
const NOW = '2026-11-23T02:05:00.000Z';

const said = (n: number, comment: string, overrides: Partial<Feedback> = {}) =>
  aFeedback({ id: `feedback-${n}`, externalId: `r${n}`, comment, receivedAt: '2026-11-22T20:00:00.000Z', ...overrides });

interface House {
  readonly days?: number;
  readonly now?: Deltas;
  readonly feedback?: readonly Feedback[];
  readonly to?: readonly string[];
  readonly language?: 'en' | 'zh-Hans';
}

/** A house that hears ten unhappy words about delivery a day, of a hundred, and what it holds afterwards. */
function given({
  days = 57,
  now = { n: 45, sentimentNegative: 40 },
  feedback = [],
  to = ['manager@example.com'],
  language = 'en',
}: House = {}) {
  const raised = new Map<string, { alarm: TopicAlarm; mail: Action | undefined }>();
  const sent: string[] = [];
  const daily = (deltas: Deltas) =>
    Array.from({ length: days }, (_, n) => ({
      start: new Date(Date.UTC(2026, 10, 21) - n * 86_400_000).toISOString().slice(0, 10),
      tally: tallyOf(deltas),
    })).reverse();
  const usual: Readonly<Record<string, Deltas>> = { all: { n: 100 }, 'topic#delivery': { n: 15, sentimentNegative: 10 } };
  const today: Record<string, Deltas> = { all: { n: 140 }, 'topic#delivery': now };
  const ports: WatchPorts = {
    register: {
      async feedbackOfDay(utcDay, { cursor, limit }) {
        const ofDay = feedback.filter(({ receivedAt }) => receivedAt.startsWith(utcDay));
        const start = Number(cursor ?? 0);
        return { items: ofDay.slice(start, start + limit), cursor: start + limit < ofDay.length ? String(start + limit) : undefined };
      },
    },
    figures: {
      async series(dimension, granularity) {
        const deltas = granularity === 'day' ? usual[dimension] : today[dimension];
        if (deltas === undefined) return [];
        return granularity === 'day' ? daily(deltas) : [{ start: '2026-11-22T20', tally: tallyOf(deltas) }];
      },
    },
    alarms: {
      alarms: async () => ({ items: [...raised.values()].map(({ alarm }) => alarm).reverse() }),
      async raise(alarm, mail) {
        if (raised.has(alarm.id)) return false;
        raised.set(alarm.id, { alarm, mail });
        return true;
      },
    },
    actions: {
      async send(ids) {
        sent.push(...ids);
      },
    },
    clock: () => NOW,
    config: {
      brand: {
        name: { en: 'Example Company', 'zh-Hans': '示例公司' },
        timeZone: 'Asia/Shanghai',
        defaultLanguage: language,
        mailFrom: 'care@example.com',
      },
      branches: [{ id: 'east', name: { en: 'East', 'zh-Hans': '华东' } }],
      redaction: { orderNumbers: [] },
      alarms: { topicRise: { falseAlarmsPerYear: 4, historyDays: 56, minimumCount: 5, to: [...to] } },
    },
  };
  const mailOf = (id: string) => {
    const mail = Action.parse(raised.get(id)?.mail);
    if (mail.kind !== 'digest') throw new Error('no rendered mail');
    return mail;
  };
  return { ports, raised, sent, today, mailOf };
}

describe('a sudden rise of a topic (R22)', () => {
  it('raises an alarm with its grounds, and queues its mail once', async () => {
    const { ports, raised, sent, mailOf } = given({ feedback: [said(1, 'Where is my parcel?')] });
    expect(await watch({ at: '2026-11-23T02:05:00Z' }, ports)).toEqual({ raised: ['delivery'], standing: [] });
    const alarm = TopicAlarm.parse(raised.get('rise:delivery:2026-11-23T02')?.alarm);
    expect(alarm).toMatchObject({
      at: NOW,
      topic: 'delivery',
      from: '2026-11-22T02:00:00.000Z',
      to: '2026-11-23T02:00:00.000Z',
      count: 40,
      falseAlarmsPerYear: 4,
      historyDays: 56,
      feedbackIds: ['feedback-1'],
    });
    const mail = mailOf(alarm.id);
    expect(mail).toMatchObject({ id: `alarm:${alarm.id}`, state: 'due', dueAt: NOW, to: ['manager@example.com'], language: 'en' });
    expect(mail.subject).toBe('Delivery: 40 unhappy responses in 24 hours, about 10 are usual · Example Company');
    expect(mail.text).toContain('at most 4 false alarms a year would be expected, of all topics together');
    expect(sent).toEqual([mail.id]);
    expect(actionTag(mail.id)).toBe('alarm.rise.delivery.2026-11-23T02');
  });

  it('raises none a second time, nor an hour later, and another one once it has risen by half again', async () => {
    const { ports, raised, sent, today } = given();
    await watch({}, ports);
    expect(await watch({}, ports)).toEqual({ raised: [], standing: ['delivery'] });
    expect(await watch({ at: '2026-11-23T03:05:00Z' }, ports)).toEqual({ raised: [], standing: ['delivery'] });
    today['topic#delivery'] = { n: 65, sentimentNegative: 60 };
    expect(await watch({ at: '2026-11-23T04:05:00Z' }, ports)).toEqual({ raised: ['delivery'], standing: [] });
    expect([...raised.keys()]).toEqual(['rise:delivery:2026-11-23T02', 'rise:delivery:2026-11-23T04']);
    expect(sent).toHaveLength(2);
  });

  it('reminds of one that still stands a day later', async () => {
    const { ports } = given();
    await watch({}, ports);
    expect(await watch({ at: '2026-11-24T02:05:00Z' }, ports)).toEqual({ raised: ['delivery'], standing: [] });
  });

  it('shows the five gravest comments behind it, masked, and none that is happy, of another topic or outside the window', async () => {
    const calm = { ...aFeedback().understanding, sentiment: { label: 'positive', score: 0.9, confidence: 0.9 } } as const;
    const feedback = [
      ...[1, 2, 3, 4, 5, 6].map((n) => said(n, `Late again, number ${n}`)),
      said(7, 'It caught fire, write to ana@example.com', { understanding: { ...aFeedback().understanding, severity: 4 } }),
      said(8, 'Lovely delivery', { understanding: calm, answers: [] }),
      said(9, 'Rude', { reasons: ['staff'], understanding: { ...aFeedback().understanding, topics: [] } }),
      said(10, 'Too early', { receivedAt: '2026-11-22T01:59:59.999Z' }),
      said(11, 'Too late', { receivedAt: '2026-11-23T02:00:00.000Z' }),
    ];
    const { ports, raised, mailOf } = given({ feedback });
    await watch({}, ports);
    const alarm = raised.get('rise:delivery:2026-11-23T02')?.alarm;
    expect(alarm?.feedbackIds).toEqual(['feedback-7', 'feedback-1', 'feedback-2', 'feedback-3', 'feedback-4']);
    const { text, html } = mailOf('rise:delivery:2026-11-23T02');
    expect(text).toContain('It caught fire');
    expect(text).toContain('amends feedback show feedback-7');
    for (const part of [text, html]) expect(part).not.toMatch(/ana@example|Lovely|Rude|Too early|Too late/);
    expect(JSON.stringify(alarm)).not.toContain('fire');
  });

  it('looks through two thousand at most for them, and says so', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => said(n, `Late, number ${n}`));
    const { ports, mailOf } = given({ feedback: many });
    await watch({}, ports);
    expect(mailOf('rise:delivery:2026-11-23T02').text).toContain('only the newest part was looked through');
  });

  it('is told in Chinese to a Chinese house', async () => {
    const { ports, mailOf } = given({ language: 'zh-Hans', feedback: [said(1, '快递晚了两周。')] });
    await watch({}, ports);
    const { subject, text } = mailOf('rise:delivery:2026-11-23T02');
    expect(subject).toBe('配送：24 小时内不满反馈 40 条，平时约 10 条 · 示例公司');
    expect(text).toContain('快递晚了两周。');
    expect(text).toContain('误报预计每年不超过 4 次');
  });

  it('stands in the list where nobody wants a mail', async () => {
    const { ports, raised, sent } = given({ to: [] });
    await watch({}, ports);
    expect(raised.get('rise:delivery:2026-11-23T02')?.mail).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('is silent as long as there is no history, and says so', async () => {
    const { ports, raised } = given({ days: 10 });
    expect(await watch({}, ports)).toEqual({ silent: 'no-history', historyDays: 9 });
    expect(raised.size).toBe(0);
  });

  it('is none where the day is as usual', async () => {
    const { ports, raised } = given({ now: { n: 20, sentimentNegative: 13 } });
    expect(await watch({}, ports)).toEqual({ raised: [], standing: [] });
    expect(raised.size).toBe(0);
  });

  it.each([[null], [{ at: 'yesterday' }], [{ topic: 'delivery' }]])('refuses %j', async (request) => {
    await expect(watch(request, given().ports)).rejects.toMatchObject({ status: 422 });
  });
});
