import { describe, expect, it } from 'vitest';
import { buildDigest, hasNothingToTell } from '../../../shared/domain/digest/digest.ts';
import { figuresFile, renderDigest } from '../../../shared/domain/digest/render.ts';
import { LANGUAGES, type Language } from '../../../shared/domain/language.ts';
import { DEADLINE_KINDS } from '../../../shared/domain/recovery/policy.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';
import { aCase, aDeadline, aFeedback } from '../../samples.ts';
import { A_RISE, aTally, aWeek, type Otherwise, THIS_WEEK } from './sample-week.ts';

const render = (language: Language, overrides: Otherwise = {}) => renderDigest(buildDigest(aWeek(language, overrides)));
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
/** No targets, whose shares would stand in the text. */
const NO_TARGETS = { complaintsAtMost: 0, served: [] };
const ofAll = (now: ReturnType<typeof aTally>, before?: ReturnType<typeof aTally>): Otherwise => ({
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
    expect(text).toContain('79% 15 of 19 95% interval 57% to 91%');
    expect(text).toContain('13.3 19 of 143 95% interval 8.0 to 20.7');
  });

  it('comes in the order in which it is needed: headline, numbers, trend, drivers, verbatims, what needs attention, standards, method', () => {
    const { html, text } = render('en');
    const order = [
      'Satisfaction fell clearly',
      'Net Promoter Score',
      'Satisfaction over 13 weeks',
      'What moved satisfaction',
      '5 of 6 comments',
      'Needs attention',
      'Service standards',
      'By branch',
      'How this was measured',
    ];
    for (const said of [visible(html), text]) {
      const places = order.map((title) => said.indexOf(title));
      expect(places).toEqual([...places].sort((x, y) => x - y));
      expect(places).not.toContain(-1);
    }
  });

  it('gives no score and no share under ten answers, anywhere', () => {
    for (const language of LANGUAGES) {
      const few = {
        now: new Map([['all', aTally([1, 2, 1, 3, 2], [3, 3, 3])]]),
        before: new Map(),
        earlier: [],
        feedback: [],
        branches: [],
      };
      const { html, text, subject } = render(language, { ...few, openCases: [], standards: NO_TARGETS });
      for (const said of [visible(html), text, subject]) expect(said.replaceAll('95%', '')).not.toMatch(/\d%|[+−]\d/);
    }
  });

  it('names the branches that differ from the others beyond chance, and ranks none of the rest (R20)', () => {
    const text = visible(render('en').html);
    expect(text).toMatch(/East 56% 44% to 68% · n = 62 below the others/);
    expect(text.indexOf('East 56%')).toBeLessThan(text.indexOf('South 83%'));
    const alike = new Map([...THIS_WEEK, ['branch#east', aTally([3, 3, 8, 27, 38])] as const]);
    const said = visible(render('en', { now: alike }).html);
    expect(said).toContain('No branch of 2 differs from the others beyond chance: their order means nothing.');
    expect(said).not.toMatch(/(above|below) the others/);
  });

  it('shows nothing of a branch with fewer than five answers, nor of the one it could be told from (R20)', () => {
    const branches = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: { en: `Branch ${id}`, 'zh-Hans': `分店${id}` } }));
    const now = new Map([
      ['all', aTally([9, 9, 9, 30, 40])],
      ['branch#a', aTally([1, 0, 0, 1, 1])],
      ['branch#b', aTally([2, 2, 2, 3, 3])],
      ['branch#c', aTally([3, 3, 3, 13, 18])],
      ['branch#d', aTally([3, 4, 4, 13, 18])],
    ]);
    const { html, text } = render('en', { branches, now, before: new Map() });
    for (const said of [visible(html), text])
      expect(said).toMatch(
        /Branch a:? too few answers to be shown(.|\n)*Branch b:? too few answers to be shown|Branch a:? too few answers to be shown/,
      );
    expect(text).not.toMatch(/Branch [ab]: .*n = /);
  });

  it('names the topics that moved satisfaction, and what weighs on it now (R23)', () => {
    const now = new Map([
      ['all', aTally([60, 40, 20, 100, 180])],
      ['topic#delivery', aTally([50, 30, 5, 10, 5])],
      ['topic#staff', aTally([1, 1, 2, 30, 66])],
    ]);
    const before = new Map([
      ['all', aTally([20, 20, 20, 140, 200])],
      ['topic#delivery', aTally([6, 4, 5, 35, 50])],
      ['topic#staff', aTally([10, 10, 5, 35, 40])],
    ]);
    const { html } = render('en', { now, before });
    const text = plain(render('en', { now, before }).text);
    expect(visible(html)).toMatch(/Delivery 15% n = 100 ▼ down: −\d+ points on the week before \(−\d+ to −\d+\)/);
    expect(text).toMatch(/- Staff: 96% · n = 100 · up: \+\d+ points on the week before/);
    expect(text).toMatch(/Weighs on satisfaction now: Delivery \(−\d+ points; 15% satisfied, n = 100\)\./);
    expect(plain(render('zh-Hans', { now, before }).text)).toMatch(/- 配送：15% · n = 100 · 拉低：较前一周 −\d+ 个百分点/);
  });

  it('says of the trend what can be told: a real drop, normal variation, or too little to judge (R23)', () => {
    expect(render('en').text).toContain('A real drop: this week is lower');
    const usual = aWeek('en').figures.periods.at(-2)?.tallies ?? new Map();
    expect(render('en', { now: usual }).text).toContain('This week lies within normal variation.');
    expect(render('en', { earlier: [] }).text).toContain('Too few weeks with enough answers to judge a trend (2 of 9).');
    expect(render('zh-Hans').text).toContain('本期确有下降');
  });

  it('tells the trend in words where no picture is seen, and the picture has no words', () => {
    const alt = 'Satisfied customers week by week, the oldest first: 82%, 85%, 83%, 81%, 86%, 84%, 83%, 85%, 83%, 85%, 82%, 84%, 71%.';
    expect(render('en').html).toContain(alt);
    const { html } = renderDigest(buildDigest(aWeek('en')), { picture: 'cid:trend@amends' });
    expect(html).toContain(`<img src="cid:trend@amends" width="536" height="150" alt="${alt}"`);
    expect(visible(html)).toContain('The picture shows 60% to 100%');
  });

  it('states sample, period, method and owner (ISO 10004), and who was asked where people were invited (R10)', () => {
    const { text } = render('en');
    expect(text).toContain(
      'Sample: everybody who answered, 143 responses with 143 ratings of satisfaction and 123 of recommendation. They answered of their own accord',
    );
    expect(text).toContain('Period: 16–22 November 2026, days in Asia/Shanghai; compared with the week before.');
    expect(text).toContain('Responsible for the measuring: Customer care.');
    const invited = new Map([['all', aTally([1, 1, 1, 5, 4], [0, 0, 0], { invitationsSent: 100, invitationsAnswered: 23 })]]);
    expect(render('en', { now: invited }).text).toContain(
      'Of 100 invitations sent in the period 23 were answered, a response rate of 23% (16% to 32%).',
    );
  });

  it('tells topics that rose and serious cases that are not late yet (R6, R22)', () => {
    const openCases = [aCase({ number: '2611-0050', isSerious: true, severity: 4, openedAt: '2026-11-20T02:00:00.000Z', deadlines: [] })];
    const { html, text } = render('en', { openCases });
    for (const said of [visible(html), text]) {
      expect(said).toContain('Waiting rose: 14 unhappy in 24 hours, 3.2 are usual (Thu 19 Nov, 17:05)');
      expect(said).toMatch(/2611-0050 · .*Serious, opened Fri 20 Nov, 10:00/);
    }
    expect(render('en', { openCases: [], alarms: [{ ...A_RISE, at: '2026-11-23T00:05:00.000Z' }] }).text).toContain(
      'Nothing is overdue, serious or rising.',
    );
  });

  it('leads to the desk only where its address is known', () => {
    const brand = { ...aWeek('en').brand, deskUrl: 'https://desk.example.com/' };
    const { html, text } = render('en', { brand });
    expect(html).toContain('href="https://desk.example.com/cases/2611-0031"');
    expect(text).toContain('https://desk.example.com/cases/2611-0031');
    expect(html).toMatch(/href="https:\/\/desk\.example\.com\/feedback\/[a-z2-7]{26}"/);
    expect(render('en').html).not.toContain('href=');
  });

  it('tells clock times in the zone of its reader; days stay those of the house', () => {
    const { text } = render('en', { timeZone: 'Europe/London' });
    expect(text).toContain('was due Fri 20 Nov, 09:00');
    expect(text).toContain('days in Asia/Shanghai');
    expect(text).toContain('Figures as of Mon 23 Nov, 00:00; times in Europe/London.');
  });

  it('shows a translation with the original beside it', () => {
    const [first] = buildDigest(aWeek('en')).comments;
    const { html, text } = render('en', { translations: new Map([[first?.id ?? '', 'Made <plain> by a machine.']]) });
    expect(html).toContain('Made &lt;plain&gt; by a machine.');
    expect(text).toContain('> Made <plain> by a machine.\n> As written: The heater gave off sparks');
    expect(visible(html)).toContain('As written: The heater gave off sparks');
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
    expect(visible(render('en').html)).toContain('Cases taken up in time 79% 15 of 19');
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
    const ours: Otherwise = {
      feedback: [],
      now: new Map([...THIS_WEEK, ...TOPICS.map((topic) => [`topic#${topic}`, aTally([2, 2, 2, 3, 4])] as const)]),
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
      expect(missing).toEqual([]);
    }
  });

  it('is drawn by tables and inline colours alone, within what mail programs show', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ id: `b${i}`, name: { en: `Branch number ${i}`, 'zh-Hans': `第${i}分公司` } }));
    const { html } = render('zh-Hans', {
      branches: many,
      now: new Map([
        ...THIS_WEEK,
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
  it('is so only where no feedback came, no case is overdue or serious, and no topic rose', () => {
    const quiet: Otherwise = { now: new Map(), feedback: [], alarms: [] };
    expect(hasNothingToTell(buildDigest(aWeek('en', { ...quiet, openCases: [] })))).toBe(true);
    expect(hasNothingToTell(buildDigest(aWeek('en', { ...quiet, openCases: [], alarms: [A_RISE] })))).toBe(false);
    expect(hasNothingToTell(buildDigest(aWeek('en', quiet)))).toBe(false);
    expect(hasNothingToTell(buildDigest(aWeek('en', { openCases: [] })))).toBe(false);
  });
});

describe('the figures file', () => {
  const file = (language: Language, otherwise: Otherwise = {}) => figuresFile(buildDigest(aWeek(language, otherwise)));

  it('holds every figure of the mail, of thirteen periods, and is named by its week', () => {
    const { name, content } = file('en');
    expect(name).toBe('customer-feedback-week-2026-11-16.csv');
    expect(content.startsWith('\uFEFFSection,Name,From,To,n,Value,')).toBe(true);
    expect(content).toContain(
      'Figures,Satisfied customers,2026-11-16,2026-11-22,143,0.7133,0.6344,0.7811,-0.1265,-0.2195,-0.0321,clearly down',
    );
    expect(content.match(/^"Satisfied, trend"/gm)).toHaveLength(13);
    expect(content).toContain('Satisfied by branch,East,2026-11-16,2026-11-22,62,0.5645');
    expect(file('zh-Hans').name).toBe('客户反馈周报-2026-11-16.csv');
    expect(file('zh-Hans').content).toContain('主要数据,客户满意率,2026-11-16,2026-11-22,143');
  });

  it('holds no words of customers, and no cell is a formula whatever a branch is called (P36)', () => {
    const branches = [
      { id: 'east', name: { en: '=HYPERLINK("https://example.com")', 'zh-Hans': '华东' } },
      { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
    ];
    const { content } = file('en', { branches });
    expect(content).toContain(`"'=HYPERLINK(""https://example.com"")"`);
    for (const line of content.replace('\uFEFF', '').split('\r\n'))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@]/);
    expect(content).not.toMatch(/heater|Charged|driver/);
  });
});
