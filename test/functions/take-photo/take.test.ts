import { describe, expect, it } from 'vitest';
import { type PhotoDoor, takePhoto } from '../../../functions/take-photo/take.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { signStart, startedAt } from '../../../shared/adapters/link.ts';
import type { UploadLimits } from '../../../shared/adapters/s3/presigned.ts';
import { readySurveys } from '../../../shared/domain/survey/ready-surveys.ts';
import { Survey } from '../../../shared/domain/survey/survey.ts';
import { ID, jsonRequest, KEY, NOW } from '../take-form/a-door.ts';

const TEN_MB = 10 * 1024 * 1024;
const surveys = [readySurveys.service, readySurveys.effort].map((survey) => Survey.parse(survey));

function aDoor(now = NOW) {
  const signed: Omit<UploadLimits, 'bucket'>[] = [];
  const door: PhotoDoor = {
    surveys,
    now: () => now,
    startedAt: async (survey, submissionId, token, at) => startedAt([KEY], survey, submissionId, token, at),
    feedbackId: (externalId) => feedbackId('form', externalId),
    sign: (limits) => {
      signed.push(limits);
      return { url: 'https://bucket.example.com/', fields: { key: limits.key } };
    },
  };
  return { door, signed };
}
const token = (survey = 'service', submissionId = ID, at = NOW) => signStart([KEY], survey, submissionId, at);
const wanted = (overrides: object = {}) => ({ submissionId: ID, startToken: token(), n: 1, type: 'image/jpeg', size: 1234, ...overrides });
const ask = (body: unknown, door = aDoor().door, survey = 'service') => takePhoto(jsonRequest(body, { path: { survey } }), door);

describe('POST /f/{survey}/photos', () => {
  it('lets a form that was served upload a photo under the name of its own feedback, of that type and size', async () => {
    const { door, signed } = aDoor();
    const response = await ask(wanted({ n: 2, type: 'image/webp', size: TEN_MB }), door);
    const key = `new/${feedbackId('form', ID)}/2`;
    expect(JSON.parse(response.body ?? '')).toEqual({ url: 'https://bucket.example.com/', fields: { key }, key });
    expect(signed).toEqual([{ key, contentType: 'image/webp', maxBytes: TEN_MB, validFor: 600 }]);
  });

  it.each([
    ['a fourth', { n: 4 }, 'n'],
    ['none', { n: 0 }, 'n'],
    ['half of one', { n: 1.5 }, 'n'],
    ['one of 10 MB and a byte', { size: TEN_MB + 1 }, 'size'],
    ['an empty one', { size: 0 }, 'size'],
    ['HEIC', { type: 'image/heic' }, 'type'],
    ['SVG, which can hold script', { type: 'image/svg+xml' }, 'type'],
    ['a page', { type: 'text/html' }, 'type'],
    ['an id that is none', { submissionId: 'short' }, 'submissionId'],
    ['a field that is not known', { acl: 'public-read' }, ''],
  ])('refuses %s, with field and reason (P10)', async (_, overrides, field) => {
    const { door, signed } = aDoor();
    await expect(ask(wanted(overrides), door)).rejects.toMatchObject({
      status: 422,
      issues: [{ field, reason: expect.stringMatching(/^expected/) }],
    });
    expect(signed).toEqual([]);
  });

  it.each([
    ['no form', wanted({ startToken: 'x.y.z' })],
    ['the form of another submission', wanted({ startToken: token('service', '0193a1b2-c3d4-7e5f-8a9b-000000000000') })],
    ['the form of another survey', wanted({ startToken: token('effort') })],
    ['a form of long ago', wanted({ startToken: token('service', ID, '2026-11-14T08:29:59.000Z') })],
  ])('signs nothing for %s (P28)', async (_, body) => {
    const { door, signed } = aDoor();
    await expect(ask(body, door)).rejects.toMatchObject({ status: 403 });
    expect(signed).toEqual([]);
  });

  it('takes the photos of a draft that lay on a device for a week', async () => {
    expect(await ask(wanted({ startToken: token('service', ID, '2026-11-15T08:30:00.000Z') }))).toMatchObject({ status: 200 });
  });

  it('answers 404 where a survey asks for no photos, or is none', async () => {
    await expect(ask(wanted({ startToken: token('effort') }), aDoor().door, 'effort')).rejects.toMatchObject({ status: 404 });
    await expect(ask(wanted(), aDoor().door, 'nothing')).rejects.toMatchObject({ status: 404 });
  });
});
