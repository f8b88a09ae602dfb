import { describe, expect, it } from 'vitest';
import { applyCorrection, CORRECTED_SCORES, Correction, changeBy } from '../../../shared/domain/understand/correction.ts';
import { aFeedback } from '../../samples.ts';

const read = aFeedback().understanding;

describe('a correction', () => {
  it.each([
    [{}, /at least one of sentiment, topics, severity, intent/],
    [{ severity: 5 }, /1 \(low\)/],
    [{ sentiment: 'angry' }, /negative/],
    [{ topics: [{ topic: 'weather', polarity: 'negative' }] }, /delivery/],
    [{ topics: [{ topic: 'staff', polarity: 'negative', evidence: ['x'] }] }, /evidence/],
    [
      {
        topics: [
          { topic: 'staff', polarity: 'negative' },
          { topic: 'staff', polarity: 'positive' },
        ],
      },
      /each topic once/,
    ],
    [{ flags: ['danger'], severity: 4 }, /flags/],
  ])('%j is refused, with what was expected', (given, expected) => {
    const parsed = Correction.safeParse(given);
    expect(JSON.stringify(parsed.error?.issues)).toMatch(expected);
  });

  it('sets a mood to its documented score, and is sure of it', () => {
    for (const sentiment of ['negative', 'neutral', 'positive'] as const) {
      expect(applyCorrection(read, { sentiment }).sentiment).toEqual({
        label: sentiment,
        score: CORRECTED_SCORES[sentiment],
        confidence: 1,
      });
    }
  });

  it('keeps the evidence of topics that stay, whatever their polarity, and invents none for new ones', () => {
    const topics = [
      { topic: 'delivery', polarity: 'neutral' },
      { topic: 'staff', polarity: 'positive' },
    ] as const;
    expect(applyCorrection(read, { topics: [...topics] }).topics).toEqual([
      { topic: 'delivery', polarity: 'neutral', evidence: ['Two weeks late'] },
      { topic: 'staff', polarity: 'positive', evidence: [] },
    ]);
    expect(applyCorrection(read, { topics: [] }).topics).toEqual([]);
  });

  it('may lower a severity that a flag had set, and says that a person did (R6)', () => {
    const critical = { ...read, severity: 4, severityReasons: ['danger', 'corrected'], flags: ['danger'] } satisfies typeof read;
    expect(applyCorrection(critical, { severity: 1 })).toMatchObject({
      severity: 1,
      severityReasons: ['danger', 'corrected'],
      flags: ['danger'],
    });
  });

  it('leaves all parts that it does not name, language, flags and engine as they were', () => {
    expect(applyCorrection(read, { intent: 'question' })).toEqual({ ...read, intent: 'question' });
  });
});

describe('what a correction changes', () => {
  it('is the parts that stand otherwise, as they stood without the customer’s words, and as they should be', () => {
    expect(changeBy(read, { sentiment: 'neutral', severity: 2, topics: [], intent: 'complaint' })).toEqual({
      from: { sentiment: read.sentiment, topics: [{ topic: 'delivery', polarity: 'negative' }] },
      to: { sentiment: 'neutral', topics: [] },
    });
  });

  it('is nothing where all of it stands already, topics in any order', () => {
    const two = { ...read, topics: [...read.topics, { topic: 'staff', polarity: 'positive', evidence: [] }] } satisfies typeof read;
    const turned = two.topics.map(({ topic, polarity }) => ({ topic, polarity })).reverse();
    expect(changeBy(two, { topics: turned, sentiment: 'negative', severity: 2, intent: 'complaint' })).toBeUndefined();
    expect(changeBy(two, { topics: turned.slice(1) })).toBeDefined();
  });

  it('is something where the mood was not read, even if it is named neutral', () => {
    const unread = { ...read, sentiment: { label: 'neutral', score: 0, confidence: 0 } } satisfies typeof read;
    expect(changeBy(unread, { sentiment: 'neutral' })?.to).toEqual({ sentiment: 'neutral' });
  });
});
