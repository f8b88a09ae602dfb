import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmendsError } from '../../../shared/domain/errors.ts';
import type { SystemCommand } from '../../../shared/domain/recovery/command.ts';
import type { Sent } from '../desk/case-desk.ts';
import { NOW, StatusWorld } from './world.ts';

/** Stands in all that people of ours write for one another. */
const SECRET = 'only-for-colleagues';

const COMMANDS: readonly (Sent | SystemCommand)[] = [
  { type: 'acknowledge' },
  { type: 'assign', to: 'morgan', note: SECRET },
  { type: 'assign', to: 'lin', note: SECRET },
  { type: 'note', text: SECRET },
  { type: 'register', facts: { product: SECRET, wish: SECRET } },
  { type: 'classify', severity: 4, reason: SECRET },
  { type: 'classify', severity: 1, reason: SECRET },
  { type: 'answer', text: SECRET },
  { type: 'ask', question: SECRET },
  { type: 'resume' },
  { type: 'investigate', isComplex: true },
  { type: 'find', finding: SECRET },
  ...(['founded', 'unfounded'] as const).map(
    (verdict): Sent => ({
      ...{ type: 'decide', verdict, department: 'logistics', cause: 'late-delivery', dispute: 'service' },
      ...{ responsibility: 'company', explanation: SECRET },
    }),
  ),
  { type: 'offer', remedy: 'refund', money: { amount: 5000, currency: 'CNY' }, note: SECRET },
  { type: 'offer', remedy: 'apology', forApproval: true },
  { type: 'withdraw', offerId: 'o1', reason: SECRET },
  { type: 'accept', offerId: 'o1' },
  { type: 'refuse', offerId: 'o1', reason: SECRET },
  { type: 'solve', resolution: SECRET },
  { type: 'promise', what: 'a call', dueAt: '2026-11-24T02:00:00.000Z' },
  { type: 'move-promise', commitmentId: 'p2', dueAt: '2026-11-25T02:00:00.000Z', reason: SECRET },
  { type: 'keep-promise', commitmentId: 'p2' },
  { type: 'follow-up', isSolved: false, satisfaction: 25, comment: SECRET },
  { type: 'follow-up', isSolved: true, comment: SECRET },
  { type: 'reopen', reason: SECRET },
  { type: 'close', reason: 'withdrawn-by-customer', note: SECRET },
  { type: 'report', report: { cause: SECRET, effect: SECRET, handling: SECRET, prevention: SECRET } },
  { type: 'plan-measure', what: SECRET, owner: 'lin', dueOn: '2027-01-05' },
  { type: 'exempt', reason: SECRET },
  { type: 'tick' },
  { type: 'undeliverable', reason: 'bounce' },
];

const HOUR_MS = 3_600_000;
const step = fc.record({ command: fc.constantFrom(...COMMANDS), hours: fc.integer({ min: 0, max: 40 }) });

describe('the status page, whatever happens to a case', () => {
  it('opens, tells on what it told once, and holds nothing that is for colleagues (P28, P33)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const world = new StatusWorld();
        let told: string[] = [];
        for (const { command, hours } of steps) {
          world.now = new Date(Date.parse(world.now) + hours * HOUR_MS).toISOString();
          await world.does(command).catch((error: unknown) => expect(error).toBeInstanceOf(AmendsError));
          const [english, chinese] = await Promise.all(
            ['en', 'zh'].map((lang) => world.get('GET /s/{token}', world.links.status(), { lang })),
          );
          expect([english?.status, chinese?.status]).toEqual([200, 200]);
          expect(`${english?.body}${chinese?.body}`).not.toMatch(new RegExp(`${SECRET}|undefined|\\[object|NaN|Invalid`));
          const past = happened(english?.body);
          expect(past.slice(0, told.length)).toEqual(told);
          told = past;
        }
        expect(world.now >= NOW).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

/** The steps that are done: what was told once stays told. Words of a promise may move with it. */
const happened = (body = '') => [...body.matchAll(/<li class="done[^>]*><b>(.*?)<\/b>/g)].map(([, text = '']) => text);
