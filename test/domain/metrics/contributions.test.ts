import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bucketOf } from '../../../shared/domain/analytics/measures/duration-buckets.ts';
import { contributions, contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import { aCase, aFeedback } from '../../samples.ts';

const ZONE = 'Asia/Shanghai';
const OPENED = aCase().openedAt;
const feedbackImage = (overrides: Parameters<typeof aFeedback>[0] = {}) => ({
  ...aFeedback(overrides),
  pk: 'p',
  sk: 's',
  ipk: 'i',
  isk: 'j',
  type: 'feedback',
});
const caseImage = (overrides: Parameters<typeof aCase>[0] = {}) => ({ ...aCase(overrides), pk: 'p', sk: 's', type: 'case' });
const daysOf = (image: unknown) => contributions(image, ZONE).filter(({ granularity }) => granularity === 'day');

describe('contributions', () => {
  it('counts a feedback in its day and hour, under each of its dimensions', () => {
    const buckets = contributions(feedbackImage({ branch: 'east' }), ZONE);
    expect(
      daysOf(feedbackImage({ branch: 'east' }))
        .map(({ dimension }) => dimension)
        .sort(),
    ).toEqual(['all', 'branch#east', 'channel#form', 'language#en', 'survey#service', 'tier#unknown', 'topic#delivery']);
    expect(new Set(buckets.map(({ granularity, start }) => `${granularity} ${start}`))).toEqual(
      new Set(['day 2026-11-22', 'hour 2026-11-22T08']),
    );
    expect(buckets[0]?.deltas).toEqual({
      n: 1,
      unhappy: 1,
      csat1: 1,
      csatTop2: 0,
      csatScoreSum: 0,
      csatScoreSquareSum: 0,
      sentimentNegative: 1,
      sentimentScoreSum: -800,
    });
  });

  it('begins the day at midnight of the business, not of UTC', () => {
    expect(daysOf(feedbackImage({ receivedAt: '2026-11-22T15:59:59.999Z' }))[0]?.start).toBe('2026-11-22');
    expect(daysOf(feedbackImage({ receivedAt: '2026-11-22T16:00:00.000Z' }))[0]?.start).toBe('2026-11-23');
  });

  it('counts a topic once that was both ticked and read from the words', () => {
    const dimensions = daysOf(feedbackImage({ reasons: ['delivery', 'staff', 'staff'] })).map(({ dimension }) => dimension);
    expect(dimensions.filter((dimension) => dimension.startsWith('topic#')).sort()).toEqual(['topic#delivery', 'topic#staff']);
  });

  it('puts languages without figures of their own into one', () => {
    const inLanguage = (language: string) => feedbackImage({ understanding: { ...aFeedback().understanding, language } });
    const languageOf = (language: string) =>
      daysOf(inLanguage(language)).find(({ dimension }) => dimension.startsWith('language#'))?.dimension;
    expect(['en', 'zh-Hans', 'zh-Hant', 'de', 'und'].map(languageOf)).toEqual([
      'language#en',
      'language#zh-Hans',
      'language#zh-Hant',
      'language#other',
      'language#other',
    ]);
  });

  it('does not count what a machine wrote, what was said within a case, nor other items of the register', () => {
    expect(contributions(feedbackImage({ automatic: 'auto-reply' }), ZONE)).toEqual([]);
    expect(contributions(feedbackImage({ isReply: true, caseNumber: '2611-0001' }), ZONE)).toEqual([]);
    for (const type of ['case-event', 'action', 'customer', 'quarantine', 'suppression', 'mail-count', 'case-counter']) {
      expect(contributions({ ...feedbackImage(), type }, ZONE)).toEqual([]);
    }
  });

  it('takes no mood from words that could not be read', () => {
    const understanding = { ...aFeedback().understanding, sentiment: { label: 'neutral', score: 0, confidence: 0 } as const };
    expect(daysOf(feedbackImage({ understanding }))[0]?.deltas).not.toHaveProperty('sentimentNeutral');
  });

  it('counts a case by the time it was opened, whenever it is taken up', () => {
    const late = caseImage({ state: 'acknowledged', acknowledgedAt: '2026-12-01T00:00:00.000Z', isAcknowledgedInTime: false });
    const all = daysOf(late).find(({ dimension }) => dimension === 'all');
    expect(all).toMatchObject({
      start: '2026-11-23',
      deltas: { casesOpened: 1, casesAcknowledgedInTime: 0, casesAcknowledgedLate: 1, casesResolved: 0 },
    });
  });

  it('counts a case as solved while it is, and no longer when it is opened again', () => {
    const solved = caseImage({
      state: 'remedied',
      acknowledgedAt: OPENED,
      isAcknowledgedInTime: true,
      solvedAt: '2026-12-01T00:00:00.000Z',
    });
    const all = (image: unknown) => daysOf(image).find(({ dimension }) => dimension === 'all')?.deltas;
    expect(all(solved)).toMatchObject({ casesOpened: 1, casesAcknowledgedInTime: 1, casesResolved: 1 });
    const { solvedAt: _, ...again } = solved;
    const change = contributionsOfChange({ old: solved, new: { ...again, state: 'acknowledged', round: 2 } }, ZONE);
    expect(change.find(({ dimension, granularity }) => dimension === 'all' && granularity === 'day')?.deltas).toEqual({
      casesResolved: -1,
      complaintsSolved: -1,
      casesReopened: 1,
      [`solveTime${bucketOf(Temporal.Instant.from(OPENED).until('2026-12-01T00:00:00Z').total('seconds'))}`]: -1,
    });
  });

  it('counts items of an older version that lack what is not counted, and refuses those that lack what is', () => {
    const { contentHash: _hash, isReachable: _reachable, ...older } = feedbackImage();
    expect(contributions(older, ZONE)).toEqual(contributions(feedbackImage(), ZONE));
    const { receivedAt: _at, ...broken } = feedbackImage();
    expect(() => contributions(broken, ZONE)).toThrow();
  });
});

describe('contributionsOfChange', () => {
  it('moves what a revision changes and nothing else', () => {
    const old = feedbackImage();
    const revised = feedbackImage({
      revision: 5,
      answers: [{ question: 'satisfaction', metric: 'csat', value: 5, min: 1, max: 5 }],
      reasons: [],
    });
    const all = contributionsOfChange({ old, new: revised }, ZONE).find(
      ({ dimension, granularity }) => dimension === 'all' && granularity === 'day',
    );
    expect(all?.deltas).toEqual({ csat1: -1, csat5: 1, csatTop2: 1, csatScoreSum: 10_000, csatScoreSquareSum: 100_000_000 });
  });

  it('is nothing where no figure changes: a note on a case, a case number on a feedback', () => {
    expect(contributionsOfChange({ old: caseImage(), new: caseImage({ version: 2, owner: 'morgan' }) }, ZONE)).toEqual([]);
    expect(contributionsOfChange({ old: feedbackImage(), new: feedbackImage({ caseNumber: '2611-0001' }) }, ZONE)).toEqual([]);
  });

  it('takes away again what is removed', () => {
    const removed = contributionsOfChange({ old: feedbackImage() }, ZONE).find(({ dimension }) => dimension === 'all');
    expect(removed?.deltas).toMatchObject({ n: -1, csat1: -1, sentimentScoreSum: 800 });
  });
});

describe('invitations (R10)', () => {
  const image = (set: object) => ({
    type: 'invitation',
    campaign: 'autumn',
    invitedAt: '2026-11-22T16:00:00.000Z',
    state: 'withheld',
    reason: 'open-case',
    ...set,
  });
  const dimensions = (set: object) => contributions(image(set), ZONE).map(({ dimension, start }) => `${start} ${dimension}`);

  it('count under their campaign, and those not asked or not reached by the reason', () => {
    expect(dimensions({})).toEqual(['2026-11-23 all', '2026-11-23 campaign#autumn', '2026-11-23 invitations#autumn#withheld#open-case']);
    expect(dimensions({ state: 'not-reached', reason: 'something-of-ses' })).toContain('2026-11-23 invitations#autumn#not-reached#other');
    expect(dimensions({ state: 'sent', reason: undefined })).toEqual(['2026-11-23 all', '2026-11-23 campaign#autumn']);
  });

  it('move from step to step: what a change adds and takes away comes to the last state', () => {
    const added = contributionsOfChange(
      { old: image({ state: 'waiting', reason: undefined }), new: image({ state: 'answered', reason: undefined }) },
      ZONE,
    );
    expect(added.find(({ dimension }) => dimension === 'campaign#autumn')?.deltas).toMatchObject({
      invitationsSent: 1,
      invitationsBegun: 1,
      invitationsAnswered: 1,
    });
  });
});
