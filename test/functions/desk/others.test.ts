import { describe, expect, it } from 'vitest';
import { MetricsBody } from '../../../shared/api/metrics-schema.ts';
import { Me, SignIn } from '../../../shared/api/schemas.ts';
import config from '../../../shared/config/current.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';
import { claims, DeskWorld, NOW, parsed } from './world.ts';

const metrics = async (world: DeskWorld, query: Record<string, string>) =>
  MetricsBody.parse(parsed(await world.call('GET /api/metrics', { query, claims: claims('manager') })));

describe('GET /api/metrics', () => {
  it('adds up the days asked for and gives scores with their intervals', async () => {
    const world = new DeskWorld();
    world.series.set('channel#form', [
      { start: '2026-11-20', tally: tallyOf({ n: 30, csat5: 20, csatTop2: 20, casesOpened: 2 }) },
      { start: '2026-11-21', tally: tallyOf({ n: 12, csat1: 5, casesOpened: 1, casesAcknowledgedInTime: 1 }) },
    ]);
    const answer = await metrics(world, { by: 'channel', from: '2026-11-20', to: '2026-11-21' });
    expect(answer).toMatchObject({ by: 'channel', from: '2026-11-20', to: '2026-11-21', timeZone: 'Asia/Shanghai' });
    expect(answer.items.map(({ value }) => value)).toEqual([
      'form',
      'webhook',
      'mail',
      'telephone',
      'visit',
      'letter',
      'shop',
      'social',
      'chat',
    ]);
    const [form, webhook] = answer.items;
    expect(form?.figures).toMatchObject({ n: 42, csat: { n: 25, topTwoBox: { value: 0.8 } }, cases: { opened: 3, acknowledgedInTime: 1 } });
    expect(form?.figures.csat.topTwoBox?.low).toBeLessThan(0.8);
    expect(webhook?.figures).toMatchObject({ n: 0, csat: { n: 0 } });
    expect(webhook?.figures.csat).not.toHaveProperty('topTwoBox');
  });

  it('takes days of the business, not of Greenwich: at two in the morning UTC it is the 23rd in Shanghai', async () => {
    const world = new DeskWorld();
    await metrics(world, {});
    expect(world.asked).toEqual(['all day 2026-11-17 2026-11-23']);
  });

  it.each([
    ['topic', TOPICS.map((topic) => `topic#${topic}`)],
    ['branch', ['branch#east', 'branch#south']],
    ['survey', config.surveys.map(({ id }) => `survey#${id}`)],
    ['campaign', config.campaigns.map(({ id }) => `campaign#${id}`)],
    ['tier', ['tier#vip', 'tier#regular', 'tier#new', 'tier#unknown']],
    ['language', ['language#en', 'language#zh-Hans', 'language#zh-Hant', 'language#other']],
  ])('by %s asks for every value that figures are kept for', async (by, dimensions) => {
    const world = new DeskWorld();
    await metrics(world, { by });
    expect(world.asked.map((one) => one.split(' ')[0])).toEqual(dimensions);
  });

  it('gives a series of periods beside the whole, from the same one query of the days (R19)', async () => {
    const world = new DeskWorld();
    world.series.set('all', [
      { start: '2026-10-31', tally: tallyOf({ n: 30, fcrYes: 20, fcrNo: 4 }) },
      { start: '2026-11-01', tally: tallyOf({ n: 12, invited: 40, invitationsSent: 30, invitationsAnswered: 12 }) },
    ]);
    const { items } = await metrics(world, { from: '2026-10-30', to: '2026-11-20', per: 'month' });
    expect(items).toMatchObject([
      {
        figures: { n: 42, fcr: { n: 24 }, invitations: { invited: 40, sent: 30, answered: 12, responseRate: { value: 0.4 } } },
        series: [
          { from: '2026-10-30', to: '2026-10-31', figures: { n: 30 } },
          { from: '2026-11-01', to: '2026-11-20', figures: { n: 12, fcr: { n: 0 } } },
        ],
      },
    ]);
    expect(world.asked).toHaveLength(1);
  });

  it('answers the dashboard’s first view from one query: whole, days, the equal period before and what changed (R19)', async () => {
    const world = new DeskWorld();
    world.series.set('all', [
      { start: '2026-11-10', tally: tallyOf({ n: 200, csat5: 180, csat1: 20, csatTop2: 180, casesAnsweredInTime: 30, nps10: 5 }) },
      {
        start: '2026-11-17',
        tally: tallyOf({
          n: 200,
          csat5: 100,
          csat1: 100,
          csatTop2: 100,
          casesAnsweredInTime: 30,
          nps10: 12,
          unhappy: 9,
          casesOpened: 8,
          funnelAnswered: 7,
        }),
      },
    ]);
    const answer = await metrics(world, { from: '2026-11-17', to: '2026-11-23', per: 'day', compare: 'previous' });
    expect(world.asked).toEqual(['all day 2026-11-10 2026-11-23']);
    expect(answer).toMatchObject({ isPartial: true, suppressedBelow: 10, at: NOW, previous: { from: '2026-11-10', to: '2026-11-16' } });
    const [all] = answer.items;
    expect(all?.figures).toMatchObject({ n: 200, funnel: { unhappy: 9, complaints: 8, answered: 7, offered: 0 } });
    expect(all?.previous).toMatchObject({ from: '2026-11-10', figures: { n: 200, csat: { topTwoBox: { value: 0.9 } } } });
    expect(all?.changes).toMatchObject({
      satisfied: { verdict: 'worse', value: -0.4 },
      answeredInTime: { verdict: 'no-clear-change', value: 0 },
      nps: { verdict: 'too-few', n: 12, nBefore: 5, needed: 10 },
    });
    expect(all?.series?.map(({ isPartial }) => isPartial)).toEqual([false, false, false, false, false, false, true]);
  });

  it('reads only the value asked for, and compares whole months with whole months', async () => {
    const world = new DeskWorld();
    const query = { by: 'branch', value: 'east', from: '2026-10-01', to: '2026-10-31', compare: 'previous' };
    const answer = await metrics(world, query);
    expect(world.asked).toEqual(['branch#east day 2026-09-01 2026-10-31']);
    expect(answer).toMatchObject({ isPartial: false, items: [{ value: 'east' }] });
  });

  it.each([
    [{ from: '2026-10-01', to: '2026-11-01', per: 'day' }, 'per'],
    [{ from: '2026-05-03', to: '2026-11-02', per: 'week' }, 'per'],
    [{ by: 'branch', value: 'north' }, 'value'],
    [{ value: 'east' }, 'value'],
    [{ compare: 'last-year' }, 'compare'],
    [{ per: 'year' }, 'per'],
    [{ by: 'customer' }, 'by'],
    [{ from: '2025-01-01', to: '2026-11-01' }, 'from'],
    [{ to: 'today' }, 'to'],
  ])('refuses %j, naming the field', async (query, field) => {
    await expect(metrics(new DeskWorld(), query)).rejects.toMatchObject({ status: 422, issues: [{ field }] });
  });
});

describe('GET /api/me', () => {
  it('says who I am, and what I may', async () => {
    const me = Me.parse(parsed(await new DeskWorld().call('GET /api/me', { claims: claims('manager', 'morgan') })));
    expect(me).toEqual({
      id: 'morgan',
      role: 'manager',
      name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' },
      branch: 'east',
      authority: 'manager',
    });
  });
});

describe('the desk', () => {
  it('tells without a token where one is to be had', async () => {
    const answer = await new DeskWorld().call('GET /api/sign-in', { claims: {} });
    expect([answer.status, parsed(answer)]).toEqual([200, { url: 'https://sign-in.example.com', clientId: 'client' }]);
    expect(SignIn.parse(parsed(answer)).clientId).toBe('client');
  });

  it('shows its documents without a token, and nothing runs in the page', async () => {
    const page = await new DeskWorld().call('GET /docs', { claims: {} });
    expect(page).toMatchObject({ status: 200, body: '<!doctype html>' });
    expect(page.headers?.['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/);
    expect((await new DeskWorld().call('GET /openapi.json', { claims: {} })).headers?.['content-type']).toContain('application/json');
  });

  it('knows no other route', async () => {
    await expect(new DeskWorld().call('DELETE /api/feedback/{id}')).rejects.toMatchObject({ status: 404 });
  });
});
