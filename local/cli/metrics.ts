import { Command, Option } from 'commander';
import type * as z from 'zod';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { METRIC_DIMENSIONS } from '../../shared/api/schemas.ts';
import { connect } from './connection.ts';
import { type OutputOptions, show, table } from './output.ts';

interface Options extends OutputOptions {
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
}

export function metricsCommand(): Command {
  return new Command('metrics')
    .description('satisfaction figures with their 95 % intervals')
    .addOption(new Option('--by <dimension>', 'one line for each of').choices(METRIC_DIMENSIONS).default('all'))
    .option('--from <day>', 'first day, in the time zone of the brand, YYYY-MM-DD; a week ago where absent')
    .option('--to <day>', 'last day; today where absent')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const query = new URLSearchParams({ by: options.by });
      for (const [name, day] of [
        ['from', options.from],
        ['to', options.to],
      ] as const)
        if (day !== undefined) query.set(name, day);
      show(await (await connect()).read(`/api/metrics?${query}`, 'manager', MetricsBody), options, inWords);
    });
}

const inWords = ({ from, to, timeZone, items }: z.output<typeof MetricsBody>) =>
  [
    `${from} to ${to}, days of ${timeZone}. A score needs ten answers; brackets hold its 95 % interval.`,
    '',
    table(
      ['', 'N', 'SATISFIED', 'NPS', 'NEGATIVE', 'CASES', 'ACK IN TIME', 'ACK LATE'],
      items.map(({ value, figures: { n, csat, nps, sentiment, cases } }) => [
        value,
        String(n),
        csat.topTwoBox === undefined
          ? `– (n = ${csat.n})`
          : `${percent(csat.topTwoBox.value)} [${percent(csat.topTwoBox.low)}, ${percent(csat.topTwoBox.high)}]`,
        nps.value === undefined
          ? `– (n = ${nps.n})`
          : `${Math.round(nps.value)} [${Math.round(nps.low ?? -100)}, ${Math.round(nps.high ?? 100)}]`,
        String(sentiment.negative),
        String(cases.opened),
        String(cases.acknowledgedInTime),
        String(cases.acknowledgedLate),
      ]),
    ),
  ].join('\n');

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
