import { describe, expect, it } from 'vitest';
import { digest } from '../../../functions/digest/digest.ts';
import type { DigestPorts } from '../../../functions/digest/ports.ts';
import type { DigestSettings } from '../../../shared/domain/digest/settings.ts';
import { Standards } from '../../../shared/domain/digest/standards.ts';
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
function given(feedback: readonly Feedback[], cases: readonly Case[] = [], now = NOW, digests: readonly DigestSettings[] = DIGESTS) {
  const stored = new Map<string, Action>();
  const sent: string[] = [];
  const daysRead: string[] = [];
  const seriesRead: string[] = [];
  const drawn: string[] = [];
  const ended = new Set<string>();
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
        seriesRead.push(dimension);
        return buckets
          .filter(
            (bucket) => bucket.dimension === dimension && bucket.granularity === granularity && bucket.start >= from && bucket.start <= to,
          )
          .map(({ start, deltas }) => ({ start, tally: addTallies(emptyTally, tallyOf(deltas)) }));
      },
    },
    alarms: { alarms: async () => ({ items: [] }) },
    optOuts: { endedBy: async (id, keys) => new Set(keys.filter((key) => ended.has(`${id} ${key}`))) },
    recipientKey: async (address) => `key-of-${address.split('@')[0]}`,
    endUrl: async (id, key) => `https://amends.example.com/u/${id}.${key}`,
    drawPicture: async (svg) => {
      drawn.push(svg);
      return Buffer.from('PNG');
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
      branches: [
        { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
        { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
      ],
      recovery: {
        agents: [{ id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, email: 'lin@example.com', authority: 'agent' }],
        teams: [],
        departments: [{ id: 'logistics', name: { en: 'Logistics', 'zh-Hans': '物流部' } }],
        causes: [{ id: 'late-delivery', name: { en: 'Late delivery', 'zh-Hans': '配送延误' } }],
      },
      caseReport: { schedule: 'cron(0 8 5 * ? *)', to: ['manager@example.cn'], language: 'zh-Hans' },
      redaction: { orderNumbers: [] },
      standards: Standards.parse({}),
      digests: [...digests],
    },
  };
  return { ports, stored, sent, daysRead, seriesRead, drawn, ended };
}

const DIGESTS: readonly DigestSettings[] = [
  { id: 'daily', period: 'day', schedule: 'cron(0 8 * * ? *)', language: 'en', to: ['manager@example.com'] },
  { id: 'weekly', period: 'week', schedule: 'cron(0 8 ? * MON *)', language: 'zh-Hans', to: ['manager@example.cn'] },
];
const DAILY = 'digest:daily:2026-11-22:key-of-manager';
const WEEKLY = 'digest:weekly:2026-11-16:key-of-manager';
const queued = (...ids: string[]) => ({ queued: ids, standing: [], ended: 0, empty: 0 });

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
    expect(await digest({ digest: 'daily' }, ports)).toEqual(queued(DAILY));
    const action = Action.parse(stored.get(DAILY));
    expect(action).toMatchObject({ kind: 'digest', state: 'due', dueAt: NOW, attempts: 0, language: 'en', to: ['manager@example.com'] });
    expect(action.kind === 'digest' && action.subject).toContain('100% satisfied');
    expect(sent).toEqual([DAILY]);
    expect(actionTag(DAILY)).toBe('digest.daily.2026-11-22.key-of-manager');
  });

  it('changes nothing when it runs again, though more is known by then', async () => {
    const first = given(many(12, '2026-11-22T03:00:00.000Z'));
    await digest({ digest: 'daily' }, first.ports);
    const before = structuredClone([...first.stored]);
    const later = { ...first.ports, clock: () => '2026-11-23T05:00:00.000Z' };
    expect(await digest({ digest: 'daily', at: '2026-11-23T00:00:00Z' }, later)).toEqual({ ...queued(), standing: [DAILY] });
    expect([...first.stored]).toEqual(before);
    expect(first.sent).toHaveLength(1);
  });

  it('takes the period from the scheduled time where the scheduler was late', async () => {
    const { ports } = given(many(12, '2026-11-22T03:00:00.000Z'), [], '2026-11-23T17:00:00.000Z');
    expect(await digest({ digest: 'daily', at: '2026-11-23T00:00:00Z' }, ports)).toEqual(queued(DAILY));
  });

  it('is a week from Monday to Sunday in the zone of the house, in the language of the digest', async () => {
    const inTheWeek = many(12, '2026-11-15T16:00:00.000Z');
    const { ports, stored } = given([...inTheWeek, said(98, '2026-11-15T15:59:59.999Z', 1), said(99, '2026-11-22T16:00:00.000Z', 1)]);
    expect(await digest({ digest: 'weekly' }, ports)).toEqual(queued(WEEKLY));
    const action = stored.get(WEEKLY);
    if (action?.kind !== 'digest') throw new Error('no digest was queued');
    expect(action.text).toContain('共收到 12 条客户反馈，前一周为 1 条');
    expect(action.text).not.toMatch(/comment 9[89]/);
  });

  it('is skipped where nothing came in and nothing is late', async () => {
    const { ports, stored, sent } = given(
      [],
      [aCase({ openedAt: NOW }), aCase({ state: 'closed', closedAt: NOW, deadlines: [aDeadline('solution', '2026-11-20T09:00:00.000Z')] })],
    );
    expect(await digest({ digest: 'daily' }, ports)).toEqual({ ...queued(), empty: 1 });
    expect([stored.size, sent.length]).toEqual([0, 0]);
  });

  it('is sent for an overdue case alone', async () => {
    const { ports, stored } = given(
      [],
      [1, 2, 3].map((n) => aCase({ number: `2611-000${n}`, deadlines: [aDeadline('acknowledge', '2026-11-20T09:00:00.000Z')] })),
    );
    await digest({ digest: 'daily' }, ports);
    const action = stored.get(DAILY);
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
    [{ preview: { period: 'year', language: 'en' } }],
    [{ preview: { period: 'week', language: 'en', branch: 'north' } }],
    [{ preview: { month: '2026-13', language: 'en' } }],
    [{ caseReport: '2026-10' }],
    [{}],
    [null],
  ])('refuses %j', async (request) => {
    await expect(digest(request, given([]).ports)).rejects.toMatchObject({ status: 422, code: 'invalid-input' });
  });
});

describe('a digest of several recipients', () => {
  const RECIPIENTS: readonly DigestSettings[] = [
    {
      id: 'weekly',
      period: 'week',
      schedule: 'cron(0 8 ? * MON *)',
      recipients: [
        { to: 'head@example.com' },
        { to: 'east@example.cn', branch: 'east', language: 'zh-Hans', timeZone: 'Asia/Urumqi' },
        { to: 'south@example.com', branch: 'south' },
      ],
    },
  ];
  const id = (who: string) => `digest:weekly:2026-11-16:key-of-${who}`;
  const inBranch = (branch: string, n: number, from = 0) =>
    Array.from({ length: n }, (_, i) => ({
      ...said(from + i, '2026-11-18T03:00:00.000Z', 2),
      branch,
      comment: `words of ${branch} ${from + i}`,
    }));
  const mailOf = (stored: Map<string, Action>, who: string) => {
    const action = stored.get(id(who));
    if (action?.kind !== 'digest') throw new Error(`no digest was queued for ${who}`);
    return action;
  };

  it('is one mail each, in their branch, language and zone; nobody sees what is of another branch (P29, R20)', async () => {
    const { ports, stored, sent } = given([...inBranch('east', 12), ...inBranch('south', 15, 50)], [], NOW, RECIPIENTS);
    expect(await digest({ digest: 'weekly' }, ports)).toEqual(queued(id('head'), id('east'), id('south')));
    expect(sent).toEqual([id('head'), id('east'), id('south')]);
    expect([mailOf(stored, 'head').to, mailOf(stored, 'east').to]).toEqual([['head@example.com'], ['east@example.cn']]);
    expect(mailOf(stored, 'head').text).toMatch(/East: .*South: /s);
    const { text, html } = mailOf(stored, 'east');
    expect(text).toContain('共收到 12 条客户反馈');
    expect(text).toContain('Asia/Urumqi');
    for (const part of [text, html]) expect(part).not.toMatch(/words of south|华南|15 条/);
    expect(mailOf(stored, 'south').text).toContain('15 responses');
  });

  it('is skipped for who has ended it, and for who has nothing to be told', async () => {
    const { ports, stored, sent, ended } = given(inBranch('east', 12), [], NOW, RECIPIENTS);
    ended.add('weekly key-of-head');
    expect(await digest({ digest: 'weekly' }, ports)).toEqual({ queued: [id('east')], standing: [], ended: 1, empty: 1 });
    expect([[...stored.keys()], sent]).toEqual([[id('east')], [id('east')]]);
    for (const who of ['east', 'south']) ended.add(`weekly key-of-${who}`);
    expect(await digest({ digest: 'weekly' }, ports)).toEqual({ ...queued(), ended: 3 });
  });

  it('can be ended by each of them alone, and says so in the mail (P23)', async () => {
    const { ports, stored } = given(inBranch('east', 12), [], NOW, RECIPIENTS);
    await digest({ digest: 'weekly' }, ports);
    const { unsubscribeUrl, html, text } = mailOf(stored, 'east');
    expect(unsubscribeUrl).toBe('https://amends.example.com/u/weekly.key-of-east');
    expect(html).toContain('本简报发送至 east@example.cn。<a href="https://amends.example.com/u/weekly.key-of-east"');
    expect(text).toContain('停止接收：https://amends.example.com/u/weekly.key-of-east');
  });

  it('carries its figures, and the picture of the trend where there is one, drawn once a branch', async () => {
    const before = (branch: string) =>
      inBranch(branch, 12, 100).map((item, i) => ({
        ...item,
        id: `${item.id.slice(0, 24)}b${'abcdefghijkl'[i]}`,
        receivedAt: '2026-11-11T03:00:00.000Z',
      }));
    const twice = RECIPIENTS.map((one) => ({
      ...one,
      recipients: [...(one.recipients ?? []), { to: 'east2@example.com', branch: 'east' }],
    }));
    const { ports, stored, drawn } = given([...inBranch('east', 12), ...before('east'), ...inBranch('south', 12, 50)], [], NOW, twice);
    await digest({ digest: 'weekly' }, ports);
    const { attachments = [], html } = mailOf(stored, 'east');
    expect(attachments.map(({ name, mediaType, contentId }) => [name, mediaType, contentId])).toEqual([
      ['trend.png', 'image/png', 'trend@amends'],
      ['客户反馈周报-2026-11-16.csv', 'text/csv; charset=utf-8', undefined],
    ]);
    expect(html).toContain('<img src="cid:trend@amends"');
    expect(Buffer.from(attachments[1]?.content ?? '', 'base64').toString()).toContain('主要数据,反馈数,2026-11-16,2026-11-22,12');
    expect(mailOf(stored, 'south').attachments?.map(({ name }) => name)).toEqual(['customer-feedback-week-2026-11-16.csv']);
    expect(mailOf(stored, 'south').html).not.toContain('<img');
    // The house's, and one for the two of the east.
    expect(drawn).toHaveLength(2);
  });

  it('is read once, however many get it', async () => {
    const [few, many] = [10, 40].map((count) => {
      const recipients = Array.from({ length: count }, (_, i) => ({ to: `m${i}@example.com`, branch: i % 2 === 0 ? 'east' : 'south' }));
      return given(inBranch('east', 12), [], NOW, [{ id: 'weekly', period: 'week', schedule: 'cron(0 8 ? * MON *)', recipients }]);
    });
    if (few === undefined || many === undefined) throw new Error('two houses were given');
    for (const { ports } of [few, many]) await digest({ digest: 'weekly' }, ports);
    expect(many.seriesRead).toEqual(few.seriesRead);
    expect(many.daysRead).toEqual(few.daysRead);
    expect(new Set(many.seriesRead).size).toBe(many.seriesRead.length);
  });

  it('shows words in another language translated, where a translator is configured, with the original beside them', async () => {
    const chinese = { ...said(1, '2026-11-18T03:00:00.000Z', 1), comment: '送货太慢，请打 13800138000' };
    const foreign = { ...chinese, understanding: { ...chinese.understanding, language: 'zh-Hans', severity: 4 as const } };
    const { ports, stored } = given([foreign, ...many(12, '2026-11-18T03:00:00.000Z').slice(2)], [], NOW, RECIPIENTS);
    const asked: string[] = [];
    const translator: DigestPorts['translator'] = {
      translate: async (comments, to) => {
        asked.push(...comments.map(({ text, language }) => `${language} ${to} ${text}`));
        return new Map(comments.map(({ id: of }) => [of, 'The delivery is too slow.']));
      },
    };
    await digest({ digest: 'weekly' }, { ...ports, translator });
    expect(asked).toEqual(['zh-Hans en 送货太慢，请打 [telephone]']);
    expect(mailOf(stored, 'head').text).toContain('> The delivery is too slow.\n> As written: 送货太慢，请打 [telephone]');
  });
});

describe('the monthly digest (R19)', () => {
  it('is of a whole month of the house, with the service done and the standards', async () => {
    const monthly: DigestSettings = { id: 'monthly', period: 'month', schedule: 'cron(0 8 1 * ? *)', to: ['manager@example.com'] };
    const closed = aClosedCase(1, { closedIn: '2026-10', closedAt: '2026-10-20T03:00:00.000Z' });
    const { ports, stored } = given(many(12, '2026-10-22T03:00:00.000Z'), [closed], '2026-11-01T00:00:00.000Z', [monthly]);
    expect(await digest({ digest: 'monthly' }, ports)).toEqual(queued('digest:monthly:2026-10-01:key-of-manager'));
    const action = stored.get('digest:monthly:2026-10-01:key-of-manager');
    expect(action?.kind === 'digest' && action.text).toContain('October 2026');
    expect(action?.kind === 'digest' && action.text).toContain('1 closed, of which 1 justified');
    expect(action?.kind === 'digest' && action.text).toContain('Justified complaints: not known');
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
