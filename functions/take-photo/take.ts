import * as z from 'zod/mini';
import type { SignedUpload, UploadLimits } from '../../shared/adapters/s3/presigned.ts';
import { forbidden, invalidInput, notFound, unsupportedMediaType } from '../../shared/domain/errors.ts';
import { parseJson } from '../../shared/domain/intake/json.ts';
import { asksForPhotos, PhotoType, photoKey } from '../../shared/domain/photo.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTOS, PHOTO_TYPES } from '../../shared/domain/photo-limits.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import { bodyText, mediaTypeOf } from '../../shared/lambda/request-body.ts';

/** Long enough for 10 MB at 150 kbit/s, in seconds. */
const VALID_FOR = 10 * 60;
/** So long after its page was served a form takes photos: a draft is kept on a device for seven days. Milliseconds. */
const TAKEN_WITHIN_MS = 8 * 86_400_000;

export interface PhotoDoor {
  readonly surveys: readonly Survey[];
  readonly now: () => string;
  /** When the page was served, where the token proves it. */
  readonly startedAt: (survey: string, submissionId: string, token: string, now: string) => Promise<string | undefined>;
  readonly feedbackId: (externalId: string) => string;
  readonly sign: (limits: Omit<UploadLimits, 'bucket'>) => SignedUpload;
}

const Wanted = z.strictObject({
  submissionId: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, 'expected 16 to 64 letters, digits, "-" or "_"')),
  startToken: z.string().check(z.maxLength(300, 'expected the start token of the form')),
  n: z
    .int(`expected 1 to ${MAX_PHOTOS}`)
    .check(z.minimum(1, `expected 1 to ${MAX_PHOTOS}`), z.maximum(MAX_PHOTOS, `expected 1 to ${MAX_PHOTOS}`)),
  type: z.enum(PHOTO_TYPES, `expected one of: ${PhotoType.options.join(', ')}`),
  size: z
    .int('expected whole bytes')
    .check(z.minimum(1, 'expected at least 1 byte'), z.maximum(MAX_PHOTO_BYTES, `expected at most ${MAX_PHOTO_BYTES} bytes`)),
});

/**
 * `POST /f/{survey}/photos` `{submissionId, startToken, n, type, size}`: lets the sender of a form that was served upload its n-th photo straight into the
 * bucket. Answers 200 `{url, fields, key}`: post `fields` and then `file` to `url` within ten minutes, as multipart/form-data, and name `key` in the
 * submission's `photos`. Sent again with the same n, the newer photo takes the place of the older one.
 *
 * Nothing is stored here, and what is uploaded can be seen by nobody before it was scanned. 403 where the token proves no form or its form is too old,
 * 404 where the survey asks for no photos, 415 for what is no JSON, 422 with `{field, reason}` for each fault.
 */
export async function takePhoto(request: HttpRequest, door: PhotoDoor): Promise<HttpResponse> {
  const survey = door.surveys.find(({ id }) => id === request.path['survey']);
  if (survey === undefined || !asksForPhotos(survey)) throw notFound('There is no such survey, or it asks for no photos.');
  if (mediaTypeOf(request) !== 'application/json') throw unsupportedMediaType('Send application/json.');
  const { submissionId, startToken, n, type, size } = wantedIn(bodyText(request));
  const now = door.now();
  const servedAt = await door.startedAt(survey.id, submissionId, startToken, now);
  if (servedAt === undefined || Date.parse(now) - Date.parse(servedAt) > TAKEN_WITHIN_MS) {
    throw forbidden('Photos are taken with a form that was opened in the last days only. Open the form anew.');
  }
  const key = photoKey(door.feedbackId(submissionId), n);
  const upload = door.sign({ key, contentType: type, maxBytes: size, validFor: VALID_FOR });
  return json(200, { ...upload, key });
}

function wantedIn(text: string): z.output<typeof Wanted> {
  const parsed = Wanted.safeParse(parseJson(text, 2, 20));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ code, path, message }) =>
    code === 'unrecognized_keys' ? { field: '', reason: 'expected no other fields' } : { field: path.join('.'), reason: message },
  );
  throw invalidInput('This photo cannot be taken.', issues);
}
