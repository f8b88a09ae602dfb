import { describe, expect, it } from 'vitest';
import { show } from '../../../functions/take-form/show.ts';
import { take } from '../../../functions/take-form/take.ts';
import { signStart } from '../../../shared/adapters/link.ts';
import { LONG } from '../../domain/survey/long-survey.ts';
import { aDoor, aRequest, ID, KEY, NOW } from './a-door.ts';

const opened = (overrides = {}) => aDoor({ surveys: [LONG], campaigns: [{ id: 'spring', survey: 'long' }], ...overrides });
const envelope = {
  submissionId: ID,
  language: 'en',
  startToken: signStart([KEY], 'long', ID, new Date(Date.parse(NOW) - 60_000).toISOString()),
};
const post = (fields: Record<string, string> | [string, string][], accept = 'text/html') =>
  aRequest({
    path: { survey: 'long' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept },
    body: Buffer.from(
      String(new URLSearchParams([...Object.entries(envelope), ...(Array.isArray(fields) ? fields : Object.entries(fields))])),
    ),
  });

/** What a browser would send of this page, with what is filled in. */
function fieldsOf(body: string): [string, string][] {
  const plain = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    name,
    plain(value),
  ]);
}

describe('a survey of several pages (R11)', () => {
  it('shows one page after the other, carries what was told, and is taken once, whole', async () => {
    const { door, queued } = opened();
    const first = await show(aRequest({ method: 'GET', path: { survey: 'long' }, query: { campaign: 'spring' }, headers: {} }), door);
    expect(first.body).toContain('Page 1 of 3');
    const steps: [string, string][][] = [
      [['overall', '2']],
      [
        ['wrong', 'delay'],
        ['wrong', 'crew'],
      ],
      [['day', '2026-11-20']],
      [
        ['cabin.seat', '1'],
        ['cabin.air', 'cannot-say'],
        ['priority.time', '1'],
      ],
      [['words', 'Late & "cold"']],
    ];
    let body = first.body ?? '';
    for (const [i, filled] of steps.entries()) {
      expect(queued).toEqual([]);
      const carried = fieldsOf(body).filter(([name]) => !(name in envelope));
      const response = await take(post([...carried, ...filled, ['goTo', 'next']]), door);
      expect(response.status).toBe(i === steps.length - 1 ? 202 : 200);
      body = response.body ?? '';
    }
    expect(queued).toMatchObject([
      {
        survey: 'long',
        surveyVersion: 3,
        campaign: 'spring',
        answers: [
          { question: 'overall', value: 2 },
          { question: 'cabin.seat', value: 1 },
        ],
        cannotSay: ['cabin.air'],
        selections: [
          { question: 'wrong', values: ['delay', 'crew'] },
          { question: 'day', values: ['2026-11-20'] },
          { question: 'priority', values: ['time'] },
        ],
        comment: 'Late & "cold"',
        quarantine: undefined,
      },
    ]);
  });

  it('passes pages by that have nothing to ask', async () => {
    const { body } = await take(post({ onPage: '0', goTo: 'next', overall: '9' }), opened().door);
    expect(body).toContain('Page 2 of 3');
    expect(body).toContain('name="cabin.seat"');
    expect(body).not.toContain('name="wrong"');
  });

  it('comes back with the page’s own faults, and with those of an earlier page where it lies', async () => {
    const wrong = await take(post({ onPage: '3', goTo: 'next', overall: '9', 'cabin.seat': '9' }), opened().door);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<a href="#q-cabin-seat">Seat</a> The scale is 1 to 5.');
    const earlier = await take(post({ onPage: '4', goTo: 'next', words: 'late' }), opened().door);
    expect(earlier.status).toBe(422);
    expect(earlier.body).toContain('<a href="#q-overall">How was the flight?</a> Please answer this question.');
    expect(earlier.body).toContain('<input type="hidden" name="words" value="late">');
  });

  it('a hidden answer that was given before the mind was changed is not taken', async () => {
    const { door, queued } = opened();
    await take(post({ onPage: '4', overall: '9', wrong: 'delay', day: '2026-11-20' }), door);
    expect(queued).toMatchObject([{ selections: undefined }]);
  });

  it('a queue that fails leaves people on their page with all of it', async () => {
    const { door, faults } = opened({ queue: { send: async () => Promise.reject(new Error('down')) } });
    const { status, body } = await take(post({ onPage: '4', overall: '9', words: 'late' }), door);
    expect(status).toBe(503);
    expect(body).toContain('late</textarea>');
    expect(body).toContain('<input type="hidden" name="overall" value="9">');
    expect(faults).toHaveLength(1);
  });
});

describe('campaigns by link and code (R10)', () => {
  const shown = async (campaign: string, overrides = {}) =>
    (await show(aRequest({ method: 'GET', path: { survey: 'long' }, query: { campaign }, headers: {} }), opened(overrides).door)).body;

  it('the page carries the campaign that was followed, in the other language too', async () => {
    expect(await shown('spring')).toContain('<input type="hidden" name="campaign" value="spring">');
    expect(await shown('spring')).toContain('campaign=spring" hreflang="zh-Hans"');
  });

  it.each(['autumn', '"><script>', ''])('one that is over, mistyped or of another survey keeps nobody from speaking up: %j', async (id) => {
    expect(await shown(id)).not.toContain('name="campaign"');
    expect(await shown('spring', { campaigns: [{ id: 'spring', survey: 'service' }] })).not.toContain('name="campaign"');
    const { door, queued } = opened();
    expect((await take(post({ onPage: '4', overall: '9', campaign: id }), door)).status).toBe(202);
    expect(queued).toMatchObject([{ campaign: undefined }]);
  });

  it('JSON names one that there is, or is told', async () => {
    const { door, queued } = opened();
    const json = (campaign: string) =>
      aRequest({ path: { survey: 'long' }, body: Buffer.from(JSON.stringify({ submissionId: ID, campaign, answers: { overall: 9 } })) });
    await take(json('spring'), door);
    expect(queued).toMatchObject([{ campaign: 'spring' }]);
    await expect(take(json('autumn'), door)).rejects.toMatchObject({
      status: 422,
      issues: [{ field: 'campaign', reason: 'There is no such campaign.' }],
    });
  });
});
