import { describe, expect, it } from 'vitest';
import { ReplyList } from '../../../shared/api/care-schemas.ts';
import { aCase, opened } from '../../samples.ts';
import { claims, DeskWorld, parsed } from './world.ts';

const NUMBER = aCase().number;
const customerKey = 'customer-key-1';

function deskWith(change: Partial<ReturnType<typeof aCase>> = {}): DeskWorld {
  const world = new DeskWorld();
  const value = aCase({ customerKey, topics: ['delivery'], ...change });
  world.cases.set(NUMBER, { case: value, history: [opened(value)] });
  world.customers.set(customerKey, { customerKey, name: 'Ana Silva', language: 'en', since: value.openedAt });
  return world;
}
const replies = async (world: DeskWorld, query: Record<string, string> = {}, viewer = 'lin') =>
  ReplyList.parse(parsed(await world.call('GET /api/replies', { query: { case: NUMBER, ...query }, claims: claims('agent', viewer) })))
    .items;

describe('answers written beforehand (R25)', () => {
  it('come filled in for the case, those about it first; the look at the name is recorded (R17)', async () => {
    const world = deskWith();
    const [first, ...others] = await replies(world);
    expect(first).toMatchObject({ id: 'late-delivery', isFitting: true });
    expect(first?.text).toMatch(/^Dear Ana Silva,\n\n[\s\S]*Lin Yue$/);
    expect(others.length).toBeGreaterThan(2);
    expect([first, ...others].map((one) => one?.text).join()).not.toMatch(/\{\{|\}\}/);
    expect(world.looks).toMatchObject([{ customerKey, by: 'agent:lin', what: 'case', caseNumber: NUMBER }]);
  });

  it('in the language asked for', async () => {
    const [first] = await replies(deskWith(), { language: 'zh-Hans' });
    expect(first).toMatchObject({ title: '配送延误', text: expect.stringMatching(/^Ana Silva，您好：[\s\S]*林悦$/) });
  });

  it.each([
    ['whose name is not known', { customerKey: undefined }],
    ['who has been erased', { customerKey: 'another' }],
  ])('call somebody %s by no name', async (_, change) => {
    const world = deskWith(change);
    expect((await replies(world))[0]?.text).toMatch(/^Dear customer,/);
    expect(world.looks).toEqual([]);
  });

  it('of a case of another branch are answered as if there were none (P29)', async () => {
    await expect(replies(deskWith({ branch: 'south', owner: 'lin' }), {}, 'morgan')).rejects.toMatchObject({ status: 404 });
    await expect(replies(deskWith(), { case: '2611-9999' })).rejects.toMatchObject({ status: 404 });
  });
});
