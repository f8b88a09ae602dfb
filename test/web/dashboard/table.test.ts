import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvName } from '../../../web/browser/csv.ts';
import { shownNumber, speechIn, type Unit } from '../../../web/dashboard/speech.ts';
import { cellText, tableFile } from '../../../web/dashboard/table.ts';

const UNITS: readonly Unit[] = ['share', 'rate', 'points', 'score', 'count', 'time'];
const en = speechIn('en');
const zh = speechIn('zh-Hans');

/** What a person reads as a number. */
const numberIn = (text: string) => Number(text.replace('−', '-').replaceAll(',', ''));

describe('tables beside charts and their files (R23, P36)', () => {
  it('show and write the very same numbers, in both languages', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1e6, noNaN: true }), fc.constantFrom(...UNITS), (value, unit) => {
        const column = { label: 'x', unit };
        const [, written = ''] = tableFile({ columns: [column], rows: [{ cells: [value] }] }).split('\r\n');
        for (const speech of [en, zh]) expect(numberIn(cellText(value, column, speech))).toBe(Number(written));
      }),
    );
  });

  it('round a number that lies in the middle the same way in both', () => {
    expect(cellText(0.145, { label: 'x', unit: 'rate' }, en)).toBe('14.5');
    expect(cellText(1.005 / 100, { label: 'x', unit: 'rate' }, en)).toBe(String(shownNumber(0.01005, 'rate').toFixed(1)));
    expect(Object.is(shownNumber(-0.0001, 'share'), 0)).toBe(true);
  });

  it('begin with a byte order mark, keep what is not known empty, and hold no formula', () => {
    const file = tableFile({
      columns: [{ label: '=cmd' }, { label: 'Share, %', unit: 'share' }, { label: 'Note' }],
      rows: [{ cells: ['+1 "quoted"', 0.781, undefined] }],
    });
    expect(file).toBe('\uFEFF\'=cmd,"Share, %",Note\r\n"\'+1 ""quoted""",78,\r\n');
    expect(cellText(undefined, { label: 'x', unit: 'share' }, en)).toBe('–');
  });

  it('are named by what they show, on any system', () => {
    expect(csvName(['trend', '2026-11-01', '2026-11-27', 'branch', 'east'])).toBe('amends-trend-2026-11-01-2026-11-27-branch-east.csv');
    expect(csvName(['../..\\x', '', 'a b/c'])).toBe('amends-x-a-b-c.csv');
  });
});

describe('figures in words', () => {
  it('by the rules of the language, with the minus sign of typography', () => {
    expect([en.text(0.784, 'share'), en.text(12.4, 'score'), en.text(-3, 'score'), en.text(1234567, 'count')]).toEqual([
      '78%',
      '+12',
      '−3',
      '1,234,567',
    ]);
    expect([en.range(0.78, 0.86, 'share'), en.range(-3, 12, 'score')]).toEqual(['78–86%', '−3 to +12']);
    expect([zh.range(0.78, 0.86, 'share'), zh.range(-3, 12, 'score')]).toEqual(['78–86%', '−3 至 +12']);
    const days = { from: '2026-10-31', to: '2026-11-27' };
    expect(en.days(days)).toMatch(/^31 Oct\s–\s27 Nov 2026$/);
    expect(zh.days(days)).toMatch(/^2026.10.31.+11.27/);
    expect(en.moment('2026-11-26T16:30:00.000Z', 'Asia/Shanghai')).toBe('27 Nov 2026, 00:30');
  });
});
