import { isWorkday as isChineseWorkday } from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import config from '../../shared/config/current.ts';
import { isWorkday } from '../../shared/domain/recovery/calendar.ts';

it('the default calendar knows every holiday and make-up workday of the years it claims to cover (R2)', () => {
  const office = config.calendars['office'];
  if (office === undefined) throw new Error('the default config has a calendar "office"');
  for (const year of office.coveredYears) {
    for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; day = day.add({ days: 1 })) {
      expect({ day: day.toString(), works: isWorkday(office, day) }).toEqual({
        day: day.toString(),
        works: isChineseWorkday(day.toString()),
      });
    }
  }
});
