import { describe, expect, it } from 'vitest';
import { alarmsInWords } from '../../../local/cli/alarms.ts';
import { AlarmPage } from '../../../shared/api/alarm-schema.ts';
import { alarmsExample } from '../../../shared/api/examples.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { claims, DeskWorld, parsed } from './world.ts';

const read = async (world: DeskWorld, role = 'manager') =>
  AlarmPage.parse(parsed(await world.call('GET /api/alarms', { claims: claims(role) })));

describe('GET /api/alarms (R22)', () => {
  it('lists alarms to a manager, and what they are compared with', async () => {
    const world = new DeskWorld();
    world.alarms = [...alarmsExample.items];
    world.series.set('all', [{ start: '2026-09-26', tally: tallyOf({ n: 3 }) }]);
    const page = await read(world);
    expect(page.items).toEqual(alarmsExample.items);
    expect(page.watch).toEqual({ isWatching: true, historyDays: 56, neededDays: 21, falseAlarmsPerYear: 4 });
    expect(alarmsInWords(page)).toMatch(/delivery +42 +10\.3 +21\.0 % +6\.0 %/);
    expect(alarmsInWords(page)).toContain('At most 4 false alarms a year are to be expected, of all topics together.');
  });

  it('says that nothing is watched where there is too little history', async () => {
    const world = new DeskWorld();
    world.series.set('all', [{ start: '2026-11-17', tally: tallyOf({ n: 3 }) }]);
    const page = await read(world);
    expect(page.watch).toMatchObject({ isWatching: false, historyDays: 4 });
    expect(alarmsInWords(page)).toContain('Nothing is watched yet: there are 4 complete days of history, and 21 are needed.');
  });

  it('says that nothing is watched where the config turned it off', async () => {
    expect(alarmsInWords({ items: [], watch: { isWatching: false, historyDays: 60, neededDays: 21, falseAlarmsPerYear: 0 } })).toContain(
      'Nothing is watched: alarms.topicRise.falseAlarmsPerYear is 0',
    );
  });

  it('is not for agents (P29)', async () => {
    await expect(read(new DeskWorld(), 'agent')).rejects.toMatchObject({ status: 403 });
  });
});
