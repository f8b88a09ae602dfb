import { cleanLine, cleanText } from '../../domain/text.ts';
import type { ShownMail } from '../../ports.ts';
import { htmlToPlain } from './html.ts';
import { parseBounded } from './read-mail.ts';

/** Longer HTML is cut, UTF-16 units: with all else it must fit into what a function may answer, 6 MB. */
const MAX_HTML_LENGTH = 500_000;
const MAX_ATTACHMENTS = 100;
const MAX_LINE = 998;

/**
 * A raw mail as a person reads it, within the bounds of promise 16: the whole text with what it quotes, the HTML as it came, and what hangs on it by
 * name and type. Attachments are never opened (promise 17).
 * @throws UnreadableMail where the mail breaks a bound or cannot be read.
 */
export async function showMail(bytes: Uint8Array): Promise<ShownMail> {
  const { subject, from, text, html, attachments } = await parseBounded(bytes);
  const words = cleanText(text ?? htmlToPlain(html ?? ''));
  return {
    subject: lineOf(subject),
    from: lineOf(from?.address),
    text: words.text,
    isTruncated: words.isTruncated,
    ...(html === undefined ? {} : htmlOf(html)),
    attachments: attachments.slice(0, MAX_ATTACHMENTS).map(({ filename, mimeType }) => ({
      name: lineOf(filename ?? undefined),
      type: lineOf(mimeType) ?? 'application/octet-stream',
    })),
  };
}

const lineOf = (value: string | undefined): string | undefined => cleanLine(value ?? '', MAX_LINE) || undefined;

function htmlOf(html: string): Pick<ShownMail, 'html' | 'isHtmlTruncated'> {
  const { text, isTruncated } = cleanText(html, MAX_HTML_LENGTH);
  return { html: text, ...(isTruncated ? { isHtmlTruncated: true } : {}) };
}
