import PostalMime, { type Address, addressParser, type Email } from 'postal-mime';
import { automaticKind } from '../../domain/intake/mail/automatic.ts';
import { type ParsedMail, UnreadableMail } from '../../domain/intake/mail/mail.ts';
import { replyOf } from '../../domain/intake/mail/reply.ts';
import { answeredMails } from '../../domain/intake/mail/thread.ts';
import { boundedMail, MAX_DEPTH, MAX_HEADER_BYTES } from './bounds.ts';
import { withoutFlowOverQuotes } from './flowed.ts';
import { headerReader } from './headers.ts';
import { htmlToPlain } from './html.ts';

/** The bounds keep reading far below this; it is for what they do not foresee. */
const MAX_PARSE_MS = 10_000;
const MAX_SUBJECT_LENGTH = 998;
const MAX_NAME_LENGTH = 200;

export interface ReadSettings {
  /** Addresses that Amends itself sends from or receives at; mail from them is `own`. */
  readonly ownAddresses?: readonly string[];
}

/**
 * Reads a raw mail (RFC 5322, MIME) within the bounds of promise 16. Attachments are counted, never opened.
 * @throws UnreadableMail where the mail breaks a bound or cannot be read at all; never anything else.
 */
export async function readMail(bytes: Uint8Array, settings: ReadSettings = {}): Promise<ParsedMail> {
  const bounded = boundedMail(bytes);
  const email = await parse(bounded);
  try {
    return describe(email, bounded, settings);
  } catch {
    throw new UnreadableMail('malformed');
  }
}

/**
 * A raw mail in its parts, within the same bounds.
 * @throws UnreadableMail
 */
export const parseBounded = async (bytes: Uint8Array): Promise<Email> => parse(boundedMail(bytes));

async function parse(bytes: Uint8Array): Promise<Email> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreadableMail('took-too-long')), MAX_PARSE_MS);
  });
  const parsing = PostalMime.parse(withoutFlowOverQuotes(bytes), {
    // A forwarded message is an attachment like any other: not opened, so nesting costs nothing.
    forceRfc822Attachments: true,
    maxRfc822NestingDepth: 0,
    maxNestingDepth: MAX_DEPTH,
    maxHeadersSize: MAX_HEADER_BYTES,
  });
  try {
    return await Promise.race([parsing, tooLong]);
  } catch (error) {
    if (error instanceof UnreadableMail) throw error;
    // Its messages can hold parts of the mail, so only what limit it was goes on.
    const message = error instanceof Error ? error.message : '';
    throw new UnreadableMail(/nesting depth/.test(message) ? 'too-deep' : /header size/.test(message) ? 'headers-too-large' : 'malformed');
  } finally {
    clearTimeout(timer);
  }
}

function describe(email: Email, bytes: Uint8Array, settings: ReadSettings): ParsedMail {
  const header = headerReader(email, bytes);
  const sender = soleSender(email);
  const subject = clean(header('subject') ?? '', MAX_SUBJECT_LENGTH);
  const reply = ownWords(email);
  const automatic = automaticKind({
    header,
    from: sender?.address,
    subject,
    partTypes: email.attachments.map((attachment) => attachment.mimeType),
    ownAddresses: settings.ownAddresses ?? [],
  });
  const statedLanguage = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}/i.exec((header('content-language') ?? '').trim())?.[0];
  return {
    from: sender?.address,
    // A name that came in an unknown charset is worse than none: customers would be greeted by it.
    fromName: sender === undefined || sender.name.includes('\ufffd') ? undefined : clean(sender.name, MAX_NAME_LENGTH) || undefined,
    subject: subject || undefined,
    messageId: /^<[^<>\s]{1,990}>/.exec((header('message-id') ?? '').trim())?.[0],
    answersTo: answeredMails(header('in-reply-to'), header('references')),
    text: reply.text,
    isTruncated: reply.isTruncated,
    automatic,
    isAutomatic: automatic !== undefined,
    isBounce: automatic === 'bounce',
    statedLanguage,
    attachmentCount: email.attachments.length,
  };
}

/** The plain part, unless it holds none of the sender's words while the HTML does. */
function ownWords(email: Email): { text: string; isTruncated: boolean } {
  const plain = email.text === undefined ? undefined : replyOf(email.text);
  if ((plain !== undefined && plain.text !== '') || email.html === undefined) return plain ?? { text: '', isTruncated: false };
  return replyOf(htmlToPlain(email.html));
}

/** Who wrote it, if that is one person. Several From fields or several people in one: whom a verdict is about cannot be told (promise 14). */
function soleSender(email: Email): { address: string; name: string } | undefined {
  const fields = email.headers.filter((entry) => entry.key === 'from');
  // The address parser would leave control characters out, and somebody else's address might remain.
  if (fields.length !== 1 || /\p{Cc}/u.test(fields[0]?.value.replaceAll('\t', ' ') ?? '')) return undefined;
  const people: Address[] = addressParser(fields[0]?.value ?? '', { flatten: true });
  const [person] = people;
  if (people.length !== 1 || person?.address === undefined || email.from?.address === undefined) return undefined;
  const address = person.address.trim();
  return /^[^\s<>,;:"()]{1,64}@[^\s<>,;:"()@]{1,190}$/.test(address) ? { address, name: person.name } : undefined;
}

/** One line without control characters. */
const clean = (value: string, maxLength: number): string =>
  value
    .replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .toWellFormed()
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
