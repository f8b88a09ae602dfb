import { Command } from 'commander';
import type * as z from 'zod';
import { AlarmPage } from '../../shared/api/alarm-schema.ts';
import { connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { type OutputOptions, show, table } from './output.ts';

export function alarmsCommand(): Command {
  const list = listOptions(new Command('list').description('topics that rose suddenly, newest first')).action(
    async (options: OutputOptions & Record<string, string>) => {
      show(await (await connect()).read(`/api/alarms?${pageQuery(options)}`, 'manager', AlarmPage), options, alarmsInWords);
    },
  );
  return new Command('alarms').description('read what has raised an alarm').addCommand(list);
}

export function alarmsInWords({ items, cursor, watch }: z.output<typeof AlarmPage>): string {
  const listed =
    items.length === 0
      ? 'No topic has raised an alarm.'
      : table(
          ['RAISED', 'TOPIC', 'IN 24 H', 'USUAL', 'SHARE', 'USUAL', 'BY CHANCE', 'BEHIND IT'],
          items.map(({ at, topic, count, expected, share, usualShare, pValue, feedbackIds }) => [
            at.slice(0, 16),
            topic,
            String(count),
            expected.toFixed(1),
            percent(share),
            percent(usualShare),
            pValue.toExponential(0),
            feedbackIds.join(' '),
          ]),
        ) + more(cursor);
  return `${listed}\n\n${standing(watch)}`;
}

function standing({ isWatching, historyDays, neededDays, falseAlarmsPerYear }: z.output<typeof AlarmPage>['watch']): string {
  if (falseAlarmsPerYear === 0) return 'Nothing is watched: alarms.topicRise.falseAlarmsPerYear is 0 in the config.';
  if (!isWatching) return `Nothing is watched yet: there are ${historyDays} complete days of history, and ${neededDays} are needed.`;
  return `Compared with ${historyDays} days. At most ${falseAlarmsPerYear} false alarms a year are to be expected, of all topics together.`;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
