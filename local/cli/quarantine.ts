import { Command } from 'commander';
import { ListedQuarantine, QuarantinePage } from '../../shared/api/inspect-schemas.ts';
import { connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { excerpt, note, type OutputOptions, show, table } from './output.ts';

export function quarantineCommand(): Command {
  const list = listOptions(new Command('list').description('what was kept aside, newest first, each with its reason'))
    .option('--state <state>', 'waiting for somebody, or judged', 'waiting')
    .action(async (options: OutputOptions & Record<string, string>) => {
      const page = await (await connect()).read(`/api/quarantine?${pageQuery(options, ['state'])}`, 'manager', QuarantinePage);
      show(page, options, ({ items, cursor }) =>
        items.length === 0
          ? 'Nothing is in quarantine.'
          : table(
              ['ID', 'RECEIVED', 'SOURCE', 'REASON', 'DETAIL', 'JUDGED', 'WORDS'],
              items.map(({ id, at, quarantine, received, judgement }) => [
                id,
                at.slice(0, 16),
                received.source,
                quarantine.reason,
                excerpt(quarantine.detail, 60),
                judgement === undefined ? '–' : `${judgement.verdict} by ${judgement.by}`,
                excerpt(received.comment, 40),
              ]),
            ) + more(cursor),
      );
    });
  const release = new Command('release')
    .description('work it after all, like any feedback')
    .argument('<id>', 'its id in the list')
    .action((id: string) => judge(id, 'release', {}));
  const discard = new Command('discard')
    .description('put it away for good')
    .argument('<id>', 'its id in the list')
    .requiredOption('--reason <words>', 'why, for the record')
    .action((id: string, { reason }: { reason: string }) => judge(id, 'discard', { reason }));
  return new Command('quarantine')
    .description('read and judge what came in and was not worked')
    .addCommand(list)
    .addCommand(release)
    .addCommand(discard);
}

async function judge(id: string, verb: 'release' | 'discard', body: object): Promise<void> {
  const { judgement } = await (await connect()).post(`/api/quarantine/${encodeURIComponent(id)}/${verb}`, 'admin', body, ListedQuarantine);
  note(`${judgement?.verdict ?? ''} by ${judgement?.by ?? ''} at ${judgement?.at ?? ''}.`);
}
