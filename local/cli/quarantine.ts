import { Command } from 'commander';
import { QuarantinePage } from '../../shared/api/schemas.ts';
import { connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { excerpt, type OutputOptions, show, table } from './output.ts';

export function quarantineCommand(): Command {
  const list = listOptions(new Command('list').description('what was kept aside, newest first, each with its reason')).action(
    async (options: OutputOptions & Record<string, string>) => {
      const page = await (await connect()).read(`/api/quarantine?${pageQuery(options)}`, 'manager', QuarantinePage);
      show(page, options, ({ items, cursor }) =>
        items.length === 0
          ? 'Nothing is in quarantine.'
          : table(
              ['RECEIVED', 'SOURCE', 'REASON', 'DETAIL', 'WORDS'],
              items.map(({ at, quarantine, received }) => [
                at.slice(0, 16),
                received.source,
                quarantine.reason,
                excerpt(quarantine.detail, 60),
                excerpt(received.comment, 40),
              ]),
            ) + more(cursor),
      );
    },
  );
  return new Command('quarantine').description('read what came in and was not worked').addCommand(list);
}
