import { Command, Option } from 'commander';
import { ReplyList } from '../../shared/api/care-schemas.ts';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { connect } from './connection.ts';
import { type OutputOptions, show } from './output.ts';

/** Answers written beforehand, filled in for a case: where an agent begins. */
export const repliesCommand = () =>
  new Command('replies')
    .description('answers written beforehand, filled in for a case; nothing is sent')
    .argument('<number>', 'of the case, YYMM-NNNN')
    .addOption(new Option('--language <language>', 'instead of the customer’s').choices(LANGUAGES))
    .option('--json', 'as JSON')
    .action(async (number: string, { json, language }: OutputOptions & { readonly language?: string }) => {
      const query = new URLSearchParams({ case: number, ...(language === undefined ? {} : { language }) });
      show(await (await connect()).read(`/api/replies?${query}`, 'agent', ReplyList), { json }, ({ items }) =>
        items.length === 0
          ? 'The config has no recovery.replies.'
          : items.map(({ id, title, text, isFitting }) => `${isFitting ? '* ' : '  '}${id}: ${title}\n\n${text}`).join('\n\n----\n\n'),
      );
    });
