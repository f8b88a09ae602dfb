/** Larger mails are left as they are: nobody types that much. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * In format=flowed text (RFC 3676) a line that ends with a space goes on in the next one, but never from a quoted line to an unquoted one or back
 * (§4.5). postal-mime joins them nevertheless, and a customer's answer would become the end of the line it answers. So the space is taken away there.
 */
export function withoutFlowOverQuotes(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > MAX_BYTES || !/flowed/i.test(buffer.toString('latin1'))) return bytes;
  const lines = buffer.toString('latin1').split('\n');
  const isBoundary = (i: number) => (lines[i] ?? '').startsWith('>') !== (lines[i + 1] ?? '').startsWith('>');
  return Buffer.from(lines.map((line, i) => (isBoundary(i) ? withoutLastSpaces(line) : line)).join('\n'), 'latin1');
}

/** `=20` is a space in quoted-printable. */
function withoutLastSpaces(line: string): string {
  const end = line.endsWith('\r') ? '\r' : '';
  let length = line.length - end.length;
  while (line[length - 1] === ' ' || line.slice(length - 3, length) === '=20') length -= line[length - 1] === ' ' ? 1 : 3;
  return line.slice(0, length) + end;
}
