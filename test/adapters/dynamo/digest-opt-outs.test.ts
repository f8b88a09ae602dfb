import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOptOuts } from '../../../shared/adapters/dynamo/digest-opt-outs.ts';
import { recipientKey } from '../../../shared/adapters/recipient-key.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe('who has ended a digest (P23)', () => {
  it('is known by digest and person, once however often, until it is taken up again', async () => {
    const optOuts = digestOptOuts(dynamo.client, dynamo.registerTable);
    const [ada, ben] = ['a'.repeat(22), 'b'.repeat(22)];
    expect(await optOuts.endedBy('weekly', [ada, ben])).toEqual(new Set());
    expect(await optOuts.endedBy('weekly', [])).toEqual(new Set());
    for (let i = 0; i < 2; i += 1) await optOuts.end('weekly', ada, '2026-11-23T00:00:00.000Z');
    expect(await optOuts.endedBy('weekly', [ada, ben])).toEqual(new Set([ada]));
    expect(await optOuts.endedBy('daily', [ada, ben])).toEqual(new Set());
    await optOuts.resume('weekly', ada);
    expect(await optOuts.endedBy('weekly', [ada, ben])).toEqual(new Set());
  });
});

describe('the key of a recipient', () => {
  it('is the same however the address is written, of its own kind, and tells no address', () => {
    const key = recipientKey('Manager@Example.com ', 'a-secret-of-the-house');
    expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(recipientKey('manager@example.com', 'a-secret-of-the-house')).toBe(key);
    expect(recipientKey('manager@example.com', 'another-secret')).not.toBe(key);
    expect(recipientKey('other@example.com', 'a-secret-of-the-house')).not.toBe(key);
  });
});
