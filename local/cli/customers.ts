import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CustomerExport, CustomerFile, CustomersFound, ErasureAnswer, HistoryPage, LookPage } from '../../shared/api/customer-schemas.ts';
import { CONSENT_SOURCES } from '../../shared/domain/customer/file.ts';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { TIERS } from '../../shared/domain/recovery/policy.ts';
import { connect } from './connection.ts';
import { importCommand } from './customers/import.ts';
import { fileInWords, historyInWords } from './customers/words.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { Failure, note, type OutputOptions, print, show, table } from './output.ts';

const pathOf = (key: string, rest = '') => `/api/customers/${encodeURIComponent(key)}${rest}`;
const keyed = (name: string, description: string) =>
  new Command(name).description(description).argument('<key>', 'of the customer, as find gives it').option('--json', 'as JSON');

export function customersCommand(): Command {
  return new Command('customers')
    .description('the files of customers: find, read, set right, import, export, erase')
    .addCommand(findCommand())
    .addCommand(showCommand())
    .addCommand(historyCommand())
    .addCommand(correctCommand())
    .addCommand(consentCommand())
    .addCommand(mergeCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(looksCommand())
    .addCommand(eraseCommand());
}

interface Search extends OutputOptions {
  readonly email?: string;
  readonly ownId?: string;
  readonly phone?: string;
}

const findCommand = () =>
  new Command('find')
    .description('find a customer by exactly one of these')
    .option('--email <address>', 'their address')
    .option('--own-id <id>', 'your own number for them')
    .option('--phone <number>', 'their telephone number; several may share one')
    .option('--json', 'as JSON')
    .action(async ({ json, ...search }: Search, command: Command) => {
      if (Object.values(search).length !== 1) command.error('error: expected exactly one of --email, --own-id, --phone', { exitCode: 2 });
      const found = await (await connect()).post('/api/customers/find', 'agent', search, CustomersFound);
      show(found, { json }, ({ items }) => (items.length === 0 ? 'Nobody that you may see.' : items.map(fileInWords).join('\n\n')));
    });

const showCommand = () =>
  keyed('show', 'one customer; the look is recorded').action(async (key: string, options: OutputOptions) =>
    show(await (await connect()).read(pathOf(key), 'agent', CustomerFile), options, fileInWords),
  );

const historyCommand = () =>
  listOptions(new Command('history').description('what they said and what became of it, newest first').argument('<key>')).action(
    async (key: string, options: OutputOptions & Record<string, string>) => {
      const page = await (await connect()).read(`${pathOf(key, '/history')}?${pageQuery(options)}`, 'agent', HistoryPage);
      show(page, options, (shown) => historyInWords(shown) + more(shown.cursor));
    },
  );

const CLEARABLE = ['name', 'phone', 'branch', 'industry', 'tier', 'quiet'] as const;

interface Correction extends OutputOptions {
  readonly ownId?: readonly string[];
  readonly quiet?: { readonly from: string; readonly to: string };
  readonly clear?: readonly string[];
}

const correctCommand = () =>
  keyed('correct', 'set a file right')
    .option('--email <address>', 'the address from now on; the old one still leads here')
    .option('--name <name>', 'what they are called')
    .addOption(new Option('--language <language>', 'to write to them in').choices(LANGUAGES))
    .option('--phone <number>', 'their telephone number')
    .option('--branch <id>', 'of the config')
    .option('--industry <industry>', 'what they do')
    .addOption(new Option('--tier <tier>', 'goes before the rules of the config').choices(TIERS))
    .option('--quiet <from-to>', 'when nobody writes of our own accord, e.g. 20:00-09:00', toQuietTimes)
    .option('--own-id <id>', 'repeat for each: the whole list as it should be', (id, before: string[] = []) => [...before, id])
    .addOption(new Option('--clear <field...>', 'take away').choices(CLEARABLE))
    .action(async (key: string, { json, ownId: ownIds, quiet: quietTimes, clear = [], ...fields }: Correction, command: Command) => {
      const cleared = Object.fromEntries(clear.map((field) => [field === 'quiet' ? 'quietTimes' : field, null]));
      const sent = { ...fields, ...(ownIds && { ownIds }), ...(quietTimes && { quietTimes }), ...cleared };
      if (Object.keys(sent).length === 0) command.error('error: nothing to correct: expected at least one option', { exitCode: 2 });
      show(await (await connect()).post(pathOf(key, '/correct'), 'agent', sent, CustomerFile), { json }, fileInWords);
    });

function toQuietTimes(text: string): { from: string; to: string } {
  const [, from, to] = /^(\d\d:\d\d)[-–](\d\d:\d\d)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) throw new InvalidArgumentError('expected two times of day, e.g. 20:00-09:00.');
  return { from, to };
}

const yesOrNo = (text: string): boolean => {
  if (text !== 'yes' && text !== 'no') throw new InvalidArgumentError('expected yes or no.');
  return text === 'yes';
};

const consentCommand = () =>
  keyed('consent', 'record what the customer lets us do')
    .requiredOption('--contact <yes|no>', 'may we write beyond answering?', yesOrNo)
    .requiredOption('--care <yes|no>', 'greetings and thanks?', yesOrNo)
    .addOption(new Option('--source <source>', 'where they said so').choices(CONSENT_SOURCES).makeOptionMandatory())
    .action(async (key: string, { json, ...given }: OutputOptions) =>
      show(await (await connect()).post(pathOf(key, '/consent'), 'agent', given, CustomerFile), { json }, fileInWords),
    );

const mergeCommand = () =>
  keyed('merge', 'two files are of one person (managers)')
    .argument('<other>', 'the key of the other file')
    .action(async (key: string, other: string, options: OutputOptions) =>
      show(await (await connect()).post(pathOf(key, '/merge'), 'manager', { with: other }, CustomerFile), options, fileInWords),
    );

const looksCommand = () =>
  listOptions(
    new Command('looks').description('who looked at their data or changed them, newest first (managers)').argument('<key>'),
  ).action(async (key: string, options: OutputOptions & Record<string, string>) => {
    const page = await (await connect()).read(`${pathOf(key, '/looks')}?${pageQuery(options)}`, 'manager', LookPage);
    show(page, options, ({ items, cursor }) => {
      const rows = items.map(({ at, by, what, caseNumber, fields = [] }) => [at, by, what, caseNumber ?? fields.join(', ')]);
      return table(['WHEN', 'WHO', 'WHAT', 'OF WHICH'], rows) + more(cursor);
    });
  });

const exportCommand = () =>
  keyed('export', 'everything about a person, as one JSON (managers); the look is recorded')
    .option('--out <file>', 'write here instead of to standard output')
    .action(async (key: string, { out }: { readonly out?: string }) => {
      const connection = await connect();
      const page = (cursor?: string) =>
        connection.read(
          pathOf(key, `/export${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
          'manager',
          CustomerExport,
        );
      const { cursor: next, ...whole } = await page();
      for (let cursor = next; cursor !== undefined; ) {
        const more = await page(cursor);
        whole.items.push(...more.items);
        cursor = more.cursor;
      }
      const text = JSON.stringify(whole, null, 2);
      if (out === undefined) return print(text);
      // For its owner alone: it is all that we know of somebody.
      await writeFile(out, `${text}\n`, { mode: 0o600 }).catch((error: Error) => {
        throw new Failure(`${out}: cannot be written: ${error.message}`);
      });
      note(`${whole.items.length} things of ${whole.customer.customerKey}: ${out}`);
    });

const eraseCommand = () =>
  keyed('erase', 'take a person out of everything, figures stay (admins); it cannot be undone')
    .option('--yes', 'erase without asking back')
    .action(async (key: string, options: OutputOptions & { readonly yes?: boolean }, command: Command) => {
      const connection = await connect();
      if (options.yes !== true) {
        note(fileInWords(await connection.read(pathOf(key), 'agent', CustomerFile)));
        command.error('error: this erases the person above and cannot be undone. Add --yes to do it.', { exitCode: 2 });
      }
      let answer = await connection.post(pathOf(key, '/erase'), 'admin', {}, ErasureAnswer);
      while (!answer.isDone) {
        note(`erasing: ${answer.erasure?.step}, ${answer.erasure?.feedback} feedback so far`);
        answer = await connection.post(pathOf(key, '/erase'), 'admin', {}, ErasureAnswer);
      }
      show(answer, options, ({ erasure }) =>
        erasure === undefined
          ? 'erased'
          : `erased: ${erasure.feedback} feedback, ${erasure.mails} raw mails, ${erasure.quarantined} in quarantine, ${erasure.actions} mails that were still to go out`,
      );
    });
