import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { startedAt } from '../../shared/adapters/link.ts';
import { signedUpload } from '../../shared/adapters/s3/presigned.ts';
import { awsEnvironment } from '../../shared/adapters/s3/sigv4.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { withoutPhotos } from '../../shared/domain/photo.ts';
import { FROM_EVERYWHERE, preflight } from '../../shared/lambda/cross-origin.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { type PhotoDoor, takePhoto } from './take.ts';

const env = lazyEnv({ PHOTO_BUCKET: present, SECRETS_PREFIX: present });
const secrets = new SecretsManagerClient();

const door: PhotoDoor = {
  surveys: config.photos.areTaken ? config.surveys : config.surveys.map(withoutPhotos),
  now: systemClock,
  async startedAt(survey, submissionId, token, now) {
    return startedAt(await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`), survey, submissionId, token, now);
  },
  feedbackId: (externalId) => feedbackId('form', externalId),
  // By the machine's clock: S3 refuses a signature of another time.
  sign: (limits) => signedUpload({ bucket: env().PHOTO_BUCKET, ...limits }, awsEnvironment(process.env), new Date()),
};

/** POST /f/{survey}/photos, OPTIONS /f/{survey}/photos. */
export const handler = onHttp(
  async (request) => (request.method === 'OPTIONS' ? preflight('POST') : takePhoto(request, door)),
  FROM_EVERYWHERE,
);
