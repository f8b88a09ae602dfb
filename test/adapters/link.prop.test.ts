import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signStart, signToken, startedAt, statusUrl, verifyToken } from '../../shared/adapters/link.ts';

const KEY = 'a-link-key-of-enough-characters';
const OLD = 'an-older-key-of-enough-characters';
const NOW = '2026-11-22T08:30:00.000Z';
const SOON = '2026-11-23T08:30:00.000Z';

const subject = fc.stringMatching(/^[A-Za-z0-9_.-]{1,120}$/);
const instant = fc.date({ min: new Date(NOW), max: new Date('2099-01-01'), noInvalidDate: true }).map((date) => date.toISOString());

describe('tokens (P28)', () => {
  it('say what was signed, until they expire and not a millisecond longer', () => {
    fc.assert(
      fc.property(subject, instant, (id, expiresAt) => {
        const token = signToken([KEY], 'status', id, expiresAt);
        const justBefore = new Date(Date.parse(expiresAt) - 1).toISOString();
        expect(verifyToken([KEY], 'status', token, justBefore)).toEqual({ status: 'valid', subject: id, expiresAt });
        expect(verifyToken([KEY], 'status', token, expiresAt)).toEqual({ status: 'expired' });
        expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
      }),
    );
  });

  it('are worth nothing with any character changed', () => {
    const token = signToken([KEY], 'status', 'abcdefghijklmnopqrstuvwxyz', SOON);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(token[at] !== character);
        const forged = token.slice(0, at) + character + token.slice(at + 1);
        expect(verifyToken([KEY], 'status', forged, NOW)).toEqual({ status: 'invalid' });
      }),
      { numRuns: 1000 },
    );
  });

  it('are worth nothing for another purpose or under another key', () => {
    const token = signToken([KEY], 'status', 'id', SOON);
    expect(verifyToken([KEY], 'form-start', token, NOW)).toEqual({ status: 'invalid' });
    expect(verifyToken([OLD], 'status', token, NOW)).toEqual({ status: 'invalid' });
    expect(verifyToken([], 'status', token, NOW)).toEqual({ status: 'invalid' });
  });

  it('signed with the older key stay good during rotation (P5)', () => {
    const token = signToken([OLD], 'status', 'id', SOON);
    expect(verifyToken([KEY, OLD], 'status', token, NOW).status).toBe('valid');
  });

  it('of any shape never throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (token) => {
        expect(verifyToken([KEY], 'status', token, NOW)).toEqual({ status: 'invalid' });
      }),
    );
  });

  it('cannot be made for what could be an address or words', () => {
    expect(() => signToken([KEY], 'status', 'mei@example.cn', SOON)).toThrow('expected an id');
    expect(() => signToken([KEY], 'status', '', SOON)).toThrow('expected an id');
    expect(() => signToken([], 'status', 'id', SOON)).toThrow('link-key');
  });
});

describe('the status link', () => {
  it('holds the feedback id and no more, for 180 days', () => {
    const url = statusUrl([KEY], 'https://api.example.com', 'abcdefghijklmnopqrstuvwxyz', NOW);
    const token = url.replace('https://api.example.com/s/', '');
    expect(verifyToken([KEY], 'status', token, '2027-05-21T08:29:59.999Z')).toMatchObject({ subject: 'abcdefghijklmnopqrstuvwxyz' });
    expect(verifyToken([KEY], 'status', token, '2027-05-21T08:30:00.000Z')).toEqual({ status: 'expired' });
  });
});

describe('the start token (P9)', () => {
  const SUBMISSION = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

  it('tells to the millisecond when the page was served', () => {
    fc.assert(
      fc.property(instant, (servedAt) => {
        const token = signStart([KEY], 'service', SUBMISSION, servedAt);
        expect(startedAt([KEY], 'service', SUBMISSION, token, servedAt)).toBe(servedAt);
      }),
    );
  });

  it('proves nothing for another submission or survey: replaying it makes no second feedback', () => {
    const token = signStart([KEY], 'service', SUBMISSION, NOW);
    expect(startedAt([KEY], 'service', SUBMISSION.replace('0', '1'), token, NOW)).toBeUndefined();
    expect(startedAt([KEY], 'delivery', SUBMISSION, token, NOW)).toBeUndefined();
    expect(startedAt([KEY], 'service', SUBMISSION, '', NOW)).toBeUndefined();
  });

  it('proves nothing after thirty days', () => {
    const token = signStart([KEY], 'service', SUBMISSION, NOW);
    expect(startedAt([KEY], 'service', SUBMISSION, token, '2026-12-22T08:29:59.000Z')).toBe(NOW);
    expect(startedAt([KEY], 'service', SUBMISSION, token, '2026-12-22T08:30:00.000Z')).toBeUndefined();
  });
});
