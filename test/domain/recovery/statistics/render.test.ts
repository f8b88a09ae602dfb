import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../shared/domain/language.ts';
import { figuresCsv, measuresCsv } from '../../../../shared/domain/recovery/statistics/csv.ts';
import { namesOf } from '../../../../shared/domain/recovery/statistics/names.ts';
import { renderStatistics } from '../../../../shared/domain/recovery/statistics/render.ts';
import { caseStatistics } from '../../../../shared/domain/recovery/statistics/statistics.ts';
import { aClosedCase, aMonth, HOUSE, statisticsOfAMonth } from './a-month.ts';

const mail = (language: Language, statistics = statisticsOfAMonth()) =>
  renderStatistics({ statistics, names: namesOf(HOUSE, language), language, brandName: 'Example Company' });
const visible = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]+>|&nbsp;/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

describe('the mail of the case statistics (R9)', () => {
  it.each(LANGUAGES)('says the same in HTML and in text (%s)', (language) => {
    const { html, text } = mail(language);
    const shown = visible(html);
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) expect(shown).toContain(line.trim().replaceAll(/\s+/g, ' '));
  });

  it('says first what there is to know', () => {
    const { subject, text } = mail('en');
    expect(subject).toBe('Case statistics October 2026: 30 closed · Example Company');
    expect(text).toContain('30 cases closed, 100% of deadlines kept');
    expect(text).toContain(
      '15 founded, 8 partly founded, 5 unfounded, 2 closed without a decision. 2 had been opened again. 1 open case is past its date.',
    );
    expect(text).toContain('became fewer (rate × 0.29, 95% interval 0.14 to 0.59)');
    expect(mail('zh-Hans').subject).toBe('2026年10月个案统计：结案 30 件 · Example Company');
    expect(mail('zh-Hans').text).toContain('明显减少（发生率之比 0.29，95% 置信区间 0.14 至 0.59）');
  });

  it('is sent of a month without closed cases too', () => {
    const empty = caseStatistics({ ...aMonth(), closed: [], others: [], open: [] });
    expect(mail('en', empty).text).toContain('No case was closed');
    expect(mail('en', empty).text).not.toContain('At a glance');
    expect(mail('zh-Hans', empty).subject).toContain('没有结案');
  });

  it('shows ten products at most, and says how many more there are', () => {
    const closed = Array.from({ length: 13 }, (_, n) => aClosedCase(n, { facts: { product: `Kettle ${n}` } }));
    const { text } = mail('en', caseStatistics({ ...aMonth(), closed, others: [], open: [] }));
    expect(text.match(/^Kettle \d+/gm)).toHaveLength(10);
    expect(text).toContain('3 more in the CSV');
  });

  it('writes what people entered as text, never as markup (P22)', () => {
    const closed = [aClosedCase(1, { facts: { product: '<img src=x>' } })];
    expect(mail('en', caseStatistics({ ...aMonth(), closed, others: [], open: [] })).html).not.toContain('<img');
  });

  it('says that figures are of a part where there were too many cases to read', () => {
    expect(mail('en', { ...statisticsOfAMonth(), isCut: true }).text).toContain('these figures are of a part of them');
  });
});

describe('the case statistics as CSV (R9)', () => {
  const lines = (text: string) => text.slice(1).split('\r\n');

  it('have a line for the whole and for each department, cause, product, owner and team, and money by currency', () => {
    const [header, total, ...rest] = lines(figuresCsv(statisticsOfAMonth(), namesOf(HOUSE, 'en'), 'en'));
    expect(header).toContain('compensation CNY,compensation EUR');
    expect(total).toMatch(/^2026-10,total,,,30,1,15,8,5,2,319\.94,19\.99,56,0,2,28,10,18,/);
    expect(rest.filter((line) => line.startsWith('2026-10,product'))).toHaveLength(3);
    expect(rest.find((line) => line.includes('production'))).toMatch(/,1,3$/);
    expect(
      new Set(lines(figuresCsv(statisticsOfAMonth(), namesOf(HOUSE, 'zh-Hans'), 'zh-Hans')).map((line) => line.split(',')[1])),
    ).toEqual(new Set(['类别', '合计', '责任部门', '原因', '产品', '负责人', '团队', undefined]));
  });

  it('have no cell that a spreadsheet takes for a formula (P36)', () => {
    expect(figuresCsv(statisticsOfAMonth(), namesOf(HOUSE, 'en'), 'en')).toContain(`,"'=HYPERLINK(""http://example.com"")",`);
  });

  it('name a department that only has cases past their date', () => {
    const { closed, ...rest } = aMonth();
    const statistics = caseStatistics({ ...rest, closed: closed.slice(0, 3) });
    expect(figuresCsv(statistics, namesOf(HOUSE, 'en'), 'en')).toMatch(/\r\n2026-10,department,production,Production,0,0,.*,1,3\r\n/);
  });

  it('tell measures with what came before and after', () => {
    const [header, first] = lines(measuresCsv(statisticsOfAMonth(), namesOf(HOUSE, 'en'), 'en'));
    expect(header?.split(',')).toHaveLength(first?.split(',').length ?? 0);
    expect(first).toContain('40,90'.slice(0, 3));
    expect(first).toMatch(/,9,93,0,0\.29,0\.143,0\.589,fell$/);
  });
});
