/** A part of a file that is kept, as offsets. */
type Part = readonly [from: number, to: number];

/**
 * The same picture without anything else that is in its file: place, time, camera, comments, previews, colour profiles, and whatever hangs on behind its
 * end. Of a JPEG the way it has to be turned is kept. Undefined for what is not wholly understood: it is not sent then.
 */
export function withoutMetadata(file: Uint8Array, type: string): Uint8Array<ArrayBuffer> | undefined {
  if (type === 'image/jpeg') return strippedJpeg(file);
  if (type === 'image/png') return strippedPng(file);
  return type === 'image/webp' ? strippedWebp(file) : undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const cut = (file: Uint8Array, parts: readonly Part[]): Uint8Array[] => parts.map(([from, to]) => file.subarray(from, to));
const textAt = (file: Uint8Array, at: number, length: number): string => String.fromCharCode(...file.subarray(at, at + length));
const viewOf = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength);

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;

/** Segments of applications go, but for JFIF and Adobe's, which say how its colours are to be read. ITU-T T.81, annex B. */
const isKept = (marker: number): boolean => marker === APP0 || marker === APP14 || !((marker >= APP1 && marker <= APP15) || marker === COM);

function strippedJpeg(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = viewOf(file);
  if (file.length < 4 || view.getUint16(0) !== 0xff00 + SOI) return undefined;
  const parts: Part[] = [];
  let orientation = 1;
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    // Fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    let end = at + 2 + view.getUint16(at + 2);
    if (end > file.length) return undefined;
    if (marker === APP1) orientation = orientationIn(file.subarray(at + 4, end)) ?? orientation;
    if (marker === SOS) end = endOfScan(file, end);
    if (isKept(marker)) parts.push([at, end]);
    if (marker === SOS && file[end + 1] === EOI) return jpegOf(cut(file, parts), orientation);
    at = end;
  }
  return undefined;
}

const jpegOf = (parts: readonly Uint8Array[], orientation: number): Uint8Array<ArrayBuffer> =>
  joined([Uint8Array.of(0xff, SOI), ...(orientation === 1 ? [] : [orientationSegment(orientation)]), ...parts, Uint8Array.of(0xff, EOI)]);

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}

const ORIENTATION = 0x0112;

/** Tag 0x0112 of the first directory of Exif (CIPA DC-008): 1 to 8. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (segment.length < 20 || textAt(segment, 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = viewOf(segment.subarray(6));
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return undefined;
  for (let n = 0, at = directory + 2; n < tiff.getUint16(directory, isLittle) && at + 12 <= tiff.byteLength; n += 1, at += 12) {
    const value = tiff.getUint16(at + 8, isLittle);
    if (tiff.getUint16(at, isLittle) === ORIENTATION) return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** Exif with this one entry and nothing else. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, APP1, 0, 34],
    ...[0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );

const PNG = '\x89PNG\r\n\x1a\n';
/** Chunks without which it is another picture. PNG, third edition, sections 11 and 12. */
const PNG_KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'acTL', 'fcTL', 'fdAT'];

function strippedPng(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (textAt(file, 0, 8) !== PNG) return undefined;
  const parts: Part[] = [[0, 8]];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + viewOf(file).getUint32(at);
    const name = textAt(file, at + 4, 4);
    if (end > file.length) return undefined;
    if (PNG_KEPT.includes(name)) parts.push([at, end]);
    if (name === 'IEND') return joined(cut(file, parts));
    at = end;
  }
  return undefined;
}

const WEBP_KEPT = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'];
/** Of VP8X: a colour profile, Exif, XMP are there. RFC 9649, section 2.7. */
const WEBP_FLAGS = 0x20 | 0x08 | 0x04;

function strippedWebp(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (file.length < 20 || textAt(file, 0, 4) !== 'RIFF' || textAt(file, 8, 4) !== 'WEBP') return undefined;
  const view = viewOf(file);
  const whole = view.getUint32(4, true) + 8;
  if (whole > file.length) return undefined;
  const parts: Part[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return undefined;
    if (WEBP_KEPT.includes(textAt(file, at, 4))) parts.push([at, end]);
    at = end;
  }
  const stripped = joined([file.subarray(0, 12), ...cut(file, parts)]);
  viewOf(stripped).setUint32(4, stripped.length - 8, true);
  if (textAt(stripped, 12, 4) === 'VP8X') stripped[20] = (stripped[20] ?? 0) & ~WEBP_FLAGS;
  return stripped;
}
