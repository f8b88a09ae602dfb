import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AmendsConfig } from '../../shared/config/schema.ts';

const { alarms } = AmendsConfig.shape;
const refused = (topicRise: unknown) => alarms.safeParse({ topicRise }).error?.issues.map(({ path }) => z.core.toDotPath(path));

describe('alarms of the config (R22)', () => {
  it('need not be set: four false alarms a year, eight weeks of history, listed only', () => {
    expect(alarms.parse(undefined)).toEqual({ topicRise: { falseAlarmsPerYear: 4, historyDays: 56, minimumCount: 5, to: [] } });
    expect(alarms.parse({ topicRise: { falseAlarmsPerYear: 0 } }).topicRise.falseAlarmsPerYear).toBe(0);
  });

  it.each([
    [{ falseAlarmsPerYear: -1 }, 'topicRise.falseAlarmsPerYear'],
    [{ historyDays: 20 }, 'topicRise.historyDays'],
    [{ historyDays: 30.5 }, 'topicRise.historyDays'],
    [{ minimumCount: 1 }, 'topicRise.minimumCount'],
    [{ to: ['nobody'] }, 'topicRise.to[0]'],
    [{ language: 'de' }, 'topicRise.language'],
    [{ topics: [] }, 'topicRise'],
  ])('refuse %j, naming the place', (topicRise, path) => {
    expect(refused(topicRise)).toEqual([path]);
  });
});
