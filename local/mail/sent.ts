import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Facts = z.object({
  messageId: z.string(),
  sentAt: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  configurationSet: z.optional(z.string()),
  tags: z.record(z.string(), z.string()),
});

/** A mail that SES took. */
export type SentMail = z.infer<typeof Facts> & {
  /** The message as the function made it. */
  readonly raw: Buffer;
};

export interface SentMails {
  append(mail: SentMail): void;
  all(): readonly SentMail[];
}

/** In a folder: `<message id>.eml` beside `<message id>.json`, which is written last and makes it count. */
export function openSentMails(folder: string | undefined): SentMails {
  const mails = folder === undefined ? [] : readKept(folder);
  return {
    append: (mail) => {
      if (folder !== undefined) keep(folder, mail);
      mails.push(mail);
    },
    all: () => mails,
  };
}

function readKept(folder: string): SentMail[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const facts = Facts.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      return { ...facts, raw: readFileSync(join(folder, name.replace(/\.json$/, '.eml'))) };
    })
    .sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
}

function keep(folder: string, { raw, ...facts }: SentMail): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${facts.messageId}.eml`), raw);
  const draft = join(folder, `${facts.messageId}.draft`);
  writeFileSync(draft, JSON.stringify(facts));
  renameSync(draft, join(folder, `${facts.messageId}.json`));
}
