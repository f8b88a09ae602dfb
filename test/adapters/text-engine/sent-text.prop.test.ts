import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToBytes, sentText } from '../../../shared/adapters/text-engine/sent-text.ts';

const redaction = { orderNumbers: ['SO-########'] };
const text = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'é', '好', '👍'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
});

describe('what leaves for another engine', () => {
  it('is a beginning of the text within the bytes, and as long as whole characters allow', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (whole, bytes) => {
        const cut = cutToBytes(whole, bytes);
        expect(whole.startsWith(cut)).toBe(true);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytes);
        const next = [...whole.slice(cut.length)][0];
        if (next !== undefined) expect(Buffer.byteLength(cut + next)).toBeGreaterThan(bytes);
      }),
    );
  });

  it('holds no address, no long number and no order number (R17), and is well-formed', () => {
    expect(sentText('Mail ada@example.com, card 4111 1111 1111 1111, SO-12345678 on 2026-11-26 \ud800', 5000, redaction)).toBe(
      'Mail [e-mail], card [card], [order number] on 2026-11-26 \ufffd',
    );
  });
});
