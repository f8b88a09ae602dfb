import { Command, InvalidArgumentError, Option } from 'commander';
import config from '#config';
import { type LocalCloud, STATE_DIR, startLocalCloud } from '../cloud.ts';
import { fillDemo } from '../demo/fill.ts';
import { refuseSecond } from './connection.ts';
import { note, print } from './output.ts';

interface Options {
  readonly port?: number;
  readonly data?: string;
  readonly engine: 'dynoxide' | 'dynamodb-local';
  readonly demo?: boolean;
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
    .option('--demo', 'with what the customers of the demo say; throttles are off')
    .option('--json', 'print the addresses as JSON')
    .action(run);
}

async function run({ port, data, engine, demo, json }: Options): Promise<void> {
  await refuseSecond();
  note('Synthesising the stacks, bundling the functions and building the pages …');
  const isDemo = demo === true;
  const cloud = await startLocalCloud({ port, dataDir: data, engine, stateDir: STATE_DIR, throttles: !isDemo });
  const interrupted = untilInterrupted();
  try {
    // Whoever interrupts the filling does not wait for its end; what it then says is about a cloud that stops.
    if (isDemo && (await Promise.race([fillDemo(cloud, { config, tell: note }), interrupted])) === 'interrupted') return;
    print(json === true ? JSON.stringify({ ...addressesOf(cloud), engine, data: data ?? null }) : inWords(cloud, data));
    await interrupted;
  } finally {
    note('\nStopping …');
    await cloud.stop();
  }
}

const addressesOf = ({ url, mailboxUrl }: LocalCloud) => ({
  url,
  form: `${url}/f/service`,
  desk: `${url}/desk/`,
  dashboard: `${url}/dashboard/`,
  api: `${url}/api`,
  docs: `${url}/docs`,
  mailbox: mailboxUrl,
});

function inWords(cloud: LocalCloud, data: string | undefined): string {
  const { url, form, desk, dashboard, docs, mailbox } = addressesOf(cloud);
  return [
    `Amends runs at ${url} (${cloud.engine}; data ${data === undefined ? 'in memory' : `in ${data}`}). Ctrl-C stops it.`,
    '',
    `  Form        ${form}`,
    `  Desk        ${desk}   (choose whom you want to be; no password)`,
    `  Dashboard   ${dashboard}`,
    `  API docs    ${docs}   (token: npx amends token --role manager)`,
    `  Mailbox     ${mailbox}`,
  ].join('\n');
}

const untilInterrupted = () =>
  new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'));
  });
