import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import { aCampaign, aSurvey, someRules } from '../../domain/campaign/a-campaign.ts';
import { context } from '../../domain/customer/a-customer.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { inviter } from './an-inviter.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-02T02:00:00.000Z');
const CAMPAIGNS = ['autumn', 'winter', 'visits', 'orders'];
const RULES = [
  { invitations: 1, days: 3 },
  { invitations: 2, days: 14 },
];

const asked = fc.record({
  campaign: fc.constantFrom(...CAMPAIGNS),
  cause: fc.constantFrom(undefined, 'order-1', 'order-2', 'order-3'),
  /** Messages overtake one another: the clock of one need not be behind that of the next. */
  day: fc.integer({ min: 0, max: 40 }),
  isDelivered: fc.integer({ min: 1, max: 2 }),
});

describe('contact rules under parallel, repeated and reordered invitations (R10)', () => {
  it('no person is asked more often than any of the rules says, in any window of time', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(asked, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rounds) => {
        run += 1;
        const email = `person-${run}@example.com`;
        const world = inviter(dynamo, {
          campaigns: CAMPAIGNS.map((id) => aCampaign({ id })),
          surveys: [aSurvey()],
          contactRules: someRules({ perPerson: RULES, perMetric: { csat: { days: 5 } } }),
        });
        const outcomes: string[] = [];
        for (const round of rounds) {
          const calls = round.flatMap(({ campaign, cause, day, isDelivered }) => {
            const message: InviteMessage = { campaign, person: { email }, ...(cause === undefined ? {} : { cause }) };
            const now = () => new Date(START + day * DAY_MS).toISOString();
            return Array.from({ length: isDelivered }, () => world.invite(message, { now }));
          });
          // One that was contested to the end is brought again by the queue; here it need not be.
          for (const outcome of await Promise.allSettled(calls))
            outcomes.push(outcome.status === 'fulfilled' ? outcome.value : 'given-back');
        }
        const [ledger] = await world.register.ledgers([context.keys.ofAddress(email)]);
        const times = (ledger?.contacts ?? []).map(({ at }) => Date.parse(at));
        expect(times).toHaveLength(outcomes.filter((one) => one === 'invited').length);
        expect(new Set(world.queued).size).toBe(times.length);
        for (const { invitations, days } of [...RULES, { invitations: 1, days: 5 }]) {
          for (const from of times) {
            expect(times.filter((at) => at >= from && at < from + days * DAY_MS).length).toBeLessThanOrEqual(invitations);
          }
        }
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });
});
