import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import * as z from 'zod';
import config from '#config';
import { parseMail } from '../../shared/adapters/mime/parse-mail.ts';
import { UnreadableMail } from '../../shared/domain/intake/mail/mail.ts';
import { mailboxOf } from '../mail/mailbox-of.ts';
import { connect } from './connection.ts';
import { Failure, type OutputOptions, print, show } from './output.ts';

export function mailCommand(): Command {
  const send = new Command('send')
    .description('hand mails to the local cloud as if they had come in by SES')
    .argument('<files...>', '.eml files')
    .option('--to <address>', 'the mailbox they arrive at; default: the one in their To, else the first of the config')
    .option('--json', 'as JSON')
    .action(sendMails);
  const parse = new Command('parse')
    .description('show what Amends understands of a mail; needs no cloud')
    .argument('<file>', 'an .eml file')
    .option('--json', 'as JSON')
    .action(async (file: string, options: OutputOptions) => {
      show(await parsed(file), options, (mail) =>
        [
          `from:      ${mail.from ?? '(nobody)'}`,
          `subject:   ${mail.subject ?? '(none)'}`,
          `language:  ${mail.language}`,
          `automatic: ${mail.isAutomatic ? 'yes' : 'no'}${mail.isBounce ? ', a bounce' : ''}`,
          '',
          mail.text,
        ].join('\n'),
      );
    });
  return new Command('mail').description('mail in, by hand').addCommand(send).addCommand(parse);
}

async function parsed(file: string) {
  try {
    const ownAddresses = [config.brand.mailFrom, ...config.mailboxes.map(({ address }) => address)];
    const { from, subject, text, isAutomatic, isBounce, language } = await parseMail(await read(file), { ownAddresses });
    if (from === undefined && subject === undefined && text === '')
      throw new Failure(`${file}: expected a mail (RFC 5322), found neither sender nor subject nor text`);
    return { from, subject, text, isAutomatic, isBounce, language };
  } catch (error) {
    if (error instanceof UnreadableMail) throw new Failure(`${file}: ${error.message}`);
    throw error;
  }
}

const Received = z.object({ key: z.string() });

async function sendMails(files: readonly string[], options: OutputOptions & { to?: string }): Promise<void> {
  const mails = await Promise.all(files.map(async (file) => ({ file, bytes: await read(file) })));
  const { local } = await connect();
  const results: { file: string; key: string }[] = [];
  for (const { file, bytes } of mails) {
    const to = options.to ?? mailboxOf(bytes, config.mailboxes) ?? config.mailboxes[0]?.address ?? '';
    const response = await local(`mail?to=${encodeURIComponent(to)}`, { method: 'POST', body: bytes });
    if (!response.ok) throw new Failure(`${file}: ${await response.text()}`);
    results.push({ file, key: Received.parse(await response.json()).key });
    if (options.json !== true) print(`${file}: received`);
  }
  if (options.json === true) show(results, options, () => '');
}

const read = async (file: string): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Failure(isMissing ? `${file}: expected a file, there is none` : `${file}: cannot be read`);
  }
};
