import { Command, InvalidArgumentError, Option } from 'commander';
import { STATE_DIR, startLocalCloud } from '../cloud.ts';
import { refuseSecond } from './connection.ts';
import { note, print } from './output.ts';

interface Options {
  readonly port?: number;
  readonly data?: string;
  readonly engine: 'dynoxide' | 'dynamodb-local';
  readonly json?: boolean;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('expected a port, 0 to 65535.');
  return port;
}

export function startCommand(): Command {
  return new Command('start')
    .description('run Amends on this machine until Ctrl-C')
    .option('--port <port>', 'port of the HTTP API; a free one where it is taken', portNumber, 4080)
    .option('--data <dir>', 'keep everything in this folder; in memory where absent')
    .addOption(new Option('--engine <engine>', 'which DynamoDB').choices(['dynoxide', 'dynamodb-local']).default('dynoxide'))
    .option('--json', 'print the addresses as JSON')
    .action(run);
}

async function run({ port, data, engine, json }: Options): Promise<void> {
  await refuseSecond();
  note('Synthesising the stacks and bundling the functions …');
  const cloud = await startLocalCloud({ port, dataDir: data, engine, stateDir: STATE_DIR });
  const addresses = {
    form: `${cloud.url}/f/service`,
    desk: `${cloud.url}/api`,
    docs: `${cloud.url}/docs`,
    mailbox: cloud.mailboxUrl,
  };
  if (json === true) print(JSON.stringify({ url: cloud.url, ...addresses, engine, data: data ?? null }));
  else
    print(
      [
        `Amends runs at ${cloud.url} (${cloud.engine}; data ${data === undefined ? 'in memory' : `in ${data}`}). Ctrl-C stops it.`,
        '',
        `  Form        ${addresses.form}`,
        `  Desk (API)  ${addresses.desk}   (token: npx amends token --role manager)`,
        `  API docs    ${addresses.docs}`,
        `  Mailbox     ${addresses.mailbox}`,
      ].join('\n'),
    );
  await untilInterrupted();
  note('\nStopping …');
  await cloud.stop();
}

const untilInterrupted = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
