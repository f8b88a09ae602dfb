import type { ParsedMail } from '../../domain/intake/mail/mail.ts';
import { detectLanguage } from '../../domain/understand/language.ts';
import { type ReadSettings, readMail } from './read-mail.ts';

export interface MailWithLanguage extends ParsedMail {
  /** BCP 47: what was recognised, else what the mail states; `und` where neither is known. */
  readonly language: string;
}

/**
 * A raw mail, read, with the language it is written in: what `amends mail parse` shows. The function that takes mail reads only, because `assess`
 * finds the language of every feedback anyway, and its tables are large.
 * @throws UnreadableMail
 */
export async function parseMail(bytes: Uint8Array, settings: ReadSettings = {}): Promise<MailWithLanguage> {
  const mail = await readMail(bytes, settings);
  const words = mail.text === '' ? (mail.subject ?? '') : mail.text;
  return { ...mail, language: detectLanguage(words, mail.statedLanguage) };
}
