import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/domain/feedback.ts';
import { judge } from '../../../shared/domain/recovery/judge.ts';
import type { RecoveryRule } from '../../../shared/domain/recovery/policy.ts';
import { overallScore } from '../../../shared/domain/score.ts';
import { understand } from '../../understand.ts';

const RULES: readonly RecoveryRule[] = [
  { name: 'low-satisfaction', when: 'rating', metric: 'csat', scoreAtMost: 25 },
  { name: 'strong-detractor', when: 'rating', metric: 'nps', scoreAtMost: 40 },
  { name: 'negative-words', when: 'sentiment', confidenceAtLeast: 0.6, unlessScoreAtLeast: 75 },
  { name: 'severe', when: 'severity', severityAtLeast: 3 },
  { name: 'serious-flag', when: 'flag', flags: ['danger', 'law'] },
];
const csat = (value: number): Answer => ({ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 });
const nps = (value: number): Answer => ({ question: 'recommendation', metric: 'nps', value, min: 0, max: 10 });
const judged = (comment: string, answers: readonly Answer[] = [], rules = RULES) => {
  const score = overallScore(answers);
  return judge({ answers, score, understanding: understand(comment, { score }) }, rules);
};

describe('which customers are unhappy (R4)', () => {
  it('finds a low rating at the edge of its rule, not above it', () => {
    expect(judged('', [csat(2)])).toEqual(['low-satisfaction']);
    expect(judged('', [csat(3)])).toEqual([]);
    expect(judged('', [nps(4)])).toEqual(['strong-detractor']);
    expect(judged('', [nps(5)])).toEqual([]);
  });

  it('counts 0 as an answer, and a low answer beside a high one', () => {
    expect(judged('', [nps(0)])).toEqual(['strong-detractor']);
    expect(judged('', [csat(5), nps(0)])).toEqual(['strong-detractor']);
  });

  it('finds unhappy words without any rating, in both languages', () => {
    expect(judged('Terrible service, never again.')).toEqual(['negative-words']);
    expect(judged('服务太差了，再也不来了。')).toEqual(['negative-words']);
    expect(judged('Lovely, thank you.')).toEqual([]);
    expect(judged('')).toEqual([]);
  });

  it('lets a good rating overrule unhappy words, where the rule says so', () => {
    expect(judged('The food was bad.', [csat(4)])).toEqual([]);
    expect(judged('The food was bad and the staff were rude.', [csat(3)])).toEqual(['negative-words']);
  });

  it('never takes words that nobody could read for unhappy ones', () => {
    const rules: RecoveryRule[] = [{ name: 'any-negative', when: 'sentiment', confidenceAtLeast: 0 }];
    expect(judged('', [csat(1)], rules)).toEqual([]);
    expect(judged('Le service était épouvantable et personne ne répond au téléphone', [csat(1)], rules)).toEqual([]);
  });

  it('finds what is severe or flagged under a good rating too', () => {
    expect(judged('The heater caught fire.', [csat(5), nps(10)])).toEqual(['severe', 'serious-flag']);
    expect(judged('我会起诉你们。', [csat(5)])).toEqual(['severe', 'serious-flag']);
  });

  it('names each rule once, in the order of the config', () => {
    expect(judged('Terrible, I will sue you.', [csat(1), nps(0)])).toEqual([
      'low-satisfaction',
      'strong-detractor',
      'negative-words',
      'severe',
      'serious-flag',
    ]);
    const twice: RecoveryRule[] = [
      { name: 'low', when: 'rating', metric: 'csat', scoreAtMost: 25 },
      { name: 'low', when: 'rating', metric: 'nps', scoreAtMost: 25 },
    ];
    expect(judged('', [csat(1), nps(0)], twice)).toEqual(['low']);
  });
});
