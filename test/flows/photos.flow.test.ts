import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { PhotosOfFeedback } from '../../shared/api/inspect-schemas.ts';
import { MAX_PHOTO_BYTES } from '../../shared/domain/photo-limits.ts';
import { read, startCloud, submissionId, submit, unhappy } from './cloud.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  // No scan is over before somebody waits for it.
  cloud = await startCloud({ scanMs: 3_600_000 });
});
afterAll(() => cloud.stop());

const PHOTO = Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.alloc(2000, 7), Buffer.from('ffd9', 'hex')]);
/** https://www.eicar.org, in two parts. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

interface Leave {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly key: string;
}

/** A form as a browser got it. */
async function served() {
  const page = await (await fetch(`${cloud.url}/f/service?lang=en`)).text();
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { id: of('submissionId'), startToken: of('startToken') };
}

async function ask({ id, startToken }: { id: string; startToken: string }, overrides: object = {}) {
  const response = await fetch(`${cloud.url}/f/service/photos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ submissionId: id, startToken, n: 1, type: 'image/jpeg', size: PHOTO.length, ...overrides }),
  });
  const leave: Leave = JSON.parse(await response.text());
  return { status: response.status, leave };
}

function post({ url, fields }: Leave, bytes: Buffer, overrides: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...overrides })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), '1');
  return fetch(url, { method: 'POST', body: form });
}
const codeOf = async (response: Response) => [response.status, /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1]];
const look = async (receipt: string | undefined) =>
  (await (await desk(cloud, 'agent')).get(`/api/feedback/${receipt}/photos`, PhotosOfFeedback)).items;

describe('photos with feedback', () => {
  it('is kept aside from everybody until it was scanned, shown once it is clean, and never where a threat was found', async () => {
    const form = await served();
    const leaves = await Promise.all([1, 2].map(async (n) => (await ask(form, { n, size: n === 1 ? PHOTO.length : EICAR.length })).leave));
    const [clean, harmful] = leaves;
    if (clean === undefined || harmful === undefined) throw new Error('expected leave for two');
    expect((await post(clean, PHOTO)).status).toBe(204);
    expect((await post(harmful, EICAR)).status).toBe(204);
    // A person takes longer than a machine.
    cloud.advanceClock(5000);
    const photos = [clean.key, harmful.key, clean.key.replace(/1$/, '3')];
    const { receipt } = await submit(cloud, unhappy('pia@example.com'), form.id, { startToken: form.startToken, photos });
    await cloud.idle();
    expect((await read(cloud, receipt)).feedback.photos).toHaveLength(3);
    const items = await look(receipt);
    expect(items.map(({ n, state }) => [n, state])).toEqual([
      [1, 'clean'],
      [2, 'threat'],
      [3, 'missing'],
    ]);
    const shown = await fetch(items[0]?.url ?? '');
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('content-disposition')]).toEqual([
      200,
      'image/jpeg',
      'inline',
    ]);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PHOTO);
    // The address of one is none of another's.
    expect(await codeOf(await fetch((items[0]?.url ?? '').replace('/1?', '/2?')))).toEqual([403, 'SignatureDoesNotMatch']);
    // Sent anew it waits anew.
    expect((await post(clean, PHOTO)).status).toBe(204);
    expect((await look(receipt))[0]).toEqual({ n: 1, state: 'waiting' });
    expect(await codeOf(await fetch(items[0]?.url ?? ''))).toEqual([403, 'AccessDenied']);
  });

  it('is refused beyond its bounds: a fourth, too large, another type, another form’s', async () => {
    const form = await served();
    expect((await ask(form, { n: 4 })).status).toBe(422);
    expect((await ask(form, { size: MAX_PHOTO_BYTES + 1 })).status).toBe(422);
    expect((await ask(form, { type: 'image/heic' })).status).toBe(422);
    expect((await ask({ ...form, id: submissionId() })).status).toBe(403);
    const { leave } = await ask(form, { size: MAX_PHOTO_BYTES });
    expect(await codeOf(await post(leave, Buffer.alloc(MAX_PHOTO_BYTES + 1)))).toEqual([400, 'EntityTooLarge']);
    expect(await codeOf(await post(leave, PHOTO, { key: leave.key.replace(/1$/, '2') }))).toEqual([403, 'AccessDenied']);
    expect(await codeOf(await post(leave, PHOTO, { 'Content-Type': 'text/html' }))).toEqual([403, 'AccessDenied']);
    expect(await codeOf(await post(leave, PHOTO, { tagging: '<Tagging/>' }))).toEqual([403, 'AccessDenied']);
    expect(await codeOf(await post(leave, PHOTO, { policy: Buffer.from('{}').toString('base64') }))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    const foreign = await submit(cloud, unhappy('pia@example.com'), submissionId(), { photos: [leave.key] });
    expect([foreign.httpStatus, foreign.issues?.[0]?.field]).toEqual([422, 'photos']);
  });
});
