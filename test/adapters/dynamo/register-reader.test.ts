import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseWriter } from '../../../shared/adapters/dynamo/case-writer.ts';
import { encodeCursor } from '../../../shared/adapters/dynamo/cursor.ts';
import { actionItem, caseEventItem, caseItem, customerItem, feedbackItem, quarantineItem } from '../../../shared/adapters/dynamo/items.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import type { Case, CaseCommand } from '../../../shared/domain/recovery/case.ts';
import { decide, evolve } from '../../../shared/domain/recovery/decide.ts';
import type { CaseWriter, RegisterReader } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';

let dynamo: DynamoForTests;
let reader: RegisterReader;
let writer: CaseWriter;
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
  writer = caseWriter(dynamo.client, dynamo.registerTable);
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

describe('a case in the register', () => {
  const save = async (state: Case, command: CaseCommand) => {
    const events = decide(command, state, { by: 'agent:lin', now: '2026-11-23T02:00:00.000Z', agents: ['lin', 'morgan'] });
    const next = events.reduce(evolve, state);
    await writer.saveCase(next, events, state.version);
    return next;
  };

  it('is saved with each event under its version, and read with its whole history (R1)', async () => {
    const first = await store(aCase({ number: '2611-0010' }));
    const noted = await save(first, { type: 'note', text: 'Called; no answer.' });
    const resolved = await save(noted, { type: 'resolve', resolution: 'Replaced.' });
    const read = await reader.case('2611-0010');
    expect(read?.case).toEqual(resolved);
    expect(read?.history.map(({ type }) => type)).toEqual(['CaseOpened', 'NoteAdded', 'CaseAcknowledged', 'CaseResolved']);
    expect(read?.history).toHaveLength(resolved.version);
    expect(await reader.case('2611-9999')).toBeUndefined();
  });

  it('leaves the open ones for its month when it is resolved', async () => {
    const state = await store(aCase({ number: '2612-0001', openedAt: '2026-12-01T01:00:00.000Z' }));
    const numbersOf = async (list: string) => (await reader.cases(list, { limit: 50 })).items.map(({ number }) => number);
    expect(await numbersOf('open')).toContain('2612-0001');
    expect(await numbersOf('2612')).toEqual([]);
    await save(state, { type: 'resolve', resolution: 'Refunded.' });
    expect(await numbersOf('open')).not.toContain('2612-0001');
    expect(await numbersOf('2612')).toEqual(['2612-0001']);
  });

  it('lists oldest first, and pages through', async () => {
    for (const n of [3, 1, 2]) await store(aCase({ number: `2501-000${n}`, openedAt: `2025-01-0${n}T00:00:00.000Z` }));
    const first = await reader.cases('open', { limit: 2 });
    expect(first.items.map(({ number }) => number)).toEqual(['2501-0001', '2501-0002']);
    const second = await reader.cases('open', { limit: 2, cursor: first.cursor });
    expect(second.items[0]?.number).toBe('2501-0003');
  });

  it('that two agents change at once is changed by one; the other is told to read again, and nothing of theirs stays (R3)', async () => {
    const state = await store(aCase({ number: '2611-0020' }));
    const outcomes = await Promise.allSettled([
      save(state, { type: 'assign', to: 'morgan' }),
      save(state, { type: 'acknowledge' }),
      save(state, { type: 'resolve', resolution: 'Done.' }),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toMatchObject({ status: 409, code: 'conflict' });
    const read = await reader.case('2611-0020');
    expect(read?.history).toHaveLength(read?.case.version ?? -1);
  });
});

describe('other things of the register', () => {
  it('are read by key: customer, action; and the quarantine newest first', async () => {
    const customer = { customerKey: 'k1', email: 'mei@example.cn', name: '梅', language: 'zh-Hans', since: minute(1) } as const;
    await put(customerItem(customer));
    expect(await reader.customer('k1')).toEqual(customer);
    const action = {
      id: '2611-0001:acknowledgement',
      kind: 'acknowledgement',
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
