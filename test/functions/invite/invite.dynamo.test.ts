import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { giveConsent } from '../../../shared/domain/customer/correct.ts';
import { beginErasure } from '../../../shared/domain/customer/erasure/steps.ts';
import { mergeFiles } from '../../../shared/domain/customer/merge.ts';
import { aCampaign, aSurvey, someRules } from '../../domain/campaign/a-campaign.ts';
import { context } from '../../domain/customer/a-customer.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { inviter } from './an-inviter.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const person = (email: string) => ({ email, name: 'Ana Silva', language: 'zh-Hans' as const, branch: 'east' });
const wholeOf = async (world: ReturnType<typeof inviter>, email: string) => {
  const whole = await world.files.whole(context.keys.ofAddress(email));
  if (whole === undefined) throw new Error(`${email} has a file by now`);
  return whole;
};

describe('inviting somebody of a file (R10)', () => {
  it('makes their file, the invitation and its mail, and says it once', async () => {
    const world = inviter(dynamo);
    const message = { campaign: 'autumn', person: person('a@example.com') };
    expect(await world.invite(message)).toBe('invited');
    const found = await world.find('autumn', 'a@example.com');
    expect(found).toMatchObject({ state: 'waiting', survey: 'service', surveyVersion: 1, language: 'zh-Hans', branch: 'east', answers: 0 });
    expect(found?.expiresAt).toBe('2026-12-23T02:00:00.000Z');
    expect(world.queued).toEqual([`invitation:${found?.id}:0`]);
    const { Item } = await dynamo.client.send(
      new GetCommand({ TableName: dynamo.registerTable, Key: actionKey(`invitation:${found?.id}:0`) }),
    );
    expect(Item).toMatchObject({ kind: 'invitation', state: 'due', dueAt: world.now });
    expect(await wholeOf(world, 'a@example.com')).toMatchObject({ name: 'Ana Silva', branch: 'east' });
    expect(await world.invite(message)).toBe('known');
    expect(world.queued).toHaveLength(1);
  });

  it('leaves what the register knows of them as it is', async () => {
    const world = inviter(dynamo);
    await world.invite({ campaign: 'autumn', person: person('b@example.com') });
    world.campaigns.push(aCampaign({ id: 'other' }));
    await world.invite({ campaign: 'other', person: { email: 'B@example.com', name: 'Somebody Else' } });
    expect((await wholeOf(world, 'b@example.com')).name).toBe('Ana Silva');
  });

  it.each([
    [
      'was asked lately',
      'too-many-contacts',
      async (world: ReturnType<typeof inviter>, email: string) => {
        world.campaigns.push(aCampaign({ id: 'first' }));
        await world.invite({ campaign: 'first', person: person(email) });
      },
    ],
    [
      'wants no contact',
      'no-consent',
      async (world: ReturnType<typeof inviter>, email: string) => {
        world.campaigns.push(aCampaign({ id: 'long-ago', period: { from: '2025-01-01', to: '2025-01-02' } }));
        await world.invite({ campaign: 'long-ago', person: person(email) });
        await world.files.save(giveConsent(await wholeOf(world, email), { contact: false, care: false, source: 'mail' }, context));
      },
    ],
  ] as const)('withholds it from who %s, and records why', async (_who, reason, before) => {
    const world = inviter(dynamo);
    const email = `${reason}@example.com`;
    await before(world, email);
    const queued = world.queued.length;
    expect(await world.invite({ campaign: 'autumn', person: person(email) })).toBe('withheld');
    expect(await world.find('autumn', email)).toMatchObject({ state: 'withheld', reason });
    expect(world.queued).toHaveLength(queued);
  });

  it('makes no file of who is not in the sample, and decides the same again', async () => {
    const world = inviter(dynamo, { campaigns: [aCampaign({ sample: { share: 0.5 } })] });
    const placeOf = () => 0.5;
    expect(await world.invite({ campaign: 'autumn', person: person('c@example.com') }, { placeOf })).toBe('withheld');
    expect(await world.find('autumn', 'c@example.com')).toMatchObject({ state: 'withheld', reason: 'not-sampled' });
    expect(await world.files.whole(context.keys.ofAddress('c@example.com'))).toBeUndefined();
    expect(await world.invite({ campaign: 'autumn', person: person('d@example.com') }, { placeOf: () => 0.499 })).toBe('invited');
  });

  it('keeps nothing of who was erased (P35)', async () => {
    const world = inviter(dynamo);
    await world.invite({ campaign: 'autumn', person: person('e@example.com') });
    await world.files.save(beginErasure(await wholeOf(world, 'e@example.com'), context));
    world.campaigns.push(aCampaign({ id: 'next' }));
    expect(await world.invite({ campaign: 'next', person: person('e@example.com') })).toBe('erased');
    expect(await world.find('next', 'e@example.com')).toBeUndefined();
  });

  it('refuses a survey whose questions were changed under the same version', async () => {
    const world = inviter(dynamo, { surveys: [aSurvey({ title: { en: 'Other', 'zh-Hans': '其他' } })] });
    await expect(world.invite({ campaign: 'autumn', person: person('f@example.com') })).rejects.toThrow(
      'surveys.service: its questions were changed under version 1. Raise the version',
    );
  });
});

describe('contact rules over files that were merged (R10)', () => {
  it('count what either was asked, and the same campaign does not ask twice', async () => {
    const world = inviter(dynamo, { contactRules: someRules({ perPerson: [{ invitations: 1, days: 30 }] }) });
    await world.invite({ campaign: 'autumn', person: person('g@example.com') });
    world.now = '2026-11-23T03:00:00.000Z';
    world.campaigns.push(aCampaign({ id: 'long-ago', period: { from: '2025-01-01', to: '2025-01-02' } }), aCampaign({ id: 'next' }));
    await world.invite({ campaign: 'long-ago', person: person('h@example.com') });
    const [g, h] = [await wholeOf(world, 'g@example.com'), await wholeOf(world, 'h@example.com')];
    await world.files.save(mergeFiles(g, h, context));
    expect(await world.invite({ campaign: 'next', person: person('h@example.com') })).toBe('withheld');
    expect(await world.invite({ campaign: 'autumn', person: person('h@example.com') })).toBe('known');
  });
});
