import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import config from '#config';
import { roomAddress } from '../../shared/adapters/outgoing/notice-request.ts';
import { MIN_SECRET_LENGTH } from '../../shared/adapters/secrets.ts';
import { SetupError } from '../../shared/domain/errors.ts';
import { readSecrets, SECRETS_FILE, writeSecrets } from '../secrets.ts';
import { Failure, note, type OutputOptions, print, show, table } from './output.ts';

/** Names that this config needs, as in Secrets Manager. */
export const secretNames = () =>
  [
    ...['customer-key', 'link-key'],
    ...config.sources.map(({ id }) => `source/${id}`),
    ...config.webhooks.map(({ id }) => `webhook/${id}`),
    ...config.notices.map(({ id }) => `notice/${id}`),
  ].map((name) => `amends/${name}`);

const isRoom = (name: string) => name.startsWith('amends/notice/');

/**
 * What is wrong with the value of a secret, in words without it. That of a chat room is its URL, and its signing secret after a space.
 * @param most values that may be valid at the same time, during rotation.
 */
export function faultOfSecret(name: string, value: string, most = 2): string | undefined {
  if (isRoom(name)) {
    try {
      roomAddress(name, value);
      return undefined;
    } catch (error) {
      if (error instanceof SetupError) return error.message;
      throw error;
    }
  }
  const secrets = value.split(/\s+/);
  if (secrets.length <= most && secrets.every((secret) => secret.length >= MIN_SECRET_LENGTH)) return undefined;
  return `a secret has at least ${MIN_SECRET_LENGTH} characters and no white space; ${value.length} came. Make one with --random.`;
}

export function secretsCommand(): Command {
  const list = new Command('list')
    .description('names of the secrets and whether they are set; never their values')
    .option('--json', 'as JSON')
    .action(async (options: OutputOptions) => {
      const values = await readSecrets(SECRETS_FILE);
      const rows = secretNames().map((name) => ({
        name,
        secrets: (values[name] ?? '')
          .split(/\s+/)
          .filter((secret) => secret !== '')
          .slice(0, isRoom(name) ? 1 : undefined).length,
      }));
      show(rows, options, () =>
        table(
          ['NAME', 'STATE'],
          rows.map(({ name, secrets }) => [
            name,
            ['not set', 'set', 'set, two valid (rotation)'][secrets] ?? 'more than two: set it again',
          ]),
        ),
      );
    });
  const set = new Command('set')
    .description('set a secret of the local cloud; read from standard input where no value is given, made at random with --random')
    .argument('<name>', 'e.g. source/typeform')
    .argument('[value]', `at least ${MIN_SECRET_LENGTH} characters; given here it stays in the shell's history`)
    .option('--keep-previous', 'the one before stays valid too, until set again without this')
    .option('--random', 'make one, and print it')
    .action(setSecret);
  return new Command('secrets')
    .description(`secrets of the local cloud (${SECRETS_FILE}, ignored by git); deployed ones live in Secrets Manager`)
    .addCommand(list)
    .addCommand(set);
}

async function setSecret(
  shortName: string,
  given: string | undefined,
  options: { keepPrevious?: boolean; random?: boolean },
): Promise<void> {
  const name = shortName.startsWith('amends/') ? shortName : `amends/${shortName}`;
  if (!secretNames().includes(name)) throw new Failure(`no secret "${name}" is known. Expected one of:\n  ${secretNames().join('\n  ')}`);
  const value = options.random === true ? randomBytes(32).toString('base64') : (given ?? (await standardInput())).trim();
  const fault = faultOfSecret(name, value, 1);
  if (fault !== undefined) throw new Failure(fault);
  const values = await readSecrets(SECRETS_FILE);
  const previous = options.keepPrevious === true && !isRoom(name) ? values[name]?.split(/\s+/)[0] : undefined;
  await writeSecrets(SECRETS_FILE, { ...values, [name]: previous === undefined ? value : `${value} ${previous}` });
  if (options.random === true) print(value);
  note(`${name} is set${previous === undefined ? '' : '; the one before stays valid'}. A running function notices within five minutes.`);
}

async function standardInput(): Promise<string> {
  if (process.stdin.isTTY) note('Type or paste the secret, then press Ctrl-D:');
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
