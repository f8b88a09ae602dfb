import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { customerFileKey } from '../../../shared/adapters/dynamo/keys.ts';
import { customerKeyOf } from '../../../shared/adapters/ids.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const keyOf = (name: string) => customerKeyOf(`${name}@example.com`, 'a key of the tests');

/** A customer's file as it stands, and what their invitation's answer brings. */
async function invited(name: string, file: Partial<Customer> | undefined, overrides = {}) {
  const customerKey = keyOf(name);
  if (file !== undefined) {
    const item = {
      type: 'customer',
      customerKey,
      email: `${name}@example.com`,
      name: 'Mei Lin',
      language: 'zh-Hans',
      since: '2026-01-01T00:00:00.000Z',
      ...file,
    };
    await dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: { ...customerFileKey(customerKey), ...item } }));
  }
  const brought = received(name, {
    source: 'survey',
    customer: undefined,
    customerKey,
    campaign: 'yearly',
    invitation: name,
    ...overrides,
  });
  return { customerKey, brought };
}

describe('answers of somebody who was invited (R10)', () => {
  it('are filed with the customer whom the link proved, who can be written to without telling an address again', async () => {
    const world = recoveryWorld(dynamo);
    const { customerKey, brought } = await invited('mei', {});
    expect(await world.assess(brought)).toBe('opened');
    const feedback = await world.reader.feedback(brought.id);
    expect(feedback).toMatchObject({ customerKey, isReachable: true, campaign: 'yearly', invitation: 'mei' });
    const found = await world.reader.case(feedback?.caseNumber ?? '');
    expect(found?.case).toMatchObject({ customerKey, isReachable: true });
    const history = await customerFiles(dynamo.client, dynamo.registerTable).history([customerKey], { limit: 10 });
    expect(history.items).toContainEqual(expect.objectContaining({ kind: 'feedback', id: brought.id }));
    await world.drain();
    expect(world.mails.flatMap(({ to }) => to)).toContain('mei@example.com');
  });

  it('change nothing in the file', async () => {
    const world = recoveryWorld(dynamo);
    const { customerKey, brought } = await invited('ada', { language: 'en' }, { locale: 'zh-Hans', answers: [] });
    await world.assess(brought);
    expect(await world.reader.customer(customerKey)).toMatchObject({ language: 'en', name: 'Mei Lin', email: 'ada@example.com' });
  });

  it.each([
    [
      'whoever wants no contact',
      { consent: { contact: false, care: false, at: '2026-01-01T00:00:00.000Z', by: 'customer', source: 'mail' } },
    ],
    ['whoever has left no address', { email: undefined }],
  ] as const)('do not make %s reachable', async (name, file) => {
    const world = recoveryWorld(dynamo);
    const { brought } = await invited(name.replaceAll(' ', '-'), file);
    await world.assess(brought);
    expect(await world.reader.feedback(brought.id)).toMatchObject({ isReachable: false });
  });

  it('of somebody who was erased since are kept without the person, and bring nobody back (P35)', async () => {
    const world = recoveryWorld(dynamo);
    const { customerKey, brought } = await invited('gone', { email: undefined, name: undefined, erasedAt: '2026-11-22T00:00:00.000Z' });
    expect(await world.assess(brought)).toBe('stored');
    expect(await world.reader.feedback(brought.id)).toMatchObject({ isReachable: false, comment: expect.not.stringContaining('parcel') });
    expect((await world.reader.customer(customerKey))?.returnedAt).toBeUndefined();
    const history = await customerFiles(dynamo.client, dynamo.registerTable).history([customerKey], { limit: 10 });
    expect(history.items).toEqual([]);
  });

  it('of whom no file is known are recorded all the same', async () => {
    const world = recoveryWorld(dynamo);
    const { customerKey, brought } = await invited('unknown', undefined);
    expect(await world.assess(brought)).toBe('opened');
    expect(await world.reader.feedback(brought.id)).toMatchObject({ customerKey, isReachable: false });
  });

  it('corrected by the customer stay one feedback and one case', async () => {
    const world = recoveryWorld(dynamo);
    const { brought } = await invited('lin', {});
    await world.assess(brought);
    const corrected = { ...brought, revision: 1, answers: brought.answers.map((answer) => ({ ...answer, value: 2 })) };
    expect(await world.assess(corrected)).toBe('revised');
    expect(await world.assess(corrected)).toBe('duplicate');
    expect(await world.assess(brought)).toBe('stale');
    expect(await world.reader.feedback(brought.id)).toMatchObject({ revision: 1, answers: [{ value: 2 }] });
  });
});
