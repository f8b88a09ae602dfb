import { describe, expect, it } from 'vitest';
import { StaffBoardAnswer } from '../../../shared/api/staff-schemas.ts';
import { aCase } from '../../samples.ts';
import { command, worldWith } from './case-desk.ts';
import { body, claims, DeskWorld, parsed } from './world.ts';

const board = async (world: DeskWorld) => StaffBoardAnswer.parse(parsed(await world.call('GET /api/staff')));
const say = (world: DeskWorld, id: string, sent: unknown, as = claims('agent')) =>
  world.call('POST /api/staff/{id}/absence', { path: { id }, body: body(sent), claims: as });

describe('GET /api/staff', () => {
  it('shows who has how much in hand, who is away, and the teams (R3, R25)', async () => {
    const world = worldWith(aCase());
    await command(world, { type: 'assign', to: 'morgan' });
    await say(world, 'lin', { from: '2026-11-23', until: '2026-11-27' });
    const { agents, teams } = await board(world);
    expect(agents).toMatchObject([
      { id: 'lin', absence: { from: '2026-11-23', until: '2026-11-27' } },
      { id: 'morgan', branch: 'east', authority: 'agent', openCases: 1 },
      { id: 'chen', authority: 'head' },
      { id: 'zhao', authority: 'manager' },
    ]);
    expect(teams.map(({ id }) => id)).toEqual(['care', 'investigation']);
    expect(JSON.stringify(agents)).not.toContain('@');
  });

  it('forgets an absence that is over', async () => {
    const world = new DeskWorld();
    await say(world, 'lin', { from: '2026-11-20', until: '2026-11-22' });
    await say(world, 'morgan', { from: '2026-11-20', until: '2026-11-23' }, claims('agent', 'morgan'));
    expect((await board(world)).agents.map(({ absence }) => absence?.until)).toEqual([undefined, '2026-11-23', undefined, undefined]);
  });
});

describe('POST /api/staff/{id}/absence', () => {
  it('is said by oneself, or by a manager for others; without days one is back', async () => {
    const world = new DeskWorld();
    expect(parsed(await say(world, 'lin', { from: '2026-11-24' }))).toEqual({ agent: 'lin', from: '2026-11-24' });
    expect(parsed(await say(world, 'lin', {}, claims('manager', 'root')))).toEqual({ agent: 'lin' });
    expect(world.absences.get('lin')).toEqual({ agent: 'lin' });
  });

  it.each([
    ['morgan', { from: '2026-11-24' }, 403, undefined],
    ['lin', { until: '2026-11-24' }, 422, 'from'],
    ['lin', { from: '2026-11-24', until: '2026-11-23' }, 422, 'until'],
    ['lin', { from: 'tomorrow' }, 422, 'from'],
  ])('for %s, %j is refused with %i', async (id, sent, status, field) => {
    const world = new DeskWorld();
    await expect(say(world, id, sent)).rejects.toMatchObject({ status, issues: field === undefined ? [] : [{ field }] });
    expect(world.absences.size).toBe(0);
  });

  it('knows the agents of the config only', async () => {
    await expect(say(new DeskWorld(), 'nobody', {}, claims('manager'))).rejects.toMatchObject({ status: 404 });
  });
});
