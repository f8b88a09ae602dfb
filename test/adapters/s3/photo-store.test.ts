import { describe, expect, it } from 'vitest';
import { photoStore } from '../../../shared/adapters/s3/photo-store.ts';

const AWS = { region: 'eu-west-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a-secret' };
const KEY = 'new/c5w2zq7h3x6mkd4tyv2n7brja5/2';

/** S3 that answers so; what it was asked is noted. */
function store(status: number, body = '') {
  const asked: string[] = [];
  const send: typeof fetch = async (input) => {
    asked.push(String(input));
    return new Response(body, { status });
  };
  return { asked, photos: photoStore('amends-photos', AWS, () => new Date('2026-11-27T06:00:00.000Z'), send) };
}
const tagged = (value: string) =>
  `<?xml version="1.0"?>\n<Tagging><TagSet><Tag><Key>other</Key><Value>x</Value></Tag><Tag><Key>GuardDutyMalwareScanStatus</Key><Value>${value}</Value></Tag></TagSet></Tagging>`;

describe('how a photo stands', () => {
  it.each([
    ['nothing was tagged yet', '<Tagging><TagSet/></Tagging>', 'waiting'],
    ['nothing was found', tagged('NO_THREATS_FOUND'), 'clean'],
    ['something was found', tagged('THREATS_FOUND'), 'threat'],
    ['the scanner could not read it', tagged('UNSUPPORTED'), 'unchecked'],
    ['the scanner failed', tagged('FAILED'), 'unchecked'],
  ])('%s', async (_, body, state) => {
    const { photos, asked } = store(200, body);
    expect(await photos.state(KEY)).toBe(state);
    expect(asked).toEqual([`https://amends-photos.s3.eu-west-1.amazonaws.com/${KEY}?tagging`]);
  });

  it('is missing where there is none', async () => {
    expect(await store(404).photos.state(KEY)).toBe('missing');
  });

  it('is not made up where S3 refuses', async () => {
    await expect(store(403).photos.state(KEY)).rejects.toThrow('S3 GetObjectTagging was answered with 403');
  });
});
