import { MASKS } from '../../domain/redact/masks.ts';
import { type Redaction, redact } from '../../domain/redact/redact.ts';

/**
 * What of a customer's words leaves for another engine: without addresses and long numbers, which nobody needs to understand, and at most so
 * many bytes in UTF-8. The masks are English in every language, as the instructions of models are.
 */
export const sentText = (text: string, maxBytes: number, redaction: Redaction): string =>
  cutToBytes(redact(text, { ...redaction, masks: MASKS.en }), maxBytes);

/** The beginning of a text that has at most so many bytes in UTF-8; no character is cut in half. */
export function cutToBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  let end = maxBytes;
  // 10xxxxxx goes on with a character that began before.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString();
}
