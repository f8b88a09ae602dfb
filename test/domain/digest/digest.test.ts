import { describe, expect, it } from 'vitest';
import { buildDigest, type DigestInput, hasNothingToTell } from '../../../shared/domain/digest/digest.ts';
import { renderDigest } from '../../../shared/domain/digest/render.ts';
import { LANGUAGES, type Language } from '../../../shared/domain/language.ts';
import { DEADLINE_KINDS } from '../../../shared/domain/recovery/policy.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';
import { aCase, aDeadline, aFeedback } from '../../samples.ts';
import { aTally, aWeek } from './sample-week.ts';

const render = (language: Language, overrides: Partial<DigestInput> = {}) => renderDigest(buildDigest(aWeek(language, overrides)));
/** Spaces that do not break are spaces to the reader of a test. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const headline = (html: string) => plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '');
const visible = (html: string) =>
  plain(
    html
      .replace(/<head>.*<\/head>/s, '')
      .replaceAll(/<[^>]+>|&nbsp;/g, ' ')
      .replaceAll(/\s+/g, ' '),
  );
const ofAll = (now: ReturnType<typeof aTally>, before?: ReturnType<typeof aTally>): Partial<DigestInput> => ({
  now: new Map([['all', now]]),
  before: new Map(before === undefined ? [] : [['all', before]]),
});

describe('the headline', () => {
  it.each([
    [
      'en',
      [14, 10, 17, 48, 54],
      [6, 6, 13, 60, 71],
      'Satisfaction fell clearly: 71% satisfied (n = 143), 13 points less than the week before',
    ],
    [
      'en',
      [6, 6, 13, 60, 71],
      [14, 10, 17, 48, 54],
      'Satisfaction rose clearly: 84% satisfied (n = 156), 13 points more than the week before',
    ],
    ['en', [1, 1, 1, 5, 4], [1, 1, 2, 5, 4], 'No clear change in satisfaction: 75% satisfied (n = 12)'],
    ['zh-Hans', [14, 10, 17, 48, 54], [6, 6, 13, 60, 71], '满意度明显下降：71% 的客户满意（n = 143），比前一周低 13 个百分点'],
    ['zh-Hans', [1, 1, 1, 5, 4], [1, 1, 2, 5, 4], '满意度无明显变化：75% 的客户满意（n = 12）'],
  ] as const)('says in words what happened (%s %j %j)', (language, now, before, expected) => {
    expect(headline(render(language, ofAll(aTally(now), aTally(before))).html)).toBe(expected);
  });

  it('compares with nothing where there was too little before', () => {
    expect(headline(render('en', ofAll(aTally([1, 1, 1, 5, 4]), aTally([1, 1, 0, 0, 0]))).html)).toBe('75% satisfied (n = 12)');
  });

  it('falls back to the NPS, then to saying that there are too few ratings', () => {
    expect(headline(render('en', ofAll(aTally([0, 0, 0, 0, 1], [2, 3, 7]))).html)).toBe('NPS +42 (n = 12)');
    expect(headline(render('en', ofAll(aTally([0, 1, 0, 2, 1]))).html)).toBe('Too few ratings for a score (n = 4)');
    expect(headline(render('zh-Hans', ofAll(aTally([0, 1, 0, 2, 1]))).html)).toBe('评分太少，暂不计算得分（n = 4）');
  });
});

describe('a digest', () => {
  it('gives n, interval and change with each score', () => {
    const text = visible(render('en').html);
    expect(text).toContain('n = 143 95% interval 63% to 78%');
    expect(text).toContain('−13 points on the week before (−22 to −3): clearly down');
    expect(text).toContain('n = 123 95% interval +3 to +31');
    expect(text).toContain('54 (38%)');
  });

  it('gives no score and no share under ten answers, anywhere', () => {
    for (const language of LANGUAGES) {
      const few = { ...ofAll(aTally([1, 2, 1, 3, 2], [3, 3, 3])), branches: [], feedback: [] };
      const { html, text, subject } = render(language, { ...few, openCases: [] });
      for (const said of [visible(html), text, subject]) expect(said.replaceAll('95%', '')).not.toMatch(/\d%|[+−]\d/);
    }
  });

  it('shows branches and topics by satisfaction, the worst first, and those with too few answers as that', () => {
    const text = visible(render('en').html);
    expect(text.indexOf('East 56%')).toBeGreaterThan(0);
    expect(text.indexOf('East 56%')).toBeLessThan(text.indexOf('South 83%'));
    expect(text).toContain('Safety too few answers (n = 4)');
    expect(text.indexOf('Delivery 40%')).toBeLessThan(text.indexOf('Staff 89%'));
  });

  it('lists overdue cases with severity, owner and how long they are over', () => {
    const text = visible(render('en').html);
    expect(text).toContain('2611-0031 critical Morgan Reed Not taken up: 2 days 15 h over (was due Fri 20 Nov, 17:00)');
    expect(visible(render('zh-Hans').html)).toContain('2611-0029 一般 林悦 尚未解决，已超期 2 天 15 小时');
    expect(text).not.toContain('2611-0040');
  });

  it('names every kind of lateness in both languages, each by its own words', () => {
    for (const language of LANGUAGES) {
      const openCases = DEADLINE_KINDS.map((kind, i) =>
        aCase({ number: `2611-000${i}`, deadlines: [aDeadline(kind, '2026-11-20T00:00:00.000Z')] }),
      );
      const { text } = render(language, { openCases, feedback: [] });
      const lines = text.split('\n').filter((line) => /^- 2611-000\d/.test(line));
      const said = lines.map((line) => (line.split(' · ').at(-1) ?? '').split(/[:，]/)[0] ?? '');
      expect(new Set(said).size).toBe(DEADLINE_KINDS.length);
      for (const words of said) expect(words).toMatch(language === 'en' ? /^[A-Z][a-z ]+$/ : /^[\u4e00-\u9fff]+$/);
    }
  });

  it('takes no comment from what was said within a case', () => {
    const reply = aFeedback({ externalId: 'reply', comment: 'Thanks, I am waiting.', isReply: true, caseNumber: '2611-0001' });
    const { text, html } = render('en', { feedback: [reply] });
    for (const said of [text, visible(html)]) expect(said).not.toContain('I am waiting');
  });

  it('counts a case that nobody took up by its deadline as not taken up in time', () => {
    expect(visible(render('en').html)).toContain('79% (15 of 19) taken up in time');
  });

  it('escapes what customers wrote and masks their addresses and numbers (P22)', () => {
    const { html, text } = render('en');
    expect(html).toContain('&lt;b&gt;Not&lt;/b&gt; what I expect &amp; not the first time.');
    for (const said of [html, text]) {
      expect(said).not.toMatch(/jane\.roe|4929|7946/);
      for (const mask of ['[e-mail]', '[telephone]']) expect(said).toContain(mask);
    }
  });

  it("masks the house's order numbers by the words of its own language (R17)", () => {
    const feedback = [aFeedback({ comment: 'SO-20261126, 12315' })];
    expect(render('en', { feedback }).text).toContain('[order number], 12315');
    expect(render('zh-Hans', { feedback }).text).toContain('［订单号］, 12315');
  });

  it('is complete in both languages: no word of the other in what we say', () => {
    const ours: Partial<DigestInput> = {
      feedback: [],
      now: new Map([...aWeek('en').now, ...TOPICS.map((topic) => [`topic#${topic}`, aTally([2, 2, 2, 3, 4])] as const)]),
    };
    const chinese = visible(render('zh-Hans', ours).html).replaceAll(/n =|NPS|Wilson|Wald|Asia\/Shanghai|\bn：/g, '');
    expect(chinese).not.toMatch(/[A-Za-z]{2,}/);
    expect(visible(render('en', ours).html)).not.toMatch(/\p{Script=Han}/u);
  });

  it('says the same in HTML and in plain text', () => {
    for (const language of LANGUAGES) {
      const { html, text } = render(language);
      const numbers = (said: string) => new Set(plain(said).match(/[+−]?\d+%?/g));
      const missing = [...numbers(visible(html))].filter((number) => !numbers(text).has(number));
      // The scale of the NPS groups and the mean score are the two things the plain text leaves out.
      expect(missing.filter((number) => !['9', '10', '7', '8', '0', '6', '71', '100'].includes(number))).toEqual([]);
    }
  });

  it('is drawn by tables and inline colours alone, within what mail programs show', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ id: `b${i}`, name: { en: `Branch number ${i}`, 'zh-Hans': `第${i}分公司` } }));
    const { html } = render('zh-Hans', {
      branches: many,
      now: new Map([
        ...aWeek('en').now,
        ...[...many.map(({ id }) => `branch#${id}`), ...TOPICS.map((topic) => `topic#${topic}`)].map(
          (d) => [d, aTally([2, 2, 2, 3, 4])] as const,
        ),
      ]),
      before: new Map(
        [...many.map(({ id }) => `branch#${id}`), ...TOPICS.map((topic) => `topic#${topic}`)].map((d) => [d, aTally([2, 2, 2, 3, 4])]),
      ),
      openCases: Array.from({ length: 60 }, (_, i) =>
        aCase({ number: `2611-${1000 + i}`, deadlines: [aDeadline('acknowledge', '2026-11-20T00:00:00.000Z')] }),
      ),
    });
    expect(html).not.toMatch(/<(img|svg|style|script|link|iframe)|url\(|class=|https?:/);
    // Gmail cuts a mail off at 102 KB.
    expect(new TextEncoder().encode(html).length).toBeLessThan(102_000);
    expect(plain(html)).toContain('另有 28 项');
    expect(plain(html)).toContain('另有 50 个个案已超期');
  });

  it('names its language and the roles of its tables for those who listen', () => {
    const { html } = render('zh-Hans');
    expect(html).toContain('<html lang="zh-Hans"');
    const tables = html.match(/<table[^>]*>/g) ?? [];
    expect(tables.filter((table) => !/role="presentation"|aria-label="/.test(table))).toEqual([]);
    expect(html.match(/<th /g)?.length).toBe(html.match(/<th scope="(col|row)"/g)?.length);
  });
});

describe('the subject', () => {
  it('tells score, what is overdue and the period, and nothing that a customer wrote', () => {
    expect(plain(render('en').subject)).toBe('71% satisfied (n = 143), clearly down · 3 cases overdue · Example Company 16–22 Nov');
    expect(plain(render('zh-Hans').subject)).toBe('满意率 71%（n = 143），明显下降 · 3 个个案已超期 · 示例公司 11月16日至22日');
  });

  it('holds no line break, whatever the brand is called (P21)', () => {
    const name = { en: 'Example\r\nBcc: x@example.com', 'zh-Hans': '示例' };
    expect(render('en', { brand: { name, timeZone: 'UTC' } }).subject).not.toMatch(/\p{Cc}/u);
  });
});

describe('bands of the NPS', () => {
  it.each([
    [[8, 4, 0], '−67', 'low', '#b3362b'],
    [[5, 5, 5], '0', 'fair', '#f2b84b'],
    [[2, 6, 12], '+50', 'fair', '#f2b84b'],
    [[1, 4, 15], '+70', 'good', '#1f7a54'],
  ] as const)('%j is %s: %s', (nps, score, word, colour) => {
    const { html } = render('en', ofAll(aTally([0, 0, 0, 0, 0], nps)));
    expect(html).toMatch(new RegExp(`>\\${score}</td>`.replace('\\0', '0')));
    expect(html).toMatch(new RegExp(`bgcolor="${colour}"[^>]*>${word}</td>`));
  });
});

describe('hasNothingToTell', () => {
  it('is so only where no feedback came and no case is overdue', () => {
    const quiet: Partial<DigestInput> = { now: new Map(), feedback: [] };
    expect(hasNothingToTell(buildDigest(aWeek('en', { ...quiet, openCases: [] })))).toBe(true);
    expect(hasNothingToTell(buildDigest(aWeek('en', quiet)))).toBe(false);
    expect(hasNothingToTell(buildDigest(aWeek('en', { openCases: [] })))).toBe(false);
  });
});
