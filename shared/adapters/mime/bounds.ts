import { MAX_MAIL_BYTES, UnreadableMail } from '../../domain/intake/mail/mail.ts';

/** What a mail may cost (promise 16). Each limit is checked before the parser sees a byte, or handed to it. */
export const MAX_PARTS = 1_000;
export const MAX_DEPTH = 32;
export const MAX_HEADER_BYTES = 64 * 1024;
/** Of one part with text: far more than is kept of it. */
const MAX_TEXT_BYTES = 1024 * 1024;
const MAX_TEXT_LINES = 15_000;
/** Of any other part: enough for the parser to see that it is there. Attachments are never opened (promise 17). */
const MAX_OTHER_BYTES = 1024;
/** Lines of all parts together. The parser holds an object for each; 600,000 of them took it 8 s and 1.1 GB. */
const MAX_LINES = 60_000;

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const LINE_BREAK = Buffer.from('\r\n');
/** Where a part is over budget, everything up to here is passed over. */
const NEXT_PART = Buffer.from('\n--');

/**
 * The mail without what nobody will read: bodies of attachments, and text beyond a megabyte a part. One pass over the bytes; structure, headers and
 * the beginning of every part stay as they are.
 *
 * postal-mime limits depth and headers but not siblings, and 0.9 MB of empty parts takes it 5 s. A line that begins with "--" is counted as a part
 * whatever boundary is declared: boundaries can be spelt in ways that only the parser reads right, so the count must not depend on reading them.
 * @throws UnreadableMail above any limit.
 */
export function boundedMail(mail: Uint8Array): Uint8Array {
  if (mail.length > MAX_MAIL_BYTES) throw new UnreadableMail('too-large');
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength);
  const kept = new KeptBytes(bytes);
  const part = new PartBudget();
  let parts = 0;
  let lines = 0;
  let at = 0;
  while (at < bytes.length) {
    const lf = bytes.indexOf(LF, at);
    const end = lf === -1 ? bytes.length : lf + 1;
    if (bytes[at] === DASH && bytes[at + 1] === DASH) {
      parts++;
      if (parts > MAX_PARTS) throw new UnreadableMail('too-many-parts');
      part.start();
    }
    const keep = part.take(bytes, at, end);
    lines++;
    if (lines > MAX_LINES) throw new UnreadableMail('too-many-lines');
    if (keep === end - at) {
      at = end;
      continue;
    }
    const next = bytes.indexOf(NEXT_PART, Math.max(0, end - 1));
    const resume = next === -1 ? bytes.length : next + 1;
    kept.leaveOut(at + keep, resume);
    at = resume;
  }
  return kept.whole() ?? mail;
}

/** What is left of the bytes when some ranges are left out; a line break stands in for each. */
class KeptBytes {
  private readonly bytes: Buffer;
  private readonly ranges: Buffer[] = [];
  private from = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  leaveOut(start: number, end: number): void {
    this.ranges.push(this.bytes.subarray(this.from, start), LINE_BREAK);
    this.from = end;
  }

  /** Undefined where nothing was left out. */
  whole(): Uint8Array | undefined {
    return this.ranges.length === 0 ? undefined : Buffer.concat([...this.ranges, this.bytes.subarray(this.from)]);
  }
}

/** How much of the current part is still worth keeping. */
class PartBudget {
  private isRoot = true;
  private isHeader = true;
  private isText = true;
  private bytes = 0;
  private lines = 0;

  start(): void {
    this.isRoot = false;
    this.isHeader = true;
    this.isText = true;
    this.bytes = 0;
    this.lines = 0;
  }

  /** Of the line from `at` to `end`, the number of bytes to keep. */
  take(bytes: Uint8Array, at: number, end: number): number {
    const length = end - at;
    this.bytes += length;
    this.lines++;
    if (this.isHeader) {
      if (this.bytes > MAX_HEADER_BYTES && this.isRoot) throw new UnreadableMail('headers-too-large');
      if (isBlank(bytes, at, end)) this.endHeader();
      else if (isOtherContentType(bytes, at, end)) this.isText = false;
      return this.bytes > MAX_HEADER_BYTES + length ? 0 : length;
    }
    const limit = this.isText ? MAX_TEXT_BYTES : MAX_OTHER_BYTES;
    if (this.lines > MAX_TEXT_LINES) return 0;
    return this.bytes <= limit ? length : Math.max(0, length - (this.bytes - limit));
  }

  private endHeader(): void {
    this.isHeader = false;
    this.bytes = 0;
    this.lines = 0;
  }
}

const isBlank = (bytes: Uint8Array, at: number, end: number): boolean =>
  end - at === 1 ? bytes[at] === LF : end - at === 2 && bytes[at] === CR && bytes[at + 1] === LF;

const CONTENT_TYPE = 'content-type:';
const OTHER = /^content-type:\s*(?:image|audio|video|font|model|application)\//;

/** Only what says plainly that it is no text; anything odd keeps the larger budget. */
function isOtherContentType(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at < CONTENT_TYPE.length || ((bytes[at] ?? 0) | 0x20) !== 0x63) return false;
  return OTHER.test(
    Buffer.from(bytes.subarray(at, Math.min(end, at + 60)))
      .toString('latin1')
      .toLowerCase(),
  );
}
