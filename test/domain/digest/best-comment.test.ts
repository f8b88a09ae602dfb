import { expect, it } from 'vitest';
import { chooseComments } from '../../../shared/domain/digest/comments.ts';
import { MASKS } from '../../../shared/domain/redact/masks.ts';
import { aFeedback } from '../../samples.ts';

const praise = (externalId: string, comment: string, score: number) => {
  const { understanding } = aFeedback();
  const sentiment = { label: 'positive' as const, score: score / 50 - 1, confidence: 0.9 };
  return aFeedback({ externalId, id: externalId, comment, score, understanding: { ...understanding, severity: 1, sentiment } });
};

it('the best comment is one that tells something, where there is one', () => {
  const telling = 'The fitter came on time and swept up after himself.';
  const bestOf = (...comments: string[]) =>
    chooseComments(
      comments.map((comment, i) => praise(`p-${i}`, comment, 80 + i)),
      { masks: MASKS.en, orderNumbers: [] },
    ).at(-1)?.text;
  expect(bestOf(telling, '冲')).toBe(telling);
  expect(bestOf('冲')).toBe('冲');
});
