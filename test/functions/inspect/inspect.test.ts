import { describe, expect, it } from 'vitest';
import { House } from '../../../shared/api/house-schema.ts';
import {
  DeadLetterList,
  DeadLetterQueues,
  ListedQuarantine,
  MailOfFeedback,
  QuarantinePage,
  Redriven,
} from '../../../shared/api/inspect-schemas.ts';
import type { QuarantinedItem } from '../../../shared/domain/intake/quarantined.ts';
import { aFeedback } from '../../samples.ts';
import { body, claims, NOW, parsed } from '../desk/world.ts';
import { InspectWorld } from './world.ts';

const admin = { claims: claims('admin', 'zhao') };
const manager = { claims: claims('manager', 'zhao') };

/** Something kept aside; hand in its reason. */
function aside(n: number, reason = 'honeypot', comment = 'Nobody called back.'): QuarantinedItem {
  const { id, source, channel, externalId, revision, receivedAt, answers, reasons } = aFeedback({ externalId: `q${n}` });
  const received = { id, source, channel, externalId, revision, receivedAt, answers, reasons, comment, quarantine: { reason } };
  return { id: `${id}-hash${n}`, at: receivedAt, quarantine: { reason }, received };
}
function worldWith(...items: QuarantinedItem[]): InspectWorld {
  const world = new InspectWorld();
  for (const item of items) world.quarantine.set(item.id, item);
  return world;
}
const judge = async (world: InspectWorld, verb: 'release' | 'discard', { id }: QuarantinedItem, sent: unknown = {}) =>
  ListedQuarantine.parse(parsed(await world.call(`POST /api/quarantine/{id}/${verb}`, { ...admin, path: { id }, body: body(sent) })));

describe('GET /api/house', () => {
  it('names what pages show by id, and tells no address of anybody (P33)', async () => {
    const answer = await new InspectWorld().call('GET /api/house');
    const house = House.parse(parsed(answer));
    expect(house.agents.map(({ id }) => id)).toEqual(['lin', 'morgan', 'chen', 'zhao']);
    expect(house.surveys.map(({ id }) => id)).toContain('service');
    expect(house.surveys.find(({ id }) => id === 'service')?.questions).toContainEqual(
      expect.objectContaining({ kind: 'scale', metric: 'csat', min: 1, max: 5 }),
    );
    expect(answer.body).not.toContain('@');
  });
});

describe('quarantine', () => {
  it('lists what waits, long words cut, and what was judged where that is asked for', async () => {
    const judged = { ...aside(2), judgement: { verdict: 'discarded', by: 'agent:zhao', at: NOW, reason: 'Advertisement' } as const };
    const world = worldWith(aside(1, 'spam', 'x'.repeat(60_000)), judged);
    const list = async (query: Record<string, string>) =>
      QuarantinePage.parse(parsed(await world.call('GET /api/quarantine', { ...manager, query }))).items;
    expect(await list({})).toMatchObject([{ quarantine: { reason: 'spam' }, received: { isExcerpt: true, comment: 'x'.repeat(500) } }]);
    expect(await list({ state: 'judged' })).toEqual([judged]);
  });

  it('sends a released one the way of all feedback without its mark, once, with who and when on record', async () => {
    const item = aside(1);
    const world = worldWith(item);
    const judgement = { verdict: 'released', by: 'agent:zhao', at: NOW };
    for (let i = 0; i < 2; i += 1) expect(await judge(world, 'release', item)).toMatchObject({ id: item.id, judgement });
    const { quarantine: _, ...unmarked } = item.received;
    expect(world.sent).toEqual([unmarked]);
    await expect(judge(world, 'discard', item, { reason: 'Spam' })).rejects.toMatchObject({ status: 409, code: 'judged-otherwise' });
  });

  it.each(['virus', 'unreadable-mail', 'same-id-other-content'])('never releases %s (P15)', async (reason) => {
    const world = worldWith(aside(1, reason));
    await expect(judge(world, 'release', aside(1))).rejects.toMatchObject({ status: 409, code: 'not-releasable' });
    expect(world.sent).toEqual([]);
    expect(await judge(world, 'discard', aside(1), { reason: 'Looked into' })).toMatchObject({
      judgement: { verdict: 'discarded', reason: 'Looked into' },
    });
  });

  it('discards with a reason only, and is not for managers (P30)', async () => {
    const world = worldWith(aside(1));
    await expect(judge(world, 'discard', aside(1))).rejects.toMatchObject({ status: 422, issues: [{ field: 'reason' }] });
    const path = { id: aside(1).id };
    await expect(world.call('POST /api/quarantine/{id}/release', { ...manager, path })).rejects.toMatchObject({ status: 403 });
    await expect(judge(world, 'release', aside(9))).rejects.toMatchObject({ status: 404 });
  });
});

describe('dead letters', () => {
  const letter = (
    id: string,
    sentAt: string,
    content: unknown = { id: 'abc', comment: 'My name is Ana', customer: { email: 'ana@example.com' } },
  ) => ({
    ...{ id, sentAt, receives: 5, body: JSON.stringify(content) },
  });
  const given = () => {
    const world = new InspectWorld();
    world.letters.set('feedback-dead', [letter('m2', '2026-11-22T02:00:00.000Z'), letter('m1', '2026-11-21T02:00:00.000Z')]);
    return world;
  };

  it('tells of each queue whom it hurts, how many wait and since when', async () => {
    const { items } = DeadLetterQueues.parse(parsed(await given().call('GET /api/dead-letters', admin)));
    expect(items).toEqual([
      {
        ...{ queue: 'feedback', errorImpact: 'Unhappy customers hear nothing.', waiting: 2, canRedrive: true },
        oldestAt: '2026-11-21T02:00:00.000Z',
      },
      { queue: 'failed-count', errorImpact: 'Figures fall behind.', waiting: 0, canRedrive: false },
    ]);
  });

  it('shows what a message is made of, and nothing that a customer said (P33)', async () => {
    const answer = await given().call('GET /api/dead-letters/{queue}', { ...admin, path: { queue: 'feedback' } });
    expect(DeadLetterList.parse(parsed(answer)).messages[0]).toMatchObject({
      ...{ id: 'm2', receives: 5, isJson: true },
      shape: ['id: text', 'comment: text', 'customer: object'],
      ids: { id: 'abc' },
    });
    expect(answer.body).not.toMatch(/Ana|example\.com/i);
  });

  it('takes for an id neither an address nor words, nor the field of a stranger', async () => {
    const world = new InspectWorld();
    const hostile = { id: 'ana@example.com', source: 'words of mine', 'Ana Li': 1, type: 'x', deep: { caseNumber: '2611-0042' } };
    world.letters.set('feedback-dead', [letter('m', NOW, hostile), { ...letter('n', NOW), body: 'Ana said' }]);
    const answer = await world.call('GET /api/dead-letters/{queue}', { ...admin, path: { queue: 'feedback' } });
    expect(DeadLetterList.parse(parsed(answer)).messages).toMatchObject([
      { ids: { type: 'x', 'deep.caseNumber': '2611-0042' }, shape: ['id: text', 'source: text', 'type: text', 'deep: object'] },
      { isJson: false, shape: [], ids: {} },
    ]);
    expect(answer.body).not.toMatch(/ana/i);
  });

  it('sends them back to where they came from, and says how many wait still', async () => {
    const world = given();
    const redrive = (queue: string) => world.call('POST /api/dead-letters/{queue}/redrive', { ...admin, path: { queue } });
    expect(Redriven.parse(parsed(await redrive('feedback')))).toEqual({ queue: 'feedback', moved: 2, waiting: 0 });
    expect(world.letters.get('feedback-work')).toHaveLength(2);
    await expect(redrive('failed-count')).rejects.toMatchObject({ status: 409, code: 'no-redrive' });
    await expect(redrive('other')).rejects.toMatchObject({ status: 404 });
  });

  it('are for admins alone (P30)', async () => {
    for (const route of ['GET /api/dead-letters', 'GET /api/dead-letters/{queue}', 'POST /api/dead-letters/{queue}/redrive'])
      await expect(given().call(route, { ...manager, path: { queue: 'feedback' } })).rejects.toMatchObject({ status: 403 });
  });
});

describe('GET /api/feedback/{id}/mail', () => {
  const RAW = [
    ...['From: Ana <ana@example.com>', 'Subject: Parcel', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b'],
    ...['Content-Type: text/html; charset=utf-8', '', '<p onclick="x()">Late</p><script>x()</script>', '--b'],
    ...['Content-Type: image/png; name="label.png"', 'Content-Disposition: attachment; filename="label.png"', '', 'PNG', '--b--', ''],
  ].join('\r\n');
  const given = (overrides = {}) => {
    const world = new InspectWorld();
    world.feedback = [aFeedback({ rawKey: 'mail/1', branch: 'south', ...overrides })];
    world.mails.set('mail/1', RAW);
    return world;
  };
  const ask = (world: InspectWorld, as = claims('agent')) =>
    world.call('GET /api/feedback/{id}/mail', { path: { id: aFeedback().id }, claims: as });

  it('gives text, HTML as it came, and what hangs on it, after the look is on record (R17)', async () => {
    const world = given();
    const mail = MailOfFeedback.parse(parsed(await ask(world)));
    expect(mail).toMatchObject({
      subject: 'Parcel',
      from: 'ana@example.com',
      text: 'Late',
      attachments: [{ name: 'label.png', type: 'image/png' }],
    });
    expect(mail.html).toContain('<script>');
    expect(world.looks).toEqual([{ customerKey: 'customer-key-1', at: NOW, by: 'agent:lin', what: 'mail' }]);
  });

  it('shows nothing where the look cannot be recorded (R17)', async () => {
    const world = given();
    world.isLogDown = true;
    await expect(ask(world)).rejects.toThrow('the table is down');
  });

  it('answers 404 for another branch and where there is no mail (P29)', async () => {
    await expect(ask(given(), claims('agent', 'morgan'))).rejects.toMatchObject({ status: 404 });
    await expect(ask(given({ rawKey: undefined }))).rejects.toMatchObject({ status: 404 });
  });

  it('says why a mail beyond its bounds is not shown (P16)', async () => {
    const world = given();
    world.mails.set('mail/1', `${RAW}${'--x\r\n'.repeat(1001)}`);
    await expect(ask(world)).rejects.toMatchObject({ status: 409, code: 'unreadable-mail' });
    expect(world.looks).toHaveLength(1);
  });
});
