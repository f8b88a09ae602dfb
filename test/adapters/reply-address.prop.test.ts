import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOfReply, replyAddress } from '../../shared/adapters/reply-address.ts';

const KEY = 'a-link-key-of-enough-characters';
const OLD = 'an-older-key-of-enough-characters';
const MAILBOX = 'feedback@example.com';

const number = fc.stringMatching(/^\d{4}-\d{4,7}$/);
const addressOf = (caseNumber: string, key = KEY) => replyAddress([key], MAILBOX, caseNumber) ?? '';

describe('the address for replies', () => {
  it('proves its case, in whatever case of letters and among whatever others it comes back', () => {
    fc.assert(
      fc.property(number, fc.array(fc.string()), fc.boolean(), (caseNumber, others, isShouted) => {
        const address = addressOf(caseNumber);
        expect(address).toMatch(/^feedback\+\d{4}-\d{4,7}\.[a-z2-7]{25}@example\.com$/);
        expect(caseOfReply([KEY], [...others, isShouted ? address.toUpperCase() : ` ${address} `])).toBe(caseNumber);
      }),
    );
  });

  it('fits into a local part of 64 octets (RFC 5321), or there is none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.]{1,64}$/), number, (local, caseNumber) => {
        const address = replyAddress([KEY], `${local}@example.com`, caseNumber);
        const length = `${local}+${caseNumber}.`.length + 25;
        expect(address?.split('@')[0]?.length).toBe(length <= 64 ? length : undefined);
      }),
    );
    expect(replyAddress([KEY], 'care+shop@example.com', '2611-0001')).toBeUndefined();
  });

  it('proves nothing with any character changed, nor for another mailbox', () => {
    const address = addressOf('2611-0042');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: address.length - 1 }),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-.+@'),
        (at, character) => {
          fc.pre(address[at] !== character);
          expect(caseOfReply([KEY], [address.slice(0, at) + character + address.slice(at + 1)])).toBeUndefined();
        },
      ),
      { numRuns: 1000 },
    );
    expect(caseOfReply([KEY], [address.replace('feedback', 'care')])).toBeUndefined();
  });

  it('proves nothing under another key; signed with the older one it stays good during rotation (P5)', () => {
    const older = addressOf('2611-0042', OLD);
    expect(caseOfReply([KEY], [older])).toBeUndefined();
    expect(caseOfReply([], [older])).toBeUndefined();
    expect(caseOfReply([KEY, OLD], [older])).toBe('2611-0042');
  });

  it('of any shape never throws, and a forged one is passed over for a true one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 400 })), (recipients) => void expect(caseOfReply([KEY], recipients)).toBeUndefined()),
    );
    const forged = 'feedback+2611-0001.aaaaaaaaaaaaaaaaaaaaaaaaa@example.com';
    expect(caseOfReply([KEY], [forged, addressOf('2611-0042')])).toBe('2611-0042');
    expect(() => replyAddress([], MAILBOX, '2611-0042')).toThrow('link-key');
  });
});
