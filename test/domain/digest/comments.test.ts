import { describe, expect, it } from 'vitest';
import { chooseComments } from '../../../shared/domain/digest/comments.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { MASKS } from '../../../shared/domain/redact/masks.ts';
import { aFeedback } from '../../samples.ts';

const redaction = { masks: MASKS.en, orderNumbers: [] };
const base = aFeedback().understanding;
const comment = (text: string, severity: 1 | 2 | 3 | 4, score: number | undefined, overrides: Partial<Feedback> = {}) =>
  aFeedback({
    externalId: text,
    comment: text,
    score,
    understanding: { ...base, severity, sentiment: { label: 'neutral', score: score === undefined ? 0 : score / 50 - 1, confidence: 0.9 } },
    ...overrides,
  });
const texts = (list: readonly Feedback[]) => chooseComments(list, redaction).map(({ text }) => text);

describe('chooseComments', () => {
  it('takes the worst first and the best one last', () => {
    const list = [
      comment('fine', 1, 75),
      comment('great', 1, 100),
      comment('poor', 2, 25),
      comment('sparks', 4, 50),
      comment('awful', 2, 0),
      comment('fraud', 3, 25),
      comment('so-so', 1, 50),
    ];
    expect(texts(list)).toEqual(['sparks', 'fraud', 'awful', 'poor', 'great']);
    expect(chooseComments(list, redaction).map(({ isBest }) => isBest)).toEqual([false, false, false, false, true]);
    expect(texts([...list].reverse())).toEqual(texts(list));
  });

  it('names none the best where nobody was content', () => {
    expect(texts([1, 2, 3, 4, 5, 6].map((n) => comment(`bad ${n}`, 2, n)))).toEqual(['bad 1', 'bad 2', 'bad 3', 'bad 4', 'bad 5']);
  });

  it('does not take bitter words beside a good rating for praise', () => {
    const sarcasm = comment('Oh great, late again', 1, 100, {
      understanding: { ...base, severity: 1, sentiment: { label: 'negative', score: -0.7, confidence: 0.8 } },
    });
    expect(chooseComments([sarcasm], redaction)).toMatchObject([{ isBest: false }]);
  });

  it('shows the same words once, and neither empty ones nor those of a machine', () => {
    const list = [
      comment('late', 2, 0),
      comment('late', 2, 10, { externalId: 'again' }),
      comment('  \u200B ', 2, 0),
      comment('I am out of office', 1, 50, { automatic: 'auto-reply' }),
      aFeedback({ externalId: 'silent', comment: undefined }),
    ];
    expect(texts(list)).toEqual(['late']);
  });

  it('masks before it shortens, so that no half of a number is left at the cut', () => {
    const [shown] = chooseComments([comment(`${'x'.repeat(276)} 13800138000 more`, 2, 0)], redaction);
    expect(shown?.text).not.toMatch(/\d/);
    expect([...(shown?.text ?? '')].length).toBeLessThanOrEqual(281);
  });

  it('judges by the words where nothing was rated', () => {
    const unrated = (text: string, score: number) =>
      comment(text, 2, undefined, { understanding: { ...base, severity: 2, sentiment: { label: 'neutral', score, confidence: 0.9 } } });
    expect(texts([unrated('meh', -0.1), unrated('angry', -0.9)])).toEqual(['angry', 'meh']);
  });
});
