import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CarePorts, care } from '../../../functions/care/care.ts';
import { careStore } from '../../../shared/adapters/dynamo/care-store.ts';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { actionKey, callKey } from '../../../shared/adapters/dynamo/keys.ts';
import config from '../../../shared/config/current.ts';
import { CallPlan } from '../../../shared/domain/customer/call.ts';
import type { FileFields } from '../../../shared/domain/customer/change.ts';
import { giveConsent } from '../../../shared/domain/customer/correct.ts';
import { Greeting } from '../../../shared/domain/customer/greetings.ts';
import { mergeFiles } from '../../../shared/domain/customer/merge.ts';
import type { CustomerFiles } from '../../../shared/ports.ts';
import { context } from '../../domain/customer/a-customer.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

/** Half past nine in Shanghai. */
const AT = '2027-01-01T01:30:00.000Z';
const words = { en: 'Thank you', 'zh-Hans': '谢谢您' };
const greeting = (id: string, on: string) => Greeting.parse({ id, on, occasion: words, text: words });
const consent = { contact: true, care: true, at: '2026-03-01T08:00:00.000Z', by: 'agent:lin', source: 'visit' as const };

let dynamo: DynamoForTests;
let files: CustomerFiles;
let ports: CarePorts;
let queued: string[];
let now: string;
let turn = 0;

/** A register of its own for each test: greetings go to everybody who is in it. */
beforeEach(async () => {
  dynamo = await startDynamo();
  files = customerFiles(dynamo.client, dynamo.registerTable);
  queued = [];
  now = AT;
  ports = {
    files,
    store: careStore(dynamo.client, dynamo.registerTable),
    actions: { send: async (ids) => void queued.push(...ids) },
    clock: () => now,
    config: { brand: config.brand, customers: { ...config.customers, greetings: [], calls: [] } },
  };
  return () => dynamo.stop();
});

const planning = (customers: Partial<CarePorts['config']['customers']>): CarePorts => ({
  ...ports,
  config: { ...ports.config, customers: { ...ports.config.customers, ...customers } },
});

async function customer(set: FileFields = {}): Promise<string> {
  turn += 1;
  const customerKey = `key-${turn}`;
  const fields: FileFields = { language: 'en', since: '2024-05-05T08:00:00.000Z', email: `${customerKey}@example.com`, consent, ...set };
  const record = { customerKey, at: AT, by: 'agent:lin', what: 'created' as const };
  await files.save({ writes: [{ customerKey, seen: 'new', set: fields, remove: [] }], links: [], record });
  return customerKey;
}

const item = async (key: { pk: string; sk: string }) =>
  (await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { pk: key.pk, sk: key.sk } }))).Item;
const callOn = async (key: string) => (await item(callKey(key)))?.['isk'];

describe('greetings of a day (R26)', () => {
  it('are made for everybody who wants them on a day for all, once, and brought to the queue', async () => {
    const keys = [await customer(), await customer(), await customer()];
    await customer({ consent: { ...consent, care: false } });
    const newYear = planning({ greetings: [greeting('new-year', '01-01')] });
    const ids = keys.map((key) => `greeting:new-year:2027:${key}`);
    expect(await care({ at: '2027-01-01T01:30:00Z' }, newYear)).toEqual({ day: '2027-01-01', isDone: true, made: 3, looked: 3 });
    expect(queued.sort()).toEqual(ids);
    expect(await item(actionKey(ids[0] ?? ''))).toMatchObject({
      kind: 'care',
      template: 'greeting',
      greeting: 'new-year',
      state: 'due',
      dueAt: AT,
    });
    expect(await care({}, newYear)).toMatchObject({ isDone: true, made: 3 });
    expect(queued).toHaveLength(3);
  });

  it('go on where a run stopped, also one that died between its page and its note', async () => {
    for (let n = 0; n < 120; n += 1) await customer();
    const newYear = planning({ greetings: [greeting('new-year', '01-01')] });
    const slow: CarePorts = {
      ...newYear,
      files: {
        ...files,
        takingCare: (...asked) => {
          now = '2027-01-01T01:31:00.000Z';
          return files.takingCare(...asked);
        },
      },
    };
    const dying: CarePorts = { ...slow, store: { ...slow.store, keepProgress: () => Promise.reject(new Error('the process has died')) } };
    await expect(care({}, dying)).rejects.toThrow('the process has died');
    now = AT;
    expect(await care({}, slow)).toMatchObject({ isDone: false, looked: 100 });
    now = '2027-01-01T01:35:00.000Z';
    expect(await care({}, newYear)).toMatchObject({ isDone: true, looked: 120 });
    expect([queued.length, new Set(queued).size]).toEqual([120, 120]);
  });

  it('of the day of the first contact look at those around the day only, where consent came later too', async () => {
    const [first, other] = [await customer({ since: '2024-12-31T20:00:00.000Z' }), await customer()];
    // Consent is given by telephone: the list goes by the first contact all the same.
    const third = await customer({ since: '2025-01-01T08:00:00.000Z', consent: undefined });
    const whole = await files.whole(third);
    if (whole?.files[0] === undefined) throw new Error('it was just made');
    await files.save(
      giveConsent(whole, { contact: true, care: true, source: 'telephone' }, { by: 'agent:lin', now: '2026-08-08T08:00:00.000Z' }),
    );
    expect(await care({}, planning({ greetings: [greeting('thanks', 'customer-since')] }))).toMatchObject({
      made: 2,
      looked: 2,
      isDone: true,
    });
    expect(queued.sort()).toEqual([first, third].map((key) => `greeting:thanks:2027:${key}`));
    expect(queued.join()).not.toContain(other);
  });

  it('are none where nothing is configured: nothing is read', async () => {
    const nothing = () => Promise.reject(new Error('nothing is to be read'));
    const idle = { ...ports, files: { takingCare: nothing, history: nothing }, store: { ...ports.store, progress: nothing } };
    expect(await care({}, idle)).toEqual({ day: '2027-01-01', isDone: true, made: 0, looked: 0 });
  });

  it('refuse to be started by something else', async () => {
    await expect(care({ digest: 'daily' }, ports)).rejects.toMatchObject({ status: 422 });
  });
});

describe('days of calls by plan (R7)', () => {
  const calls = [CallPlan.parse({ tier: 'vip', thenEveryMonths: 1 }), CallPlan.parse({ tier: 'regular' })];

  it('stand by the day of consent at first, and are set right in the morning', async () => {
    const keys = {
      vip: await customer({ tier: 'vip', since: '2025-12-20T08:00:00.000Z' }),
      later: await customer({ tier: 'regular', since: '2026-12-20T08:00:00.000Z' }),
      none: await customer({ tier: 'new' }),
      unwilling: await customer({ consent: { ...consent, contact: false } }),
    };
    expect(await callOn(keys.vip)).toBe(`2026-03-01#${keys.vip}`);
    expect(await callOn(keys.unwilling)).toBeUndefined();
    expect(await care({}, planning({ calls }))).toMatchObject({ isDone: true, looked: 3 });
    // Overdue since the first month after they came; the day of consent goes before it.
    expect(await callOn(keys.vip)).toBe(`2026-03-01#${keys.vip}`);
    expect(await callOn(keys.later)).toBe(`2027-01-20#${keys.later}`);
    expect(await callOn(keys.none)).toBe(`2027-01-31#${keys.none}`);
  });

  it('go with the consent, and over to the file that stands after a merge', async () => {
    const [a, b] = [await customer({ tier: 'vip' }), await customer({ tier: 'vip', since: '2026-12-30T08:00:00.000Z' })];
    const [one, other] = [await files.whole(a), await files.whole(b)];
    if (one === undefined || other === undefined) throw new Error('both were just made');
    await files.save(mergeFiles(one, other, context));
    await care({}, planning({ calls }));
    expect([await callOn(a), await callOn(b)]).toEqual([expect.stringContaining(`#${a}`), undefined]);
    const whole = await files.whole(a);
    if (whole === undefined) throw new Error('it stands');
    await files.save(giveConsent(whole, { contact: false, care: false, source: 'mail' }, context));
    expect(await callOn(a)).toBeUndefined();
  });
});
