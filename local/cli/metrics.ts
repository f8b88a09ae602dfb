import { Command, Option } from 'commander';
import type * as z from 'zod';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { METRIC_DIMENSIONS } from '../../shared/api/schemas.ts';
import { PERIOD_KINDS } from '../../shared/domain/metrics/period.ts';
import { connect } from './connection.ts';
import { toDay } from './day-option.ts';
import { figuresInWords } from './metrics-words.ts';
import { type OutputOptions, show } from './output.ts';

interface Options extends OutputOptions {
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
  readonly per?: string;
}

export function metricsCommand(): Command {
  return new Command('metrics')
    .description('satisfaction, effort, cases and response rates, with their 95 % intervals')
    .addOption(new Option('--by <dimension>', 'one line for each of').choices(METRIC_DIMENSIONS).default('all'))
    .option('--from <day>', 'first day, in the time zone of the brand, YYYY-MM-DD; a week ago where absent', toDay)
    .option('--to <day>', 'last day; today where absent', toDay)
    .addOption(
      new Option('--per <period>', 'a line for each of them (31 days, 27 weeks, 13 months at most) instead of one for all days').choices(
        PERIOD_KINDS,
      ),
    )
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const query = new URLSearchParams({ by: options.by });
      for (const name of ['from', 'to', 'per'] as const) {
        const value = options[name];
        if (value !== undefined) query.set(name, value);
      }
      show(await (await connect()).read(`/api/metrics?${query}`, 'manager', MetricsBody), options, inWords);
    });
}

const inWords = ({ from, to, timeZone, items }: z.output<typeof MetricsBody>) =>
  [
    `${from} to ${to}, days of ${timeZone}. A figure needs ten answers or cases; brackets hold its 95 % interval.`,
    '',
    figuresInWords(
      items.flatMap(({ value, figures, series }) =>
        series === undefined ? [{ name: value, figures }] : series.map((one) => ({ name: nameOf(value, one), figures: one.figures })),
      ),
    ),
  ].join('\n');

const nameOf = (value: string, { from, to }: { from: string; to: string }) => `${value} ${from}${from === to ? '' : ` – ${to}`}`;
