import { describe, expect, it } from 'vitest';
import { answerUrl, verifyToken } from '../../shared/adapters/link.ts';

const KEY = 'a-link-key-of-enough-characters';
const ID = 'abcdefghijklmnopqrstuvwxyz';
const EXPIRES = '2026-12-22T08:30:00.000Z';
const ORIGIN = 'https://api.example.com';

describe('the link of an invitation (R10, P28)', () => {
  it('proves the invitation until it expires, for this purpose only', () => {
    const token = answerUrl([KEY], ORIGIN, ID, EXPIRES).replace(`${ORIGIN}/a/`, '');
    expect(verifyToken([KEY], 'answer', token, '2026-11-22T08:30:00.000Z')).toEqual({ status: 'valid', subject: ID, expiresAt: EXPIRES });
    expect(verifyToken([KEY], 'answer', token, EXPIRES)).toEqual({ status: 'expired' });
    expect(verifyToken([KEY], 'status', token, '2026-11-22T08:30:00.000Z')).toEqual({ status: 'invalid' });
  });

  it('is the same in the mail and in each reminder, but for the rating that is chosen by it', () => {
    const plain = answerUrl([KEY], ORIGIN, ID, EXPIRES);
    expect(answerUrl([KEY], ORIGIN, ID, EXPIRES)).toBe(plain);
    expect(answerUrl([KEY], ORIGIN, ID, EXPIRES, { question: 'satisfaction', value: 4 })).toBe(`${plain}?satisfaction=4`);
  });
});
