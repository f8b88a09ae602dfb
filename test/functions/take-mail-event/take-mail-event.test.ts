import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeMailEvent } from '../../../functions/take-mail-event/take-mail-event.ts';
import { actionItem } from '../../../shared/adapters/dynamo/items.ts';
import { actionKey, type Key, suppressionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { mailOutcomes } from '../../../shared/adapters/dynamo/mail-outcomes.ts';
import { customerKeyOf } from '../../../shared/adapters/ids.ts';
import { readSendingEvent } from '../../../shared/adapters/ses/sending-event.ts';
import { type Action, actionTag } from '../../../shared/domain/recovery/action.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { bounce, complaint, sendingEventBody } from '../../mail-samples.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const NEW_KEY = 'new customer key for tests';
const OLD_KEY = 'old customer key for tests';
const keys = (address: string) => [NEW_KEY, OLD_KEY].map((key) => customerKeyOf(address, key));

const take = (body: string) => takeMailEvent(readSendingEvent(body), mailOutcomes(dynamo.client, dynamo.registerTable, keys));

async function item(key: Key) {
  const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { ...key }, ConsistentRead: true }));
  return Item;
}

let running = 0;
async function anAction(state: Action['state']): Promise<string> {
  running += 1;
  const id = `2611-${String(running).padStart(4, '0')}:acknowledgement`;
  const action: Action = {
    id,
    kind: 'acknowledgement',
    caseNumber: id.slice(0, 9),
    state,
    dueAt: '2026-11-22T08:30:00.000Z',
    attempts: 0,
    reason: 'lost-answer',
  };
  await dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: actionItem(action) }));
  return id;
}

const event = (type: string, id: string, details: object = {}) => sendingEventBody(type, details, { tag: actionTag(id) });

describe('take-mail-event', () => {
  it.each([
    ['sending', 'Send', {}],
    ['unknown', 'Delivery', {}],
    ['unknown', 'Bounce', bounce('Transient')],
    ['sending', 'Complaint', complaint('once@example.com')],
    ['due', 'Send', {}],
  ] as const)('an action that was %s is done by %s, and leaves the due index (P26)', async (state, type, details) => {
    const id = await anAction(state);
    await take(event(type, id, details));
    const stored = await item(actionKey(id));
    expect(stored).toMatchObject({ state: 'done', sesMessageId: '0100018f-0000-ses' });
    for (const gone of ['ipk', 'isk', 'reason']) expect(stored).not.toHaveProperty(gone);
  });

  it.each(['done', 'refused'] as const)('an action that has ended (%s) stays as it is', async (state) => {
    const id = await anAction(state);
    const before = await item(actionKey(id));
    await take(event('Delivery', id));
    expect(await item(actionKey(id))).toEqual(before);
  });

  it('an event of an unknown action, or of none, makes nothing', async () => {
    await take(event('Send', '9999-9999:acknowledgement'));
    expect(await item(actionKey('9999-9999:acknowledgement'))).toBeUndefined();
    await take(event('Reject', '9999-9999:acknowledgement'));
    expect(await item(actionKey('9999-9999:acknowledgement'))).toBeUndefined();
    await take(sendingEventBody('Send'));
  });

  it('a rejected mail is refused; a Send that comes later does not undo it', async () => {
    const id = await anAction('sending');
    await take(event('Reject', id));
    await take(event('Send', id));
    expect(await item(actionKey(id))).toMatchObject({ state: 'refused', reason: 'ses-reject' });
  });

  it('silences an address under each customer key in use (P6: rotation), and never keeps the address', async () => {
    await take(sendingEventBody('Bounce', bounce('Permanent', 'Gone@Example.com ')));
    for (const key of keys('gone@example.com')) {
      const stored = await item(suppressionKey(key));
      expect(stored).toEqual({ ...suppressionKey(key), type: 'suppression', reason: 'bounce', at: '2026-11-22T08:32:00.000Z' });
      expect(JSON.stringify(stored)).not.toContain('@');
    }
  });

  it('ends the same in whatever order and however often events come (P42)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], { minLength: 12, maxLength: 12 }), async (order) => {
        const id = await anAction('sending');
        const address = `${id.slice(0, 9)}@example.com`;
        const events = [
          event('Send', id),
          event('Delivery', id),
          event('Bounce', id, bounce('Permanent', address, '2026-11-22T09:00:00.000Z')),
          event('Bounce', id, bounce('Permanent', address, '2026-11-22T08:50:00.000Z')),
          event('Complaint', id, complaint(address, 'abuse', '2026-11-22T10:00:00.000Z')),
          event('Reject', id),
        ];
        for (const which of order) await take(events[which] ?? '');
        expect(await item(actionKey(id))).toMatchObject({ state: 'refused', reason: 'ses-reject' });
        expect(await item(suppressionKey(keys(address)[0] ?? ''))).toMatchObject({ reason: 'complaint', at: '2026-11-22T10:00:00.000Z' });
      }),
      { numRuns: 15 },
    );
  });
});
