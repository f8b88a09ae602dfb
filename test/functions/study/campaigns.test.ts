import { beforeEach, describe, expect, it } from 'vitest';
import { reasonDimension } from '../../../shared/domain/campaign/reasons.ts';
import type { NOTHING } from '../../../shared/domain/metrics/counters.ts';
import { emptyTally } from '../../../shared/domain/metrics/tally.ts';
import { aCampaign, anInvitation } from '../../domain/campaign/a-campaign.ts';
import { body, claims, parsed } from '../desk/world.ts';
import { StudyWorld } from './world.ts';

let world: StudyWorld;
beforeEach(() => {
  world = new StudyWorld();
  Object.assign(world.ports.config, {
    campaigns: [
      aCampaign(),
      aCampaign({ id: 'sized', sample: { size: 100 } }),
      aCampaign({ id: 'regulars', audience: { kind: 'customers' }, sample: { size: 100 } }),
      aCampaign({ id: 'orders', audience: { kind: 'event', event: 'order-delivered' } }),
      aCampaign({ id: 'calls', channel: 'telephone', reminders: [] }),
      aCampaign({ id: 'over', period: { from: '2026-01-01', to: '2026-02-01' } }),
    ],
  });
});

const call = (method: string, id: string, rest = '', sent?: unknown, role = 'manager') =>
  world.call(`${method} /api/campaigns/{id}${rest}`, {
    path: { id },
    claims: claims(role),
    ...(sent === undefined ? {} : { body: body(sent) }),
  });
const start = (id: string, sent: object = {}) => call('POST', id, '/start', sent);
const ada = { email: 'ada@example.com', name: 'Ada Example', language: 'en', branch: 'east', cause: 'visit-1' };

describe('starting a campaign (R10)', () => {
  it('keeps the survey as it is asked, and says who started it', async () => {
    expect(parsed(await start('autumn', { audienceSize: 3 }))).toMatchObject({
      id: 'autumn',
      period: { from: '2026-11-01', to: '2026-12-31' },
      owner: 'lin',
      run: { step: 'open', audienceSize: 3, startedBy: 'agent:lin', surveyVersion: 1 },
    });
    expect([...world.campaigns.kept.keys()]).toEqual(['service 1']);
  });

  it('refuses a survey that was asked with other questions under the same version', async () => {
    await start('autumn');
    const survey = world.campaigns.kept.get('service 1');
    if (survey !== undefined) world.campaigns.kept.set('service 1', { ...survey, title: { en: 'Other', 'zh-Hans': '其他' } });
    await expect(start('orders')).rejects.toMatchObject({
      status: 409,
      code: 'survey-changed',
      message: expect.stringContaining('Raise its version'),
    });
    await expect(start('orders', { isDryRun: true })).rejects.toMatchObject({ code: 'survey-changed' });
  });

  it('refuses one outside of its days, and one of which there is none', async () => {
    await expect(start('over')).rejects.toMatchObject({ status: 409, code: 'outside-period' });
    await expect(start('nowhere')).rejects.toMatchObject({ status: 404 });
  });

  it('needs to know of how many a sample of a size is chosen, and holds to it', async () => {
    await expect(start('sized')).rejects.toMatchObject({ status: 422, issues: [expect.objectContaining({ field: 'audienceSize' })] });
    await start('sized', { audienceSize: 400 });
    await expect(start('sized', { audienceSize: 800 })).rejects.toMatchObject({ status: 409, code: 'started' });
    expect(parsed(await start('sized', { audienceSize: 400 }))).toMatchObject({ run: { version: 1 } });
  });

  it('counts the customers of the register first where they are chosen by number, and is under way once', async () => {
    expect(parsed(await start('regulars'))).toMatchObject({ run: { step: 'counting' } });
    await expect(start('regulars')).rejects.toMatchObject({ code: 'started' });
  });

  it('writes nothing in a dry run', async () => {
    await start('autumn', { isDryRun: true });
    expect([world.campaigns.started.size, world.campaigns.kept.size]).toEqual([0, 0]);
  });

  it('is for managers', async () => {
    await expect(call('POST', 'autumn', '/start', {}, 'agent')).rejects.toMatchObject({ status: 403 });
  });
});

describe('whom it asks (R10)', () => {
  it('takes persons of a file once it was started, and is done when the queue has them (P12)', async () => {
    await expect(call('POST', 'autumn', '/audience', { rows: [ada] })).rejects.toMatchObject({ code: 'not-started' });
    await start('autumn');
    expect(parsed(await call('POST', 'autumn', '/audience', { rows: [ada] }))).toEqual({ accepted: 1 });
    const { cause, ...person } = ada;
    expect(world.campaigns.queued).toEqual([{ campaign: 'autumn', person, cause }]);
    world.campaigns.isQueueDown = true;
    await expect(call('POST', 'autumn', '/audience', { rows: [ada] })).rejects.toThrow('the queue is down');
  });

  it('names the row and field of what is wrong, and takes none of them then', async () => {
    await start('autumn');
    await expect(call('POST', 'autumn', '/audience', { rows: [ada, { ...ada, branch: 'north' }] })).rejects.toMatchObject({
      status: 422,
      issues: [{ field: 'rows.1.branch', reason: expect.stringContaining('east, south') }],
    });
    await expect(call('POST', 'autumn', '/audience', { rows: [{ ...ada, email: 'ada' }] })).rejects.toMatchObject({
      issues: [expect.objectContaining({ field: expect.stringContaining('rows') })],
    });
    await expect(call('POST', 'autumn', '/audience', { rows: Array.from({ length: 501 }, () => ada) })).rejects.toMatchObject({
      status: 422,
    });
    expect(world.campaigns.queued).toEqual([]);
  });

  it('takes no file where its audience is another', async () => {
    await expect(call('POST', 'orders', '/audience', { rows: [ada] })).rejects.toMatchObject({ status: 409, code: 'other-audience' });
  });

  it('takes single persons after an event, by address or by key, from anybody on the staff', async () => {
    await call('POST', 'orders', '/invitations', { email: 'ada@example.com', cause: 'order-1' }, 'agent');
    await call('POST', 'orders', '/invitations', { customerKey: 'customer-key-1', cause: 'order-2' }, 'agent');
    expect(world.campaigns.queued).toEqual([
      { campaign: 'orders', person: { email: 'ada@example.com' }, cause: 'order-1' },
      { campaign: 'orders', customerKey: 'customer-key-1', cause: 'order-2' },
    ]);
    await expect(call('POST', 'orders', '/invitations', { cause: 'order-3' }, 'agent')).rejects.toMatchObject({ status: 422 });
  });
});

describe('how far it has come (R10)', () => {
  it('says sample, period, method and owner, who was not asked and not reached and why, and the response rate', async () => {
    const count = (set: Partial<typeof NOTHING>) => [{ start: '2026-11-23', tally: { ...emptyTally, ...set } }];
    world.series.set(
      'campaign#autumn',
      count({
        invited: 120,
        invitationsWithheld: 20,
        invitationsNotReached: 10,
        invitationsSent: 90,
        invitationsBegun: 50,
        invitationsAnswered: 45,
      }),
    );
    world.series.set(reasonDimension('autumn', 'withheld', 'open-case'), count({ invited: 20 }));
    world.series.set(reasonDimension('autumn', 'not-reached', 'bounce'), count({ invited: 7 }));
    world.series.set(reasonDimension('autumn', 'not-reached', 'something-of-ses'), count({ invited: 3 }));
    expect(parsed(await call('GET', 'autumn'))).toMatchObject({
      survey: 'service',
      channel: 'mail',
      audience: { kind: 'file' },
      owner: 'lin',
      invitations: { considered: 120, withheld: 20, notReached: 10, sent: 90, begun: 50, answered: 45 },
      withheld: [{ reason: 'open-case', count: 20 }],
      notReached: [
        { reason: 'bounce', count: 7 },
        { reason: 'other', count: 3 },
      ],
      response: { invited: 100, reached: 90, responseRate: { value: 0.5 } },
    });
  });

  it('lists who was not reached by key, without a word of what was filled in', async () => {
    const invitation = anInvitation({ state: 'not-reached', reason: 'bounce', draft: { comment: ['secret'] } });
    world.campaigns.invited.set(invitation.id, invitation);
    const answer = await call('GET', 'autumn', '/invitations');
    const { draft: _, ...shown } = invitation;
    expect(parsed(answer)).toEqual({ items: [shown] });
    expect(answer.body).not.toContain('secret');
  });
});

describe('answers that staff enter for a campaign (R10, R18)', () => {
  const entry = { channel: 'telephone', campaign: 'calls', invitation: anInvitation().id, answers: { satisfaction: 4 } };
  const enter = (sent: object) => world.call('POST /api/feedback', { body: body(sent) });
  beforeEach(() => {
    const invitation = anInvitation({ campaign: 'calls', branch: 'east' });
    world.campaigns.invited.set(invitation.id, invitation);
  });

  it('count for its invitation, which is answered by that', async () => {
    expect((await enter(entry)).status).toBe(202);
    expect(world.received).toMatchObject([
      {
        channel: 'telephone',
        survey: 'service',
        campaign: 'calls',
        invitation: entry.invitation,
        customerKey: 'customer-1',
        branch: 'east',
      },
    ]);
    expect(world.campaigns.invited.get(entry.invitation)).toMatchObject({ state: 'answered', answers: 1 });
  });

  it('are refused where it was answered before: nobody alters an answer', async () => {
    await enter(entry);
    await expect(enter({ ...entry, answers: { satisfaction: 1 } })).rejects.toMatchObject({ status: 409, code: 'answered' });
    expect(world.received).toHaveLength(1);
  });

  it('are refused for a campaign by mail, which the customer alone answers, and for another’s invitation', async () => {
    await expect(enter({ ...entry, campaign: 'autumn' })).rejects.toMatchObject({ status: 422 });
    await expect(enter({ ...entry, invitation: 'b'.repeat(26) })).rejects.toMatchObject({ status: 422 });
    await expect(enter({ ...entry, survey: 'effort' })).rejects.toMatchObject({ status: 422 });
    expect(world.received).toEqual([]);
  });

  it('that are lost on the way to the queue leave the invitation open', async () => {
    world.isQueueDown = true;
    await expect(enter(entry)).rejects.toThrow('the queue is down');
    expect(world.campaigns.invited.get(entry.invitation)?.state).toBe('waiting');
  });
});
