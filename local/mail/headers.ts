import { addressParser, decodeWords } from 'postal-mime';

export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** Header fields in their order, unfolded. SES reports at most 10 KB of them. */
export function readHeaders(raw: Buffer): readonly MailHeader[] {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return text
    .slice(0, end)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon <= 0 ? [] : [{ name: line.slice(0, colon).trim(), value: utf8(line.slice(colon + 1).trim()) }];
    });
}

/** Header values may hold raw UTF-8 (RFC 6532). */
const utf8 = (value: string) => Buffer.from(value, 'latin1').toString();

export const headerValue = (headers: readonly MailHeader[], name: string) =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;

/** Addresses of a header field, without names. */
export const addressesIn = (value: string | undefined): readonly string[] =>
  addressParser(value ?? '', { flatten: true }).flatMap((mailbox) =>
    mailbox.address === undefined || mailbox.address === '' ? [] : [mailbox.address],
  );

const withNames = (value: string | undefined) =>
  value === undefined ? undefined : value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((entry) => decodeWords(entry.trim()));

/** The part of SES's notifications that repeats the headers. */
export function mailHeaders(headers: readonly MailHeader[]) {
  const kept: MailHeader[] = [];
  let size = 0;
  for (const header of headers) {
    size += header.name.length + header.value.length + 4;
    if (size > MAX_REPORTED_BYTES) break;
    kept.push({ name: header.name, value: decodeWords(header.value) });
  }
  const subject = headerValue(headers, 'Subject');
  return {
    headersTruncated: kept.length < headers.length,
    headers: kept,
    commonHeaders: {
      returnPath: addressesIn(headerValue(headers, 'Return-Path'))[0],
      from: withNames(headerValue(headers, 'From')),
      date: headerValue(headers, 'Date'),
      to: withNames(headerValue(headers, 'To')),
      cc: withNames(headerValue(headers, 'Cc')),
      replyTo: withNames(headerValue(headers, 'Reply-To')),
      messageId: headerValue(headers, 'Message-ID'),
      subject: subject === undefined ? undefined : decodeWords(subject),
    },
  };
}

const MAX_REPORTED_BYTES = 10_240;
