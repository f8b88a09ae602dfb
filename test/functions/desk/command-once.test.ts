import { describe, expect, it } from 'vitest';
import { aCase } from '../../samples.ts';
import { caseIn, changed, command, deskAfter, NUMBER, refusal, type Sent, WAY, worldWith } from './case-desk.ts';

const KEY = { 'idempotency-key': '0199b3c2-7d1e-7a55-9c3f-2f6f6f0d9a13' };
const note: Sent = { type: 'note', text: 'Called at ten.' };

describe('a command under an Idempotency-Key', () => {
  it('is carried out once, and answers the same events again, saying so', async () => {
    const world = worldWith(aCase());
    const first = await command(world, { type: 'acknowledge' }, { headers: KEY });
    const again = await command(world, { type: 'acknowledge' }, { headers: KEY });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', etag: first.headers?.['etag'] });
    expect(changed(again)).toEqual(changed(first));
    expect(world.cases.get(NUMBER)?.history).toHaveLength(1 + changed(first).events.length);
  });

  it('sends its mails once', async () => {
    const world = worldWith(aCase());
    for (let time = 0; time < 3; time += 1) await command(world, { type: 'answer', text: 'I am looking for it.' }, { headers: KEY });
    expect(world.sent).toEqual(['2611-0001:answer:4']);
  });

  it('answers what it came to then and how the case stands now', async () => {
    const world = worldWith(aCase());
    const first = changed(await command(world, note, { headers: KEY }));
    await command(world, { type: 'acknowledge' });
    const again = changed(await command(world, note, { headers: KEY }));
    expect(again.events).toEqual(first.events);
    expect(again.case.state).toBe('acknowledged');
  });

  it('with the version seen before is the same command still: whoever lost the answer cannot know another', async () => {
    const world = worldWith(aCase());
    const headers = { ...KEY, 'if-match': '"1"' };
    await command(world, { type: 'acknowledge' }, { headers });
    expect((await command(world, { type: 'acknowledge' }, { headers })).status).toBe(200);
  });

  it('answers whoever handed the case to another branch by it, although they see it no more', async () => {
    const world = worldWith(aCase({ branch: 'south', owner: 'morgan' }));
    const sending = { as: 'morgan', headers: KEY };
    const first = changed(await command(world, { type: 'assign', to: 'lin' }, sending));
    expect(changed(await command(world, { type: 'assign', to: 'lin' }, sending)).events).toEqual(first.events);
  });

  it('knows the same command whatever the order of its fields, and with its defaults said', async () => {
    const world = worldWith(aCase());
    await command(world, { type: 'answer', text: 'Soon.' }, { headers: KEY });
    const again = await command(world, { via: 'mail', text: 'Soon.', kind: 'answer', type: 'answer' }, { headers: KEY });
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
  });

  it.each([
    ['another command', { type: 'note', text: 'Called at eleven.' }, 'lin'],
    ["somebody else's", note, 'chen'],
  ] as const)('refuses %s under the same key, and changes nothing', async (_, sent, as) => {
    const world = worldWith(aCase());
    await command(world, note, { headers: KEY });
    expect(await refusal(world, sent, { as, headers: KEY })).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(world.cases.get(NUMBER)?.history).toHaveLength(2);
  });

  it('counts for one case: on another it is another', async () => {
    const world = worldWith(aCase(), aCase({ number: '2611-0002' }));
    await command(world, note, { headers: KEY });
    await command(world, note, { headers: KEY, number: '2611-0002' });
    expect(world.cases.get('2611-0002')?.history).toHaveLength(2);
  });

  it('sent twice at the same moment is carried out once, and both hear what it came to', async () => {
    const world = worldWith(aCase());
    const [one, two] = await Promise.all([command(world, note, { headers: KEY }), command(world, note, { headers: KEY })]);
    expect(changed(one).events).toEqual(changed(two).events);
    expect(world.cases.get(NUMBER)?.history).toHaveLength(2);
  });

  it('refused is not used up: the key is free for the next try', async () => {
    const world = await deskAfter(WAY.decided);
    expect(await refusal(world, { type: 'accept', offerId: 'o1' }, { headers: KEY })).toMatchObject({ status: 409 });
    expect((await command(world, { type: 'offer', remedy: 'apology' }, { headers: KEY })).status).toBe(200);
    expect(caseIn(world).state).toBe('offered');
  });

  it.each(['', 'two words', 'schlüssel', 'x'.repeat(256), 'tab\tbed'])('refuses %j as a key, naming the header', async (key) => {
    expect(await refusal(worldWith(aCase()), note, { headers: { 'idempotency-key': key } })).toMatchObject({
      ...{ status: 422, issues: [{ field: 'Idempotency-Key' }] },
    });
  });
});
