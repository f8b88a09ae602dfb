import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classified } from '../../local/cli/classify-lines.ts';
import { LineSplitter } from '../../local/cli/line-splitter.ts';
import { FORMATS } from '../../local/cli/read-line.ts';
import { understand } from '../understand.ts';

/** Bytes as chunks that end anywhere. */
const chunked = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, i) => bytes.slice(places[i], end));
};

const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\r', '{', '{"text":"late again"}', '{"text":1}', '\ufeff', '太慢了', 'The food was cold.', '\u2028'),
  fc.json(),
  fc.record({ text: fc.string({ unit: 'binary' }), locale: fc.option(fc.string(), { nil: undefined }) }).map((row) => JSON.stringify(row)),
);
const bytes = fc.oneof(
  fc.array(line).map((lines) => new TextEncoder().encode(lines.join('\n'))),
  fc.uint8Array({ maxLength: 200 }),
);
const cuts = fc.array(fc.nat(), { maxLength: 12 });

const isUtf16 = (input: Uint8Array) => (input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff);

describe('lines in and lines out', () => {
  it('are as many, each of them JSON, whatever comes in and however it is cut into chunks', async () => {
    const property = fc.asyncProperty(bytes, cuts, fc.constantFrom(...FORMATS), async (input, places, format) => {
      fc.pre(!isUtf16(input));
      const silent = { fault: () => undefined, doubt: () => undefined, done: () => undefined };
      const settings = { format, isEchoed: true, understand: (text: string, locale: string | undefined) => understand(text, { locale }) };
      async function* chunks() {
        yield* chunked(input, places);
      }
      let out = '';
      for await (const batch of classified([{ name: 'f', chunks: chunks() }], settings, silent)) out += batch;
      const lines = out.split('\n').slice(0, -1);
      for (const one of lines) expect(Object.keys(JSON.parse(one))).not.toEqual([]);
      const ends = input.filter((byte) => byte === 0x0a).length;
      expect(lines).toHaveLength(ends + (input.length > 0 && input.at(-1) !== 0x0a ? 1 : 0));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('are cut where a split of the whole would cut them, with no more than the limit of each', () => {
    const property = fc.property(
      fc.uint8Array({ max: 14, maxLength: 60 }),
      cuts,
      fc.integer({ min: 1, max: 6 }),
      (input, places, limit) => {
        const splitter = new LineSplitter(limit);
        const found = [...chunked(input, places).flatMap((chunk) => [...splitter.take(chunk)]), ...splitter.rest()];
        const whole = Buffer.from(input).toString('latin1').split('\n');
        if (whole.at(-1) === '') whole.pop();
        expect(found.map(({ bytes: own, isCut }) => [Buffer.from(own).toString('latin1'), isCut])).toEqual(
          whole.map((text) => text.replace(/\r$/, '')).map((text) => [text.slice(0, limit), text.length > limit]),
        );
      },
    );
    fc.assert(property, { numRuns: 1000 });
  });
});
