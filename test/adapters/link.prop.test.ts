import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followUpUrl,
  offerOf,
  offerUrl,
  questionOf,
  signStart,
  signToken,
  startedAt,
  statusUrl,
  unsubscribeUrl,
  verifyToken,
} from '../../shared/adapters/link.ts';

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

describe('links to answer by', () => {
  const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
  const number = fc.stringMatching(/^\d{4}-\d{4,6}$/);

  it('say which offer, and which question of which round, and nothing of one is good for another (P28)', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (caseNumber, round, n) => {
        const offer = tokenOf(offerUrl([KEY], 'https://api.example.com', caseNumber, `o${n}`, NOW));
        const question = tokenOf(followUpUrl([KEY], 'https://api.example.com', caseNumber, { round, n }, NOW));
        const seen = (purpose: 'offer' | 'follow-up', token: string) => verifyToken([KEY], purpose, token, NOW);
        const offerSeen = seen('offer', offer);
        const questionSeen = seen('follow-up', question);
        expect(offerSeen.status === 'valid' && offerOf(offerSeen.subject)).toEqual({ caseNumber, offerId: `o${n}` });
        expect(questionSeen.status === 'valid' && questionOf(questionSeen.subject)).toEqual({ caseNumber, round, n });
        expect([seen('offer', question).status, seen('follow-up', offer).status]).toEqual(['invalid', 'invalid']);
      }),
    );
  });

  it('read no subject of another shape', () => {
    for (const any of ['2611-0001', '2611-0001.o', '2611-0001.x1', '2611-0001.o1.o2', '2611-0001.1.1.1'])
      expect(offerOf(any)).toBeUndefined();
    for (const any of ['2611-0001', '2611-0001.1', '2611-0001.o1', '2611-0001.1.1.1', '2611-0001.-1.1'])
      expect(questionOf(any)).toBeUndefined();
  });

  it('are good for ninety days; the one that ends our mails for two years', () => {
    const answering = tokenOf(offerUrl([KEY], '', '2611-0001', 'o1', NOW));
    expect(verifyToken([KEY], 'offer', answering, '2027-02-20T08:29:59.999Z').status).toBe('valid');
    expect(verifyToken([KEY], 'offer', answering, '2027-02-20T08:30:00.000Z').status).toBe('expired');
    const ending = tokenOf(unsubscribeUrl([KEY], '', 'kq1Zr_-0kq1Zr_-0kq1Zr_-0kq1Zr_-0', NOW));
    expect(verifyToken([KEY], 'unsubscribe', ending, '2028-11-21T08:29:59.999Z')).toMatchObject({
      subject: 'kq1Zr_-0kq1Zr_-0kq1Zr_-0kq1Zr_-0',
    });
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

  it('proves nothing after ninety days: a form may wait on a device for weeks', () => {
    const token = signStart([KEY], 'service', SUBMISSION, NOW);
    expect(startedAt([KEY], 'service', SUBMISSION, token, '2027-02-20T08:29:59.000Z')).toBe(NOW);
    expect(startedAt([KEY], 'service', SUBMISSION, token, '2027-02-20T08:30:00.000Z')).toBeUndefined();
  });
});
