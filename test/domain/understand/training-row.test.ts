import { describe, expect, it } from 'vitest';
import { correctFeedback, keepCorrections } from '../../../shared/domain/understand/correct-feedback.ts';
import type { Correction } from '../../../shared/domain/understand/correction.ts';
import { trainingRow as rowOf, TrainingRow } from '../../../shared/domain/understand/training-row.ts';
import { aFeedback } from '../../samples.ts';

const trainingRow = (feedback: ReturnType<typeof aFeedback>) => rowOf(feedback, { orderNumbers: ['SO-########'] });
const now = '2026-11-23T02:00:00.000Z';
const corrected = (to: Correction, overrides: Parameters<typeof aFeedback>[0] = {}) =>
  correctFeedback(aFeedback(overrides), to, { by: 'agent:lin@example.com', now });

describe('a training row', () => {
  it('is what stands, and of each corrected part what the machine had read, however often it was corrected', () => {
    const once = corrected({ severity: 4, intent: 'question' }, { subject: 'Parcel', locale: 'en-GB' });
    const twice = correctFeedback(once, { severity: 3, topics: [] }, { by: 'agent:morgan', now: '2026-11-23T03:00:00.000Z' });
    const row = trainingRow(twice);
    expect(row).toEqual({
      text: 'Parcel Two weeks late and nobody called back.',
      locale: 'en-GB',
      language: 'en',
      sentiment: 'negative',
      topics: [],
      severity: 3,
      intent: 'question',
      correctedAt: '2026-11-23T03:00:00.000Z',
      before: { severity: 2, intent: 'complaint', topics: [{ topic: 'delivery', polarity: 'negative' }] },
    });
    expect(TrainingRow.parse(row)).toEqual(row);
  });

  it('holds no address, no number, no agent, nothing that leads to the customer (R17)', () => {
    const chinese = { ...aFeedback().understanding, language: 'zh-Hans' };
    const rows = [
      trainingRow(
        corrected({ severity: 4 }, { comment: 'Call 0171 5550 123 or write to ana@example.com about so-20261126, 12 Baker Street.' }),
      ),
      trainingRow(
        corrected({ severity: 4 }, { comment: '请打13800138000或写信到ana@example.cn，地址中山路18号3栋502室。', understanding: chinese }),
      ),
    ];
    expect(rows.map((row) => row?.text)).toEqual([
      'Call [telephone] or write to [e-mail] about [order number], [house number] Baker Street.',
      '请打［电话］或写信到［邮箱］，地址中山路［门牌号］。',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/ana|lin|customer-key|hash-1|response-1/);
  });

  it('is not made of what nobody has corrected, of words that were corrected and are gone, nor of no words', () => {
    const other = keepCorrections(aFeedback({ revision: 1, comment: 'Other words.' }), corrected({ severity: 4 }));
    expect([trainingRow(aFeedback()), trainingRow(other), trainingRow(corrected({ severity: 4 }, { comment: undefined }))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
