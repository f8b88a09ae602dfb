import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automaticKind } from '../../../../shared/domain/intake/mail/automatic.ts';
import { replyOf, replyText } from '../../../../shared/domain/intake/mail/reply.ts';

const PIECES = [
  'On 1 a wrote:\n',
  'On 1/1/2020 ',
  'wrote:\n',
  '写道：',
  '> ',
  '>',
  '&gt;',
  'From: a\n',
  'From: a@b.cd\nTo: b\nSubject: c\n',
  '发件人：a\n',
  '主　题：',
  '-----',
  '--\n',
  '_',
  '=',
  'Original Message',
  'Sent from my ',
  'iPhone\n',
  '发自我的',
  '签名由 ',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u3000',
  '\0',
  '\ud800',
  'a',
  '一',
  '1:1',
  '<a@b.c>:',
  'a@',
  '2016-10-24 15:36 GMT+02:00 x\n',
  'Am 1 schrieb ',
  ':',
  '：',
  '*',
  '[',
];
const piece = fc.constantFrom(...PIECES);
const words = fc.stringMatching(/^[A-Za-z一-龥][A-Za-z一-龥 ,!]{0,60}[a-z一-龥]$/);

/** The best of three: what a garbage collection or a neighbour costs is not the pattern's. */
const bestTimeOf = (work: () => unknown) => Math.min(...[0, 1, 2].map(() => timeOf(work)));

describe('replyOf, whatever comes', () => {
  it('hostile text of 1 MB takes less than 100 ms, in any of our patterns (P37)', () => {
    replyOf('warm\n'.repeat(5_000));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const unit = pieces.join('');
        const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
        expect(bestTimeOf(() => replyOf(text))).toBeLessThan(100);
      }),
      { numRuns: 40 },
    );
  });

  it('so do the signs of machines (P37)', () => {
    for (const unit of PIECES) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(
        bestTimeOf(() =>
          automaticKind({ header: () => text, from: text, subject: text, partTypes: [text], ownAddresses: ['a@example.com'] }),
        ),
      ).toBeLessThan(100);
    }
  });

  it('is well formed, without NUL, and reading it again changes nothing more than a first reading would', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, words), { maxLength: 40 }), (pieces) => {
        const text = replyText(pieces.join(''));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\0\r]/);
        expect(text).toBe(text.trimEnd());
      }),
    );
  });

  it('never cuts plain sentences that hold no mark of a client', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = lines.map((line) => `${line}。`).join('\n');
        expect(replyText(text)).toBe(text);
      }),
    );
  });

  it('what is quoted line by line never comes through', () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 8 }), (own, quoted) => {
        const text = replyText(
          `${own}。\n\nOn 7 Nov 2026, at 10:15, Care <care@example.com> wrote:\n${quoted.map((line) => `> ${line} QUOTED`).join('\n')}`,
        );
        expect(text).toBe(`${own}。`);
      }),
    );
  });
});

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
