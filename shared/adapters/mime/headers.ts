import { decodeWords, type Email } from 'postal-mime';

const MAX_HEADER_TEXT = 20_000;

/** Reads the first field of a name, decoded. */
export type HeaderReader = (name: string) => string | undefined;

/**
 * Header fields by lower-case name: encoded words decoded, and raw bytes that are no UTF-8 read as what old Chinese clients wrote there, GB18030,
 * or as the charset that the mail declares for its text.
 */
export function headerReader(email: Email, bytes: Uint8Array): HeaderReader {
  const fields = new Map<string, string>();
  for (const { key, value } of email.headers) if (!fields.has(key)) fields.set(key, value.slice(0, MAX_HEADER_TEXT));
  return (name) => {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    return decodeWords(value.includes('\ufffd') ? (rawField(bytes, name, fields.get('content-type') ?? '') ?? value) : value);
  };
}

function rawField(bytes: Uint8Array, name: string, contentType: string): string | undefined {
  const charset = /charset\s*=\s*"?([\w-]{2,20})/i.exec(contentType)?.[1] ?? 'gb18030';
  const latin1 = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  const headers = latin1.slice(0, latin1.search(/\r?\n\r?\n/) >>> 0);
  const line = headers.split(/\r?\n(?![ \t])/).find((field) => field.slice(0, name.length + 1).toLowerCase() === `${name}:`);
  if (line === undefined) return undefined;
  try {
    return new TextDecoder(/utf-?8|ascii/i.test(charset) ? 'gb18030' : charset)
      .decode(Buffer.from(line.slice(name.length + 1).replace(/\r?\n/g, ''), 'latin1'))
      .trim();
  } catch {
    return undefined;
  }
}
