import { describe, expect, it } from 'vitest';
import { REFUSAL_REASONS, refused } from '../../../../shared/domain/analytics/measures/figure.ts';
import {
  aspectWords,
  groupWords,
  leftOutSentence,
  notClearlyWords,
  organisationGapWords,
  quadrantWords,
  refusalSentence,
  zoneWords,
} from '../../../../shared/domain/analytics/measures/words.ts';
import { Localized } from '../../../../shared/domain/language.ts';

describe('words of the measures', () => {
  it('say why there is no figure and how many it takes, in both languages', () => {
    expect(refusalSentence(refused('too-few-answers', 3), 'en')).toBe('Too few usable answers for a figure: there are 3, and it takes 10.');
    for (const reason of REFUSAL_REASONS) {
      expect(refusalSentence(refused(reason, 4, {}, 11), 'en')).toMatch(/^[A-Z].*\.$/);
      const chinese = refusalSentence(refused(reason, 4, {}, 11), 'zh-Hans');
      expect(chinese).toMatch(/。$/);
      expect(chinese).not.toMatch(/[,.:;?!()]/);
    }
  });

  it('say what was left out and why', () => {
    const leftOut = { cannotSay: 3, outOfScale: 1 };
    expect(leftOutSentence(leftOut, 'en')).toBe('Left out: 3 “cannot say”; 1 not on the scale.');
    expect(leftOutSentence(leftOut, 'zh-Hans')).toBe('未计入：“无法回答” 3 份；超出量表范围 1 份。');
    expect(leftOutSentence({}, 'en')).toBeUndefined();
  });

  it('are there in both languages, never the same twice, in Chinese with full-width punctuation', () => {
    for (const table of [quadrantWords, zoneWords, groupWords, aspectWords, organisationGapWords]) {
      const words = Object.values(table).map((word) => Localized.parse(word));
      for (const language of ['en', 'zh-Hans'] as const) expect(new Set(words.map((word) => word[language])).size).toBe(words.length);
      for (const word of words) expect(word['zh-Hans']).not.toMatch(/[,.:;?!()]/);
    }
    expect(Localized.parse(notClearlyWords)['zh-Hans']).toBe('尚不明确');
  });
});
