import { describe, expect, it } from 'vitest';
import { ALL_PHOTOS, PHOTO_PREFIX as PREFIX_OF_INFRA } from '../../infra/photo-store.ts';
import { contentHash, feedbackId } from '../../shared/adapters/ids.ts';
import { withoutPerson, withoutPersonIn } from '../../shared/domain/customer/erasure/person.ts';
import { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { readSubmission, toFeedback } from '../../shared/domain/intake/form.ts';
import { fromFields } from '../../shared/domain/intake/form-fields.ts';
import { asksForPhotos, PHOTO_PREFIX, photoKey, photoKeysOf, withoutPhotos } from '../../shared/domain/photo.ts';
import { readySurveys } from '../../shared/domain/survey/ready-surveys.ts';
import { Survey } from '../../shared/domain/survey/survey.ts';
import { aFeedback } from '../samples.ts';

const ID = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const survey = Survey.parse(readySurveys.service);
const OWN = feedbackId('form', ID);
const KNOWN = { branches: [], campaigns: [], photoKeysOf: (id: string) => photoKeysOf(feedbackId('form', id)) };
const submitted = (photos: unknown, overrides: object = {}) => ({ submissionId: ID, photos, answers: { satisfaction: 2 }, ...overrides });
const fault = [{ field: 'photos', fault: { kind: 'unknown-photo' } }];

function received(photos: unknown): FeedbackReceived {
  const reading = readSubmission(survey, KNOWN, submitted(photos));
  if ('issues' in reading) throw new Error(JSON.stringify(reading.issues));
  const ids = { id: OWN, externalId: ID, receivedAt: '2026-11-27T06:00:00.000Z', quarantine: undefined };
  return FeedbackReceived.parse(toFeedback(survey, reading.submission, ids));
}

describe('photos of a submission', () => {
  it('are those of its own names', () => {
    expect(received([photoKey(OWN, 1), photoKey(OWN, 3)]).photos).toEqual([{ key: `new/${OWN}/1` }, { key: `new/${OWN}/3` }]);
  });

  it.each([[undefined], [null], [[]]])('may be none: %j', (none) => {
    expect(received(none).photos).toBeUndefined();
  });

  it.each([
    ['of another submission', [photoKey(feedbackId('form', 'another-submission'), 1)]],
    ['one twice', [photoKey(OWN, 1), photoKey(OWN, 1)]],
    ['four', [1, 2, 3, 4].map((n) => photoKey(OWN, n))],
    ['somewhere else in the bucket', [`${photoKey(OWN, 1)}/../../x`]],
    ['no list', photoKey(OWN, 1)],
  ])('are refused where they are %s', (_, photos) => {
    const reading = readSubmission(survey, KNOWN, submitted(photos));
    expect('issues' in reading && reading.issues).toEqual(expect.arrayContaining(fault));
  });

  it('are refused where nobody can tell whose they are, or the survey asks for none', () => {
    const photos = [photoKey(OWN, 1)];
    expect(readSubmission(survey, KNOWN, submitted(photos, { submissionId: undefined }))).toEqual({ issues: fault });
    expect(readSubmission(withoutPhotos(survey), KNOWN, submitted(photos))).toEqual({ issues: fault });
  });

  it('come by a page’s fields too', () => {
    const fields = new URLSearchParams([
      ['submissionId', ID],
      ['satisfaction', '2'],
      ['photos', photoKey(OWN, 1)],
      ['photos', photoKey(OWN, 2)],
    ]);
    expect(readSubmission(survey, KNOWN, fromFields(survey, fields))).toMatchObject({
      submission: { photos: [photoKey(OWN, 1), photoKey(OWN, 2)] },
    });
  });

  it('are part of what was said: the same id with others is not the same (P4)', () => {
    const [none, one, two] = [received([]), received([photoKey(OWN, 1)]), received([photoKey(OWN, 2)])].map(contentHash);
    expect(new Set([none, one, two]).size).toBe(3);
  });

  it('are named nowhere once their person is erased (P35)', () => {
    const photos = [{ key: photoKey(OWN, 1) }];
    expect(JSON.stringify(withoutPersonIn(aFeedback({ photos })))).not.toContain('new/');
    expect(JSON.stringify(withoutPerson(received([photoKey(OWN, 1)])))).not.toContain('new/');
  });
});

describe('asking for photos', () => {
  it('is a setting of a comment, which the default survey has on', () => {
    expect(asksForPhotos(survey)).toBe(true);
    expect(asksForPhotos(Survey.parse(readySurveys.effort))).toBe(false);
    expect(asksForPhotos(withoutPhotos(survey))).toBe(false);
  });

  it('has one place in the bucket, in the code and in the template', () => {
    expect(PREFIX_OF_INFRA).toBe(PHOTO_PREFIX);
    expect(ALL_PHOTOS).toContain(`/${PHOTO_PREFIX}*`);
  });
});
