import { describe, expect, it } from 'vitest';
import { type StatusPorts, show } from '../../../functions/status/show.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { STATUS_LINK_DAYS, signToken, statusUrl, verifyToken } from '../../../shared/adapters/link.ts';
import { momentInWords } from '../../../shared/domain/date-words.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { STATUS_WORDS } from '../../../web/status/words.ts';
import { aCase, aFeedback } from '../../samples.ts';

const KEYS = ['a-link-key-of-thirty-two-letters'];
const NOW = '2026-11-23T02:00:00.000Z';
const id = feedbackId('form', 'response-1');
const token = statusUrl(KEYS, '', id, NOW).replace('/s/', '');

interface Given {
  readonly feedback?: Feedback;
  readonly case?: Case;
  readonly now?: string;
  readonly token?: string;
  readonly query?: Record<string, string>;
  readonly accept?: string;
}

async function look(given: Given = {}) {
  const ports: StatusPorts = {
    brand: { name: { en: 'Example Company', 'zh-Hans': '示例公司' }, defaultLanguage: 'en', timeZone: 'Asia/Shanghai' },
    now: () => given.now ?? NOW,
    validDays: STATUS_LINK_DAYS,
    verify: async (it, now) => verifyToken(KEYS, 'status', it, now),
    feedback: async (wanted) => (wanted === given.feedback?.id ? given.feedback : undefined),
    case: async (wanted) => (wanted === given.case?.number ? given.case : undefined),
  };
  const request = {
    method: 'GET',
    route: 'GET /s/{token}',
    origin: 'https://amends.example.com',
    headers: { 'accept-language': given.accept },
    path: { token: given.token ?? token },
    query: given.query ?? {},
    body: Buffer.alloc(0),
    claims: {},
  };
  return show(request, ports);
}

const inWords = (instant: string) => momentInWords(instant, 'Asia/Shanghai', 'en');
const unhappy = aFeedback({ caseNumber: '2611-0001' });

describe('the status page', () => {
  it('says "received" before anything is stored, never that it does not exist', async () => {
    const page = await look();
    expect(page.status).toBe(200);
    expect(page.body).toContain(STATUS_WORDS.en.receivedTitle);
    expect(page.body).toContain(id);
  });

  it('thanks whoever needs no case, in the language of their words', async () => {
    const happy = aFeedback({ understanding: { ...aFeedback().understanding, language: 'zh-Hant' } });
    const page = await look({ feedback: happy, accept: 'en' });
    expect(page.body).toContain('<html lang="zh-Hans">');
    expect(page.body).toContain(STATUS_WORDS['zh-Hans'].readTitle);
  });

  it('shows the case number and what comes by when, in the zone of the brand (R2)', async () => {
    const page = await look({ feedback: unhappy, case: aCase() });
    expect(page.body).toContain('2611-0001');
    expect(page.body).toMatch(/by Monday,? 23 November 2026 at 17:00 GMT\+8/);
    expect(page.body).toMatch(/by Friday,? 27 November 2026 at 18:00 GMT\+8/);
    const chinese = await look({ feedback: unhappy, case: aCase({ language: 'zh-Hans' }) });
    expect(chinese.body).toContain('2026年11月23日星期一 17:00之前');
    expect(chinese.body).toContain('示例公司');
  });

  it('promises an answer only to those who can be reached', async () => {
    const reachable = await look({ feedback: unhappy, case: aCase() });
    expect(reachable.body).toContain(STATUS_WORDS.en.stepAnswer);
    const anonymous = await look({ feedback: unhappy, case: aCase({ isReachable: false }) });
    expect(anonymous.body).not.toContain(STATUS_WORDS.en.stepAnswer);
    expect(anonymous.body).toContain(STATUS_WORDS.en.stepTakeUp);
  });

  it.each([
    ['opened, the answer late', aCase(), '2026-11-23T09:00:00.001Z', STATUS_WORDS.en.answerLate(inWords(aCase().acknowledgeDueAt))],
    ['opened, in time', aCase(), '2026-11-23T09:00:00.000Z', STATUS_WORDS.en.opened],
    ['acknowledged', aCase({ state: 'acknowledged', acknowledgedAt: NOW }), '2026-11-24T00:00:00.000Z', STATUS_WORDS.en.acknowledged],
    [
      'acknowledged, the solution late',
      aCase({ state: 'acknowledged', acknowledgedAt: NOW }),
      '2026-11-28T00:00:00.000Z',
      STATUS_WORDS.en.solutionLate(inWords(aCase().resolveDueAt)),
    ],
    [
      'resolved, however late',
      aCase({ state: 'resolved', acknowledgedAt: NOW, resolvedAt: NOW }),
      '2026-12-28T00:00:00.000Z',
      STATUS_WORDS.en.resolved,
    ],
  ])('says of a case %s how it stands, and a broken promise is called one', async (_, state, now, words) => {
    const page = await look({ feedback: unhappy, case: state, now });
    expect(page.body).toContain(words);
    const others = [STATUS_WORDS.en.opened, STATUS_WORDS.en.acknowledged, STATUS_WORDS.en.resolved].filter((other) => other !== words);
    for (const other of others) expect(page.body).not.toContain(other);
  });

  it('holds nothing of who they are, what they said, or who works on it (P28)', async () => {
    const full = aCase({ state: 'resolved', resolvedAt: NOW, acknowledgedAt: NOW, resolution: 'Paid back 40 to Ana.', owner: 'lin' });
    for (const lang of ['en', 'zh']) {
      const { body = '' } = await look({ feedback: unhappy, case: full, query: { lang } });
      for (const secret of ['Two weeks late', 'Ana', 'lin<', 'customer-key-1', 'delivery', token]) expect(body).not.toContain(secret);
    }
  });

  it('is offered in the other language, and shown in the one asked for', async () => {
    const english = await look({ feedback: unhappy, case: aCase() });
    expect(english.body).toContain('href="?lang=zh-Hans"');
    const chinese = await look({ feedback: unhappy, case: aCase(), query: { lang: 'zh-Hans' } });
    expect(chinese.body).toContain(STATUS_WORDS['zh-Hans'].opened);
    expect((await look({ accept: 'zh-CN,zh;q=0.9' })).body).toContain(STATUS_WORDS['zh-Hans'].receivedTitle);
  });

  it('has expired after its days, and says so with 410 (P28)', async () => {
    const page = await look({ now: '2027-05-23T02:00:00.000Z', feedback: unhappy, case: aCase() });
    expect(page.status).toBe(410);
    expect(page.body).toContain(STATUS_WORDS.en.expiredTitle);
    expect(page.body).not.toContain('2611-0001');
  });

  it('opens for no forged token, nor for one of another purpose (P28)', async () => {
    const otherPurpose = signToken(KEYS, 'form-start', id, '2027-01-01T00:00:00.000Z');
    const otherKey = signToken(['another-link-key-of-thirty-two-l'], 'status', id, '2027-01-01T00:00:00.000Z');
    const flipped = [...token].map((_, i) => token.slice(0, i) + (token[i] === 'a' ? 'b' : 'a') + token.slice(i + 1));
    for (const forged of ['', 'x', `${id}.zzz.`, '../../etc', otherPurpose, otherKey, ...flipped]) {
      const page = await look({ token: forged, feedback: unhappy, case: aCase() });
      expect([forged, page.status]).toEqual([forged, 404]);
      expect(page.body).not.toContain('2611-0001');
    }
  });

  it('runs no script, is not indexed and is kept by no cache of others', async () => {
    for (const page of [await look(), await look({ token: 'x' }), await look({ feedback: unhappy, case: aCase() })]) {
      expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
      expect(page.headers?.['content-security-policy']).toContain("default-src 'none'");
      expect(page.body).not.toMatch(/<script|<img|<link/i);
    }
  });

  it('has all words in both languages', () => {
    expect(Object.keys(STATUS_WORDS['zh-Hans'])).toEqual(Object.keys(STATUS_WORDS.en));
    for (const words of Object.values(STATUS_WORDS['zh-Hans']).filter((one) => typeof one === 'string'))
      expect(words).toMatch(/\p{Script=Han}/u);
  });
});
