import { Command, Option } from 'commander';
import type * as z from 'zod';
import { CallPage } from '../../shared/api/care-schemas.ts';
import { CustomerFile } from '../../shared/api/customer-schemas.ts';
import { CALL_OUTCOMES } from '../../shared/domain/customer/call.ts';
import { connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { type OutputOptions, show, table } from './output.ts';

export const callsCommand = (): Command =>
  new Command('calls')
    .description('regular calls to customers, by the plan of the config')
    .addCommand(listCommand())
    .addCommand(doneCommand());

const listCommand = () =>
  listOptions(new Command('list').description('whom to call, the longest overdue first; the looks are recorded'))
    .option('--until <day>', 'due until this day, YYYY-MM-DD, instead of today')
    .action(async (options: OutputOptions & Record<string, string>) => {
      const page = await (await connect()).read(`/api/calls?${pageQuery(options, ['until'])}`, 'agent', CallPage);
      show(page, options, inWords);
    });

interface Done extends OutputOptions {
  readonly outcome: string;
  readonly note?: string;
  readonly at?: string;
}

const doneCommand = () =>
  new Command('done')
    .description('a customer was called; the next call moves')
    .argument('<key>', 'of the customer, as the list gives it')
    .addOption(new Option('--outcome <outcome>', 'who is not reached is due again in a week').choices(CALL_OUTCOMES).makeOptionMandatory())
    .option('--note <words>', 'what was said; it stays in the customer’s file')
    .option('--at <instant>', 'when it was, such as 2026-11-23T02:00:00.000Z; now where absent')
    .option('--json', 'as JSON')
    .action(async (key: string, { json, ...done }: Done) => {
      const path = `/api/customers/${encodeURIComponent(key)}/called`;
      show(await (await connect()).post(path, 'agent', done, CustomerFile), { json }, ({ calls = [] }) => {
        const [last] = calls;
        return last === undefined ? 'Nothing was written down.' : `Written down: ${last.outcome}, ${last.at.slice(0, 16)}.`;
      });
    });

const inWords = ({ items, cursor }: z.output<typeof CallPage>) =>
  (items.length === 0
    ? 'Nobody is to be called.'
    : table(
        ['DUE', 'CUSTOMER', 'NAME', 'TELEPHONE', 'LANGUAGE', 'TIER', 'LAST CALL', 'NOT WHILE OPEN'],
        items.map(({ nextCallOn, customerKey, name, phone, language, tier, lastCall, openCases }) => [
          ...[nextCallOn, customerKey, name ?? '–', phone ?? '–', language, tier],
          lastCall === undefined ? '–' : `${lastCall.at.slice(0, 10)} ${lastCall.outcome}`,
          openCases.join(', ') || '–',
        ]),
      )) + more(cursor);
