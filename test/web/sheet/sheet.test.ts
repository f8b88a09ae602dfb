import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { sayer } from '../../../web/sheet/matter.ts';
import { entryOf } from '../../../web/sheet/said.ts';
import { caseSheet } from '../../../web/sheet/sheet.ts';
import { house, REOPENED, sampleCase } from './sample-case.ts';

const matter = sampleCase();
const textOf = (page: string) => page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '\n');

describe.each(LANGUAGES)('the register sheet in %s (R1)', (language) => {
  const sheet = caseSheet(matter, house, language);

  it('has the number, the facts, the wish and the evidence, the customer and their words', () => {
    const { facts } = matter.case;
    const all = [matter.case.number, ...Object.values(facts), '王芳', 'wang.fang@example.cn', '138 0000 0000', matter.feedback[0]?.comment];
    for (const words of all) expect(sheet).toContain(words);
  });

  it('has every step with who and when: those of the clock in the table of deadlines, with their outcome', () => {
    const say = sayer(house, language);
    for (const event of matter.history) {
      const entry = entryOf(event, say);
      if (entry === undefined) expect(event.type).toMatch(/^Deadline/);
      else
        expect(textOf(sheet)).toMatch(
          new RegExp(`${escaped(entry.text[language])}\\s+${escaped(say.who(event.by))}\\s+${say.time(event.at)}`),
        );
    }
    for (const { dueAt, endedAt } of matter.case.deadlines) {
      expect(textOf(sheet)).toMatch(new RegExp(`${say.time(dueAt)}\\s+${endedAt === undefined ? '[–—]' : say.time(endedAt)}\\s+\\S`));
    }
  });

  it('goes through the stages in their order, whatever there is at each', () => {
    const heads = [...sheet.matchAll(/<th scope="rowgroup" rowspan="\d+">([^<]+)</g)].map(([, head]) => head);
    expect(heads).toEqual(
      {
        en: [
          'Facts',
          'Liability',
          'Remedy',
          'Approval',
          'Answer to the customer',
          'Corrective action',
          'Follow-up and close',
          'Other steps',
        ],
        'zh-Hans': ['事实查明', '责任判定', '补救方案', '核决', '答复客户', '纠正措施', '回访与结案', '其他经过'],
      }[language],
    );
  });

  it('names rounds where there are several, and the first goes along with the second', () => {
    const second = caseSheet(sampleCase(REOPENED), house, language);
    const [one, two] = language === 'en' ? ['Round 1', 'Round 2'] : ['第1轮', '第2轮'];
    expect(second.split(`<span class="round">${one}</span>`).length).toBeGreaterThan(5);
    expect(second).toContain(`<span class="round">${two}</span>`);
    expect(sheet).not.toContain('class="round"');
  });

  it('shows a breach as such', () => {
    const deadlines = matter.case.deadlines.map((one, i) => (i === 0 ? { ...one, outcome: 'breached' as const } : one));
    const late = caseSheet({ ...matter, case: { ...matter.case, deadlines } }, house, language);
    expect(late).toContain(`<span class="late">${language === 'en' ? 'BREACHED' : '超时'}</span>`);
    expect(sheet).not.toContain('class="late"');
  });

  it('shows words of customers and staff as text, and loads nothing (P22)', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const facts = { product: evil, wish: evil, evidence: evil };
    const feedback = matter.feedback.map((one) => ({ ...one, comment: evil }));
    const history = matter.history.map((event) => (event.type === 'FindingMade' ? { ...event, finding: evil } : event));
    const hostile = caseSheet({ ...matter, case: { ...matter.case, facts }, history, feedback, customer: { name: evil } }, house, language);
    expect(hostile).toContain('&lt;script&gt;');
    expect(hostile).not.toMatch(/<(script|img|link|iframe)/i);
    expect(hostile).not.toMatch(/url\(|@import|https?:/);
  });

  it('cuts long words of customers, and stands without customer and words', () => {
    const long = matter.feedback.map((one) => ({ ...one, comment: '茶'.repeat(5000) }));
    expect(caseSheet({ ...matter, feedback: long }, house, language)).toContain(`${'茶'.repeat(420)}…`);
    expect(caseSheet({ ...matter, feedback: [], customer: undefined }, house, language)).toContain(matter.case.number);
  });
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
