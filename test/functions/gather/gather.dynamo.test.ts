import { beforeEach, describe, expect, it } from 'vitest';
import { type GatherPorts, gather } from '../../../functions/gather/gather.ts';
import { campaignRuns } from '../../../shared/adapters/dynamo/campaign-runs.ts';
import { callList } from '../../../shared/adapters/dynamo/care-store.ts';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { keepCustomer } from '../../../shared/adapters/dynamo/keep-customer.ts';
import config from '../../../shared/config/current.ts';
import type { Campaign } from '../../../shared/domain/campaign/campaign.ts';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import type { CampaignRun } from '../../../shared/domain/campaign/run.ts';
import type { FileFields } from '../../../shared/domain/customer/change.ts';
import { aCampaign } from '../../domain/campaign/a-campaign.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const consent = { contact: true, care: false, at: '2026-03-01T08:00:00.000Z', by: 'agent:lin', source: 'visit' as const };

let dynamo: DynamoForTests;
let queued: InviteMessage[];
beforeEach(async () => {
  dynamo = await startDynamo();
  queued = [];
  return () => dynamo.stop();
});

const ofRegister = (audience: object = {}, set: object = {}) =>
  aCampaign({ id: 'regulars', audience: { kind: 'customers', ...audience }, ...set });
const portsFor = (campaign: Campaign, set: Partial<GatherPorts> = {}): GatherPorts => ({
  runs: campaignRuns(dynamo.client, dynamo.registerTable),
  list: callList(dynamo.client, dynamo.registerTable),
  files: customerFiles(dynamo.client, dynamo.registerTable),
  queue: { send: async (messages) => void queued.push(...messages) },
  clock: () => NOW,
  config: { ...config, campaigns: [campaign] },
  ...set,
});
const run = (step: CampaignRun['step']): CampaignRun => ({
  campaign: 'regulars',
  startedAt: NOW,
  startedBy: 'agent:zhao',
  survey: 'service',
  surveyVersion: 1,
  step,
  looked: 0,
  matched: 0,
  version: 1,
});
const start = (campaign: Campaign, step: CampaignRun['step'] = 'inviting') => portsFor(campaign).runs.keepRun(run(step), undefined);
const standing = () => campaignRuns(dynamo.client, dynamo.registerTable).run('regulars');

async function customer(customerKey: string, set: FileFields = {}): Promise<void> {
  const fields: FileFields = { language: 'en', since: '2026-01-05T08:00:00.000Z', email: `${customerKey}@example.com`, consent, ...set };
  const record = { customerKey, at: NOW, by: 'agent:lin', what: 'created' as const };
  await customerFiles(dynamo.client, dynamo.registerTable).save({
    writes: [{ customerKey, seen: 'new', set: fields, remove: [] }],
    links: [],
    record,
  });
}
const asked = () => queued.map((message) => ('customerKey' in message ? message.customerKey : '')).sort();

describe('a campaign of the register’s customers (R10)', () => {
  it('hands on all who allow contact, and nobody else', async () => {
    await customer('key-a');
    await customer('key-b', { consent: { ...consent, contact: false } });
    await customer('key-c', { consent: undefined });
    await start(ofRegister());
    expect(await gather(portsFor(ofRegister()))).toEqual({ looked: 1, matched: 1 });
    expect(asked()).toEqual(['key-a']);
    expect(await standing()).toMatchObject({ step: 'done', looked: 1, matched: 1 });
    await gather(portsFor(ofRegister()));
    expect(asked()).toEqual(['key-a']);
  });

  it.each([
    ['branches', { branches: ['east'] }, ['key-east']],
    ['languages', { languages: ['zh-Hans'] }, ['key-chinese']],
    ['tiers', { tiers: ['vip'] }, ['key-vip']],
    ['time of the last feedback', { lastFeedbackWithinDays: 30 }, ['key-heard']],
  ])('asks those of its %s', async (_what, audience, expected) => {
    await customer('key-east', { branch: 'east' });
    await customer('key-chinese', { language: 'zh-Hans' });
    await customer('key-vip', { tier: 'vip' });
    for (const [customerKey, receivedAt] of [
      ['key-heard', '2026-11-01T08:00:00.000Z'],
      ['key-old', '2026-01-01T08:00:00.000Z'],
    ] as const) {
      await customer(customerKey);
      const seen = { customerKey, email: `${customerKey}@example.com`, language: 'en', since: receivedAt } as const;
      await keepCustomer(dynamo.client, dynamo.registerTable, seen, aFeedback({ externalId: customerKey, receivedAt }));
    }
    await start(ofRegister(audience));
    await gather(portsFor(ofRegister(audience)));
    expect(asked()).toEqual(expected);
  });

  it('goes on where a run was broken off, and leaves nobody out', async () => {
    const persons = Array.from({ length: 120 }, (_, i) => `key-${String(i).padStart(3, '0')}`);
    for (const person of persons) await customer(person);
    await start(ofRegister());
    const dies = portsFor(ofRegister(), {
      queue: {
        send: async (messages) => {
          if (queued.length > 0) throw new Error('killed');
          queued.push(...messages);
        },
      },
    });
    await expect(gather(dies)).rejects.toThrow('killed');
    expect(asked()).toHaveLength(100);
    await gather(portsFor(ofRegister()));
    expect(asked()).toEqual(persons);
  });

  it('counts first where the sample is of a size', async () => {
    const sized = ofRegister({}, { sample: { size: 10 } });
    for (let i = 0; i < 3; i += 1) await customer(`key-${i}`);
    await start(sized, 'counting');
    await gather(portsFor(sized));
    expect(await standing()).toMatchObject({ step: 'done', audienceSize: 3, matched: 3 });
    expect(asked()).toHaveLength(3);
  });

  it('ends with its period, and asks nobody who was not started for', async () => {
    await customer('key-a');
    await gather(portsFor(ofRegister()));
    expect(asked()).toEqual([]);
    const over = ofRegister({}, { period: { from: '2026-01-01', to: '2026-01-31' } });
    await start(over);
    await gather(portsFor(over));
    expect([asked(), (await standing())?.step]).toEqual([[], 'done']);
  });
});
