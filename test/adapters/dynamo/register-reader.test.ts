import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../../shared/adapters/dynamo/cursor.ts';
import { actionItem, caseEventItem, caseItem, customerItem, feedbackItem, quarantineItem } from '../../../shared/adapters/dynamo/items.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import type { PageRequest, RegisterReader } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aCase, aDeadline, aFeedback, opened } from '../../samples.ts';

let dynamo: DynamoForTests;
let reader: RegisterReader;
const put = (item: Record<string, unknown>) => dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: item }));
const store = async (of: Case) => {
  await put(caseItem(of));
  await put(caseEventItem(of.number, 1, opened(of)));
  return of;
};
const minute = (n: number) => `2026-11-22T08:${String(n).padStart(2, '0')}:00.000Z`;

beforeAll(async () => {
  dynamo = await startDynamo();
  reader = registerReader(dynamo.client, dynamo.registerTable);
});
afterAll(() => dynamo.stop());

describe('feedback in the register', () => {
  it('is read as it was written, by id', async () => {
    const feedback = aFeedback({ externalId: 'single', receivedAt: '2026-10-01T00:00:00.000Z' });
    await put(feedbackItem(feedback));
    expect(await reader.feedback(feedback.id)).toEqual(feedback);
    expect(await reader.feedback(feedbackId('form', 'never sent'))).toBeUndefined();
  });

  it('of a day comes newest first, page by page, each once, and the last page has no cursor', async () => {
    const day = Array.from({ length: 25 }, (_, i) => aFeedback({ externalId: `of-day-${i}`, receivedAt: minute(i) }));
    await Promise.all(day.map((feedback) => put(feedbackItem(feedback))));
    const pages: number[] = [];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.feedbackOfDay('2026-11-22', { limit: 5, cursor });
      pages.push(page.items.length);
      seen.push(...page.items.map(({ externalId }) => externalId));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(pages).toEqual([5, 5, 5, 5, 5]);
    expect(seen).toEqual(day.map(({ externalId }) => externalId).reverse());
  });

  it('of a day on which there was none is an empty page', async () => {
    expect(await reader.feedbackOfDay('2025-01-01', { limit: 10 })).toEqual({ items: [] });
  });

  it('names the fields, not the values, where an item is not what the domain knows (P33)', async () => {
    const broken = aFeedback({ externalId: 'broken', receivedAt: '2026-10-02T00:00:00.000Z' });
    await put({ ...feedbackItem(broken), comment: 7, score: 'secret words' });
    const failure = await reader.feedback(broken.id).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain('secret words');
  });
});

describe('a cursor', () => {
  const elsewhere = encodeCursor({ pk: 'CASE#2611-0001', sk: 'CASE', ipk: 'CASE#open', isk: '2026' });
  it.each([
    ['of another list', elsewhere],
    ['that is no cursor', 'abc'],
    ['that is too long', 'A'.repeat(5000)],
    [
      'with more in it than a position',
      Buffer.from('{"pk":"a","sk":"b","ipk":"FEEDBACK#2026-11-22","isk":"c","x":1}').toString('base64url'),
    ],
  ])('%s is refused by field and reason (P10)', async (_, cursor) => {
    await expect(reader.feedbackOfDay('2026-11-22', { limit: 5, cursor })).rejects.toMatchObject({
      status: 422,
      issues: [{ field: 'cursor' }],
    });
  });
});

describe('cases in the register', () => {
  const numbers = ({ items }: { items: readonly Case[] }) => items.map(({ number }) => number);

  it('are listed open ones by what is due next, page by page', async () => {
    for (const n of [3, 1, 2])
      await store(aCase({ number: `2501-000${n}`, deadlines: [aDeadline('solution', `2025-01-0${n}T00:00:00.000Z`)], owner: 'deng' }));
    const first = await reader.openCases({ limit: 2 });
    expect(numbers(first)).toEqual(['2501-0001', '2501-0002']);
    expect(numbers(await reader.openCases({ limit: 2, cursor: first.cursor }))[0]).toBe('2501-0003');
    // A change of its clock moves it, in both lists alike.
    await store(aCase({ number: '2501-0001', deadlines: [aDeadline('solution', '2025-01-05T00:00:00.000Z')], owner: 'deng' }));
    for (const list of [reader.openCases, (page: PageRequest) => reader.casesOf('deng', page)])
      expect(numbers(await list({ limit: 3 }))).toEqual(['2501-0002', '2501-0003', '2501-0001']);
  });

  it('of an agent come by what is due next, those that wait for the customer last, none of others', async () => {
    const due = (number: string, owner: string, at: string) => put(caseItem(aCase({ number, owner, deadlines: [aDeadline('offer', at)] })));
    await due('2611-0101', 'wu', '2026-11-25T01:00:00.000Z');
    await put(caseItem(aCase({ number: '2611-0102', owner: 'wu', deadlines: [], pause: { since: minute(0) } })));
    await due('2611-0103', 'wu', '2026-11-24T01:00:00.000Z');
    await due('2611-0104', 'ma', '2026-11-23T01:00:00.000Z');
    const first = await reader.casesOf('wu', { limit: 2 });
    expect(numbers(first)).toEqual(['2611-0103', '2611-0101']);
    expect(numbers(await reader.casesOf('wu', { limit: 2, cursor: first.cursor }))).toEqual(['2611-0102']);
    await expect(reader.casesOf('ma', { limit: 2, cursor: first.cursor })).rejects.toMatchObject({ issues: [{ field: 'cursor' }] });
  });

  it('are found by the month of their end once they have ended, and no longer among the open ones (R9)', async () => {
    const ended = { state: 'closed', closedAt: '2026-12-02T00:00:00.000Z', closedIn: '2026-12' } as const;
    await store(aCase({ number: '2611-0201', owner: 'sun', ...ended }));
    expect(numbers(await reader.casesClosedIn('2026-12', { limit: 10 }))).toEqual(['2611-0201']);
    expect(numbers(await reader.casesClosedIn('2026-11', { limit: 10 }))).toEqual([]);
    expect(numbers(await reader.casesOf('sun', { limit: 10 }))).toEqual([]);
  });

  it('are read with their whole history (R1)', async () => {
    const of = await store(aCase({ number: '2611-0301' }));
    expect(await reader.case('2611-0301')).toEqual({ case: of, history: [opened(of)] });
    expect(await reader.case('2611-9999')).toBeUndefined();
  });
});

describe('other things of the register', () => {
  it('are read by key: customer, action; and the quarantine newest first', async () => {
    const customer = { customerKey: 'k1', email: 'mei@example.cn', name: '梅', language: 'zh-Hans', since: minute(1) } as const;
    await put(customerItem(customer));
    expect(await reader.customer('k1')).toEqual(customer);
    const action = {
      id: '2611-0001:acknowledgement',
      kind: 'mail',
      template: 'acknowledgement',
      to: 'customer',
      event: 1,
      state: 'due',
      dueAt: minute(0),
      attempts: 0,
      caseNumber: '2611-0001',
    } as const;
    await put(actionItem(action));
    expect(await reader.action(action.id)).toEqual(action);
    const received = {
      id: feedbackId('form', 'q'),
      source: 'form',
      channel: 'form',
      externalId: 'q',
      revision: 0,
      receivedAt: minute(3),
      answers: [],
      reasons: [],
    } as const;
    const aside = (n: number) => ({
      id: `q${n}`,
      at: minute(n),
      quarantine: { reason: 'honeypot' },
      received: { ...received, answers: [], reasons: [] },
    });
    await put(quarantineItem(aside(1)));
    await put(quarantineItem(aside(2)));
    expect((await reader.quarantined({ limit: 10 })).items.map(({ id }) => id)).toEqual(['q2', 'q1']);
  });
});
