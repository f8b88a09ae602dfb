import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from '../../../../web/form/browser/strip-metadata.ts';
import { laden, SECRET } from '../../../photo-samples.ts';

/** The segments that a decoder needs, and a scan with a stuffed byte and a restart in it. */
const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffdb0003aaffc00003bbffc40003cc', 'hex'),
  Buffer.from('ffda0003dd11ff00ffd02233ffd9', 'hex'),
]);
const chunk = (name: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
};
const PNG_START = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const riff = (name: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
};
const webp = (...chunks: Buffer[]) => riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
const stripped = (file: Uint8Array, type: string) => {
  const out = withoutMetadata(file, type);
  return out === undefined ? undefined : Buffer.from(out);
};

describe('a JPEG', () => {
  it('is left with its picture alone, whatever hung on it', () => {
    expect(stripped(laden(JPEG, 1), 'image/jpeg')).toEqual(JPEG);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('keeps which way it has to be turned, and nothing else of Exif: %i', (orientation) => {
    const out = stripped(laden(JPEG, orientation), 'image/jpeg');
    expect(out?.includes(SECRET)).toBe(false);
    // Exif whose one entry is the orientation: no GPS directory, tag 0x8825.
    expect(out?.subarray(2, 38).toString('hex')).toBe(
      `ffe100224578696600004d4d002a000000080001011200030000000100${orientation.toString(16).padStart(2, '0')}000000000000`,
    );
    expect(out?.subarray(38)).toEqual(JPEG.subarray(2));
  });

  it('is not sent where it breaks off or is none', () => {
    expect(stripped(JPEG.subarray(0, 30), 'image/jpeg')).toBeUndefined();
    expect(stripped(Buffer.from('<svg onload="x()">'), 'image/jpeg')).toBeUndefined();
  });
});

describe('a PNG', () => {
  const header = chunk('IHDR', Buffer.alloc(13));
  const data = chunk('IDAT', deflateSync(Buffer.alloc(8)));
  const end = chunk('IEND', Buffer.alloc(0));

  it('is left with the chunks that make the picture', () => {
    const others = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'iCCP', 'prVt'].map((name) => chunk(name, Buffer.from(SECRET)));
    const file = Buffer.concat([PNG_START, header, ...others, data, ...others, end, Buffer.from(SECRET)]);
    expect(stripped(file, 'image/png')).toEqual(Buffer.concat([PNG_START, header, data, end]));
  });

  it('is not sent where it breaks off', () => {
    expect(stripped(Buffer.concat([PNG_START, header, data]), 'image/png')).toBeUndefined();
  });
});

describe('a WebP', () => {
  const picture = riff('VP8 ', Buffer.from('picture'));

  it('is left with its picture, and says that nothing else is there', () => {
    const others = ['EXIF', 'XMP ', 'ICCP'].map((name) => riff(name, Buffer.from(SECRET)));
    const extended = (flags: number) => riff('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
    const file = Buffer.concat([webp(extended(0x3c), ...others, picture), Buffer.from(SECRET)]);
    expect(stripped(file, 'image/webp')).toEqual(webp(extended(0x10), picture));
  });

  it('is not sent where it breaks off', () => {
    expect(stripped(webp(picture).subarray(0, 22), 'image/webp')).toBeUndefined();
  });
});

describe('whatever is called a photo (P37)', () => {
  it('comes to an end, and never to more than there was but for the turning of a JPEG', () => {
    const start = fc.constantFrom(JPEG.subarray(0, 2), laden(JPEG, 6), PNG_START, webp(riff('VP8 ', Buffer.from('x'))));
    fc.assert(
      fc.property(
        start,
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(),
        fc.constantFrom('image/jpeg', 'image/png', 'image/webp'),
        (head, tail, cut, type) => {
          const file = Buffer.concat([head.subarray(0, cut % (head.length + 1)), tail]);
          expect(withoutMetadata(file, type)?.length ?? 0).toBeLessThanOrEqual(file.length + 36);
        },
      ),
      { numRuns: 500 },
    );
  });
});
