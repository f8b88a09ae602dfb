import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOutbox } from '../../../shared/adapters/dynamo/digest-outbox.ts';
import { actionKey } from '../../../shared/adapters/dynamo/keys.ts';
import type { Action } from '../../../shared/domain/recovery/action.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const action = (subject: string): Action => ({
  id: 'digest:daily:2026-11-22',
  kind: 'digest',
  state: 'due',
  dueAt: '2026-11-23T00:00:00.000Z',
  attempts: 0,
  language: 'en',
  to: ['manager@example.com'],
  subject,
  html: '<p>x</p>',
  text: 'x',
});

describe('the digest outbox', () => {
  it('stores an action where sweep finds it, and leaves the one that stands', async () => {
    const outbox = digestOutbox(dynamo.client, dynamo.registerTable);
    expect(await outbox.addAction(action('first'))).toBe(true);
    expect(await outbox.addAction(action('second'))).toBe(false);
    const { Item } = await dynamo.client.send(
      new GetCommand({ TableName: dynamo.registerTable, Key: actionKey('digest:daily:2026-11-22') }),
    );
    expect(Item).toMatchObject({
      type: 'action',
      subject: 'first',
      ipk: expect.stringMatching(/^DUE#/),
      isk: expect.stringContaining('digest:daily'),
    });
  });

  it('does not take another fault for an action that stands', async () => {
    await expect(digestOutbox(dynamo.client, 'No-Such-Table').addAction(action('x'))).rejects.toThrow();
  });
});
