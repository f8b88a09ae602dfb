import { describe, expect, it } from 'vitest';
import { expectationOf, perceptionOf, SERVQUAL_ITEMS } from '../../../../shared/domain/analytics/measures/servqual-items.ts';
import { servqualDimensionMeanings, servqualDimensionWords } from '../../../../shared/domain/analytics/measures/servqual-words.ts';
import { Localized } from '../../../../shared/domain/language.ts';

describe('the 22 items of SERVQUAL (R13)', () => {
  it('stand in five dimensions, as published', () => {
    const counts = new Map<string, number>();
    for (const { dimension } of SERVQUAL_ITEMS) counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
    expect([...counts]).toEqual([
      ['tangibles', 4],
      ['reliability', 5],
      ['responsiveness', 4],
      ['assurance', 4],
      ['empathy', 5],
    ]);
  });

  it('have ids of their own, with the dimension in front', () => {
    expect(new Set(SERVQUAL_ITEMS.map(({ id }) => id)).size).toBe(22);
    for (const item of SERVQUAL_ITEMS) {
      expect(item.id).toMatch(/^[a-z]{1,40}\.[a-z][a-z0-9-]{0,39}$/);
      expect(item.id.startsWith(`${item.dimension}.`)).toBe(true);
      expect([expectationOf(item), perceptionOf(item)]).toEqual([`${item.id}.expectation`, `${item.id}.perception`]);
    }
  });

  it('speak both languages in both forms, and never say the same twice', () => {
    const texts = SERVQUAL_ITEMS.flatMap(({ label, expectation, perception }) =>
      [label, expectation, perception].map((text) => Localized.parse(text)),
    );
    for (const language of ['en', 'zh-Hans'] as const) expect(new Set(texts.map((text) => text[language])).size).toBe(texts.length);
    for (const { expectation, perception } of SERVQUAL_ITEMS) {
      expect(expectation.en).toMatch(/excellent company.*\.$/);
      expect(perception.en).toMatch(/this company.*\.$/i);
      expect(expectation['zh-Hans']).toMatch(/优秀的企业.*。$/);
      expect(perception['zh-Hans']).toMatch(/这家企业.*。$/);
    }
  });

  it('are short, and their Chinese holds neither Latin letters nor half-width punctuation', () => {
    for (const { label, expectation, perception } of SERVQUAL_ITEMS) {
      expect(label['zh-Hans'].length).toBeLessThanOrEqual(8);
      expect(label.en.length).toBeLessThanOrEqual(30);
      for (const text of [expectation, perception]) {
        expect(text.en.split(' ').length).toBeLessThanOrEqual(16);
        expect(text['zh-Hans']).not.toMatch(/[\x20-\x7e]/);
      }
    }
  });

  it('know the dimensions by the names of the handbooks too', () => {
    expect(Object.values(servqualDimensionWords).map((word) => word['zh-Hans'])).toEqual([
      '有形性',
      '可靠性',
      '响应性',
      '保证性',
      '移情性',
    ]);
    expect(servqualDimensionMeanings.tangibles['zh-Hans']).toContain('可感知性');
    expect(servqualDimensionMeanings.responsiveness['zh-Hans']).toContain('反应性');
  });
});
