import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { startCloud, submissionId, submit } from './cloud.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.stop());

/** So many people say so of a branch; none leaves an address. */
async function say(branch: string, count: number, comment: string): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const answers = { satisfaction: i % 3 === 0 ? 2 : 5, reasons: ['delivery'], comment: `${comment} (${'abcdefghijklm'[i]})` };
    expect((await submit(cloud, answers, submissionId(), { branch })).httpStatus).toBe(202);
  }
}

/** The schedule of the weekly digest as it fires after the week of today. */
const nextWeek = () => new Date(Date.parse(cloud.now()) + 7 * 86_400_000).toISOString();

const digestTo = async (address: string) => {
  const mails = cloud.sentMail().filter(({ to, actionId }) => to.includes(address) && actionId?.startsWith('digest:weekly:') === true);
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
};

describe('the weekly digest of head office and branches (R19, R20)', () => {
  it('reaches each recipient with their figures as a file; nobody sees what is of another branch (P29)', async () => {
    await say('east', 12, 'Words of the east');
    await say('south', 11, 'Words of the south');
    await cloud.idle();
    await cloud.invoke('digest', { digest: 'weekly', at: nextWeek() });
    await cloud.idle();
    const [head] = await digestTo('manager@example.cn');
    const [east] = await digestTo('east@example.cn');
    const [south] = await digestTo('south@example.com');
    for (const part of [head?.text, head?.html]) for (const branch of ['east', 'south']) expect(part).toContain(`Words of the ${branch}`);
    for (const part of [east?.text, east?.html]) expect(part).not.toMatch(/Words of the south|华南/);
    for (const part of [south?.text, south?.html]) expect(part).not.toMatch(/Words of the east|East/);
    // Each opens in the desk, which is at the same address as all pages.
    expect(head?.html).toContain(`href="${cloud.url}/desk/feedback/`);
    expect(east?.text).toContain('目前收到 12 条客户反馈');
    expect(south?.text).toContain('11 responses so far');
    expect(south?.text).toContain('## Service standards');
    const files = south?.attachments.map(({ mimeType, filename }) => [mimeType, filename]) ?? [];
    expect(files).toEqual([['text/csv', expect.stringMatching(/^customer-feedback-week-\d{4}-\d\d-\d\d\.csv$/)]]);
  });

  it('is ended by one press of who gets it, and by nobody who only opens the link (P23)', async () => {
    const [mail] = await digestTo('south@example.com');
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value ?? '';
    const url = /^<(\S+)>$/.exec(header('list-unsubscribe'))?.[1] ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(url).not.toMatch(/south|example\.com/);
    const opened = await fetch(url);
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('weekly')]);
    const again = () => cloud.invoke('digest', { digest: 'weekly', at: nextWeek() });
    expect(await again()).toMatchObject({ queued: [], ended: 0 });

    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(url, { method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
    expect(await again()).toMatchObject({ queued: [], ended: 1 });
    await fetch(url, { method: 'POST', headers: form, body: 'digest=resume' });
    expect(await again()).toMatchObject({ ended: 0 });
    await cloud.idle();
    expect(await digestTo('south@example.com')).toHaveLength(1);
  });

  it('is shown of a month, with its picture, to who asks for it', async () => {
    const shown = await cloud.invoke('digest', { preview: { period: 'month', language: 'en', includeCurrent: true } });
    expect(shown).toMatchObject({
      text: expect.stringContaining('Monthly supervision report: customer feedback and service, so far'),
      figures: { content: expect.stringContaining('Figures,Responses,') },
    });
  });
});
