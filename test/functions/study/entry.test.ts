import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { type FeedbackEntry, Receipt } from '../../../shared/api/entry-schemas.ts';
import { STAFF_CHANNELS } from '../../../shared/domain/feedback.ts';
import { body, claims, NOW, parsed } from '../desk/world.ts';
import { StudyWorld } from './world.ts';

const entry = {
  channel: 'telephone',
  customer: { name: ' Ana  Silva ', email: 'ana@example.com', phone: '+44 20 7946 0000', consent: true },
  comment: 'The teapot came broken.',
} as const satisfies z.input<typeof FeedbackEntry>;

const enter = (world: StudyWorld, sent: unknown, { as = 'lin', key = '' } = {}) =>
  world.call('POST /api/feedback', {
    body: body(sent),
    claims: claims('agent', as),
    headers: { 'content-type': 'application/json', ...(key === '' ? {} : { 'idempotency-key': key }) },
  });
const refusal = (sent: unknown, more = {}) => enter(new StudyWorld(), sent, more).catch((error: unknown) => error);

describe('POST /api/feedback', () => {
  it('puts what staff enter into the queue of all feedback, with who entered it, and gives a receipt (R18)', async () => {
    const world = new StudyWorld();
    const response = await enter(world, { ...entry, facts: { product: 'Teapot', occurredOn: '2026-11-22', wish: '换货' }, openCase: true });
    expect(response.status).toBe(202);
    expect(world.received).toEqual([
      {
        ...{
          id: Receipt.parse(parsed(response)).receipt,
          source: 'desk',
          channel: 'telephone',
          externalId: 'id-1',
          revision: 0,
          receivedAt: NOW,
        },
        ...{ answers: [], reasons: [], comment: 'The teapot came broken.', enteredBy: 'agent:lin', mustOpenCase: true },
        customer: { name: 'Ana Silva', email: 'ana@example.com', phone: '+44 20 7946 0000', hasConsented: true },
        facts: { product: 'Teapot', occurredOn: '2026-11-22', wish: '换货' },
      },
    ]);
  });

  it.each(STAFF_CHANNELS)('takes %s, which no machine reads', async (channel) => {
    const world = new StudyWorld();
    await enter(world, { channel, comment: 'Thank you!' });
    expect(world.received).toMatchObject([{ channel }]);
    expect(world.received[0]?.mustOpenCase).toBeUndefined();
  });

  it('takes answers to a survey, and not all need be given on the telephone', async () => {
    const world = new StudyWorld();
    await enter(world, {
      channel: 'telephone',
      survey: 'service',
      answers: { recommendation: 3, reasons: ['delivery'], comment: 'Late.' },
      comment: 'By phone.',
    });
    expect(world.received).toMatchObject([
      {
        survey: 'service',
        answers: [{ question: 'recommendation', metric: 'nps', value: 3, min: 0, max: 10 }],
        reasons: ['delivery'],
        comment: 'By phone.\n\nLate.',
      },
    ]);
  });

  it('is the same feedback under the same external id, or the same key of the same agent, and no other', async () => {
    const world = new StudyWorld();
    await enter(world, { ...entry, externalId: 'LETTER-7' });
    await enter(world, { ...entry, externalId: 'LETTER-7' }, { as: 'morgan' });
    await enter(world, entry, { key: 'k1' });
    await enter(world, entry, { key: 'k1' });
    await enter(world, entry, { key: 'k1', as: 'morgan' });
    await enter(world, entry);
    await enter(world, entry);
    const ids = world.received.map(({ id }) => id);
    expect(ids.map((id) => ids.indexOf(id))).toEqual([0, 0, 2, 2, 4, 5, 6]);
  });

  it('is of the branch of who entered it, unless another is named', async () => {
    const world = new StudyWorld();
    await enter(world, entry, { as: 'morgan' });
    await enter(world, { ...entry, branch: 'south' }, { as: 'morgan' });
    await enter(world, entry);
    expect(world.received.map(({ branch }) => branch)).toEqual(['east', 'south', undefined]);
  });

  it('loses neither name nor number of somebody without an address, by whom a file could be found', async () => {
    const world = new StudyWorld();
    await enter(world, {
      channel: 'telephone',
      comment: 'It is broken.',
      customer: { name: '王芳', phone: '138 0000 0000', consent: true },
    });
    await enter(world, { channel: 'telephone', comment: 'It is broken.', customer: { consent: true } });
    expect(world.received.map(({ comment }) => comment)).toEqual(['It is broken.\n\n王芳, 138 0000 0000', 'It is broken.']);
  });

  it('is accepted only once the queue has it (P12)', async () => {
    const world = new StudyWorld();
    world.isQueueDown = true;
    await expect(enter(world, entry)).rejects.toThrow(/queue/);
  });

  it.each([
    [{ ...entry, channel: 'form' }, 'channel'],
    [{ ...entry, channel: 'pigeon' }, 'channel'],
    [{ channel: 'visit' }, 'comment'],
    [{ ...entry, comment: ' ' }, 'comment'],
    [{ ...entry, comment: 'x'.repeat(10_001) }, 'comment'],
    [{ ...entry, customer: { email: 'ana', consent: true } }, 'customer.email'],
    [{ ...entry, customer: { email: 'ana@example.com' } }, 'customer.consent'],
    [{ ...entry, branch: 'north' }, 'branch'],
    [{ ...entry, survey: 'none' }, 'survey'],
    [{ ...entry, answers: { satisfaction: 1 } }, 'survey'],
    [{ ...entry, survey: 'service', answers: { satisfaction: 6 } }, 'answers.satisfaction'],
    [{ ...entry, survey: 'service', answers: { contact: { email: 'a@example.com' } } }, 'answers.contact'],
    [{ ...entry, language: 'plain English' }, 'language'],
    [{ ...entry, facts: { occurredOn: '2026-02-30' } }, 'facts.occurredOn'],
    [{ ...entry, enteredBy: 'agent:zhao' }, 'enteredBy'],
  ])('refuses %j, naming the field (P10, P11)', async (sent, field) => {
    expect(await refusal(sent)).toMatchObject({ status: 422, issues: expect.arrayContaining([expect.objectContaining({ field })]) });
  });

  it('refuses a key that is none', async () => {
    expect(await refusal(entry, { key: 'two words' })).toMatchObject({ status: 422, issues: [{ field: 'Idempotency-Key' }] });
  });
});
