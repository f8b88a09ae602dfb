import { describe, expect, it } from 'vitest';
import { Feedback } from '../../../shared/domain/feedback.ts';
import { contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import {
  correctFeedback,
  correctionsInForce,
  keepCorrections,
  MAX_CORRECTIONS,
  versionOf,
} from '../../../shared/domain/understand/correct-feedback.ts';
import type { Correction } from '../../../shared/domain/understand/correction.ts';
import { aFeedback } from '../../samples.ts';

const by = 'agent:lin';
const at = (minute: number) => `2026-11-23T02:${String(minute).padStart(2, '0')}:00.000Z`;
const corrected = (feedback: Feedback, to: Correction, minute = 0) => correctFeedback(feedback, to, { by, now: at(minute) });

describe('a corrected feedback', () => {
  it('has the corrected understanding, and on the record who, when, what stood before and what stands since', () => {
    const next = corrected(aFeedback(), { sentiment: 'positive', severity: 1 });
    expect(next.understanding).toMatchObject({ sentiment: { label: 'positive', confidence: 1 }, severity: 1 });
    expect(next.corrections).toEqual([
      {
        at: at(0),
        by,
        from: { sentiment: { label: 'negative', score: -0.8, confidence: 0.9 }, severity: 2 },
        to: { sentiment: 'positive', severity: 1 },
      },
    ]);
    expect(Feedback.parse(next)).toEqual(next);
  });

  it('keeps its earlier corrections as they were, in the order of time whatever the clocks say', () => {
    const once = corrected(aFeedback(), { severity: 4 }, 30);
    const twice = corrected(once, { severity: 1 }, 20);
    expect(twice.corrections?.slice(0, 1)).toEqual(once.corrections);
    expect(twice.corrections?.map((one) => [one.at, one.from.severity, one.to.severity])).toEqual([
      [at(30), 2, 4],
      [at(30), 4, 1],
    ]);
  });

  it('opens, closes and moves no case', () => {
    const before = aFeedback({ caseNumber: '2611-0001' });
    const { caseNumber, recoveryReasons } = corrected(before, { sentiment: 'positive', severity: 1, intent: 'praise', topics: [] });
    expect({ caseNumber, recoveryReasons }).toEqual({ caseNumber: '2611-0001', recoveryReasons: ['low-satisfaction'] });
    expect(corrected(aFeedback({ recoveryReasons: [] }), { severity: 4 }).recoveryReasons).toEqual([]);
  });

  it('is refused where all of it stands already, and after so many that the item would grow without end', () => {
    expect(() => corrected(aFeedback(), { severity: 2 })).toThrow(expect.objectContaining({ status: 409, code: 'nothing-to-correct' }));
    let feedback = aFeedback();
    for (let i = 0; i < MAX_CORRECTIONS; i += 1) feedback = corrected(feedback, { severity: i % 2 === 0 ? 3 : 4 });
    expect(() => corrected(feedback, { severity: 1 })).toThrow(expect.objectContaining({ status: 409, code: 'too-many-corrections' }));
  });

  it('has another version after every change', () => {
    const once = corrected(aFeedback(), { severity: 4 });
    const versions = [aFeedback(), once, corrected(once, { severity: 1 }), { ...once, revision: 7 }].map(versionOf);
    expect(versions).toEqual(['0.0', '0.1', '0.2', '7.1']);
  });
});

describe('a revision of a corrected feedback', () => {
  const standing = corrected(aFeedback(), { sentiment: 'positive', topics: [{ topic: 'staff', polarity: 'positive' }] });
  const reading = { ...aFeedback().understanding, severity: 3, intent: 'request' } satisfies Feedback['understanding'];

  it('keeps the corrected parts where the words are the same, over the new reading of the others', () => {
    const revised = keepCorrections(aFeedback({ revision: 1, understanding: reading }), standing);
    const { sentiment, topics } = standing.understanding;
    expect(revised.understanding).toEqual({ ...reading, sentiment, topics });
    expect(revised.corrections).toEqual(standing.corrections);
    expect(correctionsInForce(revised)).toHaveLength(1);
  });

  it('is read anew where the words have changed, in comment or subject, and keeps the corrections as history', () => {
    for (const other of [{ comment: 'Other words.' }, { subject: 'A subject.' }, { comment: undefined }]) {
      const revised = keepCorrections(aFeedback({ revision: 1, understanding: reading, ...other }), standing);
      expect(revised.understanding).toEqual(reading);
      expect(revised.corrections).toEqual(standing.corrections);
      expect(correctionsInForce(revised)).toEqual([]);
    }
  });

  it('never brings history back into force, while later corrections hold', () => {
    const otherWords = { comment: 'Other words.' };
    const second = keepCorrections(aFeedback({ revision: 1, ...otherWords }), standing);
    const third = keepCorrections(aFeedback({ revision: 2, ...otherWords }), corrected(second, { severity: 4 }));
    expect(third.understanding).toMatchObject({ sentiment: { label: 'negative' }, severity: 4 });
    expect(third.corrections).toHaveLength(2);
    expect(Feedback.parse(third)).toEqual(third);
    // The very words of the beginning again: nobody looks for them.
    expect(keepCorrections(aFeedback({ revision: 3 }), third).understanding).toEqual(aFeedback().understanding);
  });

  it('that nobody has corrected stays as it is', () => {
    const revised = aFeedback({ revision: 1 });
    expect(keepCorrections(revised, aFeedback())).toBe(revised);
  });
});

describe('what a correction adds to the figures', () => {
  const image = (feedback: Feedback) => ({ ...feedback, pk: 'p', sk: 's', type: 'feedback' });
  const changes = (old: Feedback, next: Feedback) =>
    contributionsOfChange({ old: image(old), new: image(next) }, 'Asia/Shanghai')
      .filter(({ granularity }) => granularity === 'day')
      .map(({ dimension, deltas }) => [dimension, deltas]);

  it('is the new mood less the old one in each of its dimensions, and no second customer', () => {
    const before = aFeedback({ reasons: [], branch: 'east' });
    const mood = { sentimentNegative: -1, sentimentPositive: 1, sentimentScoreSum: 1400 };
    expect(changes(before, corrected(before, { sentiment: 'positive' }))).toEqual(
      ['all', 'channel#form', 'language#en', 'survey#service', 'branch#east', 'topic#delivery', 'tier#unknown'].map((dimension) => [
        dimension,
        mood,
      ]),
    );
  });

  it('takes a topic out of its bucket and puts another in, ticked ones apart', () => {
    const before = aFeedback({ reasons: ['price-and-billing'] });
    const after = corrected(before, { topics: [{ topic: 'staff', polarity: 'negative' }] });
    const moved = new Map(changes(before, after).map(([dimension, deltas]) => [dimension, deltas]));
    expect([...moved.keys()].sort()).toEqual(['topic#delivery', 'topic#staff']);
    expect(moved.get('topic#staff')).toMatchObject({ n: 1, csat1: 1, sentimentNegative: 1 });
    expect(moved.get('topic#delivery')).toMatchObject({ n: -1, csat1: -1, sentimentNegative: -1 });
  });

  it('is nothing where only severity or intent are corrected, and nets to nothing when it is taken back', () => {
    const before = aFeedback();
    expect(changes(before, corrected(before, { severity: 4, intent: 'question' }))).toEqual([]);
    const there = corrected(before, { topics: [] });
    const back = corrected(there, { topics: [{ topic: 'delivery', polarity: 'negative' }] });
    expect(changes(before, back)).toEqual([]);
  });
});
