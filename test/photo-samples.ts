/** Stands in everything that must not travel with a photo. */
export const SECRET = 'SECRET-PLACE';

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
const entry = (tag: number, type: number, count: number, value: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(tag, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt32BE(count, 4);
  return Buffer.concat([head, value, Buffer.alloc(4)]).subarray(0, 12);
};
const long = (value: number) => Buffer.from([value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]);

/** Exif (CIPA DC-008) as a telephone writes it: a description, which way up, and where on earth. */
export function exif(orientation: number): Buffer {
  const directory = 8 + 2 + 3 * 12 + 4;
  const words = Buffer.from(`${SECRET}\0`);
  const gps = directory + words.length + 1;
  const place = gps + 2 + 2 * 12 + 4;
  return Buffer.concat([
    Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08', 'latin1'),
    Buffer.from([0, 3]),
    entry(0x010e, 2, words.length, long(directory)),
    entry(0x0112, 3, 1, Buffer.from([0, orientation, 0, 0])),
    entry(0x8825, 4, 1, long(gps)),
    long(0),
    words,
    Buffer.alloc(1),
    Buffer.from([0, 2]),
    entry(1, 2, 2, Buffer.from('N\0')),
    entry(2, 5, 3, long(place)),
    long(0),
    ...[31, 1, 13, 1, 49, 1].map(long),
  ]);
}

/** A JPEG with everything that others hang on: Exif with GPS, XMP, a comment, a colour profile, and a second picture behind its end. */
export const laden = (jpeg: Uint8Array, orientation: number): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0${SECRET}`)),
    segment(0xfe, Buffer.from(SECRET)),
    jpeg.subarray(2),
    Buffer.from(`\xff\xd8${SECRET}`, 'latin1'),
  ]);
