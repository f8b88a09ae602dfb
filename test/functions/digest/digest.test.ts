import { describe, expect, it } from 'vitest';
import { type DigestPorts, digest } from '../../../functions/digest/digest.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { foldItems } from '../../../shared/domain/metrics/reconcile.ts';
import { addTallies, emptyTally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { Action, actionTag } from '../../../shared/domain/recovery/action.ts';
import { type Case, isOpen } from '../../../shared/domain/recovery/case.ts';
import type { Page, PageRequest } from '../../../shared/ports.ts';
import { aClosedCase } from '../../domain/recovery/statistics/a-month.ts';
import { aCase, aDeadline, aFeedback } from '../../samples.ts';

const ZONE = 'Asia/Shanghai';
/** Monday, 08:00 in Shanghai. */
const NOW = '2026-11-23T00:00:00.000Z';

/** Pages of two, so that every reader has to turn them. */
function pageOf<Item>(items: readonly Item[], { cursor }: PageRequest): Page<Item> {
  const start = Number(cursor ?? 0);
  return { items: items.slice(start, start + 2), cursor: start + 2 < items.length ? String(start + 2) : undefined };
}

/** Stores that hold this feedback and these cases, and the figures that follow from them. */
function given(feedback: readonly Feedback[], cases: readonly Case[] = [], now = NOW) {
  const stored = new Map<string, Action>();
  const sent: string[] = [];
  const daysRead: string[] = [];
  const buckets = foldItems(
    [...feedback.map((item) => ({ ...item, type: 'feedback' })), ...cases.map((item) => ({ ...item, type: 'case' }))],
    ZONE,
  );
  const ports: DigestPorts = {
    register: {
      async feedbackOfDay(utcDay, page) {
        daysRead.push(utcDay);
        return pageOf(
          [...feedback].reverse().filter(({ receivedAt }) => receivedAt.startsWith(utcDay)),
          page,
        );
      },
      openCases: async (page) => pageOf(cases.filter(isOpen), page),
      casesClosedIn: async (month, page) =>
        pageOf(
          cases.filter(({ closedIn }) => closedIn === month),
          page,
        ),
    },
    figures: {
      async series(dimension, granularity, from, to) {
        return buckets
          .filter(
            (bucket) => bucket.dimension === dimension && bucket.granularity === granularity && bucket.start >= from && bucket.start <= to,
          )
          .map(({ start, deltas }) => ({ start, tally: addTallies(emptyTally, tallyOf(deltas)) }));
      },
    },
    outbox: {
      async addAction(action) {
        if (stored.has(action.id)) return false;
        stored.set(action.id, action);
        return true;
      },
    },
    actions: {
      async send(ids) {
        sent.push(...ids);
      },
    },
    clock: () => now,
    config: {
      brand: {
        name: { en: 'Example Company', 'zh-Hans': '示例公司' },
        timeZone: ZONE,
        defaultLanguage: 'en',
        mailFrom: 'care@example.com',
      },
      branches: [{ id: 'east', name: { en: 'East', 'zh-Hans': '华东' } }],
      recovery: {
        agents: [{ id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, email: 'lin@example.com', authority: 'agent' }],
        teams: [],
        departments: [{ id: 'logistics', name: { en: 'Logistics', 'zh-Hans': '物流部' } }],
        causes: [{ id: 'late-delivery', name: { en: 'Late delivery', 'zh-Hans': '配送延误' } }],
      },
      caseReport: { schedule: 'cron(0 8 5 * ? *)', to: ['manager@example.cn'], language: 'zh-Hans' },
      redaction: { orderNumbers: [] },
      digests: [
        { id: 'daily', period: 'day', schedule: 'cron(0 8 * * ? *)', language: 'en', to: ['manager@example.com'] },
        { id: 'weekly', period: 'week', schedule: 'cron(0 8 ? * MON *)', language: 'zh-Hans', to: ['manager@example.cn'] },
      ],
    },
  };
  return { ports, stored, sent, daysRead };
}

const said = (n: number, receivedAt: string, value = 5) =>
  aFeedback({
    externalId: `r${n}`,
    receivedAt,
    comment: `comment ${n}`,
    answers: [{ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }],
  });
const many = (count: number, receivedAt: string) => Array.from({ length: count }, (_, n) => said(n, receivedAt));

describe('digest', () => {
  it('queues the digest of the last complete day once, ready to be sent', async () => {
    const { ports, stored, sent } = given(many(12, '2026-11-22T03:00:00.000Z'));
    expect(await digest({ digest: 'daily' }, ports)).toEqual({ actionId: 'digest:daily:2026-11-22', isNew: true });
    const action = Action.parse(stored.get('digest:daily:2026-11-22'));
    expect(action).toMatchObject({ kind: 'digest', state: 'due', dueAt: NOW, attempts: 0, language: 'en', to: ['manager@example.com'] });
    expect(action.kind === 'digest' && action.subject).toContain('100% satisfied');
    expect(sent).toEqual(['digest:daily:2026-11-22']);
  });

  it('changes nothing when it runs again, though more is known by then', async () => {
    const first = given(many(12, '2026-11-22T03:00:00.000Z'));
    await digest({ digest: 'daily' }, first.ports);
    const before = structuredClone([...first.stored]);
    const later = { ...first.ports, clock: () => '2026-11-23T05:00:00.000Z' };
    expect(await digest({ digest: 'daily', at: '2026-11-23T00:00:00Z' }, later)).toEqual({
      actionId: 'digest:daily:2026-11-22',
      isNew: false,
    });
    expect([...first.stored]).toEqual(before);
    expect(first.sent).toHaveLength(1);
  });

  it('takes the period from the scheduled time where the scheduler was late', async () => {
    const { ports } = given(many(12, '2026-11-22T03:00:00.000Z'), [], '2026-11-23T17:00:00.000Z');
    expect(await digest({ digest: 'daily', at: '2026-11-23T00:00:00Z' }, ports)).toMatchObject({ actionId: 'digest:daily:2026-11-22' });
  });

  it('is a week from Monday to Sunday in the zone of the house, in the language of the digest', async () => {
    const inTheWeek = many(12, '2026-11-15T16:00:00.000Z');
    const { ports, stored } = given([...inTheWeek, said(98, '2026-11-15T15:59:59.999Z', 1), said(99, '2026-11-22T16:00:00.000Z', 1)]);
    expect(await digest({ digest: 'weekly' }, ports)).toEqual({ actionId: 'digest:weekly:2026-11-16', isNew: true });
    const action = stored.get('digest:weekly:2026-11-16');
    if (action?.kind !== 'digest') throw new Error('no digest was queued');
    expect(action.text).toContain('共收到 12 条客户反馈，前一周为 1 条');
    expect(action.text).not.toMatch(/comment 9[89]/);
  });

  it('is skipped where nothing came in and nothing is late', async () => {
    const { ports, stored, sent } = given(
      [],
      [aCase({ openedAt: NOW }), aCase({ state: 'closed', closedAt: NOW, deadlines: [aDeadline('solution', '2026-11-20T09:00:00.000Z')] })],
    );
    expect(await digest({ digest: 'daily' }, ports)).toEqual({ skipped: 'nothing-to-tell' });
    expect([stored.size, sent.length]).toEqual([0, 0]);
  });

  it('is sent for an overdue case alone', async () => {
    const { ports, stored } = given(
      [],
      [1, 2, 3].map((n) => aCase({ number: `2611-000${n}`, deadlines: [aDeadline('acknowledge', '2026-11-20T09:00:00.000Z')] })),
    );
    await digest({ digest: 'daily' }, ports);
    const action = stored.get('digest:daily:2026-11-22');
    expect(action?.kind === 'digest' && action.subject).toContain('3 cases overdue');
  });

  it('shows a preview in any language without storing or sending anything', async () => {
    const { ports, stored, sent } = given(many(12, '2026-11-22T03:00:00.000Z'));
    const shown = await digest({ preview: { period: 'day', language: 'zh-Hans' } }, ports);
    expect(shown).toMatchObject({
      subject: expect.stringContaining('满意率 100%'),
      html: expect.stringContaining('<!DOCTYPE html>'),
      text: expect.stringContaining('客户反馈日报'),
    });
    expect([stored.size, sent.length]).toEqual([0, 0]);
  });

  it('shows the running day on request, up to now', async () => {
    const { ports } = given([...many(12, '2026-11-22T16:30:00.000Z'), said(50, '2026-11-22T03:00:00.000Z')]);
    const shown = await digest({ preview: { period: 'day', language: 'en', includeCurrent: true } }, ports);
    expect(shown).toMatchObject({ text: expect.stringContaining('Daily customer feedback, so far') });
    expect(shown).toMatchObject({ text: expect.stringContaining('12 responses so far, 1 the day before.') });
  });

  it('reads at most two thousand comments, the newest first, and says so', async () => {
    const { ports, daysRead } = given([...many(3000, '2026-11-22T03:00:00.000Z'), said(9999, '2026-11-21T16:00:00.000Z')]);
    const shown = await digest({ preview: { period: 'day', language: 'en' } }, ports);
    expect(shown).toMatchObject({ text: expect.stringContaining('Chosen from the newest 2,000.') });
    expect(new Set(daysRead)).toEqual(new Set(['2026-11-22']));
  });

  it.each([
    [{ digest: 'hourly' }],
    [{ digest: 'daily', at: 'tomorrow' }],
    [{ preview: { period: 'month', language: 'en' } }],
    [{ preview: { month: '2026-13', language: 'en' } }],
    [{ caseReport: '2026-10' }],
    [{}],
    [null],
  ])('refuses %j', async (request) => {
    await expect(digest(request, given([]).ports)).rejects.toMatchObject({ status: 422, code: 'invalid-input' });
  });
});

describe('the monthly case report (R9)', () => {
  /** The fifth, 08:00 in Shanghai. */
  const FIFTH = '2026-11-05T00:00:00.000Z';
  const closed = (n: number, closedIn: string) => aClosedCase(n, { closedIn });

  it('is queued once, of the month before, in the language of the report', async () => {
    const { ports, stored, sent } = given(
      [],
      [closed(1, '2026-10'), closed(2, '2026-10'), closed(3, '2026-10'), closed(4, '2026-11')],
      FIFTH,
    );
    expect(await digest({ caseReport: 'last-month', at: '2026-11-05T00:00:00Z' }, ports)).toEqual({
      actionId: 'case-report:2026-10',
      isNew: true,
    });
    expect(await digest({ caseReport: 'last-month' }, ports)).toEqual({ actionId: 'case-report:2026-10', isNew: false });
    const action = Action.parse(stored.get('case-report:2026-10'));
    expect(action).toMatchObject({ kind: 'digest', state: 'due', dueAt: FIFTH, to: ['manager@example.cn'], language: 'zh-Hans' });
    expect(action.kind === 'digest' && action.subject).toBe('2026年10月个案统计：结案 3 件 · 示例公司');
    expect(action.kind === 'digest' && action.text).toContain('物流部');
    expect(sent).toEqual(['case-report:2026-10']);
    expect(actionTag('case-report:2026-10')).toBe('case-report.2026-10');
  });

  it('takes its month from the scheduled time where the scheduler was late, in the zone of the house', async () => {
    const { ports } = given([], [], '2026-12-02T00:00:00.000Z');
    expect(await digest({ caseReport: 'last-month', at: '2026-11-05T00:00:00Z' }, ports)).toMatchObject({
      actionId: 'case-report:2026-10',
    });
    expect(await digest({ caseReport: 'last-month', at: '2026-11-30T16:30:00Z' }, ports)).toMatchObject({
      actionId: 'case-report:2026-11',
    });
  });

  it('is shown of any month without storing or sending anything', async () => {
    const { ports, stored, sent } = given([], [closed(1, '2026-10')], FIFTH);
    const shown = await digest({ preview: { month: '2026-10', language: 'en' } }, ports);
    expect(shown).toMatchObject({
      subject: expect.stringContaining('October 2026: 1 closed'),
      text: expect.stringContaining('Logistics  1'),
    });
    expect([stored.size, sent.length]).toEqual([0, 0]);
  });
});
