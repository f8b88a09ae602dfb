import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERASED_CONTENT, isErased, isOfErased, withoutPerson, withoutPersonIn } from '../../../shared/domain/customer/erasure/person.ts';
import { ERASED, withoutTraces, withoutWords } from '../../../shared/domain/customer/erasure/words.ts';
import { Feedback, FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { aFeedback } from '../../samples.ts';

/** Somebody whose name and address cannot stand in our own words by chance. */
const person = fc.record({
  email: fc.constantFrom('zoe.quist@example.com', 'Zoe.Quist+shop@Example.com', 'quist@example.cn'),
  name: fc.constantFrom('Zoë Quist', '欧阳慧敏', "Zoe O'Quist (Mrs.)", 'Quist-Zander'),
  phone: fc.constantFrom('+86 138 0013 8000', '(020) 7946-0018'),
});
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never;
const tracesOf = ({ email, name, phone }: Person) => ({ emails: [email], names: [name], phones: [phone], ownIds: [] });
const sentence = (about: Person) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(about.email, about.email.toUpperCase(), about.name, about.phone),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(' '));

const holdsNothingOf = ({ email, name, phone }: Person, value: unknown) => {
  const text = JSON.stringify(value).toLowerCase();
  for (const trace of [email, name, phone]) expect(text).not.toContain(JSON.stringify(trace).slice(1, -1).toLowerCase());
};

const received = (about: Person) =>
  fc.record({ words: sentence(about), subject: sentence(about) }).map(
    ({ words, subject }): FeedbackReceived => ({
      id: aFeedback().id,
      source: 'mail',
      channel: 'mail',
      externalId: `<1.${about.email}>`,
      revision: 0,
      receivedAt: '2026-11-22T08:30:00.000Z',
      answers: [{ question: 'satisfaction', metric: 'csat', value: 1, min: 1, max: 5 }],
      reasons: ['delivery'],
      subject,
      comment: words,
      customer: { email: about.email, name: about.name, hasConsented: true },
      rawKey: `mail/${about.email}`,
      messageId: `<1.${about.email}>`,
    }),
  );

describe('feedback without its person (P35)', () => {
  it('leaves no trace of name, address and number anywhere, and the figures as they are', () => {
    fc.assert(
      fc.property(
        person.chain((about) => fc.tuple(fc.constant(about), received(about))),
        ([about, said]) => {
          const without = withoutPerson(said);
          holdsNothingOf(about, without);
          expect(FeedbackReceived.parse(without)).toMatchObject({ id: said.id, answers: said.answers, reasons: said.reasons });
          expect(withoutPerson(without)).toEqual(without);
        },
      ),
    );
  });

  it('does so for what is stored, with the words that were read from it', () => {
    fc.assert(
      fc.property(
        person.chain((about) => fc.tuple(fc.constant(about), received(about))),
        ([about, said]) => {
          const { customer: _, ...words } = said;
          const stored = aFeedback({ ...words });
          const topics = [{ topic: 'delivery' as const, polarity: 'negative' as const, evidence: [said.comment ?? ''] }];
          const feedback = { ...stored, understanding: { ...stored.understanding, topics } };
          const without = withoutPersonIn(feedback);
          holdsNothingOf(about, without);
          const { score, answers, recoveryReasons, receivedAt } = Feedback.parse(without);
          expect({ score, answers, recoveryReasons, receivedAt }).toEqual({
            score: feedback.score,
            answers: feedback.answers,
            recoveryReasons: feedback.recoveryReasons,
            receivedAt: feedback.receivedAt,
          });
          expect(isErased(without)).toBe(true);
          expect(withoutPersonIn(without)).toEqual(without);
        },
      ),
    );
  });

  it('no longer tells what was said by its digest', () => {
    expect(withoutPersonIn(aFeedback()).contentHash).toBe(ERASED_CONTENT);
  });
});

/** A case and an event with words in every place, as they stand in the table. */
const aRecord = (words: string) => ({
  number: '2611-0042',
  state: 'followed-up',
  owner: 'lin',
  by: 'agent:lin@example.com',
  at: '2026-11-22T08:30:00.000Z',
  topics: ['delivery'],
  reasons: ['low satisfaction'],
  facts: { product: 'Kettle 2', order: 'A-1', wish: words, evidence: words },
  finding: words,
  decision: { verdict: 'founded', cause: 'packing', explanation: words },
  offers: [{ id: 'o1', remedy: 'refund', money: { amount: 1250, currency: 'CNY' }, note: words }],
  commitments: [{ id: 'p1', what: words, state: 'kept' }],
  measures: [{ id: 'm1', what: 'Pack kettles in two boxes', owner: 'morgan' }],
  event: { type: 'CaseAssigned', from: 'lin', to: 'morgan', note: words },
});

describe('a case without the words (P35)', () => {
  it('leaves no trace of the person, and every code, sum and instant as it is', () => {
    fc.assert(
      fc.property(
        person.chain((about) => fc.tuple(fc.constant(about), sentence(about))),
        ([about, words]) => {
          const without = withoutWords(aRecord(`Dear ${about.name}, ${words}`), tracesOf(about));
          holdsNothingOf(about, without);
          expect(without).toEqual({
            ...aRecord(ERASED),
            facts: { product: 'Kettle 2', order: ERASED, wish: ERASED, evidence: ERASED },
          });
          expect(withoutWords(without, tracesOf(about))).toEqual(without);
        },
      ),
    );
  });

  it('takes the person out of what the company keeps for itself', () => {
    const about = { emails: ['zoe@example.com'], names: ['Li', '欧阳慧敏'], phones: [], ownIds: ['CRM-1001'] };
    const measures = [{ id: 'm1', what: 'Call 欧阳慧敏 and Li (CRM-1001, ZOE@example.com) before delivery' }];
    expect(withoutWords({ measures }, about)).toEqual({
      measures: [{ id: 'm1', what: `Call ${ERASED} and ${ERASED} (${ERASED}, ${ERASED}) before delivery` }],
    });
  });

  it('never changes a code because a name looks like it', () => {
    const record = { owner: 'lin', by: 'agent:lin', topics: ['delivery'], remedy: 'voucher' };
    const about = { emails: ['lin'], names: ['Lin', 'Delivery', 'Voucher'], phones: [], ownIds: ['lin'] };
    expect(withoutWords(record, about)).toEqual(record);
  });
});

describe('what somebody else wrote about the person', () => {
  it.each(['a '.repeat(524_288), 'zoe@example.co '.repeat(70_000), 'Zoe Quis'.repeat(131_072), '@'.repeat(1_048_576)])(
    'is searched in no time, however hostile (P37)',
    (text) => {
      const about = { emails: ['zoe@example.com'], names: ['Zoe Quist', '欧阳慧敏'], phones: ['+86 138 0013 8000'], ownIds: ['CRM-1001'] };
      const began = performance.now();
      withoutTraces({ comment: text }, about);
      expect(performance.now() - began).toBeLessThan(100);
    },
  );

  it('keeps its other words', () => {
    const about = { emails: ['zoe@example.com'], names: ['Zoe'], phones: [], ownIds: [] };
    expect(withoutTraces({ comment: 'My wife Zoe (zoe@example.com) waits too.' }, about)).toEqual({
      comment: `My wife ${ERASED} (${ERASED}) waits too.`,
    });
  });
});

describe('is it of somebody who was erased? (P35)', () => {
  const erasedAt = '2026-11-20T00:00:00.000Z';
  const [before, after, later] = ['2026-11-19T00:00:00.000Z', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'];
  it.each([
    ['nobody was erased', {}, { receivedAt: before, channel: 'webhook' }, false],
    ['there is no file', undefined, { receivedAt: before, channel: 'form' }, false],
    ['it lay in a dead-letter queue', { erasedAt }, { receivedAt: before, channel: 'mail' }, true],
    ['it lay there, and the person has come back since', { erasedAt, returnedAt: after }, { receivedAt: before, channel: 'mail' }, true],
    ['a survey tool sends it again', { erasedAt }, { receivedAt: after, channel: 'webhook' }, true],
    ['they write again themselves', { erasedAt }, { receivedAt: after, channel: 'mail' }, false],
    ['they came back and answer a survey', { erasedAt, returnedAt: after }, { receivedAt: later, channel: 'webhook' }, false],
    ['they came back and were erased again', { erasedAt: later, returnedAt: after }, { receivedAt: later, channel: 'webhook' }, true],
  ])('%s', (_, file, said, expected) => {
    expect(isOfErased(file, said)).toBe(expected);
  });
});
