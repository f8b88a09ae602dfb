import { describe, expect, it } from 'vitest';
import { AmendsError } from '../../../shared/domain/errors.ts';
import type { Heard, SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { founded, HOUR, Journey, refund } from './a-house.ts';

const MINUTE = 60_000;

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AmendsError) return error.code;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('mail to the customer that came back', () => {
  const answer = { type: 'answer', text: 'It is on its way.', kind: 'answer', via: 'mail' } as const;
  const cameBack = (reason: string, addressKeys?: string[]) => {
    const journey = new Journey().waits(HOUR);
    journey.does('system', { type: 'undeliverable', reason, addressKeys });
    return journey;
  };

  it('goes out again once somebody knows that it arrives; the note is on the record, and the address silenced no more (R3)', () => {
    const journey = cameBack('bounce', ['key-new', 'key-old']);
    expect(codeOf(() => journey.does('lin', answer))).toBe('customer-unreachable');
    const change = journey.does('lin', { type: 'reach-again', note: 'The mailbox was full.' });
    expect(change.events).toMatchObject([{ type: 'CustomerReachable', by: 'agent:lin', note: 'The mailbox was full.' }]);
    expect(change.liftsSuppressionOf).toEqual(['key-new', 'key-old']);
    expect(journey.case.undeliverable).toBeUndefined();
    journey.does('lin', answer);
    expect(journey.mails.at(-1)).toBe('answer → customer');
  });

  it('lifts what stands under the key of the case where nobody knows which address it was', () => {
    const journey = cameBack('bounce');
    expect(journey.does('lin', { type: 'reach-again' }).liftsSuppressionOf).toEqual([journey.case.customerKey]);
    expect(journey.does('lin', answer).liftsSuppressionOf).toBeUndefined();
  });

  it('as spam stays stopped: only another way leads to who complained (P24)', () => {
    const journey = cameBack('complaint');
    expect(codeOf(() => journey.does('lin', { type: 'reach-again' }))).toBe('complained');
    expect(journey.case.undeliverable).toMatchObject({ reason: 'complaint' });
  });

  it('may come back once more, and is told once more', () => {
    const journey = cameBack('bounce');
    journey.does('lin', { type: 'reach-again' });
    journey.does('system', { type: 'undeliverable', reason: 'bounce' });
    expect(journey.mails.filter((mail) => mail.startsWith('undeliverable'))).toHaveLength(2);
    expect(codeOf(() => new Journey().does('lin', { type: 'reach-again' }))).toBe('not-undeliverable');
  });
});

describe('what the customer writes', () => {
  const heard = (said: Partial<Heard> = {}): SystemCommand => ({
    type: 'hear',
    heard: { feedbackId: 'b'.repeat(26), severity: 1, flags: [], topics: [], isUnhappy: false, isReply: true, ...said },
  });
  const told = ({ mails }: Journey) => mails.filter((mail) => mail.startsWith('customer-replied')).length;
  /** Written to once, and told of it. */
  const replied = () => {
    const journey = new Journey().waits(HOUR);
    journey.does('customer', heard());
    expect(told(journey)).toBe(1);
    return journey;
  };

  it('line by line is one mail to the owner in ten minutes, and one in the next ten, however long it goes on', () => {
    const journey = replied();
    for (let minute = 1; minute <= 19; minute += 1) {
      journey.waits(MINUTE);
      journey.does('customer', heard());
    }
    expect(journey.history.filter((type) => type === 'CustomerHeard')).toHaveLength(20);
    expect(told(journey)).toBe(2);
  });

  it.each<[string, Partial<Heard>]>([
    ['sounds worse', { severity: 4 }],
    ['names another danger', { flags: ['will-leave'] }],
  ])('is told at once where it %s than what was just told', (_, said) => {
    const journey = replied();
    journey.waits(MINUTE);
    journey.does('customer', heard(said));
    expect(told(journey)).toBe(2);
    journey.does('customer', heard(said));
    expect(told(journey)).toBe(2);
  });

  it('is told at once where it answers somebody of ours, or another owner has the case (R3)', () => {
    const journey = replied();
    journey.does('lin', { type: 'answer', text: 'Which one?', kind: 'answer', via: 'mail' });
    journey.does('customer', heard());
    expect(told(journey)).toBe(2);
    journey.does('lin', { type: 'ask', question: 'Which colour?', via: 'mail' });
    journey.does('customer', heard());
    expect(told(journey)).toBe(3);
    journey.does('lin', { type: 'assign', to: 'morgan' });
    journey.does('customer', heard());
    expect(journey.mails.at(-1)).toBe('customer-replied → morgan');
  });

  it('on another matter is answered every time, told or not', () => {
    const journey = replied();
    journey.does('customer', heard({ isReply: false }));
    expect(journey.mails.at(-1)).toBe('joined → customer');
    expect(told(journey)).toBe(1);
  });
});

describe('the answer to an offer', () => {
  const offered = () => {
    const journey = new Journey().waits(HOUR);
    journey.does('lin', founded);
    journey.does('lin', refund(5000));
    return journey;
  };
  const told = ({ mails }: Journey) => mails.filter((mail) => mail.startsWith('offer-answered'));

  it.each(['accept', 'refuse'] as const)('%s by the link is told to the owner; what an agent was told, they know (R5)', (type) => {
    const byLink = offered();
    byLink.does('customer', { type, offerId: 'o1' });
    expect(told(byLink)).toEqual(['offer-answered → lin']);
    const byTelephone = offered();
    byTelephone.does('lin', { type, offerId: 'o1' });
    expect(told(byTelephone)).toEqual([]);
  });
});
