import { describe, expect, it } from 'vitest';
import { namesOfSurvey } from '../../../../shared/domain/analytics/analysis/names.ts';
import { reportPage } from '../../../../shared/domain/analytics/report/html.ts';
import { shortened, widthOf } from '../../../../shared/domain/analytics/report/label.ts';
import { Report } from '../../../../shared/domain/analytics/report/report.ts';
import { reportText } from '../../../../shared/domain/analytics/report/text.ts';
import { reportOf, SAMPLES } from '../analysis/sample-reports.ts';

const numbers = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbers);
};

describe.each(Object.keys(SAMPLES))('the report of %s', (name) => {
  it('is whole in both languages, as data and as JSON, and no number in it is NaN (R14, R23)', async () => {
    const { report, result } = await reportOf(name);
    expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(numbers([report, result]).filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(report.sections.every(({ head, rows }) => rows.every((row) => row.length === head.length))).toBe(true);
  });

  it('states sample, period and method (ISO 10004)', async () => {
    const { report, basis } = await reportOf(name);
    expect(report.method[0]?.en).toContain(`${basis.responses} responses, “autumn”. Period: 2026-10-01 to 2026-10-31.`);
    expect(report.method.length).toBeGreaterThan(1);
    const page = reportPage({ report, language: 'en', brandName: 'Example Company', owner: 'Head of service' });
    expect(page).toContain('Owner: Head of service');
  });
});

describe('a report for people', () => {
  const hostile = '<script>alert(1)</script>';
  const report: Report = {
    title: { en: hostile, 'zh-Hans': hostile },
    sentences: [{ en: hostile, 'zh-Hans': hostile }],
    sections: [
      {
        heading: { en: 'Items', 'zh-Hans': '项目' },
        picture: {
          kind: 'bars',
          label: { en: hostile, 'zh-Hans': hostile },
          min: 0,
          max: 1,
          from: 0,
          bars: [{ label: hostile, value: 0.5, tone: 'bad' }],
        },
        head: [{ en: 'Item', 'zh-Hans': '项目' }],
        rows: [[hostile]],
        notes: [{ en: 'Note', 'zh-Hans': '说明' }],
      },
    ],
    method: [{ en: 'Method', 'zh-Hans': '方法' }],
  };

  it('lets no name of a question become markup (P22)', () => {
    expect(reportPage({ report, language: 'en', brandName: hostile })).not.toContain('<script>');
  });

  it('is text too: what it says, tables, how it came about', () => {
    expect(reportText(report, 'zh-Hans', (head, rows) => `${head.join()}|${rows.join()}`)).toBe(
      [hostile, `项目\n项目|${hostile}\n说明`, '方法'].join('\n\n'),
    );
  });
});

describe('labels of pictures', () => {
  it.each([
    ['short', 'short'],
    ['Sincere help with problems of customers', 'Sincere help wit…'],
    ['工作人员对客户的问题总是热心解答从不推诿', '工作人员对客户的问…'],
  ])('keeps or cuts %s', (text, expected) => {
    expect(shortened(text, 9.9)).toBe(expected);
    expect(widthOf(shortened(text, 9.9))).toBeLessThanOrEqual(9.9);
  });
});

describe('names of questions', () => {
  it('are those of the survey, of rows too', () => {
    const name = (en: string) => ({ en, 'zh-Hans': en });
    const names = namesOfSurvey({
      questions: [
        {
          ...{
            kind: 'matrix',
            id: 'staff',
            text: name('Our staff'),
            metric: 'rating',
            min: 1,
            max: 5,
            minLabel: name('bad'),
            maxLabel: name('good'),
          },
          ...{ rows: [{ id: 'kind', text: name('Kind') }], hasCannotSay: false, isRequired: false },
        },
      ],
    });
    expect([...names]).toEqual([
      ['staff', name('Our staff')],
      ['staff.kind', name('Kind')],
    ]);
  });
});
