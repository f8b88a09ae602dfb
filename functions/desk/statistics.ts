import { operations } from '../../shared/api/operations.ts';
import { figuresCsv, measuresCsv } from '../../shared/domain/recovery/statistics/csv.ts';
import { gatherStatistics } from '../../shared/domain/recovery/statistics/gather.ts';
import { namesOf } from '../../shared/domain/recovery/statistics/names.ts';
import { monthOf, monthsBefore } from '../../shared/domain/recovery/statistics/statistics.ts';
import { callOf, type Endpoint } from '../../shared/lambda/endpoint.ts';
import { json } from '../../shared/lambda/on-http.ts';
import type { DeskPorts } from './ports.ts';

/** The monthly case statistics (R9), as data or as a table for a spreadsheet. */
export const readCaseStatistics =
  ({ register, config }: DeskPorts): Endpoint =>
  async (request, viewer, at) => {
    const { query } = callOf(operations['GET /api/statistics/cases'], request, viewer, at);
    const { timeZone, defaultLanguage } = config.brand;
    const month = query.month ?? monthsBefore(monthOf(at, timeZone), 1);
    const statistics = await gatherStatistics(month, { timeZone, at }, register);
    if (query.format === 'json') return json(200, statistics);
    const language = query.language ?? defaultLanguage;
    const write = query.table === 'figures' ? figuresCsv : measuresCsv;
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="cases-${month}-${query.table}.csv"`,
      },
      body: write(statistics, namesOf(config.recovery, language), language),
    };
  };
