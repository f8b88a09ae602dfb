import * as z from 'zod/mini';
import { MAX_PHOTOS, PHOTO_TYPES } from './photo-limits.ts';
import type { Survey } from './survey/survey.ts';

export const PhotoType = z.enum(PHOTO_TYPES);
export type PhotoType = z.infer<typeof PhotoType>;

/** All photos lie below it. */
export const PHOTO_PREFIX = 'new/';

/** `new/{id of the feedback}/{n}`, n from 1: whoever knows the submission knows the names of its photos, and nobody has to look for them. */
export const PhotoKey = z.string().check(z.regex(/^new\/[a-z2-7]{26}\/[1-3]$/));

export const Photo = z.strictObject({ key: PhotoKey });
export type Photo = z.infer<typeof Photo>;

export const photoKey = (feedbackId: string, n: number): string => `${PHOTO_PREFIX}${feedbackId}/${n}`;

/** Names that photos of this feedback can have. */
export const photoKeysOf = (feedbackId: string): readonly string[] =>
  Array.from({ length: MAX_PHOTOS }, (_, i) => photoKey(feedbackId, i + 1));

/** The last part of a key: 1, 2 or 3. */
export const photoNumber = (key: string): number => Number(key.slice(key.lastIndexOf('/') + 1));

export const asksForPhotos = ({ questions }: Pick<Survey, 'questions'>): boolean =>
  questions.some((question) => question.kind === 'comment' && question.asksForPhotos);

/** Surveys as they are put by a house that takes no photos, whatever they say. */
export const withoutPhotos = (survey: Survey): Survey => ({
  ...survey,
  questions: survey.questions.map((question) => (question.kind === 'comment' ? { ...question, asksForPhotos: false } : question)),
});

/**
 * How a photo stands. `waiting`: not scanned yet; `clean`: it can be looked at; `threat`: harmful code was found, nobody gets it; `unchecked`: the scanner
 * could make nothing of it, nobody gets it either; `missing`: there is none, or none any more.
 */
export const PHOTO_STATES = ['waiting', 'clean', 'threat', 'unchecked', 'missing'] as const;
export const PhotoState = z.enum(PHOTO_STATES);
export type PhotoState = z.infer<typeof PhotoState>;

/** The tag that GuardDuty sets on what it has scanned. Everybody else is refused to set it. */
export const SCAN_TAG = 'GuardDutyMalwareScanStatus';
/** Its one value with which an object can be read. */
export const SCANNED_CLEAN = 'NO_THREATS_FOUND';
const SCANNED_THREAT = 'THREATS_FOUND';

/** @param tag value of `SCAN_TAG`; undefined where it was not set yet. Values: https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-s3-object-tags.html */
export function stateOfTag(tag: string | undefined): Exclude<PhotoState, 'missing'> {
  if (tag === undefined) return 'waiting';
  if (tag === SCANNED_CLEAN) return 'clean';
  return tag === SCANNED_THREAT ? 'threat' : 'unchecked';
}
