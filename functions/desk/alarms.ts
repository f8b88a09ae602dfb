import { operations } from '../../shared/api/operations.ts';
import { historyOf, windowAt } from '../../shared/domain/alarm/watch-topics.ts';
import { MIN_HISTORY_DAYS } from '../../shared/domain/metrics/rise.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { DeskPorts } from './ports.ts';

/** Alarms, newest first, and whether there is history enough to raise any. */
export const listAlarms = ({ alarms, figures, config }: DeskPorts) =>
  endpoint(operations['GET /api/alarms'], async ({ query, now }) => {
    const { falseAlarmsPerYear, historyDays } = config.alarms.topicRise;
    const window = windowAt(now, config.brand.timeZone, historyDays);
    const [page, days] = await Promise.all([alarms.alarms(query), figures.series('all', 'day', window.firstDay, window.lastDay)]);
    const complete = historyOf(days, window).length;
    const isWatching = falseAlarmsPerYear > 0 && complete >= MIN_HISTORY_DAYS;
    return {
      items: [...page.items],
      cursor: page.cursor,
      watch: { isWatching, historyDays: complete, neededDays: MIN_HISTORY_DAYS, falseAlarmsPerYear },
    };
  });
