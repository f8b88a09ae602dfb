import { describe, expect, it } from 'vitest';
import { Action } from '../../../shared/domain/recovery/action.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { isLost } from '../../../shared/domain/recovery/win-back.ts';
import { house, Journey, later } from './a-house.ts';

const DAY_MS = 86_400_000;
const settings = { ...house, winBack: { after: '60d', remedy: 'voucher' } };
const noAgreement = { type: 'close', reason: 'no-agreement', note: 'They want twice the price.' } as const;

/** The customer refuses what is offered, and there the case ends. */
function endsInDisagreement(journey: Journey, remedy = 'apology'): Journey {
  journey.does('lin', {
    type: 'decide',
    verdict: 'founded',
    department: 'logistics',
    cause: 'late-delivery',
    dispute: 'service',
    responsibility: 'company',
    explanation: 'It stood in the depot.',
    via: 'telephone',
  });
  journey.does('lin', { type: 'offer', remedy, via: 'telephone', forApproval: false });
  journey.does('customer', { type: 'refuse', offerId: journey.case.offers.at(-1)?.id ?? '' });
  journey.does('lin', noAgreement);
  return journey;
}

describe('who left unhappy is asked back (R26)', () => {
  it('by a mail that is due long after, and is not among those that go at once', () => {
    const { change, now } = endsInDisagreement(new Journey({ customerKey: 'key-1' }, settings));
    expect(change.care).toEqual([
      {
        id: '2611-0042:win-back',
        kind: 'care',
        template: 'win-back',
        customerKey: 'key-1',
        caseNumber: '2611-0042',
        round: 1,
        state: 'due',
        dueAt: later(now, 60 * DAY_MS),
        attempts: 0,
      },
    ]);
    expect(change.care.map((action) => Action.parse(action))).toEqual(change.care);
    expect(change.mails.map(({ id }) => id)).not.toContain('2611-0042:win-back');
  });

  it('once for each round that ended so: closing again after a reopening is never refused by what stands', () => {
    const journey = endsInDisagreement(new Journey({ customerKey: 'key-1' }, settings));
    journey.does('lin', { type: 'reopen', reason: 'They called.' });
    expect(journey.change.care).toEqual([]);
    expect(endsInDisagreement(journey, 'voucher').change.care.map(({ id, round }) => [id, round])).toEqual([['2611-0042:win-back:2', 2]]);
  });

  it.each([
    ['the house has not said when', { customerKey: 'key-1' }, house],
    ['nobody knows whose case it is', { customerKey: undefined, isReachable: false }, settings],
  ])('never where %s', (_, feedback, how) => {
    const changes = endsInDisagreement(new Journey(feedback, how)).changes;
    expect(changes.flatMap(({ care }) => care)).toEqual([]);
  });

  it.each<[string, Partial<Case>, boolean]>([
    ['no agreement', { closingReason: 'no-agreement' }, true],
    ['unhappy after it', { closingReason: 'followed-up', satisfactionAfter: 49 }, true],
    ['happy after it', { closingReason: 'followed-up', satisfactionAfter: 50 }, false],
    ['happy after it although they wanted to leave', { closingReason: 'followed-up', satisfactionAfter: 75, flags: ['will-leave'] }, false],
    ['wanted to leave, and nobody heard otherwise', { closingReason: 'no-answer-to-follow-up', flags: ['will-leave'] }, true],
    ['nobody heard', { closingReason: 'no-answer-to-follow-up' }, false],
    ['no complaint at all', { closingReason: 'not-a-complaint', flags: ['will-leave'] }, false],
    ['told in another case', { closingReason: 'duplicate', flags: ['will-leave'] }, false],
    ['open', { state: 'opened', satisfactionAfter: 0 }, false],
  ])('%s: %s %s', (_, ended, expected) => {
    expect(isLost({ state: 'closed', flags: [], ...ended })).toBe(expected);
  });
});
