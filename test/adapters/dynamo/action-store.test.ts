import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionStore } from '../../../shared/adapters/dynamo/action-store.ts';
import { caseEventItem, caseItem, customerItem, feedbackItem } from '../../../shared/adapters/dynamo/items.ts';
import type { CaseMail } from '../../../shared/domain/recovery/action.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import type { ActionStore } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';

let dynamo: DynamoForTests;
let store: ActionStore;

beforeAll(async () => {
  dynamo = await startDynamo();
  store = actionStore(dynamo.client, dynamo.registerTable);
  const { customerKey = '' } = aCase();
  await put(customerItem({ customerKey, email: 'ada@example.com', language: 'en', since: '2026-11-23T01:00:00.000Z' }));
  for (const feedback of [first, second, third]) await put(feedbackItem(feedback));
});
afterAll(() => dynamo.stop());

const put = (Item: Record<string, unknown>) => dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item }));

const first = aFeedback({ messageId: '<first@example.com>' });
const second = aFeedback({ id: 'b'.repeat(26), messageId: '<second@example.com>' });
const third = aFeedback({ id: 'c'.repeat(26), messageId: '<third@example.com>' });

/** All that a mail about the opening of such a case is written from. */
async function aboutCase(number: string, overrides: Partial<Case>) {
  const of = aCase({ number, feedbackId: first.id, ...overrides });
  await put(caseItem(of));
  await put(caseEventItem(number, 1, opened(of)));
  const mail: CaseMail = {
    ...({ id: `${number}:acknowledgement`, kind: 'mail', template: 'acknowledgement', to: 'customer', event: 1 } as const),
    ...({ caseNumber: number, state: 'due', dueAt: of.openedAt, attempts: 0 } as const),
  };
  return store.about(mail);
}

describe('what a mail about a case is written from', () => {
  it('is the case, its event, its customer, what opened it and what joined it last (P20)', async () => {
    expect(await aboutCase('2611-0020', { joined: [second.id, third.id] })).toMatchObject({
      case: { number: '2611-0020' },
      event: { type: 'CaseOpened' },
      feedback: { id: first.id, messageId: '<first@example.com>' },
      latest: { id: third.id, messageId: '<third@example.com>' },
      customer: { email: 'ada@example.com' },
    });
  });

  it('has nothing that joined where nothing did, and no customer where nobody is known', async () => {
    const about = await aboutCase('2611-0021', { customerKey: undefined });
    expect(about?.feedback.id).toBe(first.id);
    expect([about?.latest, about?.customer]).toEqual([undefined, undefined]);
  });

  it('is nothing where what opened the case is not in the register', async () => {
    expect(await aboutCase('2611-0022', { feedbackId: 'd'.repeat(26), joined: [second.id] })).toBeUndefined();
  });
});
