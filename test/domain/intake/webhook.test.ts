import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import type { WebhookSource } from '../../../shared/domain/intake/source.ts';
import { MAX_SALVAGE_LENGTH, readDelivery, type Taken } from '../../../shared/domain/intake/webhook.ts';
import { DELIGHTED, SHOP, sample, TALLY, TYPEFORM } from './sources.ts';

const AT = '2026-11-22T08:30:00.000Z';
const read = (source: WebhookSource, text: string, messageId?: string): Taken =>
  readDelivery(source, { text, messageId, receivedAt: AT, branches: ['east', 'south'] });
const readSample = (source: WebhookSource, name: string) => read(source, sample(name).toString());

function feedbackOf(taken: Taken) {
  if (taken.kind !== 'feedback') throw new Error(`expected feedback, found ${taken.kind}`);
  return taken.received;
}

function invalidOf(taken: Taken) {
  if (taken.kind !== 'invalid') throw new Error(`expected what is invalid, found ${taken.kind}`);
  return taken;
}

/** A body of the shop, changed. */
const shop = (data: Record<string, unknown>) => JSON.stringify({ type: 'feedback.given', data: { id: 'fb-1', satisfaction: 4, ...data } });

describe('Standard Webhooks', () => {
  it('reads the paths that the config names', () => {
    expect(feedbackOf(readSample(SHOP, 'standard-webhooks.json'))).toEqual({
      source: 'shop',
      channel: 'webhook',
      externalId: 'fb-2026-11-000318',
      revision: 0,
      receivedAt: AT,
      survey: 'service',
      branch: 'east',
      locale: 'zh-CN',
      answers: [
        { question: 'satisfaction', metric: 'csat', value: 2, min: 1, max: 5 },
        { question: 'recommendation', metric: 'nps', value: 3, min: 0, max: 10 },
      ],
      reasons: [],
      comment: '水壶收到时壶盖已经裂了，联系客服三天没有人回复。\n请尽快给我换一个。',
      customer: { email: 'zhou.min@example.cn', name: '周敏', hasConsented: true },
    });
  });

  it('takes the signed webhook-id where the config names no id', () => {
    if (SHOP.provider !== 'standard-webhooks') throw new Error('expected the shop');
    const { id: _, ...fields } = SHOP.fields;
    expect(feedbackOf(read({ ...SHOP, fields }, shop({}), 'msg_9')).externalId).toBe('msg_9');
    expect(invalidOf(read({ ...SHOP, fields }, shop({}))).issues).toEqual([{ field: 'id', reason: 'expected an id of the response' }]);
  });

  it.each([[undefined], [null], [''], [{}], [1.5], ['x'.repeat(201)]])('an id of %j is none', (id) => {
    expect(invalidOf(read(SHOP, shop({ id }), 'msg_9')).issues[0]?.field).toBe('data.id');
  });

  it('a test of the connection is nothing to take', () => {
    expect(readSample(SHOP, 'standard-webhooks.test.json')).toEqual({ kind: 'nothing' });
  });

  it('an answer out of its scale is refused, naming the scale, and its words are kept (P11)', () => {
    const { issues, salvaged } = invalidOf(readSample(SHOP, 'standard-webhooks.out-of-scale.json'));
    expect(issues).toEqual([{ field: 'data.satisfaction', reason: 'the scale is 1 to 5' }]);
    expect(salvaged).toMatchObject({
      answers: [],
      comment: 'The courier left the parcel in the rain and it is soaked through.',
      customer: { email: 'ines@example.com', hasConsented: true },
      quarantine: { reason: 'invalid-content', detail: 'data.satisfaction: the scale is 1 to 5' },
    });
  });

  it('does without an address, a branch or a language that is none, and says so', () => {
    const taken = read(SHOP, shop({ customer: { email: 'no address', name: 7 }, branch: 'north', locale: 'Klingon!' }));
    expect(feedbackOf(taken)).toMatchObject({ customer: undefined, branch: undefined, locale: undefined });
    expect(taken).toMatchObject({ unusable: ['data.customer.email', 'data.customer.name', 'data.locale', 'data.branch'] });
  });

  it('cuts a comment at the limit and says so', () => {
    expect(feedbackOf(read(SHOP, shop({ comment: '好'.repeat(70_000) })))).toMatchObject({
      isTruncated: true,
      comment: '好'.repeat(65_536),
    });
  });

  it('a comment that is no text is refused, and its texts are kept', () => {
    const { issues, salvaged } = invalidOf(read(SHOP, shop({ comment: { en: 'Broken again' } })));
    expect(issues).toEqual([{ field: 'data.comment', reason: 'expected a text' }]);
    expect(salvaged.comment).toContain('Broken again');
  });

  it('one that says nothing is refused: a wrong mapping must not pass for silence', () => {
    const { issues } = invalidOf(read(SHOP, JSON.stringify({ data: { id: 'fb-1', rating: 5 } })));
    expect(issues).toEqual([{ field: '', reason: 'expected an answer in one of: data.satisfaction, data.recommendation, data.comment' }]);
  });

  it.each([
    [true, true],
    ['yes', true],
    [' Yes ', true],
    ['是', true],
    [1, true],
    [['同意'], true],
    [false, false],
    ['no', false],
    ['否', false],
    ['不同意', false],
    ['perhaps', false],
    [undefined, false],
    [null, false],
    [['yes', 'no'], false],
    [{}, false],
  ])('consent %j counts as %j', (contactAllowed, hasConsented) => {
    const received = feedbackOf(read(SHOP, shop({ customer: { email: 'mei@example.cn', contactAllowed } })));
    expect(received.customer?.hasConsented).toBe(hasConsented);
  });
});

describe('Typeform', () => {
  it('finds fields by ref and takes the token as the id', () => {
    expect(feedbackOf(readSample(TYPEFORM, 'typeform.json'))).toMatchObject({
      externalId: '7h2m9x4c1q8v5b3n6k0z7h2m9x4c1q8v',
      revision: 0,
      branch: 'south',
      answers: [{ value: 1 }, { value: 0 }],
      comment: "I waited two hours for a repair that had been promised for ten o'clock, and nobody said a word.",
      customer: { email: 'owen.pryce@example.com', name: 'Owen Pryce', hasConsented: true },
    });
  });

  it('reads choices, by ref or id, and hidden fields by name', () => {
    const body = {
      event_type: 'form_response',
      form_response: {
        token: 't',
        hidden: { email: 'mei@example.cn' },
        answers: [
          { type: 'choice', choice: { label: '4' }, field: { id: 'satisfaction', type: 'multiple_choice' } },
          { type: 'choices', choices: { labels: ['Late'], other: 'Rude' }, field: { id: 'x', ref: 'comment', type: 'multiple_choice' } },
        ],
      },
    };
    expect(feedbackOf(read(TYPEFORM, JSON.stringify(body)))).toMatchObject({
      answers: [{ value: 4 }],
      comment: 'Late\nRude',
      customer: { email: 'mei@example.cn', hasConsented: false },
    });
  });

  it('a partial response is nothing to take yet', () => {
    expect(read(TYPEFORM, JSON.stringify({ event_type: 'form_response_partial', form_response: { token: 't' } }))).toEqual({
      kind: 'nothing',
    });
  });

  it.each([
    [{}, 'event_type'],
    [{ event_type: 'form_response' }, 'form_response'],
    [{ event_type: 'form_response', form_response: { token: '' } }, 'form_response.token'],
    [{ event_type: 'form_response', form_response: { token: 't', answers: [{ type: 'text' }] } }, 'form_response.answers.0.field'],
  ])('%j is not understood: the field is named', (body, field) => {
    expect(invalidOf(read(TYPEFORM, JSON.stringify(body))).issues[0]?.field).toBe(field);
  });

  it('JSON that ends in the middle keeps what came', () => {
    const { issues, salvaged } = invalidOf(readSample(TYPEFORM, 'typeform.malformed.json'));
    expect(issues).toEqual([{ field: '', reason: 'expected valid JSON in UTF-8' }]);
    expect(salvaged.comment).toContain('nobody said a word');
  });
});

describe('Tally', () => {
  it('finds fields by label whatever its case, reads choices as texts, and a single box as a yes', () => {
    expect(feedbackOf(readSample(TALLY, 'tally.json'))).toMatchObject({
      externalId: 'pK4vR9',
      answers: [{ question: 'satisfaction', value: 4 }],
      comment: '师傅很准时，装得也仔细，就是说明书少了一页。👍',
      customer: { email: 'chen.xiao@example.cn', name: '陈晓', hasConsented: true },
    });
  });

  const tally = (...fields: object[]) =>
    JSON.stringify({
      eventType: 'FORM_RESPONSE',
      data: { submissionId: 's', fields: fields.map((f, i) => ({ key: `k${i}`, type: 'INPUT_TEXT', ...f })) },
    });
  const yesNo = [
    { id: 'y', text: 'Yes' },
    { id: 'n', text: 'No' },
  ];

  it.each([
    [{ type: 'CHECKBOXES', value: ['y'], options: yesNo.slice(0, 1) }, true],
    [{ type: 'CHECKBOXES', value: [], options: yesNo.slice(0, 1) }, false],
    [{ type: 'CHECKBOXES', value: null, options: yesNo.slice(0, 1) }, false],
    [{ type: 'MULTIPLE_CHOICE', value: ['y'], options: yesNo }, true],
    [{ type: 'MULTIPLE_CHOICE', value: ['n'], options: yesNo }, false],
    [{ type: 'DROPDOWN', value: ['unheard-of'], options: yesNo }, false],
  ])('consent by %j is %j', (field, hasConsented) => {
    const body = tally({ label: 'Satisfaction', value: 3 }, { label: 'email', value: 'mei@example.cn' }, { label: 'CONSENT ', ...field });
    expect(feedbackOf(read(TALLY, body)).customer?.hasConsented).toBe(hasConsented);
  });

  it('finds a calculated or hidden field, a field by its key, and passes over an unanswered twin', () => {
    const calculated = tally({ label: 'satisfaction', type: 'CALCULATED_FIELDS', value: 2 });
    expect(feedbackOf(read(TALLY, calculated)).answers).toMatchObject([{ value: 2 }]);
    const byKey = tally({ key: 'satisfaction', label: '您满意吗', value: 5 });
    expect(feedbackOf(read(TALLY, byKey)).answers).toMatchObject([{ value: 5 }]);
    const twins = tally({ label: 'satisfaction', value: null }, { label: 'Satisfaction', value: 1 });
    expect(feedbackOf(read(TALLY, twins)).answers).toMatchObject([{ value: 1 }]);
  });

  it.each([
    [{}, 'eventType'],
    [{ eventType: 'FORM_RESPONSE', data: { fields: [] } }, 'data.submissionId'],
    [{ eventType: 'FORM_RESPONSE', data: { submissionId: 's', fields: [{}] } }, 'data.fields.0.key'],
  ])('%j is not understood: the field is named', (body, field) => {
    expect(invalidOf(read(TALLY, JSON.stringify(body))).issues[0]?.field).toBe(field);
  });

  it('another kind of event is nothing to take', () => {
    expect(read(TALLY, JSON.stringify({ eventType: 'FORM_VIEW' }))).toEqual({ kind: 'nothing' });
  });
});

describe('Delighted', () => {
  it('a revision has the same id and a later revision number, in Unix ms', () => {
    const created = feedbackOf(readSample(DELIGHTED, 'delighted.created.json'));
    const updated = feedbackOf(readSample(DELIGHTED, 'delighted.updated.json'));
    expect(created).toMatchObject({
      externalId: '880412',
      revision: 1_795_161_600_000,
      answers: [{ metric: 'nps', value: 3, min: 0, max: 10 }],
    });
    expect(created.comment).toBeUndefined();
    expect(updated).toMatchObject({ externalId: '880412', revision: 1_795_161_720_000, locale: 'en', answers: [{ value: 2 }] });
    expect(updated.comment).toContain('Charged twice');
  });

  it('asks people who are customers already: the source says whether they may be written to', () => {
    expect(feedbackOf(readSample(DELIGHTED, 'delighted.updated.json')).customer).toEqual({
      email: 'marta.kowal@example.com',
      name: 'Marta Kowal',
      hasConsented: true,
    });
    const reserved = { ...DELIGHTED, isContactAllowed: false };
    expect(feedbackOf(readSample(reserved, 'delighted.updated.json')).customer?.hasConsented).toBe(false);
  });

  it('a test and somebody unsubscribing are nothing to take', () => {
    expect(readSample(DELIGHTED, 'delighted.unsubscribed.json')).toEqual({ kind: 'nothing' });
    expect(read(DELIGHTED, '{"event_type":"test"}')).toEqual({ kind: 'nothing' });
  });

  const delighted = (data: object) =>
    JSON.stringify({ event_type: 'survey_response.updated', event_data: { id: 7, score: 9, updated_at: 1_795_161_600, ...data } });

  it('takes ids in digits or text, and people who are not known', () => {
    expect(feedbackOf(read(DELIGHTED, delighted({ person: null })))).toMatchObject({ externalId: '7', customer: undefined });
  });

  it.each([
    [{ score: 11 }, 'score'],
    [{ id: null }, 'event_data.id'],
    [{ updated_at: '2026' }, 'event_data.updated_at'],
    [{ updated_at: -1 }, 'event_data.updated_at'],
    [{ survey_type: 'csat' }, 'event_data.survey_type'],
  ])('%j is refused: the field is named', (data, field) => {
    expect(invalidOf(read(DELIGHTED, delighted(data))).issues[0]?.field).toBe(field);
  });
});

describe('whatever a signed body holds (P10)', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 500 }),
    fc.json(),
    fc
      .jsonValue({ maxDepth: 4 })
      .map((data) =>
        JSON.stringify({ type: 'x', event_type: 'form_response', eventType: 'FORM_RESPONSE', data, form_response: data, event_data: data }),
      ),
    fc.constantFrom(
      '['.repeat(60_000),
      '{"a":'.repeat(12_000),
      `"${'好'.repeat(20_000)}"`,
      '{"__proto__":{"data":{"id":"x","satisfaction":5}}}',
      '1e999',
      '\u0000',
    ),
    fc.record({ id: fc.anything(), satisfaction: fc.anything(), comment: fc.anything(), customer: fc.anything() }).map((data) => {
      try {
        return JSON.stringify({ data }) ?? '';
      } catch {
        return '{}';
      }
    }),
  );

  it.each([SHOP, TYPEFORM, TALLY, DELIGHTED])(
    '$provider: it is taken, put aside, or nothing; what goes on is always a feedback',
    (source) => {
      fc.assert(
        fc.property(hostile, (text) => {
          const taken = read(source, text, 'msg_1');
          if (taken.kind === 'nothing') return;
          const received = taken.kind === 'feedback' ? taken.received : { ...taken.salvaged, externalId: 'unread-1' };
          expect(() => FeedbackReceived.parse({ ...received, id: 'abcdefghijklmnopqrstuvwxyz' })).not.toThrow();
          if (taken.kind === 'invalid') expect(taken.salvaged.comment?.length ?? 0).toBeLessThanOrEqual(MAX_SALVAGE_LENGTH);
        }),
        { numRuns: 300 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
